import Routing

/// Finds the best plan of a tiny problem by trying everything: who loads where and how much, who delivers what, and
/// every moment at which a load can begin, on a grid of `grain` seconds.
///
/// Written apart from the engine: it builds steps and lets `judge` decide. Plans that load more than they deliver, load
/// twice in a row, or wait before unloading are left out: none of these can help.
struct ExhaustiveSearch {
  let problem: SupplyProblem
  let grain: Int
  private(set) var best: SupplyObjective
  private(set) var tried = 0

  init(_ problem: SupplyProblem, grain: Int) {
    self.problem = problem
    self.grain = grain
    best = problem.judge(SupplySolution()).objective
    var left = problem.demands.map(\.packs)
    choose(0, [], &left)
  }

  private struct Trip: Hashable {
    var depot: Int
    var stops: [Stop]
  }
  private struct Stop: Hashable {
    var demand: Int
    var packs: Int
  }

  /// Vehicle by vehicle: every list of trips that the packs left allow.
  private mutating func choose(_ vehicle: Int, _ plan: [[Trip]], _ left: inout [Int]) {
    guard vehicle < problem.vehicles.count else { return time(plan) }
    extend(vehicle, plan, [], &left)
  }

  private mutating func extend(_ vehicle: Int, _ plan: [[Trip]], _ trips: [Trip], _ left: inout [Int]) {
    choose(vehicle + 1, plan + [trips], &left)
    guard trips.count < problem.vehicles[vehicle].maximumTrips ?? .max else { return }
    for depot in problem.depots.indices { grow(vehicle, plan, trips, Trip(depot: depot, stops: []), &left) }
  }

  private mutating func grow(
    _ vehicle: Int, _ plan: [[Trip]], _ trips: [Trip], _ trip: Trip, _ left: inout [Int]
  ) {
    if !trip.stops.isEmpty { extend(vehicle, plan, trips + [trip], &left) }
    let room = problem.vehicles[vehicle].capacityPacks - trip.stops.reduce(0) { $0 + $1.packs }
    for demand in left.indices where !trip.stops.contains(where: { $0.demand == demand }) {
      for packs in stride(from: 1, through: min(room, left[demand]), by: 1) {
        left[demand] -= packs
        var longer = trip
        longer.stops.append(Stop(demand: demand, packs: packs))
        grow(vehicle, plan, trips, longer, &left)
        left[demand] += packs
      }
    }
  }

  /// Every combination of loading moments on the grid.
  private mutating func time(_ plan: [[Trip]]) {
    schedule(plan, 0, 0, [], [])
  }

  private mutating func schedule(
    _ plan: [[Trip]], _ vehicle: Int, _ trip: Int, _ routes: [SupplySolution.Route],
    _ steps: [SupplySolution.Step]
  ) {
    guard vehicle < plan.count else {
      tried += 1
      let verdict = problem.judge(SupplySolution(routes: routes))
      if verdict.faults.isEmpty, verdict.objective < best { best = verdict.objective }
      return
    }
    let facts = problem.vehicles[vehicle]
    if trip == plan[vehicle].count {
      var routes = routes
      if let last = steps.last, let first = steps.first {
        let end = last.departure + problem.seconds(from: place(last.action), to: facts.end)
        guard end <= facts.to else { return }
        routes.append(.init(vehicle: vehicle, start: first.arrival - leg(vehicle, first), end: end, steps: steps))
      }
      return schedule(plan, vehicle + 1, 0, routes, [])
    }
    let journey = plan[vehicle][trip]
    let depot = problem.depots[journey.depot]
    let from = steps.last.map { place($0.action) } ?? facts.start
    let arrival = (steps.last?.departure ?? facts.from) + problem.seconds(from: from, to: depot.location)
    var moment = max(arrival, depot.open)
    while moment <= facts.to {
      var packs = Array(repeating: 0, count: problem.goods.count)
      for stop in journey.stops { packs[problem.demands[stop.demand].good] += stop.packs }
      let loaded = moment + depot.loadFixed + depot.loadPerPack * packs.reduce(0, +)
      guard loaded <= depot.close else { return }
      var added = [
        SupplySolution.Step(
          // Waiting before the first load happens at home.
          action: .load(depot: journey.depot, packs: packs), arrival: steps.isEmpty ? moment : arrival,
          service: moment, departure: loaded)
      ]
      var clock = loaded
      var here = depot.location
      var inTime = true
      for stop in journey.stops {
        let demand = problem.demands[stop.demand]
        let there = clock + problem.seconds(from: here, to: demand.location)
        clock = there + facts.unloadFixed + facts.unloadPerPack * stop.packs
        inTime = inTime && clock <= (demand.curve.last?.by ?? .min)
        here = demand.location
        added.append(
          .init(
            action: .deliver(demand: stop.demand, packs: stop.packs), arrival: there, service: there, departure: clock))
      }
      guard inTime else { return }
      schedule(plan, vehicle, trip + 1, routes, steps + added)
      moment += grain
    }
  }

  private func place(_ action: SupplySolution.Action) -> Int {
    switch action {
    case .load(let depot, _): problem.depots[depot].location
    case .deliver(let demand, _): problem.demands[demand].location
    }
  }
  private func leg(_ vehicle: Int, _ first: SupplySolution.Step) -> Int {
    problem.seconds(from: problem.vehicles[vehicle].start, to: place(first.action))
  }
}
