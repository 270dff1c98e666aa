import Districts
import Units

/// A row of orders.csv before its one destination is known.
struct OrderDraft: Sendable {
  var order: Order
  var building: String?
  var compound: String?
  var site: String?
}

/// A row of vehicles.csv before its end depot falls back on its depot.
struct VehicleDraft: Sendable {
  var vehicle: Vehicle
  var endDepot: DepotID?
}

extension Tables {
  static let depots = Table(
    name: "depots",
    blank: Located(value: Depot(id: .init(""), name: "", coordinate: Coordinate(latitude: 0, longitude: 0))),
    columns: [
      .id("id", "编号", required: true) { $0.value.id = .init($1) },
      .text("name", "名称", required: true) { $0.value.name = $1 },
      .choice("kind", "类型", DepotKind.self) { $0.value.kind = $1 },
    ] + position(required: true) + [
      .time("open_from", "开门") { $0.value.openFrom = $1 },
      .time("open_to", "关门") { $0.value.openTo = $1 },
      .whole("docks", "装货口", 1...1000, .number) { $0.value.docks = $1 },
      .whole("load_fixed_seconds", "装货固定秒", 0...86_400, .seconds) { $0.value.loadFixed = Seconds($1) },
      .whole("load_seconds_per_pack", "每份装货秒", 0...3600, .seconds) { $0.value.loadPerPack = Seconds($1) },
    ])

  static let goods = Table(
    name: "goods", blank: Good(id: .init(""), name: ""),
    columns: [
      .id("id", "编号", required: true) { $0.id = .init($1) },
      .text("name", "名称", required: true) { $0.name = $1 },
      .choice("kind", "类型", GoodKind.self) { $0.kind = $1 },
      .whole("grams", "克", Limit.amount, .grams) { $0.grams = $1 },
      .decimal("litres", "升", 0...1_000_000) { $0.millilitres = Int(($1 * 1000).rounded()) },
    ])

  static let stock = Table(
    name: "stock", blank: StockRow(depot: .init(""), good: .init(""), packs: 0),
    columns: [
      .id("depot", "仓库", required: true) { $0.depot = .init($1) },
      .id("good", "物品", required: true) { $0.good = .init($1) },
      .whole("packs", "份数", Limit.amount, .packs, required: true) { $0.packs = $1 },
      .whole("price", "单价", Limit.amount, .fen) { $0.price = $1 },
      .moment("ready", "可取时间") { $0.ready = $1 },
    ])

  static let kit = Table(
    name: "kit", blank: KitRow(exposure: 0, good: .init("")),
    columns: [
      .whole("exposure", "暴露级别", 0...3, .level, required: true) { $0.exposure = $1 },
      .choice("kind", "种类", PostKind.self) { $0.kind = $1 },
      .id("good", "物品", required: true) { $0.good = .init($1) },
      .whole("packs", "份数", Limit.amount, .packs) { $0.packs = $1 },
      .choice("per", "按", KitMeasure.self) { $0.per = $1 },
    ])

  static let onHand = Table(
    name: "onhand", blank: OnHandRow(site: .init(""), good: .init(""), packs: 0),
    columns: [
      .id("site", "点位", required: true) { $0.site = .init($1) },
      .id("good", "物品", required: true) { $0.good = .init($1) },
      .whole("packs", "份数", Limit.amount, .packs, required: true) { $0.packs = $1 },
    ])

  static let orders = Table(
    name: "orders",
    blank: OrderDraft(
      order: Order(id: .init(""), destination: .everyBuilding, good: .init(""), quantity: .packs(0))),
    columns: [
      .id("id", "编号", required: true) { $0.order.id = .init($1) },
      Column("building", "楼栋", .idOrAll, false) { row, cell, reader in
        row.building = cell.plainText == "*" ? "*" : reader.id(cell)
      },
      .id("compound", "小区") { $0.compound = $1 },
      .id("site", "点位") { $0.site = $1 },
      .id("good", "物品", required: true) { $0.order.good = .init($1) },
      Column("packs", "份数", .packs, true) { row, cell, reader in
        if let quantity = reader.packs(cell) { row.order.quantity = quantity }
      },
      .moment("asked", "下单时间") { $0.order.asked = $1 },
      .moment("due", "送达期限") { $0.order.due = $1 },
      .whole("priority", "优先级", 1...5, .level) { $0.order.priority = $1 },
      .id("collect_at", "自提处") { $0.order.collectAt = .init($1) },
    ])

  static let vehicles = Table(
    name: "vehicles",
    blank: VehicleDraft(
      vehicle: Vehicle(
        id: .init(""), depot: .init(""), capacityPacks: 0, from: ClockTime(minutes: 0), to: ClockTime(minutes: 0))),
    columns: [
      .id("id", "编号", required: true) { $0.vehicle.id = .init($1) },
      .text("name", "名称") { $0.vehicle.name = $1 },
      .id("depot", "仓库", required: true) { $0.vehicle.depot = .init($1) },
      .id("end_depot", "收车仓库") { $0.endDepot = .init($1) },
      .whole("capacity_packs", "载货份数", Limit.amount, .packs, required: true) { $0.vehicle.capacityPacks = $1 },
      .decimal("capacity_kg", "载重千克", 0...1_000_000) { $0.vehicle.capacityGrams = Int(($1 * 1000).rounded()) },
      .time("from", "起", required: true) { $0.vehicle.from = $1 },
      .time("to", "止", required: true) { $0.vehicle.to = $1 },
      .list("driver_skills", "驾驶技能") { $0.vehicle.driverSkills = $1 },
      .whole("loaders", "装卸工", 0...100, .people) { $0.vehicle.loaders = $1 },
      .whole("max_trips", "最多趟数", 1...1000, .number) { $0.vehicle.maximumTrips = $1 },
      .whole("fixed_cost", "固定费用", Limit.amount, .fen) { $0.vehicle.fixedCost = $1 },
      .whole("cost_per_km", "每公里费用", 0...1_000_000, .fen) { $0.vehicle.costPerKilometre = $1 },
      .whole("cost_per_hour", "每小时费用", 0...10_000_000, .fen) { $0.vehicle.costPerHour = $1 },
      .whole("unload_fixed_seconds", "卸货固定秒", 0...86_400, .seconds) { $0.vehicle.unloadFixed = Seconds($1) },
      .whole("unload_seconds_per_pack", "每份卸货秒", 0...3600, .seconds) { $0.vehicle.unloadPerPack = Seconds($1) },
    ])

  /// Every table in the order of docs/format.md §3.
  static let all: [TableShape] = [
    cadres.shape, availability.shape, ledger.shape, compounds.shape, buildings.shape, needs.shape, sites.shape,
    posts.shape, points.shape, depots.shape, goods.shape, stock.shape, kit.shape, onHand.shape, orders.shape,
    vehicles.shape, pins.shape,
    travel.shape,
  ]
}
