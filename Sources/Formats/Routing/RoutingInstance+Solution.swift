import Routing

/// Solutions as CVRPLIB writes them: `Route #1: 5 3 0 7`, where 0 (a depot) begins another trip, and `Cost 26362`.
extension RoutingInstance {
  /// - Parameter cost: in the problem's units, without what vehicles are charged to be few.
  public func solutionText(of solution: RoutingSolution, cost: Int) -> String {
    var text = ""
    for (index, route) in inFileOrder(solution).enumerated() {
      text += "Route #\(index + 1):"
      for stop in route?.stops ?? [] {
        switch stop.action {
        case .visit(let client), .deliver(let client, _): text += " \(clientNumbers[client])"
        case .load(let depot): text += " \(depotNumbers[depot])"
        case .rest: break
        }
      }
      text += "\n"
    }
    return text + "Cost \(written(cost: cost))\n"
  }

  /// Where lines are vehicles, one for each vehicle, nil for those that stay; else the routes as they are.
  private func inFileOrder(_ solution: RoutingSolution) -> [RoutingSolution.Route?] {
    guard let vehicleLines else { return solution.routes }
    var left: [Int: ArraySlice<RoutingSolution.Route>] = [:]
    for route in solution.routes { left[route.vehicle, default: []].append(route) }
    return vehicleLines.map { left[$0]?.popFirst() }
  }
}

/// Reads a solution of an instance: the order of visits, each begun as early as may be.
///
/// Whether it keeps the rules, the check says.
public func readRoutingSolution(
  at path: String, of instance: RoutingInstance
) throws(DistrictProblems) -> RoutingSolution {
  let log = ProblemLog()
  guard let bytes = publicText(path, log) else { throw DistrictProblems(problems: log.problems) }
  return try routingSolution(from: bytes, file: path, of: instance)
}

func routingSolution(
  from bytes: [UInt8], file: String, of instance: RoutingInstance
) throws(DistrictProblems) -> RoutingSolution {
  let log = ProblemLog()
  let reader = LineReader(file: file, log: log)
  let actions = RoutingActions(instance)
  var routes: [RoutingSolution.Route] = []
  var row = 0
  for line in linesThatSaySomething(bytes) where line.text.hasPrefix("Route") {
    reader.line = line.number
    row += 1
    guard let colon = line.text.firstIndex(of: ":") else {
      reader.complain(.lineShape, ["value": line.text, "shape": "Route #1: 5 3 7"])
      continue
    }
    let words = TextLine(number: line.number, text: String(line.text[line.text.index(after: colon)...])).words
    let stops = words.compactMap { word -> RoutingSolution.Action? in
      if let action = actions.byNumber[word] { return action }
      reader.complain(.unknownID, ["value": word, "file": instance.name])
      return nil
    }
    if let lines = instance.vehicleLines, row > lines.count {
      reader.complain(.countDisagrees, ["value": String(lines.count), "count": String(row)])
    } else if !stops.isEmpty {
      let vehicle = instance.vehicleLines?[row - 1] ?? 0
      routes.append(instance.problem.earliest(stops, vehicle: vehicle))
    }
  }
  guard log.problems.isEmpty else { throw DistrictProblems(problems: log.problems, omitted: log.omitted) }
  return RoutingSolution(routes: routes.sorted { $0.vehicle < $1.vehicle })
}

private struct RoutingActions {
  var byNumber: [String: RoutingSolution.Action] = [:]
  init(_ instance: RoutingInstance) {
    for (client, number) in instance.clientNumbers.enumerated() { byNumber[String(number)] = .visit(client: client) }
    for (depot, number) in instance.depotNumbers.enumerated() { byNumber[String(number)] = .load(depot: depot) }
  }
}

extension RoutingProblem {
  /// The stops one after another, each as early as its window, its trip's releases and the way let it begin. Loading
  /// takes no time in public formats, and there are no rests.
  fileprivate func earliest(_ actions: [RoutingSolution.Action], vehicle: Int) -> RoutingSolution.Route {
    let kind = vehicles[vehicle]
    func release(after place: Int) -> Int {
      var latest = -Self.horizon
      for action in actions[place...] {
        guard let client = action.client else { break }
        latest = max(latest, clients[client].release ?? latest)
      }
      return latest
    }
    let start = max(depots[kind.start].hours.from, release(after: 0), 0)
    var (clock, here) = (start, depots[kind.start].location)
    var stops: [RoutingSolution.Stop] = []
    for (place, action) in actions.enumerated() {
      var (location, service, open) = (here, 0, -Self.horizon)
      switch action {
      case .visit(let client), .deliver(let client, _):
        (location, service) = (clients[client].location, clients[client].service)
        open = clients[client].windows.first?.from ?? open
      case .load(let depot):
        (location, open) = (depots[depot].location, max(depots[depot].hours.from, release(after: place + 1)))
      case .rest: break
      }
      let arrival = clock + travel.duration(here, location)
      let begin = max(arrival, open)
      stops.append(
        RoutingSolution.Stop(action: action, arrival: arrival, begin: begin, departure: begin + service))
      (clock, here) = (begin + service, location)
    }
    let end = clock + travel.duration(here, depots[kind.end].location)
    return RoutingSolution.Route(vehicle: vehicle, start: start, end: end, stops: stops)
  }
}
