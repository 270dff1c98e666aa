import Districts
import Units

/// What was asked yesterday, and comes today at the latest.
extension DistrictDraft {
  mutating func addOrdersOfXiangyang() {
    district.hasOrders = true
    for building in district.buildings { addOrders(of: building) }
    addOrdersOfSupplyLeads()
    addUrgentOrders()
  }

  /// A building's contact adds up what its households want: vegetables nearly all, grain some of them.
  private mutating func addOrders(of building: Building) {
    let households = building.households.rawValue
    let eating = building.status == .sealed ? 100 : number(75...100)
    pass(on: .building(building.id), "veg", max(1, households * eating / 100), asked: (number(15...19), 20))
    if chance(percent: 60) {
      pass(
        on: .building(building.id), "grain", max(1, households * number(15...40) / 100), asked: (number(15...19), 40))
    }
  }

  /// The supply lead of an alley hands out grain to those without a contact; the one beside a sealed building kit.
  private mutating func addOrdersOfSupplyLeads() {
    pass(on: .compound(CompoundID("K4")), "grain", 24, asked: (20, 10))
    pass(on: .compound(CompoundID("K2")), "kit", 12, asked: (20, 30), due: (12, 0), priority: 2)
  }

  /// Medicine in the fast lane, and meals for two hotels by noon.
  private mutating func addUrgentOrders() {
    pass(on: .site(SiteID("S6")), "med", 8, asked: (21, 0), due: (9, 30), priority: 1)
    for (hotel, meals) in [("S7", 38), ("S8", 24)] {
      pass(on: .site(SiteID(hotel)), "meal", meals, asked: (18, 0), due: (12, 0), priority: 2)
    }
  }

  private mutating func pass(
    on destination: OrderDestination, _ good: String, _ packs: Int, asked: (Int, Int), due: (Int, Int) = (20, 0),
    priority: Int = 3
  ) {
    let yesterday = district.planDate.advanced(by: -1)
    addOrder("O" + padded(district.orders.count + 1, to: 3), to: destination, good, .packs(packs), due: due) {
      $0.asked = DrawnClock.moment(yesterday, asked.0, asked.1)
      $0.priority = priority
    }
  }
}
