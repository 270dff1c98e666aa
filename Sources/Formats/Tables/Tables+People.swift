import Districts
import Units

/// A row with a position that is only complete with both numbers.
struct Located<Value: Sendable>: Sendable {
  var value: Value
  var latitude: Double?
  var longitude: Double?
}

/// A row of availability.csv or ledger.csv before its times are put together.
struct Timed<Value: Sendable>: Sendable {
  var value: Value
  var from: WrittenTime?
  var to: WrittenTime?
  var days: DayPattern?
}

/// The columns `lat` and `lon`.
func position<Value>(required: Bool = false) -> [Column<Located<Value>>] {
  [
    .decimal("lat", "纬度", -90...90, required: required) { $0.latitude = $1 },
    .decimal("lon", "经度", -180...180, required: required) { $0.longitude = $1 },
  ]
}

/// The tables of docs/format.md §3, columns in canonical order.
enum Tables {
  static let cadres = Table(
    name: "cadres", blank: Located(value: Cadre(id: .init(""), name: "", kind: .cadre)),
    columns: [
      .id("id", "编号", required: true) { $0.value.id = .init($1) },
      .text("name", "姓名", required: true) { $0.value.name = $1 },
      .choice("kind", "类别", CadreKind.self, required: true) { $0.value.kind = $1 },
      .text("sending_unit", "派出单位") { $0.value.sendingUnit = $1 },
      .text("phone", "电话") { $0.value.phone = $1 },
      .list("skills", "技能") { $0.value.skills = $1 },
    ] + position() + [
      .id("home_compound", "居住小区") { $0.value.homeCompound = .init($1) },
      .yesNo("lead", "可任负责人") { $0.value.mayLead = $1 },
      .choice("health", "健康", Health.self) { $0.value.health = $1 },
      .text("group", "班组") { $0.value.group = $1 },
      .id("buddy", "搭档") { $0.value.buddy = .init($1) },
      .yesNo("no_night", "不排夜班") { $0.value.noNight = $1 },
      .whole("max_minutes_day", "日上限", 0...2880, .minutes) { $0.value.maximumDay = Minutes($1) },
      .whole("max_minutes_week", "周上限", 0...20_160, .minutes) { $0.value.maximumWeek = Minutes($1) },
      .text("note", "备注") { $0.value.note = $1 },
    ])

  static let availability = Table<Timed<AvailabilityRow>>(
    name: "availability",
    blank: Timed(
      value: AvailabilityRow(
        cadre: .init(""), time: .span(Span(start: Moment(seconds: 0), end: Moment(seconds: 0))), level: .available)),
    columns: [
      .id("cadre", "编号", required: true) { $0.value.cadre = .init($1) },
      Column("from", "起", .momentOrTime, true) { $0.from = $2.momentOrTime($1) },
      Column("to", "止", .momentOrTime, true) { $0.to = $2.momentOrTime($1) },
      Column("days", "日期", .days, false) { $0.days = $2.days($1) },
      .choice("level", "意愿", AvailabilityLevel.self, required: true) { $0.value.level = $1 },
    ])

  static let ledger = Table<Timed<LedgerRow>>(
    name: "ledger",
    blank: Timed(
      value: LedgerRow(
        cadre: .init(""), span: Span(start: Moment(seconds: 0), end: Moment(seconds: 0)), kind: .worked)),
    columns: [
      .id("cadre", "编号", required: true) { $0.value.cadre = .init($1) },
      .moment("from", "起", required: true) { $0.from = .moment($1) },
      .moment("to", "止", required: true) { $0.to = .moment($1) },
      .choice("kind", "性质", LedgerKind.self, required: true) { $0.value.kind = $1 },
      .id("site", "点位") { $0.value.site = .init($1) },
      .id("post", "岗位") { $0.value.post = $1 },
      .whole("exposure", "暴露级别", 0...3, .level) { $0.value.exposure = $1 },
    ])
}
