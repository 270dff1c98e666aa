/// Which curve steps the packs placed are meant for, where their order in time leaves a choice.
enum TagChoice {
  /// For demands that lack packs: the earliest steps that the departures allow, so that what is still to come may come
  /// as late as possible.
  case early
  /// For all demands: the latest steps, so that trips may move.
  case late
}

extension Draft {
  /// Chooses the tags anew, given the trips' early moments; every piece still departs in time. O(pieces · log pieces).
  ///
  /// Pieces in the order of their departures cover packs number first, first + 1 … of the curve; with `late` the packs
  /// missing are the first ones of all, with `early` they are wherever there is a hole.
  mutating func retag(_ choice: TagChoice, _ facts: SupplyFacts) {
    var touched: [Int] = []
    var demand = -1
    var position = 0
    for visit in visits(choice, facts, &touched) {
      if visit.demand != demand {
        demand = visit.demand
        position = choice == .late ? facts.demandPacks[demand] - placed[demand] : 0
      }
      let start = facts.curveStart[demand]
      let last = facts.steps(demand) - 1
      var tag = 0
      while tag < last, facts.due(demand, tag) < visit.departure { tag += 1 }
      if tag > 0 { position = max(position, facts.curvePacks[start + tag - 1]) }
      while tag < last, facts.curvePacks[start + tag] <= position { tag += 1 }
      setTag(tag, of: visit.piece, facts)
      position += Int(pieces[Int(visit.piece)].packs)
    }
    for index in touched { refresh(index, facts) }
  }

  private struct Visit {
    var demand: Int
    var departure: Int
    var piece: Int32
  }

  /// By demand, then departure; and the trips that they are on.
  private func visits(_ choice: TagChoice, _ facts: SupplyFacts, _ touched: inout [Int]) -> [Visit] {
    var visits: [Visit] = []
    for index in trips.indices {
      let trip = trips[index]
      let vehicle = facts.vehicles[trip.vehicle]
      var clock = trip.service + trip.loading
      var place = facts.depots[trip.depot].location
      var touches = false
      var id = trip.head
      while id >= 0 {
        let piece = pieces[Int(id)]
        let demand = Int(piece.demand)
        let there = facts.demandPlace[demand]
        clock += facts.time(place, there) + vehicle.unloadFixed + vehicle.unloadPerPack * Int(piece.packs)
        if facts.steps(demand) > 1, choice == .late || placed[demand] < facts.demandPacks[demand] {
          visits.append(Visit(demand: demand, departure: clock, piece: id))
          touches = true
        }
        place = there
        id = piece.next
      }
      if touches { touched.append(index) }
    }
    visits.sort { a, b in
      if a.demand != b.demand { return a.demand < b.demand }
      if a.departure != b.departure { return a.departure < b.departure }
      return a.piece < b.piece
    }
    return visits
  }
}
