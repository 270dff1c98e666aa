import Units

/// Takes part of a draft out, in one of several ways, for the rebuild to place anew.
struct Ruin {
  let facts: SupplyFacts

  struct Effect {
    /// A vehicle that is to stay unused in the rebuild.
    var banned: Int?
    /// Pins (by number) to serve first.
    var pins: [Int] = []
  }

  struct Stop {
    var trip: Int
    var previous: Int32
    var piece: Int32
  }

  func apply(_ draft: inout Draft, _ random: inout SeededRandom) -> Effect {
    var effect = Effect()
    freePinned(&draft, &effect, &random)
    draft.removeEmptyTrips(facts)
    guard !draft.trips.isEmpty else { return effect }
    switch random.below(100) {
    case ..<40: neighbours(&draft, &random)
    case ..<58: trips(&draft, 1 + random.below(3), &random)
    case ..<68: effect.banned = vehicle(&draft, &random)
    case ..<78: stretch(&draft, &random)
    case ..<88: amounts(&draft, &random)
    default: reorder(&draft, &random)
    }
    return effect
  }

  /// Stops near a place: of the same demand first, then by distance, blurred at random.
  private func neighbours(_ draft: inout Draft, _ random: inout SeededRandom) {
    let stops = list(draft)
    let open = facts.demandPacks.indices.filter { draft.placed[$0] < facts.demandPacks[$0] }
    let seed: Int
    if !open.isEmpty, random.below(2) == 0 {
      seed = open[random.below(open.count)]
    } else {
      seed = Int(draft.pieces[Int(stops[random.below(stops.count)].piece)].demand)
    }
    let most = max(1, min(12, stops.count / 2))
    let count = 1 + random.below(most)
    let centre = facts.demandPlace[seed]
    var keys: [(distance: Double, stop: Int)] = []
    keys.reserveCapacity(stops.count)
    for (index, stop) in stops.enumerated() {
      let there = facts.demandPlace[Int(draft.pieces[Int(stop.piece)].demand)]
      keys.append((Double(facts.way(centre, there)) * (0.5 + random.unit()) + random.unit(), index))
    }
    var chosen: [Int] = []
    for _ in 0..<min(count, keys.count) {
      var least = 0
      for index in keys.indices where keys[index].distance < keys[least].distance { least = index }
      chosen.append(keys[least].stop)
      keys.swapAt(least, keys.count - 1)
      keys.removeLast()
    }
    // From the back of the list, so that the stop before each one still stands.
    for index in chosen.sorted(by: >) {
      let stop = stops[index]
      draft.take(Int(draft.pieces[Int(stop.piece)].packs), from: stop.piece, after: stop.previous, on: stop.trip, facts)
    }
  }

  private func trips(_ draft: inout Draft, _ count: Int, _ random: inout SeededRandom) {
    for _ in 0..<min(count, draft.trips.count) { draft.removeTrip(random.below(draft.trips.count), facts) }
  }

  private func vehicle(_ draft: inout Draft, _ random: inout SeededRandom) -> Int? {
    let vehicle = draft.trips[random.below(draft.trips.count)].vehicle
    for index in draft.trips.indices.reversed() where draft.trips[index].vehicle == vehicle {
      draft.removeTrip(index, facts)
    }
    return random.below(3) > 0 ? vehicle : nil
  }

  /// Trips that follow one another in the order of the docks.
  private func stretch(_ draft: inout Draft, _ random: inout SeededRandom) {
    let count = min(draft.trips.count, 2 + random.below(3))
    let first = random.below(draft.trips.count - count + 1)
    for index in (first..<first + count).reversed() { draft.removeTrip(index, facts) }
  }

  /// Parts of some deliveries.
  private func amounts(_ draft: inout Draft, _ random: inout SeededRandom) {
    for _ in 0..<1 + random.below(3) {
      let stops = list(draft)
      guard !stops.isEmpty else { return }
      let stop = stops[random.below(stops.count)]
      let packs = Int(draft.pieces[Int(stop.piece)].packs)
      draft.take(1 + random.below(packs), from: stop.piece, after: stop.previous, on: stop.trip, facts)
    }
  }

  /// Moves a trip in the order in which docks and stock are given out.
  private func reorder(_ draft: inout Draft, _ random: inout SeededRandom) {
    let trip = draft.trips.remove(at: random.below(draft.trips.count))
    draft.trips.insert(trip, at: random.below(draft.trips.count + 1))
  }

  /// A pin that does not hold needs packs that are free for its vehicle.
  private func freePinned(_ draft: inout Draft, _ effect: inout Effect, _ random: inout SeededRandom) {
    for (number, pin) in facts.problem.pins.enumerated() where pin.must {
      if draft.delivers(pin.vehicle, pin.demand) { continue }
      if pin.cost != nil, random.below(2) == 0 { continue }
      effect.pins.append(number)
      if draft.placed[pin.demand] < facts.demandPacks[pin.demand] { continue }
      let stops = list(draft).filter { Int(draft.pieces[Int($0.piece)].demand) == pin.demand }
      guard !stops.isEmpty else { continue }
      let stop = stops[random.below(stops.count)]
      let packs = Int(draft.pieces[Int(stop.piece)].packs)
      draft.take(random.below(2) == 0 ? packs : 1, from: stop.piece, after: stop.previous, on: stop.trip, facts)
    }
  }

  private func list(_ draft: borrowing Draft) -> [Stop] {
    var stops: [Stop] = []
    stops.reserveCapacity(draft.stepCount)
    for index in 0..<draft.trips.count {
      var previous: Int32 = -1
      var id = draft.trips[index].head
      while id >= 0 {
        stops.append(Stop(trip: index, previous: previous, piece: id))
        previous = id
        id = draft.pieces[Int(id)].next
      }
    }
    return stops
  }
}

extension Draft {
  func delivers(_ vehicle: Int, _ demand: Int) -> Bool {
    for trip in trips where trip.vehicle == vehicle {
      var id = trip.head
      while id >= 0 {
        if Int(pieces[Int(id)].demand) == demand { return true }
        id = pieces[Int(id)].next
      }
    }
    return false
  }
}
