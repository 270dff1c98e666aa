import GLPKBackend
import LinearModel
import Routing
import Testing
import Units

@testable import RouteSolver

@Suite("The bound on what routes cost")
struct SupplyBoundTests {
  static let shapes = [
    RandomSupply(locations: 7, clients: 5, vehicles: 3, goods: 2, packs: 12, capacity: 15, steps: 3),
    RandomSupply(
      locations: 9, depots: 3, clients: 6, vehicles: 4, goods: 2, packs: 20, capacity: 12, span: 9000, stock: 30),
    RandomSupply(locations: 6, depots: 1, clients: 4, vehicles: 2, packs: 10, capacity: 8, span: 8000, stock: 90),
    RandomSupply(locations: 5, clients: 5, vehicles: 3, packs: 12, capacity: 10, isShared: true),
  ]
  struct Found {
    var solution: RoutingSolution
    var judgement: RoutingJudgement
  }
  static func search(_ problem: RoutingProblem, _ seed: UInt64) throws -> Found {
    try problem.validate()
    let answer = RouteEngine(problem).run(budget: Budget(deadline: .never(), iterations: 150), seed: seed)
    return Found(solution: answer.solution, judgement: problem.judge(answer.solution))
  }

  @Test(
    "Every plan is a point of the program with depots apart, and costs no less there",
    arguments: 0..<40 as Range<UInt64>)
  func plansArePoints(seed: UInt64) throws {
    let problem = Self.shapes[Int(seed % 4)].draw(seed)
    let result = try Self.search(problem, seed)
    #expect(result.judgement.faults == [])
    let network = SupplyNetwork(problem, prices: problem.prices)
    guard let relaxation = SupplyRelaxation(network) else { return }
    for missing in [result.judgement.objective.unserved, result.judgement.objective.unserved + 5] {
      let model = try relaxation.program(undelivered: missing).model.validated()
      let point = PlanPoint(problem, network, relaxation.zones, result.solution, result.judgement.missing)
      let values = model.columnName.map { point.values[$0] ?? 0 }
      #expect(Set(point.values.keys).subtracting(model.columnName) == [])
      #expect(model.worstViolation(of: values) == nil, "seed \(seed)")
      #expect(model.objective(of: values) <= Double(result.judgement.objective.cost) + 1e-6)
    }
  }

  @Test(
    "It is no lower than that of the rings, and no higher than what a plan costs", arguments: 0..<30 as Range<UInt64>)
  func betweenRingsAndPlans(seed: UInt64) throws {
    let problem = Self.shapes[Int(seed % 4)].draw(seed)
    let objective = try Self.search(problem, seed).judgement.objective
    let bound = SupplyBound(problem, prices: problem.prices).cost(
      undelivered: objective.unserved, solver: GLPKSolver(), deadline: .never(), nodeLimit: 500)
    var options = SolveOptions()
    options.relaxed = true
    let network = SupplyNetwork(problem, prices: problem.prices)
    guard !network.demands.isEmpty, !network.depots.isEmpty, !network.classes.isEmpty else { return }
    let rings = try GLPKSolver().solve(
      RingRelaxation(network).model(undelivered: objective.unserved), options: options)
    #expect(Double(bound ?? -1) >= (rings.objective ?? 0) * (1 - 1e-4) - 1)
    #expect(bound ?? .max <= objective.cost)
  }

  @Test("With two depots it is no higher than the best of all plans", arguments: 0..<12 as Range<UInt64>)
  func belowTheOptimum(seed: UInt64) throws {
    var problem = DistrictExactTests.tiny(seed)
    // The second depot stands where the second client is, with a pack or two of its own.
    var other = problem.depots[0]
    other.location = 2
    other.stock = [1 + Int(seed % 2)]
    other.supplies = []
    (problem.depots[0].stock, problem.depots[0].supplies) = ([1], [])
    problem.depots.append(other)
    for index in problem.vehicles.indices {
      problem.vehicles[index].capacity = [min(2, 1 + index)]
      problem.vehicles[index].reloadDepots = [0, 2]
    }
    try problem.validate()
    let best = AllDistrictPlans(problem, grain: 20).best
    let bound = SupplyBound(problem, prices: problem.prices).cost(
      undelivered: best.unserved, solver: GLPKSolver(), deadline: .never(), nodeLimit: 2000)
    #expect(bound != nil)
    #expect(bound ?? .max <= best.cost, "seed \(seed)")
  }

  @Test(
    "Branching on used vehicles first ends between the linear relaxation and the optimum",
    arguments: 0..<12 as Range<UInt64>)
  func usedTreeIsABound(seed: UInt64) throws {
    let problem = Self.shapes[Int(seed % 4)].draw(seed)
    let network = SupplyNetwork(problem, prices: problem.prices)
    guard let relaxation = SupplyRelaxation(network) else { return }
    let undelivered = try Self.search(problem, seed).judgement.objective.unserved
    let program = relaxation.program(undelivered: undelivered)
    var options = SolveOptions()
    options.nodeLimit = 300
    let whole = try GLPKSolver().solve(program.model, options: options)
    options.relaxed = true
    let linear = try GLPKSolver().solve(program.model, options: options)
    for nodeLimit in [1, 30, 300] {
      var tree = UsedTree(program.model, used: program.used, solver: GLPKSolver(), deadline: .never())
      let found = tree.bound(counts: network.classes.map(\.count), nodeLimit: nodeLimit)
      let bound = try #require(found)
      #expect(bound >= (linear.objective ?? 0) * (1 - 1e-6) - 1e-6)
      #expect(bound <= (whole.objective ?? .infinity) * (1 + 1e-6) + 1e-6)
    }
  }

  @Test("A deadline that is over leaves no bound or a right one")
  func deadlines() throws {
    let problem = Self.shapes[1].draw(5)
    let objective = try Self.search(problem, 5).judgement.objective
    for seconds in [0, 0.001, 0.01] {
      let bound = SupplyBound(problem, prices: problem.prices).cost(
        undelivered: objective.unserved, solver: GLPKSolver(), deadline: .after(seconds: seconds), nodeLimit: nil)
      #expect(bound ?? 0 <= objective.cost)
    }
  }

  @Test("A lone vehicle with one trip has delivered by any moment what its clock allows")
  func mostDeliveredByAMoment() throws {
    var depot = RoutingProblem.Depot(location: 0, hours: .init(from: 0, to: 9000))
    (depot.docks, depot.loadFixed, depot.loadPerUnit) = (1, 70, 3)
    depot.supplies = [.init(ready: 150, units: [40])]
    var client = RoutingProblem.Client(location: 1)
    (client.delivery, client.part, client.needs) = ([40], 1, [.init(by: 2000, units: 40)])
    var vehicle = RoutingProblem.Vehicle(count: 1, capacity: [10], start: 0, end: 0)
    vehicle.shift = .init(from: 100, to: 9000)
    (vehicle.stopTime, vehicle.timePerUnit, vehicle.maximumTrips) = (30, 2, 40)
    vehicle.reloadDepots = [0]
    let problem = RoutingProblem(
      travel: Travel(count: 2, distances: [0, 50, 50, 0], durations: [0, 200, 200, 0]), depots: [depot],
      clients: [client], vehicles: [vehicle])
    try problem.validate()
    let network = SupplyNetwork(problem, prices: problem.prices)
    // Ready 150 + 70 + 3 n + 200 + 30 + 2 n: 450 + 5 n.
    #expect(network.mostDelivered(0, by: 454) == 0)
    #expect(network.mostDelivered(0, by: 455) == 1)
    #expect(network.mostDelivered(0, by: 600) == 10)
    // A second trip adds 400 of driving and 100 of handling.
    #expect(network.mostDelivered(0, by: 1004) == 10)
    #expect(network.mostDelivered(0, by: 1005) == 11)
  }
}

extension RoutingProblem {
  /// Its own costs as prices.
  var prices: [JourneyPrice] {
    vehicles.map {
      JourneyPrice(fixed: $0.fixedCost, perKilometre: 1000 * $0.distanceCost, perHour: 3600 * $0.durationCost)
    }
  }
}

/// A plan as values of the columns of the program with depots apart, by their names.
struct PlanPoint {
  var values: [String: Double] = [:]

  init(
    _ problem: RoutingProblem, _ network: SupplyNetwork, _ zones: SupplyZones, _ solution: RoutingSolution,
    _ missing: [Int]
  ) {
    let stocked = problem.depots.indices.filter { depot in
      (0..<problem.loadCount).contains { problem.stock(depot: depot, load: $0) ?? 0 > 0 }
    }
    let wanted = problem.clients.indices.filter { problem.clients[$0].delivery[0] > 0 }
    for (index, client) in wanted.enumerated() where missing[client] > 0 {
      values["missing[\(index)]"] = Double(missing[client])
    }
    for route in solution.routes {
      guard let number = network.classes.firstIndex(where: { $0.members.contains(route.vehicle) }) else { continue }
      var here: Int?
      var open: [Int] = []
      func close(_ next: Int) {
        guard let here, !open.isEmpty else { return }
        let zone = zones.order[here].first { open.contains($0) } ?? 0
        values["trips[\(number),\(here),\(zone),\(next)]", default: 0] += 1
      }
      for stop in route.stops {
        switch stop.action {
        case .load(let depot):
          guard let index = stocked.firstIndex(of: depot) else { continue }
          if here == nil {
            values["first[\(number),\(index)]", default: 0] += 1
            values["used[\(number)]", default: 0] += 1
          }
          close(index)
          (here, open) = (index, [])
        case .deliver(let client, let packs):
          guard let here, let index = wanted.firstIndex(of: client),
            let zone = zones.demands.firstIndex(where: { $0.contains(index) })
          else { continue }
          open.append(zone)
          values["stops[\(number),\(zone)]", default: 0] += 1
          values["packs[\(number),\(here),\(zone)]", default: 0] += Double(packs)
        case .visit, .rest: continue
        }
      }
      close(stocked.count)
    }
  }
}
