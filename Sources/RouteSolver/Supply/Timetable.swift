import Routing

/// Gives every trip of a draft its moment, in the draft's order: each begins to load as early as its vehicle, the
/// depot's hours, a free dock and the stock allow (a serial schedule; Kolisch, "Serial and parallel
/// resource-constrained project scheduling methods revisited", 1996).
///
/// Where a vehicle is paid by the hour and waits, its trips are then pushed as late as they can go without moving its
/// end, from the last trip to the first. O(trips × loads at a depot).
struct Timetable {
  // One entry a trip: as early as possible, and as the plan will have it.
  private(set) var early: [Int] = []
  private(set) var service: [Int] = []
  // One entry a vehicle.
  private var clock: [Int]
  private var place: [Int]
  private var trips: [Int]
  private var lastTrip: [Int]
  private var metres: [Int]
  private(set) var start: [Int]
  private var waits: [Bool]
  private var docks: DockBook
  private var used: [Int]
  /// Level 2 of the last draft that was accepted.
  private(set) var cost = 0

  init(_ facts: SupplyFacts) {
    let count = facts.vehicles.count
    clock = Array(repeating: 0, count: count)
    place = clock
    trips = clock
    lastTrip = clock
    metres = clock
    start = clock
    waits = Array(repeating: false, count: count)
    docks = DockBook(depots: facts.depots.count)
    used = Array(repeating: 0, count: facts.windowReady.count)
  }

  /// Nil where every trip has its moment; else the first trip that comes too late.
  mutating func run(_ draft: borrowing Draft, _ facts: SupplyFacts) -> Int? {
    let count = draft.trips.count
    if early.count < count { early.append(contentsOf: repeatElement(0, count: count + 16 - early.count)) }
    docks.clear(room: count)
    for window in used.indices { used[window] = 0 }
    for vehicle in clock.indices {
      clock[vehicle] = facts.vehicles[vehicle].from
      place[vehicle] = facts.vehicles[vehicle].start
      trips[vehicle] = 0
      metres[vehicle] = 0
      waits[vehicle] = false
    }
    for index in 0..<count where !schedule(index, draft, facts) { return index }
    var toTighten = false
    for vehicle in clock.indices where trips[vehicle] > 0 {
      let home = facts.vehicles[vehicle].end
      clock[vehicle] += facts.time(place[vehicle], home)
      metres[vehicle] += facts.way(place[vehicle], home)
      if clock[vehicle] > facts.vehicles[vehicle].to { return lastTrip[vehicle] }
      if waits[vehicle], facts.vehicles[vehicle].costPerHour > 0 { toTighten = true }
    }
    service = early
    if toTighten { tighten(draft, facts) }
    addUp(facts)
    return nil
  }

  private mutating func schedule(_ index: Int, _ draft: borrowing Draft, _ facts: SupplyFacts) -> Bool {
    let trip = draft.trips[index]
    let vehicle = trip.vehicle
    let depot = facts.depots[trip.depot]
    let leg = facts.time(place[vehicle], depot.location)
    let arrival = clock[vehicle] &+ leg
    var moment = max(arrival, depot.open)
    for good in 0..<facts.goods {
      let packs = draft.loads[trip.slot &* facts.goods &+ good]
      guard packs > 0 else { continue }
      guard let ready = stockMoment(trip.depot, good, packs, facts) else { return false }
      moment = max(moment, ready)
    }
    moment = docks.earliest(trip.depot, from: moment, for: trip.loading, docks: depot.docks)
    if moment > trip.latest { return false }
    for good in 0..<facts.goods {
      let packs = draft.loads[trip.slot &* facts.goods &+ good]
      if packs > 0 { takeStock(trip.depot, good, packs, at: moment, facts) }
    }
    docks.add(trip.depot, from: moment, to: moment &+ trip.loading)
    if trips[vehicle] == 0 {
      start[vehicle] = moment &- leg
    } else if moment > arrival {
      waits[vehicle] = true
    }
    trips[vehicle] &+= 1
    if let most = facts.vehicles[vehicle].maximumTrips, trips[vehicle] > most { return false }
    early[index] = moment
    metres[vehicle] &+= facts.way(place[vehicle], depot.location) &+ trip.metres
    clock[vehicle] = moment &+ trip.loading &+ trip.drive
    place[vehicle] = trip.last
    lastTrip[vehicle] = index
    return true
  }

  /// The earliest moment from which on every window has room for the packs; nil where there is none.
  private func stockMoment(_ depot: Int, _ good: Int, _ packs: Int, _ facts: SupplyFacts) -> Int? {
    let first = facts.windowStart[depot &* facts.goods &+ good]
    var window = facts.windowStart[depot &* facts.goods &+ good &+ 1]
    var moment: Int?
    while window > first, used[window &- 1] &+ packs <= facts.windowPacks[window &- 1] {
      window &-= 1
      moment = facts.windowReady[window]
    }
    return moment
  }

  private mutating func takeStock(_ depot: Int, _ good: Int, _ packs: Int, at moment: Int, _ facts: SupplyFacts) {
    let first = facts.windowStart[depot &* facts.goods &+ good]
    var window = facts.windowStart[depot &* facts.goods &+ good &+ 1]
    while window > first {
      window &-= 1
      used[window] &+= packs
      if facts.windowReady[window] <= moment { break }
    }
  }

  /// Takes waiting out of the middle of routes that are paid by the hour.
  private mutating func tighten(_ draft: borrowing Draft, _ facts: SupplyFacts) {
    // From here on lastTrip is the trip that follows, −1 behind the vehicle's last.
    for vehicle in lastTrip.indices { lastTrip[vehicle] = -1 }
    for index in (0..<draft.trips.count).reversed() {
      let trip = draft.trips[index]
      let vehicle = trip.vehicle
      guard waits[vehicle], facts.vehicles[vehicle].costPerHour > 0 else { continue }
      let next = lastTrip[vehicle]
      lastTrip[vehicle] = index
      guard next >= 0 else { continue }
      let leg = facts.time(trip.last, facts.depots[draft.trips[next].depot].location)
      let target = min(trip.latest, service[next] &- leg &- trip.drive &- trip.loading)
      if target > service[index] {
        docks.remove(trip.depot, from: service[index], to: service[index] &+ trip.loading)
        service[index] = docks.latest(
          trip.depot, from: service[index], to: target, for: trip.loading, docks: facts.depots[trip.depot].docks)
        docks.add(trip.depot, from: service[index], to: service[index] &+ trip.loading)
      }
    }
    for vehicle in lastTrip.indices where lastTrip[vehicle] >= 0 {
      let first = lastTrip[vehicle]
      let depot = facts.depots[draft.trips[first].depot]
      start[vehicle] = service[first] &- facts.time(facts.vehicles[vehicle].start, depot.location)
    }
  }

  private mutating func addUp(_ facts: SupplyFacts) {
    cost = 0
    for vehicle in trips.indices where trips[vehicle] > 0 {
      let prices = facts.vehicles[vehicle]
      cost &+=
        prices.fixedCost &+ (metres[vehicle] &* prices.costPerKilometre &+ 999) / 1000
        &+ ((clock[vehicle] &- start[vehicle]) &* prices.costPerHour &+ 3599) / 3600
    }
  }
}
