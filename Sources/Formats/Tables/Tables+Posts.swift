import Districts
import Units

/// A row of posts.csv before minimum and maximum fall back on the target.
struct PostDraft: Sendable {
  var post: PostRow
  var minimum: Int?
  var maximum: Int?
}

/// A row of pins.csv before its object is read by its kind.
struct PinDraft: Sendable {
  var kind = PinKind.roster
  var subject = ""
  var object = ""
  var level = PinLevel.prefer
  var must = true
}

extension Tables {
  static let posts = Table(
    name: "posts",
    blank: PostDraft(post: PostRow(site: .init(""), post: "", kind: .order, shift: .init(""), target: 0)),
    columns: [
      .id("site", "点位", required: true) { $0.post.site = .init($1) },
      .id("post", "岗位", required: true) { $0.post.post = $1 },
      .text("name", "名称") { $0.post.name = $1 },
      .choice("kind", "种类", PostKind.self, required: true) { $0.post.kind = $1 },
      .id("shift", "班次", required: true) { $0.post.shift = .init($1) },
      Column("days", "日期", .days, false) { row, cell, reader in
        if let days = reader.days(cell) { row.post.days = days }
      },
      .text("seat", "名额类") { $0.post.seat = $1 },
      .list("skills", "技能") { $0.post.skills = $1 },
      .choices("kinds", "人员类别", CadreKind.self) { $0.post.kinds = $1 },
      .whole("minimum", "最少", Limit.people, .people) { $0.minimum = $1 },
      .whole("target", "目标", Limit.people, .people, required: true) { $0.post.target = $1 },
      .whole("maximum", "最多", Limit.people, .people) { $0.maximum = $1 },
      .yesNo("lead", "需负责人") { $0.post.lead = $1 },
      .whole("priority", "优先级", 1...5, .level) { $0.post.priority = $1 },
      .whole("setup_minutes", "准备分钟", Limit.spanMinutes, .minutes) { $0.post.setup = Minutes($1) },
      .whole("cleanup_minutes", "收尾分钟", Limit.spanMinutes, .minutes) { $0.post.cleanup = Minutes($1) },
      .whole("handover_minutes", "交接分钟", Limit.spanMinutes, .minutes) { $0.post.handover = Minutes($1) },
      .whole("exposure", "暴露级别", 0...3, .level) { $0.post.exposure = $1 },
    ])

  static let pins = Table(
    name: "pins", blank: PinDraft(),
    columns: [
      .choice("kind", "类型", PinKind.self, required: true) { $0.kind = $1 },
      .id("subject", "对象", required: true) { $0.subject = $1 },
      Column("object", "目标", .pinObject, true) { row, cell, reader in
        row.object = reader.text(cell) == nil ? "" : cell.plainText
      },
      .choice("level", "程度", PinLevel.self, required: true) { $0.level = $1 },
      .choice("must", "要求", PinMust.self) { $0.must = $1 == .must },
    ])

  static let travel = Table(
    name: "travel",
    blank: TravelRow(from: .init(""), to: .init(""), mode: .foot, metres: 0, seconds: 0),
    columns: [
      .id("from", "起点", required: true) { $0.from = .init($1) },
      .id("to", "终点", required: true) { $0.to = .init($1) },
      .choice("mode", "方式", TravelModeName.self, required: true) { $0.mode = $1 },
      .whole("metres", "米", 0...10_000_000, .metres, required: true) { $0.metres = Metres($1) },
      .whole("seconds", "秒", 0...1_000_000, .seconds, required: true) { $0.seconds = Seconds($1) },
    ])
}
