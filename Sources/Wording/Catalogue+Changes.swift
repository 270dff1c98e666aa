/// What if: changes of a district.
extension Catalogue {
  static let changes: [Phrase] = [
    Phrase(
      "command.whatif", "Plan a district as it is and after some changes, and say what would be different.",
      "分别编排现状和改动之后的地区，并说明有何不同。"),
    Phrase("command.whatif.discussion", whatifEnglish, whatifChinese),
    Phrase("argument.changes", "Changes, made from left to right.", "改动，从左到右依次进行。"),
    Phrase(
      "option.scenario", "A file of named scenarios, each a list of changes made after those given here.",
      "情景文件：若干有名称的情景，各列出改动，在命令行的改动之后进行。"),
    Phrase(
      "option.write", "A new folder for the changed district; with --scenario one in it for each scenario, by name.",
      "写入改动后的地区的新文件夹；使用 --scenario 时，其中每个情景一个同名文件夹。"),
    Phrase(
      "usage.whatif", "Say what changes, for instance absent=C017, or give --scenario FILE.",
      "请写出改动，例如 absent=C017，或给出 --scenario 文件。"),
    Phrase(
      "option.only_changes", "Say what would change in the data, and plan nothing.", "只列出数据的改动，不作编排。"),
    Phrase(
      "option.known", "A plan of the district as it is, to begin with; without, one is made first.",
      "现状的一份计划，作为起点；不给出则先编排一份。"),
    Phrase(
      "option.out_scenarios",
      "A folder for the plans with their reports: one in it for the baseline and each scenario.",
      "存放各计划及报表的文件夹：基准和每个情景各一个子文件夹。"),
    Phrase("whatif.planning.first", "Planning the district as it is …", "正在编排现状……"),
    Phrase(
      "whatif.planning.baseline", "Planning it again from that plan: the baseline …", "以该计划为起点再次编排，作为基准……"),
    Phrase("whatif.planning.scenario", "Planning {name} …", "正在编排 {name}……"),
    Phrase("whatif.scenario", "== {name}", "== {name}"),
    Phrase("whatif.nothing", "changes nothing: the district says so already", "没有变化：该地区已是如此"),
    Phrase("whatif.added", "+ {place}: {value}", "+ {place}：{value}"),
    Phrase("whatif.removed", "- {place}: {value}", "- {place}：{value}"),
    Phrase("whatif.set", "{place}: (default) → {value}", "{place}：（默认）→ {value}"),
    Phrase("whatif.empty", "(empty)", "（空）"),
    Phrase("whatif.limit", "planning may take {seconds} seconds", "编排最多用 {seconds} 秒"),
    Phrase("whatif.more", "and {count} more; all with --json", "另有 {count} 处；用 --json 可看全部"),
    Phrase(
      "whatif.unwritten", "Nothing was written; --write DIR writes the changed district.",
      "没有写出任何文件；用 --write 文件夹 写出改动后的地区。"),
  ]

  private static let whatifEnglish = """
    A change is a word. Put words with a * into quotes.

      absent=C017,C021          these people serve nowhere
      absent=unit:U03           everybody of a sending unit; kind:medic: of a kind
      absent=10%                a tenth, drawn with --seed; 10%:volunteer of a kind
      absent=C017@2022-04-02    on that service day only
      release=C017@10:00        not before; a moment 2022-04-02T10:00 as well
      add=volunteer*5           five more; medic+sampling*2 with a skill
      add=like:C017*5           five more like this one
      add=V2                    another vehicle, point, depot or site like it
      close=P2,S03,D1,V2        points, sites, depots, vehicles
      seal=B03  unseal=B03      a building, or all of a compound
      scale:households=1.1      everywhere; 1.1:K1 in a compound or building
      scale:orders=0.8          packs ordered; 0.8:K1 of a place, 0.8:veg of a good
      scale:stock=0.5           packs in stock; 0.5:D1 of a depot
      scale:minutes=1.5         minutes a household takes; 1.5:P1 at a point
      shift:evening=14:00-23:00 other hours; +60 or -30 minutes in length
      rule:minimumRest=600      a rule's parameter; rule:buddies=off: without it
      weight:fairHours=5        a rule's weight
      set:helpers.most=6        any setting of district.yaml
      set:vehicles.V1.loaders=2 any cell by id; - empties it
      time-limit=60s            how long planning may take

    Where an id is of several tables, say which: vehicle:V1, depot:V1.
    Scenarios are YAML; docs/features.md says precisely what each change does:

      scenarios:
        ill: [absent=10%]
        one lorry more: [add=V2, "absent=C017,C021"]
    """

  private static let whatifChinese = """
    每个改动是一个词。含 * 的词请加引号。

      absent=C017,C021          这些人不上岗
      absent=unit:U03           某派出单位全体；kind:medic：某类人员全体
      absent=10%                全体的一成，按 --seed 抽取，向上取整；10%:volunteer 只在某类中抽取
      absent=C017@2022-04-02    只在该服务日缺勤
      release=C017@10:00        从该时刻起才可上岗；也可写 2022-04-02T10:00
      add=volunteer*5           增加五人；medic+sampling*2 另加技能
      add=like:C017*5           增加五个与此人相同的人
      add=V2                    增加一辆相同的车（发放点、仓库、点位亦可）
      close=P2,S03,D1,V2        关闭发放点、点位、仓库、车辆
      seal=B03  unseal=B03      封控或解封一栋楼，或整个小区
      scale:households=1.1      各楼户数；1.1:K1 只在某小区或楼栋
      scale:orders=0.8          订购份数；:K1 某小区、楼栋或点位，:veg 某物品
      scale:stock=0.5           库存份数；:D1 某仓库，:veg 某物品
      scale:minutes=1.5         每户在发放台和上门所用的分钟；:P1 某发放点
      shift:evening=14:00-23:00 改班次时间；+60 或 -30：延长或缩短若干分钟
      rule:minimumRest=600      规则的参数；rule:buddies=off：不用该规则
      weight:fairHours=5        规则的权重
      set:helpers.most=6        district.yaml 的任一设置
      set:vehicles.V1.loaders=2 表中任一单元格，按编号；- 为清空
      time-limit=60s            编排最多用多久

    编号同属几张表时请写明：vehicle:V1、depot:V1。每种改动的确切含义见 docs/features.md。情景文件为 YAML：

      scenarios:
        一成病假: [absent=10%]
        多一辆车: [add=V2, "absent=C017,C021"]
    """
}
