/// Surnames roughly as frequent as in the north of China (the commonest stand several times), and given names.
enum PersonNames {
  static let surnames = letters(
    "王王王王王李李李李李张张张张张刘刘刘刘陈陈杨杨杨赵赵赵黄周吴徐孙孙马马朱胡郭郭何高高林罗郑梁谢宋宋唐许韩韩冯冯邓曹曹彭曾肖田田董董袁潘"
      + "于蒋蔡余杜杜叶程程苏魏吕丁任任沈姚卢姜崔崔钟谭陆汪范金石石廖贾贾夏韦付方白白邹孟孟熊秦秦邱江尹薛薛闫闫段雷侯龙史陶黎贺顾毛郝郝龚邵万钱严覃武武戴莫孔向汤")
  static let single = letters("伟勇军磊涛超鹏杰斌强辉刚波亮飞浩宁凯帆静敏丽娟艳芳娜婷雪颖洁倩莹琳玲悦蕾欣萍璐")
  static let menFirst = letters("建志国文明俊宏永海新晓小子宇家振立长学德东春金少正浩天立广世红荣利保景")
  static let menSecond = letters("军华平强伟峰民斌林龙辉涛杰刚波鹏宁锋旭东阳飞明利生成毅凯超义博轩安勇泉")
  static let womenFirst = letters("晓小秀丽淑雅玉文春雪海思佳慧红美桂爱彩月燕梦亚婉惠静若银凤瑞艳巧诗")
  static let womenSecond = letters("梅兰英芳萍霞燕红娟玲丽静敏琴云莉婷洁宁妮莹琳娜颖雯蓉华珍凤怡妍茹青利")

  private static func letters(_ text: String) -> [String] { text.map(String.init) }
}
