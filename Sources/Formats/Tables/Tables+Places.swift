import Districts
import Units

/// A building before what it leaves open is taken from its compound.
struct BuildingDraft: Sendable {
  var building: Building
  var status: AccessStatus?
}

extension Tables {
  static let compounds = Table(
    name: "compounds", blank: Located(value: Compound(id: .init(""), name: "")),
    columns: [
      .id("id", "编号", required: true) { $0.value.id = .init($1) },
      .text("name", "小区", required: true) { $0.value.name = $1 },
      .text("community", "社区") { $0.value.community = $1 },
    ] + position() + [
      .yesNo("property_management", "物业") { $0.value.propertyManagement = $1 },
      .choice("status", "管控", AccessStatus.self) { $0.value.status = $1 },
      .yesNo("weak", "三无") { $0.value.weak = $1 },
    ])

  static let buildings = Table(
    name: "buildings",
    blank: Located(value: BuildingDraft(building: Building(id: .init(""), compound: .init(""), households: 0))),
    columns: [
      .id("id", "编号", required: true) { $0.value.building.id = .init($1) },
      .id("compound", "小区", required: true) { $0.value.building.compound = .init($1) },
      .text("name", "楼栋") { $0.value.building.name = $1 },
    ] + position() + [
      .whole("staircases", "单元", 1...1000, .number) { $0.value.building.staircases = $1 },
      .whole("floors", "楼层", 1...300, .number) { $0.value.building.floors = $1 },
      .yesNo("lift", "电梯") { $0.value.building.lift = $1 },
      .whole("households", "户数", Limit.amount, .households, required: true) {
        $0.value.building.households = Households($1)
      },
      .whole("residents", "人数", Limit.amount, .number) { $0.value.building.residents = $1 },
      .whole("elderly", "老人户", Limit.amount, .households) { $0.value.building.elderly = Households($1) },
      .choice("status", "管控", AccessStatus.self) { $0.value.status = $1 },
      .choice("handover", "交接", Handover.self) { $0.value.building.handover = $1 },
    ])

  static let needs = Table(
    name: "needs", blank: Need(id: .init(""), building: .init(""), what: .visit),
    columns: [
      .id("id", "编号", required: true) { $0.id = .init($1) },
      .id("building", "楼栋", required: true) { $0.building = .init($1) },
      .text("door", "门牌") { $0.door = $1 },
      .choices("kinds", "类型", NeedKind.self) { $0.kinds = $1 },
      .choice("what", "需要", NeedService.self, required: true) { $0.what = $1 },
      .id("good", "物品") { $0.good = .init($1) },
      .id("pharmacy", "药店") { $0.pharmacy = .init($1) },
      .moment("earliest", "最早") { $0.earliest = $1 },
      .moment("latest", "最晚") { $0.latest = $1 },
      .whole("priority", "优先级", 1...5, .level) { $0.priority = $1 },
      .id("helper", "帮扶人") { $0.helper = .init($1) },
    ])

  static let sites = Table(
    name: "sites", blank: Located(value: Site(id: .init(""), name: "")),
    columns: [
      .id("id", "编号", required: true) { $0.value.id = .init($1) },
      .text("name", "点位", required: true) { $0.value.name = $1 },
      .id("compound", "小区") { $0.value.compound = .init($1) },
      .text("community", "社区") { $0.value.community = $1 },
    ] + position())

  static let points = Table(
    name: "points",
    blank: Located(
      value: DistributionPoint(
        id: .init(""), compound: .init(""), coordinate: Coordinate(latitude: 0, longitude: 0),
        householdsPerDeskHour: 0, openFrom: ClockTime(minutes: 0), openTo: ClockTime(minutes: 0))),
    columns: [
      .id("id", "编号", required: true) { $0.value.id = .init($1) },
      .id("compound", "小区", required: true) { $0.value.compound = .init($1) },
      .text("name", "名称") { $0.value.name = $1 },
    ] + position(required: true) + [
      .whole("desks", "台数", 1...1000, .number) { $0.value.desks = $1 },
      .whole("households_per_desk_hour", "每台每小时户数", 1...100_000, .households, required: true) {
        $0.value.householdsPerDeskHour = Households($1)
      },
      .time("open_from", "开始", required: true) { $0.value.openFrom = $1 },
      .time("open_to", "结束", required: true) { $0.value.openTo = $1 },
      .whole("crowd_limit", "人数上限", Limit.amount, .number) { $0.value.crowdLimit = $1 },
      Column("staff", "人员", .staff, false) { row, cell, reader in
        if let staff = reader.staff(cell) { row.value.staff = staff }
      },
      .choice("staff_per", "人员按", StaffPer.self) { $0.value.staffPer = $1 },
      .whole("setup_minutes", "准备分钟", Limit.spanMinutes, .minutes) { $0.value.setup = Minutes($1) },
      .whole("cleanup_minutes", "收尾分钟", Limit.spanMinutes, .minutes) { $0.value.cleanup = Minutes($1) },
      .whole("sort_packs_per_hour", "每人每小时分拣份数", 1...100_000, .packs) { $0.value.sortPerHour = $1 },
    ])
}
