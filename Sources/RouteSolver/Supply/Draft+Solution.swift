import Routing

extension Draft {
  /// Takes over the trips of a valid solution; the order of the loads gives the order of the docks.
  ///
  /// Trips that load at several depots, or carry packs over to the next trip, have no draft: their stops are left open.
  mutating func adopt(_ solution: SupplySolution, _ facts: SupplyFacts) {
    struct Journey {
      var service: Int
      var vehicle: Int
      var depot: Int
      var stops: [(demand: Int, packs: Int, departure: Int)]
    }
    var journeys: [Journey] = []
    for route in solution.routes {
      var journey: Journey?
      for step in route.steps {
        switch step.action {
        case .load(let depot, _):
          if let journey { journeys.append(journey) }
          journey = Journey(service: step.service, vehicle: route.vehicle, depot: depot, stops: [])
        case .deliver(let demand, let packs):
          journey?.stops.append((demand, packs, step.departure))
        }
      }
      if let journey { journeys.append(journey) }
    }
    journeys.sort { $0.service != $1.service ? $0.service < $1.service : $0.vehicle < $1.vehicle }
    for journey in journeys where !journey.stops.isEmpty {
      let index = trips.count
      addTrip(vehicle: journey.vehicle, depot: journey.depot, at: index, facts)
      var last: Int32 = -1
      for stop in journey.stops {
        var tag = 0
        while tag + 1 < facts.steps(stop.demand), facts.due(stop.demand, tag) < stop.departure { tag += 1 }
        place(stop.packs, of: stop.demand, tag: tag, on: index, after: last, facts)
        last = last < 0 ? trips[index].head : pieces[Int(last)].next < 0 ? last : pieces[Int(last)].next
      }
      trips[index].service = journey.service
    }
  }
}

extension Builder {
  /// The objective of a draft that the timetable has accepted last.
  func objective(_ draft: Draft) -> SupplyObjective {
    var objective = SupplyObjective(brokenPins: 0, undelivered: 0, cost: timetable.cost, preference: 0)
    for demand in facts.demandPacks.indices {
      objective.undelivered += (facts.demandPacks[demand] - draft.placed[demand]) * facts.demandWeight[demand]
    }
    for pin in facts.problem.pins where draft.delivers(pin.vehicle, pin.demand) != pin.must {
      if let cost = pin.cost { objective.preference += cost } else { objective.brokenPins += 1 }
    }
    return objective
  }

  /// The draft as steps with moments. O(steps).
  mutating func solution(_ draft: Draft) -> SupplySolution {
    guard timetable.run(draft, facts) == nil else { return SupplySolution() }
    var routes: [SupplySolution.Route] = []
    for vehicle in facts.vehicles.indices {
      let own = draft.trips.indices.filter { draft.trips[$0].vehicle == vehicle }
      guard !own.isEmpty else { continue }
      let prices = facts.vehicles[vehicle]
      var clock = timetable.start[vehicle]
      var place = prices.start
      var steps: [SupplySolution.Step] = []
      func step(_ action: SupplySolution.Action, at there: Int, from moment: Int, for handling: Int) {
        let arrival = clock + facts.time(place, there)
        let service = max(arrival, moment)
        steps.append(.init(action: action, arrival: arrival, service: service, departure: service + handling))
        clock = service + handling
        place = there
      }
      for index in own {
        let trip = draft.trips[index]
        let packs = Array(draft.loads[trip.slot * facts.goods..<(trip.slot + 1) * facts.goods])
        step(
          .load(depot: trip.depot, packs: packs), at: facts.depots[trip.depot].location,
          from: timetable.service[index], for: trip.loading)
        var id = trip.head
        while id >= 0 {
          let piece = draft.pieces[Int(id)]
          let demand = Int(piece.demand)
          step(
            .deliver(demand: demand, packs: Int(piece.packs)), at: facts.demandPlace[demand], from: .min,
            for: prices.unloadFixed + prices.unloadPerPack * Int(piece.packs))
          id = piece.next
        }
      }
      routes.append(
        .init(
          vehicle: vehicle, start: timetable.start[vehicle], end: clock + facts.time(place, prices.end), steps: steps))
    }
    return SupplySolution(routes: routes)
  }
}
