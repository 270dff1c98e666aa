import Districts
import Units

extension Sample {
  /// An estate of towers in two zones on the evening of a hand-out: eight places where it could be held.
  static func drawRongqiao() -> District {
    let date = CalendarDate(dayNumber: 18_993)  // 2022-01-01
    var draft = DistrictDraft(name: "融侨馨苑", date: date, seed: rongqiao.seed, location: .xian)
    draft.district.holidays = [date]
    draft.addThreeShifts()
    draft.addShift("testing", "采样", from: (6, 30), to: (9, 30))
    draft.addShift("errands", "跑腿", from: (10, 0), to: (15, 0))

    let households = [3420, 3357]
    let zones = [("K1", "融侨馨苑南区", -460), ("K2", "融侨馨苑北区", 60)].enumerated().map { index, zone in
      CompoundSketch(
        id: zone.0, name: zone.1, community: "融侨社区", corner: Position(east: 3200, north: zone.2), spacing: 50,
        sizes: draft.sizes(households: households[index], shapes: BuildingShape.modern))
    }
    for zone in zones { draft.add(zone) }
    draft.sealRongqiao()
    draft.addPostsOfRongqiao(zones)
    draft.addPeopleOfRongqiao(zones)
    draft.addPointsOfRongqiao(zones)
    draft.addSupplyOfRongqiao()
    let helpers = draft.district.cadres.indices.filter {
      let person = draft.district.cadres[$0]
      return person.homeCompound != nil && person.health == .fit && person.kind == .volunteer
    }
    draft.addNeeds(32, priorities: 1...4, helpers: Array(draft.shuffled(helpers).prefix(8)))
    draft.addErrandsOfRongqiao(zones)
    return draft.district
  }
}

extension DistrictDraft {
  /// One building of the north zone is sealed: its packs go to the door.
  fileprivate mutating func sealRongqiao() {
    if let last = district.buildings.lastIndex(where: { $0.staircases == 1 }) {
      district.buildings[last].status = .sealed
    }
  }

  fileprivate mutating func addPostsOfRongqiao(_ zones: [CompoundSketch]) {
    for (index, zone) in zones.enumerated() {
      let gate = "S\(index + 1)"
      let lane = "S\(index + 3)"
      addSite(
        gate, zone.name + "大门", community: zone.community,
        at: zone.at(eastPercent: 50, northPercent: index == 0 ? -20 : 120), compound: zone.id)
      addSite(
        lane, zone.name + "采样点", community: zone.community, at: zone.at(eastPercent: 80, northPercent: 40),
        compound: zone.id)
      for shift in ["day", "evening", "night"] {
        addPost(gate, "gate", "小区卡口", .checkpoint, shift, target: 2) {
          $0.minimum = 1
          $0.lead = true
          $0.priority = 2
          $0.handover = 15
        }
      }
      addPost(lane, "entry", "信息录入", .entry, "testing", target: 3) {
        $0.seat = "entry"
        $0.skills = ["entry"]
        $0.minimum = 2
        $0.exposure = 1
      }
      addPost(lane, "order", "秩序维护", .order, "testing", target: 2) {
        $0.minimum = 1
        $0.exposure = 1
      }
    }
    addSite("S5", "融侨社区服务中心", community: "融侨社区", at: zones[0].at(eastPercent: -20, northPercent: 90))
    for shift in ["day", "evening", "night"] {
      addPost("S5", "duty-room", "应急值班", .dutyRoom, shift, target: 1) { $0.kinds = [.cadre, .community] }
    }
    for shift in ["day", "evening"] {
      addPost("S5", "hotline", "居民热线", .hotline, shift, target: 1) { $0.priority = 4 }
    }
    addPost("S5", "errands", "代购送药", .delivery, "errands", target: 2) { $0.minimum = 1 }
    addPost("S5", "standby", "医护备勤", .standby, "evening", target: 1) {
      $0.seat = "medic"
      $0.kinds = [.medic]
    }
  }

  fileprivate mutating func addPointsOfRongqiao(_ zones: [CompoundSketch]) {
    let places = [("南广场", 50, 12), ("东门", 110, 45), ("北广场", 50, 88), ("西侧车棚", -10, 60)]
    for (index, zone) in zones.enumerated() {
      for (place, spot) in places.enumerated() {
        addPoint(
          "P\(4 * index + place + 1)", zone.name.suffix(2) + spot.0, compound: zone.id,
          at: zone.at(eastPercent: spot.1, northPercent: spot.2)
        ) {
          $0.desks = 6
          $0.householdsPerDeskHour = 75
          $0.openFrom = ClockTime(minutes: 16 * 60 + 20)
          $0.openTo = ClockTime(minutes: 20 * 60 + 40)
          $0.crowdLimit = 150
          $0.staff = [StaffNeed(kind: .cadre, count: 2), StaffNeed(kind: .volunteer, count: 6)]
          $0.setup = 45
          $0.cleanup = 30
        }
      }
    }
  }

  fileprivate mutating func addSupplyOfRongqiao() {
    var vegetables = Good(id: GoodID("veg"), name: "蔬菜包")
    vegetables.grams = 4000
    var milk = Good(id: GoodID("milk"), name: "婴儿奶粉")
    milk.kind = .milk
    milk.grams = 900
    district.goods = [vegetables, milk]
    addDepot("D1", "城东物流保供仓", .warehouse, at: Position(east: 7600, north: 1900)) {
      $0.openFrom = ClockTime(minutes: 6 * 60)
      $0.openTo = ClockTime(minutes: 22 * 60)
      $0.docks = 2
      $0.loadPerPack = 1
    }
    addDepot("D2", "永辉路生活超市", .supermarket, at: Position(east: 900, north: -2400)) {
      $0.openFrom = ClockTime(minutes: 8 * 60)
      $0.openTo = ClockTime(minutes: 21 * 60)
      $0.loadPerPack = 1
    }
    for (depot, good, packs, price, ready) in [
      ("D1", "veg", 4200, 2600, 12), ("D2", "veg", 1800, 2900, 8), ("D2", "veg", 1400, 2900, 15),
      ("D2", "milk", 120, 21_800, 8),
    ] {
      addStock(depot, good, packs, price: price, ready: ready)
    }
    district.hasOrders = true
    addOrder("O001", to: .everyBuilding, "veg", .packsPerHousehold(1), due: (20, 40))
    addOrder("O002", to: .site(SiteID("S5")), "milk", .packs(30), due: (17, 30)) { $0.priority = 2 }
    addOrder("O003", to: .building(BuildingID("K1-B03")), "milk", .packs(8), due: (20, 40))
    for (id, depot, packs, kilograms, loaders) in [
      ("V1", "D1", 900, 3800, 2), ("V2", "D1", 600, 2500, 1), ("V3", "D1", 500, 2100, 1), ("V4", "D2", 600, 2500, 1),
      ("V5", "D2", 400, 1700, 1),
    ] {
      addVehicle(id, "陕A·D\(2000 + packs)\(id.suffix(1))", depot: depot, packs: packs, from: 15, to: 21) {
        $0.capacityGrams = kilograms * 1000
        $0.loaders = loaders
        $0.fixedCost = 8000 + 20 * packs
        $0.costPerKilometre = 90 + packs / 4
        $0.costPerHour = 3500 + 1500 * loaders
        $0.unloadPerPack = 1
      }
    }
  }

  mutating func addOrder(
    _ id: String, to destination: OrderDestination, _ good: String, _ quantity: OrderQuantity, due: (Int, Int),
    change: (inout Order) -> Void = { _ in }
  ) {
    var order = Order(id: OrderID(id), destination: destination, good: GoodID(good), quantity: quantity)
    order.asked = DrawnClock.moment(district.planDate.advanced(by: -1), 12)
    order.due = DrawnClock.moment(district.planDate, due.0, due.1)
    change(&order)
    district.orders.append(order)
  }
}
