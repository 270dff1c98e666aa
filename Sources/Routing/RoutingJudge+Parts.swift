/// What comes in parts or by a need curve, and who must or must not bring it.
extension RoutingJudge {
  struct Part {
    var vehicle: Int
    var departure: Int
    var units: Int
  }

  /// A visit to a client that comes at once.
  mutating func checkVisit(_ client: Int, _ route: RoutingSolution.Route, _ stop: Int) {
    if problem.clients[client].part != nil { faults.append(.parts(client: client)) }
    if let need = problem.clients[client].needs.first, route.stops[stop].departure > need.by {
      faults.append(.late(client: client))
    }
  }

  mutating func checkBonds(_ client: Int, _ vehicle: Int) {
    for (index, bond) in problem.bonds.enumerated() where !bond.must && bond.client == client && bond.vehicle == vehicle
    {
      faults.append(.bond(index))
    }
  }

  /// By client in parts: how far what is there lags behind its needs, at the worst. Nothing comes too late to count.
  mutating func missingUnits() -> [Int] {
    problem.clients.indices.map { index in
      let client = problem.clients[index]
      guard client.part != nil else { return 0 }
      let all = brought[index].reduce(0) { $0 + $1.units }
      let wanted = entry(client.delivery, 0)
      if all > wanted { faults.append(.parts(client: index)) }
      var worst = max(0, wanted - all)
      for need in client.needs {
        worst = max(worst, need.units - brought[index].reduce(0) { $0 + ($1.departure <= need.by ? $1.units : 0) })
      }
      if all <= wanted, all + worst > wanted { faults.append(.late(client: index)) }
      return worst
    }
  }

  func brokenBonds(_ solution: RoutingSolution) -> [Int] {
    problem.bonds.indices.filter { index in
      let bond = problem.bonds[index]
      return bond.must
        && !solution.routes.contains { route in
          route.vehicle == bond.vehicle && route.stops.contains { $0.action.client == bond.client }
        }
    }
  }
}
