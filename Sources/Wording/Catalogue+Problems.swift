/// Every problem by its code, `E….message` and its page `E….page`, and every notice, `N….message`.
extension Catalogue {
  static let problems: [Phrase] =
    problemParts + fileProblems + rowProblems + valueProblems + clashProblems + idProblems + settingsProblems
    + publicProblems + outputProblems + changeProblems + noticePhrases

  /// A problem: its message, and the page that `lastmetre explain` shows.
  static func problem(
    _ code: String, _ message: (english: String, chinese: String), page: (english: String, chinese: String)
  ) -> [Phrase] {
    [
      Phrase(code + ".message", message.english, message.chinese),
      Phrase(code + ".page", page.english, page.chinese),
    ]
  }

  private static let problemParts: [Phrase] = [
    Phrase("problem.nearest", "; did you mean {nearest}?", "；是否想写 {nearest}？"),
    Phrase("problem.explain", "; see lastmetre explain {code}", "；详见 lastmetre explain {code}"),
    Phrase("problem.more", "and {count} more problems", "另有 {count} 处问题"),
    Phrase("unit.minutes", "minutes", "分钟数"),
    Phrase("unit.seconds", "seconds", "秒数"),
    Phrase("unit.people", "people", "人数"),
    Phrase("unit.households", "households", "户数"),
    Phrase("unit.packs", "packs", "份数"),
    Phrase("unit.number", "a number", "数量"),
    Phrase("unit.fen", "fen", "金额（分）"),
    Phrase("unit.grams", "grams", "克数"),
    Phrase("unit.metres", "metres", "米数"),
    Phrase("unit.days", "days", "天数"),
    Phrase("unit.percent", "percent", "百分数"),
    Phrase("unit.weight", "a weight", "权重"),
    Phrase("unit.level", "a level", "级别"),
    Phrase("shape.map", "keys with values, as in key: value", "“键: 值”形式的内容"),
    Phrase("shape.list", "a list, as in [2022-01-01, 2022-01-02]", "列表，例如 [2022-01-01, 2022-01-02]"),
    Phrase("shape.value", "a single value", "单个值"),
    Phrase("shape.key", "a plain word before the colon", "冒号前的普通词"),
    Phrase("remedy.nextDay", "for the next day add +1, as in 06:00+1", "如指次日，请加 +1，例如 06:00+1"),
    Phrase("remedy.later", "write a later moment", "请填写更晚的时刻"),
    Phrase("pin.roster", "SITE/POST/SHIFT/2022-01-01", "点位/岗位/班次/2022-01-01"),
    Phrase("pin.batch", "POINT@16:20", "发放点@16:20"),
    Phrase("pin.route", "O1", "O1"),
  ]

  private static let noticePhrases: [Phrase] = [
    Phrase("N1001.message", "{file} is GB18030 and was converted to UTF-8", "{file} 为 GB18030 编码，已转换为 UTF-8"),
    Phrase(
      "N1002.message", "{file} is no table of a district and was ignored", "{file} 不是地区的表，已忽略"),
    Phrase(
      "N1003.message",
      "{count} of {people} people have no known home: distance to home counts nothing for them",
      "{people} 人中有 {count} 人没有居住坐标，不计就近安排"),
    Phrase(
      "N1004.message",
      "{count} of {rows} rows of ledger.csv are neither history nor the published plan and were ignored",
      "ledger.csv 的 {rows} 行中有 {count} 行既非历史记录也非已发布计划，已忽略"),
  ]
}
