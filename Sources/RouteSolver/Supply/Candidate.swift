/// A way to place packs of one demand: on a stop or behind it on a trip that exists, or on a new trip.
struct Candidate {
  /// What the journeys cost more, and what the packs left over will cost, roughly.
  var score: Double
  /// The trip, or −1 for a new one of `vehicle` from `depot` at `order` in the draft.
  var trip: Int
  var stop: Int32 = -1
  var vehicle = 0
  var depot = 0
  var order = 0
  var packs: Int
  var tag: Int
}

/// Which placements are looked at.
struct PlacementLimits {
  /// Only this vehicle; nil: all.
  var only: Int?
  /// Not this vehicle.
  var banned: Int?
  /// At most so many packs at once.
  var most = Int.max
}

/// Lists the ways to place a demand, each known to keep capacity, stock in all, and the times of its own vehicle as far
/// as docks let it; only the timetable knows whether docks and stock over time allow it too.
struct CandidateList {
  private(set) var items: [Candidate] = []
  private var rooms: [Int] = []
  private var suffix: [Int] = []
  private var following: [Int] = []
  private var ofVehicle: [[Int]]

  init(_ facts: SupplyFacts) { ofVehicle = Array(repeating: [], count: facts.vehicles.count) }

  /// O(trips + stops + vehicles × depots × trips of a vehicle).
  mutating func collect(_ demand: Int, _ draft: borrowing Draft, _ limits: PlacementLimits, _ facts: SupplyFacts) {
    items.removeAll(keepingCapacity: true)
    let open = min(facts.demandPacks[demand] - draft.placed[demand], limits.most)
    guard open > 0 else { return }
    rooms.removeAll(keepingCapacity: true)
    for tag in 0..<facts.steps(demand) { rooms.append(draft.room(demand, tag: tag, facts)) }
    for vehicle in ofVehicle.indices { ofVehicle[vehicle].removeAll(keepingCapacity: true) }
    following.removeAll(keepingCapacity: true)
    for index in 0..<draft.trips.count {
      let vehicle = draft.trips[index].vehicle
      following.append(-1)
      if let before = ofVehicle[vehicle].last { following[before] = index }
      ofVehicle[vehicle].append(index)
    }
    for vehicle in facts.vehicles.indices {
      if vehicle == limits.banned || facts.isForbidden(vehicle, demand) { continue }
      if let only = limits.only, only != vehicle { continue }
      for index in ofVehicle[vehicle] { join(index, demand, open, draft, facts) }
      startTrips(vehicle, demand, open, draft, facts)
    }
  }

  /// The best candidate not yet taken, removed from the list.
  mutating func popBest() -> Candidate? {
    guard var best = items.indices.first else { return nil }
    for index in items.indices where items[index].score < items[best].score { best = index }
    let item = items[best]
    items[best] = items[items.count - 1]
    items.removeLast()
    return item
  }

  private func stockLeft(_ depot: Int, _ good: Int, _ draft: borrowing Draft, _ facts: SupplyFacts) -> Int {
    let entry = depot * facts.goods + good
    let end = facts.windowStart[entry + 1]
    guard end > facts.windowStart[entry] else { return 0 }
    return facts.windowPacks[end - 1] - draft.taken[entry]
  }

  /// The latest tag that still takes `packs` and whose moment is not before `departure`; fewer packs where the first
  /// such tag takes no more.
  private func tag(_ demand: Int, _ packs: Int, at departure: Int, _ facts: SupplyFacts) -> (tag: Int, packs: Int)? {
    let steps = rooms.count
    var tag = 0
    while tag < steps, facts.due(demand, tag) < departure { tag += 1 }
    guard tag < steps, rooms[tag] > 0 else { return nil }
    if rooms[tag] < packs { return (tag, rooms[tag]) }
    while tag + 1 < steps, rooms[tag + 1] >= packs { tag += 1 }
    return (tag, packs)
  }

  private mutating func join(
    _ index: Int, _ demand: Int, _ open: Int, _ draft: borrowing Draft, _ facts: SupplyFacts
  ) {
    let trip = draft.trips[index]
    let good = facts.demandGood[demand]
    let vehicle = facts.vehicles[trip.vehicle]
    let depot = facts.depots[trip.depot]
    var packs = min(open, vehicle.capacityPacks - trip.packs, stockLeft(trip.depot, good, draft, facts))
    if let grams = vehicle.capacityGrams, facts.grams[good] > 0 {
      packs = min(packs, (grams - trip.grams) / facts.grams[good])
    }
    guard packs > 0 else { return }
    let place = facts.demandPlace[demand]
    // The moment at which the vehicle must be at its next loading dock, or at its end; and where that is.
    let next = following[index]
    let deadline = next >= 0 ? draft.trips[next].ceiling : vehicle.to
    let goal = next >= 0 ? facts.depots[draft.trips[next].depot].location : vehicle.end
    let oldLeg = facts.time(trip.last, goal)

    // The latest departure from the dock that the stops from each on allow.
    suffix.removeAll(keepingCapacity: true)
    var same: Int32 = -1
    var id = trip.head
    while id >= 0 {
      if Int(draft.pieces[Int(id)].demand) == demand { same = id }
      suffix.append(0)
      id = draft.pieces[Int(id)].next
    }
    suffix.append(depot.close)
    fillSuffix(trip, draft, facts)

    var position = 0
    var stop: Int32 = -1
    var from = depot.location
    var offset = 0
    var prefix = depot.close
    while true {
      let after = stop < 0 ? trip.head : draft.pieces[Int(stop)].next
      // On a trip that visits the demand already, the packs go onto that stop.
      let merges = stop >= 0 && stop == same
      if same < 0 || merges {
        let to = after >= 0 ? facts.demandPlace[Int(draft.pieces[Int(after)].demand)] : goal
        let legIn = merges ? 0 : facts.time(from, place)
        let detour = merges ? 0 : legIn &+ facts.time(place, to) &- facts.time(from, to)
        let metres = merges ? 0 : facts.way(from, place) &+ facts.way(place, to) &- facts.way(from, to)
        let fixed = merges ? 0 : vehicle.unloadFixed
        let dock = trip.service &+ trip.loading
        let departure =
          dock &+ depot.loadPerPack &* packs &+ offset &+ legIn &+ fixed &+ vehicle.unloadPerPack &* packs
        if let choice = tag(demand, packs, at: departure, facts) {
          let handling = fixed &+ vehicle.unloadPerPack &* choice.packs
          let loaded = dock &+ depot.loadPerPack &* choice.packs
          let own = facts.due(demand, choice.tag) &- offset &- legIn &- handling
          let end = loaded &+ trip.drive &+ handling &+ detour &+ oldLeg
          if loaded <= min(prefix, own),
            loaded &+ handling &+ detour <= suffix[position] || after < 0 && loaded <= depot.close,
            end <= deadline
          {
            let seconds = detour &+ handling &+ depot.loadPerPack &* choice.packs
            items.append(
              Candidate(
                score: Double(metres &* vehicle.costPerKilometre) / 1000
                  + Double(seconds &* vehicle.costPerHour) / 3600
                  + Double(open &- choice.packs) * facts.packPrice[demand], trip: index, stop: stop,
                packs: choice.packs, tag: choice.tag))
          }
        }
      }
      guard after >= 0 else { break }
      let piece = draft.pieces[Int(after)]
      let there = facts.demandPlace[Int(piece.demand)]
      offset &+= facts.time(from, there) &+ vehicle.unloadFixed &+ vehicle.unloadPerPack &* Int(piece.packs)
      prefix = min(prefix, facts.due(Int(piece.demand), Int(piece.tag)) &- offset)
      from = there
      stop = after
      position += 1
    }
  }

  private mutating func fillSuffix(_ trip: Trip, _ draft: borrowing Draft, _ facts: SupplyFacts) {
    let vehicle = facts.vehicles[trip.vehicle]
    var place = facts.depots[trip.depot].location
    var offset = 0
    var position = 0
    var id = trip.head
    while id >= 0 {
      let piece = draft.pieces[Int(id)]
      let there = facts.demandPlace[Int(piece.demand)]
      offset &+= facts.time(place, there) &+ vehicle.unloadFixed &+ vehicle.unloadPerPack &* Int(piece.packs)
      suffix[position] = facts.due(Int(piece.demand), Int(piece.tag)) &- offset
      place = there
      id = piece.next
      position += 1
    }
    while position > 0 {
      position -= 1
      suffix[position] = min(suffix[position], suffix[position + 1])
    }
  }

  private mutating func startTrips(
    _ index: Int, _ demand: Int, _ open: Int, _ draft: borrowing Draft, _ facts: SupplyFacts
  ) {
    let vehicle = facts.vehicles[index]
    let count = ofVehicle[index].count
    if let most = vehicle.maximumTrips, count >= most { return }
    let good = facts.demandGood[demand]
    let capacity = facts.problem.capacity(of: vehicle, good: good)
    let place = facts.demandPlace[demand]
    for depotIndex in facts.depots.indices {
      let depot = facts.depots[depotIndex]
      let packs = min(open, capacity, stockLeft(depotIndex, good, draft, facts))
      guard packs > 0 else { continue }
      for slot in 0...count {
        let before = slot == 0 ? -1 : ofVehicle[index][slot - 1]
        let after = slot == count ? -1 : ofVehicle[index][slot]
        let from = before < 0 ? vehicle.start : draft.trips[before].last
        let to = after < 0 ? vehicle.end : facts.depots[draft.trips[after].depot].location
        let clock =
          before < 0
          ? vehicle.from : draft.trips[before].service &+ draft.trips[before].loading &+ draft.trips[before].drive
        let service = max(clock &+ facts.time(from, depot.location), depot.open)
        let out = facts.time(depot.location, place) &+ vehicle.unloadFixed
        let perPack = depot.loadPerPack &+ vehicle.unloadPerPack
        guard let choice = tag(demand, packs, at: service &+ depot.loadFixed &+ out &+ perPack &* packs, facts) else {
          continue
        }
        let loading = depot.loadFixed &+ depot.loadPerPack &* choice.packs
        let drive = out &+ vehicle.unloadPerPack &* choice.packs
        let latest = min(facts.due(demand, choice.tag) &- drive, depot.close) &- loading
        let deadline = after < 0 ? vehicle.to : draft.trips[after].ceiling
        guard service <= latest, service &+ loading &+ drive &+ facts.time(place, to) <= deadline else { continue }
        var metres = facts.way(from, depot.location) &+ facts.way(depot.location, place) &+ facts.way(place, to)
        var seconds = facts.time(from, depot.location) &+ loading &+ drive &+ facts.time(place, to)
        if count > 0 {
          metres &-= facts.way(from, to)
          seconds &-= facts.time(from, to)
        }
        let score =
          Double(metres &* vehicle.costPerKilometre) / 1000 + Double(seconds &* vehicle.costPerHour) / 3600
          + Double(open &- choice.packs) * facts.packPrice[demand] + (count == 0 ? Double(vehicle.fixedCost) : 0)
        var order = before &+ 1
        let end = after < 0 ? draft.trips.count : after
        while order < end, draft.trips[order].latest <= latest { order += 1 }
        items.append(
          Candidate(
            score: score, trip: -1, vehicle: index, depot: depotIndex, order: order, packs: choice.packs,
            tag: choice.tag))
      }
    }
  }
}
