import Districts

extension RouteCase {
  /// Vehicles once each in order; steps from start to end; loads of known goods that only grow at depots and only
  /// shrink, in the good of the job, at the place of the job.
  func checkStructure() -> [Violation] {
    var found: [Violation] = []
    let order = plan.routes.map { route in raw.district.vehicles.firstIndex { $0.id == route.vehicle } }
    for (route, index) in zip(plan.routes, order) where index == nil {
      found.append(violation(.structure, route.vehicle.text, "the vehicle \(route.vehicle) is unknown"))
    }
    let known = order.compactMap { $0 }
    if zip(known, known.dropFirst()).contains(where: { $0 >= $1 }) {
      found.append(violation(.structure, "routes.routes", "vehicles stand once each, in the order of vehicles.csv"))
    }
    for (r, route) in plan.routes.enumerated() {
      guard let vehicle = vehicles[r] else { continue }
      let id = vehicle.id.text
      if route.steps.count < 2 || route.steps.first?.type != .start || route.steps.last?.type != .end {
        found.append(violation(.structure, id, "a route leads from start to end"))
      }
      if route.steps.first?.location != PlaceID(vehicle.depot)
        || route.steps.last?.location != PlaceID(vehicle.endDepot)
      {
        found.append(violation(.structure, id, "\(id) starts at \(vehicle.depot) and ends at \(vehicle.endDepot)"))
      }
      if !route.steps.contains(where: { $0.type == .deliver }) {
        found.append(violation(.structure, id, "\(id) leaves and delivers nothing"))
      }
      let (metres, _) = length(r)
      let (fixed, distance, time) = costs(r)
      if route.metres != metres {
        found.append(
          violation(.distanceCost, "\(id).metres", magnitude(route.metres -| metres), "the way has \(metres) metres"))
      }
      let cost = fixed +| distance +| time
      if route.cost != cost {
        found.append(violation(.objective, "\(id).cost", magnitude(route.cost -| cost), "the route costs \(cost)"))
      }
      for i in steps[r].indices { found += stepFaults(r, i) }
    }
    return found
  }

  private func stepFaults(_ r: Int, _ i: Int) -> [Violation] {
    let (stop, last) = (steps[r][i], steps[r].count - 1)
    let step = stop.step
    var found: [Violation] = []
    func complain(_ message: String) { found.append(violation(.structure, place(r, i), message)) }
    for (good, packs) in step.load.sorted(by: { $0.key < $1.key }) {
      if raw.goodIndex[GoodID(good)] == nil { complain("the good \(good) is unknown") }
      if packs <= 0 { complain("\(packs) packs of \(good) on board; zeros are left out") }
    }
    if step.type != .deliver, step.job != nil { complain("only deliveries have a job") }
    switch step.type {
    case .start, .end:
      if (i == 0) != (step.type == .start) || (i == last) != (step.type == .end) {
        complain("start and end are at the ends")
      }
      if !step.load.isEmpty { complain("nothing is on board at the start and at the end") }
    case .load:
      if depots[DepotID(step.location.text)] == nil { complain("\(step.location) is no depot") }
      if stop.given > 0 || stop.taken == 0 { complain("a load step brings packs on board") }
    case .deliver:
      guard let job = step.job, let d = demandIndex[job] else {
        complain("there is no demand \(step.job ?? "")")
        break
      }
      if step.location != demands[d].place { complain("\(job) is for \(demands[d].place)") }
      let given = 0 -| stop.change[demands[d].good]
      if stop.taken > 0 || given <= 0 || stop.given != given {
        complain("a delivery for \(job) gives packs of \(raw.district.goods[demands[d].good].id) and of nothing else")
      }
    case .pickup, .break: complain("\(step.type.rawValue) steps are not planned")
    }
    return found
  }
}
