/// Buildings and points that have nothing to do with the rest of the district: an independent part of the problem.
///
/// Costs are whole numbers on one scale that keeps the levels apart: a plan's worth is
/// unserved × `unservedScale` + effort × `effortScale` + preference, and no sum of lower levels reaches one unit of a
/// higher one.
struct Area: Sendable {
  var houses: [House]
  var setups: [Setup]
  var pointCount: Int
  /// By house, then setup: residents' walking effort there and back, or −1 where the house may not use it.
  var walk: [Int]
  var bans: [TimedRequest] = []
  var wishes: [TimedRequest] = []
  var effortScale = 1
  var unservedScale = 1

  /// A building in mode `point` with at least one household that some point can take.
  struct House: Sendable {
    /// Its number in the district.
    var building: Int
    var households: Int
    /// Households by staircase, in their order.
    var stairs: [Int]
    /// It must be served; then `walk` allows the pinned point only.
    var forced = false
    /// The slot in which its first batch must begin.
    var firstSlot: Int?
    var largestStair: Int { stairs.max() ?? 0 }
  }

  /// A point with a number of desks.
  struct Setup: Sendable {
    /// In this area, and in the district.
    var point: Int
    var districtPoint: Int
    var desks: Int
    /// Households that a slot takes.
    var capacity: Int
    /// The number of slots between opening and closing.
    var slots: Int
    /// Effort of opening at all, and of each slot it stays open.
    var openCost: Int
    var slotCost: Int
  }

  /// House, point (of the area) and slot of a pin that speaks of the time.
  struct TimedRequest: Sendable {
    var house: Int
    var point: Int
    /// Nil: any slot.
    var slot: Int?
    var must: Bool
  }

  func walk(_ house: Int, _ setup: Int) -> Int { walk[house * setups.count + setup] }
  func allows(_ house: Int, _ setup: Int) -> Bool { walk[house * setups.count + setup] >= 0 }
  func unservedCost(_ house: Int) -> Int { Area.unservedWeight * houses[house].households * unservedScale }

  /// Of a household that is not served: buildings have priority 3.
  static let unservedWeight = 9

  /// What batches are made of: the whole house, or its staircases where it is larger than a slot.
  func pieces(_ house: Int, _ setup: Int) -> [Int] {
    houses[house].households > setups[setup].capacity ? houses[house].stairs : [houses[house].households]
  }
}

/// Where each house of an area goes, and which slot each of its staircases has.
struct AreaPlan: Sendable {
  /// By house: its setup, or −1 for not served.
  var setup: [Int]
  /// By house: the slot of each staircase; empty where not served.
  var slots: [[Int]]
  /// By setup: the desks in use; 0 for closed.
  var desks: [Int]

  init(empty area: Area) {
    setup = Array(repeating: -1, count: area.houses.count)
    slots = Array(repeating: [], count: area.houses.count)
    desks = Array(repeating: 0, count: area.setups.count)
  }

  /// First and last slot in use of a setup; nil where it is closed.
  func window(_ wanted: Int) -> ClosedRange<Int>? {
    var first = Int.max
    var last = Int.min
    for (house, setup) in setup.enumerated() where setup == wanted {
      for slot in slots[house] {
        first = min(first, slot)
        last = max(last, slot)
      }
    }
    return first <= last ? first...last : nil
  }
}

struct AreaCost: Sendable, Hashable {
  /// Weighted households.
  var unserved = 0
  /// Seconds, weighted.
  var staff = 0
  var walking = 0
  var preference = 0
}

extension Area {
  func cost(of plan: AreaPlan) -> AreaCost {
    var cost = AreaCost()
    for house in houses.indices {
      let setup = plan.setup[house]
      if setup < 0 {
        cost.unserved += Area.unservedWeight * houses[house].households
      } else {
        cost.walking += walk(house, setup)
      }
    }
    for setup in setups.indices {
      guard let window = plan.window(setup) else { continue }
      cost.staff += setups[setup].openCost + setups[setup].slotCost * window.count
    }
    for wish in wishes where !holds(wish, in: plan) { cost.preference += Area.wishCost }
    return cost
  }

  /// Of a preferred pin that does not hold.
  static let wishCost = 8

  func scaled(_ cost: AreaCost) -> Int {
    cost.unserved * unservedScale + (cost.staff + cost.walking) * effortScale + cost.preference
  }

  func holds(_ request: TimedRequest, in plan: AreaPlan) -> Bool {
    let setup = plan.setup[request.house]
    guard setup >= 0, setups[setup].point == request.point else { return !request.must }
    let slots = plan.slots[request.house]
    guard let slot = request.slot else { return request.must }
    return request.must ? slots.min() == slot : !slots.contains(slot)
  }
}
