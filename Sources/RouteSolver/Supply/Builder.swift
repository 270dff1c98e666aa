import Units

/// Places what is missing, one demand after another, each time in the cheapest way that the timetable accepts.
struct Builder {
  let facts: SupplyFacts
  var timetable: Timetable
  private var candidates: CandidateList
  /// How many candidates are handed to the timetable before a demand is given up for now.
  private let attempts: Int

  init(_ facts: SupplyFacts) {
    self.facts = facts
    timetable = Timetable(facts)
    candidates = CandidateList(facts)
    attempts = facts.demandPacks.count > 200 ? 10 : 200
  }

  /// Places packs of a demand once; false where no way was found. `skip` leaves a candidate out at random.
  mutating func placeOnce(
    _ demand: Int, _ draft: inout Draft, _ limits: PlacementLimits, skip: Int, _ random: inout SeededRandom
  ) -> Bool {
    guard draft.stepCount < SupplySearch.stepLimit else { return false }
    candidates.collect(demand, draft, limits, facts)
    var left = attempts
    while left > 0, let candidate = candidates.popBest() {
      if skip > 0, !candidates.items.isEmpty, random.below(100) < skip { continue }
      if attempt(candidate, demand, &draft) { return true }
      left -= 1
    }
    return false
  }

  /// Makes the change where the timetable accepts it; otherwise leaves the draft as it was.
  mutating func attempt(_ candidate: Candidate, _ demand: Int, _ draft: inout Draft) -> Bool {
    if candidate.trip < 0 {
      draft.addTrip(vehicle: candidate.vehicle, depot: candidate.depot, at: candidate.order, facts)
      draft.place(candidate.packs, of: demand, tag: candidate.tag, on: candidate.order, after: -1, facts)
      if timetable.run(draft, facts) == nil {
        settle(&draft)
        return true
      }
      draft.removeTrip(candidate.order, facts)
      return false
    }
    let stop = candidate.stop
    let merges = stop >= 0 && Int(draft.pieces[Int(stop)].demand) == demand
    let oldTag = merges ? Int(draft.pieces[Int(stop)].tag) : 0
    draft.place(candidate.packs, of: demand, tag: candidate.tag, on: candidate.trip, after: stop, facts)
    if timetable.run(draft, facts) == nil {
      settle(&draft)
      return true
    }
    if merges {
      draft.take(candidate.packs, from: stop, after: -1, on: candidate.trip, facts)
      draft.setTag(oldTag, of: stop, facts)
      draft.refresh(candidate.trip, facts)
    } else {
      let id = stop < 0 ? draft.trips[candidate.trip].head : draft.pieces[Int(stop)].next
      draft.take(candidate.packs, from: id, after: stop, on: candidate.trip, facts)
    }
    return false
  }

  /// Writes the timetable's early moments into the draft, and what they leave open for later.
  mutating func settle(_ draft: inout Draft) {
    for index in draft.trips.indices { draft.trips[index].service = timetable.early[index] }
    raiseCeilings(&draft)
  }

  /// For each trip the latest beginning that the vehicle's later trips allow, docks aside. O(trips).
  mutating func raiseCeilings(_ draft: inout Draft) {
    var limit = facts.vehicles.map(\.to)
    var goal = facts.vehicles.map(\.end)
    for index in draft.trips.indices.reversed() {
      let trip = draft.trips[index]
      let there = limit[trip.vehicle] - facts.time(trip.last, goal[trip.vehicle]) - trip.drive - trip.loading
      let ceiling = min(trip.latest, there)
      draft.trips[index].ceiling = ceiling
      limit[trip.vehicle] = ceiling
      goal[trip.vehicle] = facts.depots[trip.depot].location
    }
  }

  /// Makes a draft valid again by taking out trips that come too late; gives it its moments.
  mutating func repair(_ draft: inout Draft) {
    draft.removeEmptyTrips(facts)
    while let late = timetable.run(draft, facts) { draft.removeTrip(late, facts) }
    settle(&draft)
  }
}

extension Draft {
  mutating func setTag(_ tag: Int, of id: Int32, _ facts: SupplyFacts) {
    let piece = pieces[Int(id)]
    let start = facts.curveStart[Int(piece.demand)]
    tagged[start + Int(piece.tag)] -= Int(piece.packs)
    tagged[start + tag] += Int(piece.packs)
    pieces[Int(id)].tag = Int32(truncatingIfNeeded: tag)
  }
}
