import Districts
import Units

/// What a morning van brings: medicine, milk and meals for households with needs, meals for a hotel, kit for posts. A
/// second hotel collects its meals at the kitchen.
extension DistrictDraft {
  mutating func addErrandsOfRongqiao(_ zones: [CompoundSketch]) {
    addGoodsOfErrands()
    addDepotsOfErrands()
    addHotels(zones)
    addKit()
    nameGoodsOfNeeds()
    addMorningVan()
  }

  private mutating func addGoodsOfErrands() {
    for (id, name, kind, grams) in [
      ("med", "常用药", GoodKind.medicine, 200), ("meal", "盒饭", .meal, 600), ("kit", "防护包", .kit, 500),
      ("mask", "口罩", .kit, 100),
    ] {
      var good = Good(id: GoodID(id), name: name)
      good.kind = kind
      good.grams = grams
      district.goods.append(good)
    }
  }

  private mutating func addDepotsOfErrands() {
    addDepot("D3", "融侨大药房", .pharmacy, at: Position(east: 2700, north: -700)) {
      $0.openFrom = ClockTime(minutes: 8 * 60)
      $0.openTo = ClockTime(minutes: 21 * 60)
      $0.loadFixed = 120
    }
    addDepot("D4", "社区中心食堂", .kitchen, at: Position(east: 2900, north: 150)) {
      $0.openFrom = ClockTime(minutes: 10 * 60)
      $0.openTo = ClockTime(minutes: 19 * 60)
      $0.loadFixed = 180
    }
    for (depot, good, packs, price, ready) in [
      ("D3", "med", 40, 3500, 8), ("D4", "meal", 110, 1500, 11), ("D2", "kit", 30, 2600, 8),
      ("D2", "mask", 120, 100, 8),
    ] {
      addStock(depot, good, packs, price: price, ready: ready)
    }
  }

  private mutating func addHotels(_ zones: [CompoundSketch]) {
    for (number, name, spot, meals) in [(6, "融侨酒店", (150, 20), 36), (7, "北门快捷酒店", (60, 160), 22)] {
      addSite(
        "S\(number)", name, community: "融侨社区", at: zones[number - 6].at(eastPercent: spot.0, northPercent: spot.1))
      addOrder("O00\(number - 2)", to: .site(SiteID("S\(number)")), "meal", .packs(meals), due: (12, 45)) {
        $0.priority = 2
        // The nearer hotel fetches its own.
        if number == 6 { $0.collectAt = DepotID("D4") }
      }
    }
  }

  /// Those who test begin before a van could come: theirs lies there. Gates and desks need masks for each shift.
  private mutating func addKit() {
    var masks = KitRow(exposure: 0, good: GoodID("mask"))
    masks.packs = 2
    district.kit = [masks, KitRow(exposure: 1, good: GoodID("kit"))]
    district.onHand = ["S1", "S2", "S5"].map { OnHandRow(site: SiteID($0), good: GoodID("mask"), packs: 4) }
    district.onHand += ["S3", "S4"].map { OnHandRow(site: SiteID($0), good: GoodID("kit"), packs: 5) }
  }

  private mutating func nameGoodsOfNeeds() {
    for index in district.needs.indices {
      switch district.needs[index].what {
      case .medicine:
        district.needs[index].good = GoodID("med")
        district.needs[index].pharmacy = DepotID("D3")
        district.needs[index].latest = DrawnClock.moment(district.planDate, 12)
      case .meal:
        district.needs[index].good = GoodID("meal")
        district.needs[index].earliest = DrawnClock.moment(district.planDate, 11)
        district.needs[index].latest = DrawnClock.moment(district.planDate, 13)
      case .delivery where district.needs[index].kinds.contains(.infant):
        district.needs[index].good = GoodID("milk")
        district.needs[index].latest = DrawnClock.moment(district.planDate, 14)
      case .delivery, .visit: break
      }
    }
  }

  /// One of the drivers serves in the morning instead of the evening.
  private mutating func addMorningVan() {
    addVehicle("V6", "陕A·D20126", depot: "D2", packs: 120, from: 8, to: 14) {
      $0.capacityGrams = 800_000
      $0.fixedCost = 6000
      $0.costPerKilometre = 80
      $0.costPerHour = 3500
      $0.unloadFixed = 120
    }
    guard let driver = district.cadres.last(where: { $0.kind == .driver })?.id else { return }
    for row in district.availability.indices where district.availability[row].cadre == driver {
      district.availability[row].time = .daily(
        from: ClockTime(minutes: 7 * 60), to: ClockTime(minutes: 15 * 60), days: .every)
    }
  }
}
