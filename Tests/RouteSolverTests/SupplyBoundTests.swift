import GLPKBackend
import LinearModel
import Routing
import Testing
import Units

@testable import RouteSolver

@Suite("The bound on what routes cost")
struct SupplyBoundTests {
  static let shapes = [
    RandomProblem(locations: 7, demands: 5, vehicles: 3, goods: 2, packs: 12, capacity: 15, steps: 3),
    RandomProblem(
      locations: 9, depots: 3, demands: 6, vehicles: 4, goods: 2, packs: 20, capacity: 12, span: 9000, stock: 30),
    RandomProblem(locations: 6, depots: 1, demands: 4, vehicles: 2, packs: 10, capacity: 8, span: 8000, stock: 90),
  ]
  static func search(_ problem: SupplyProblem, _ seed: UInt64) -> SupplySearch.Result {
    SupplySearch(problem).run(from: nil, budget: Budget(deadline: .never(), iterations: 40), seed: seed)
  }

  @Test(
    "Every plan is a point of the program with depots apart, and costs no less there",
    arguments: 0..<60 as Range<UInt64>)
  func plansArePoints(seed: UInt64) throws {
    let problem = Self.shapes[Int(seed % 3)].draw(seed)
    let result = Self.search(problem, seed)
    #expect(result.judgement.faults == [])
    let network = SupplyNetwork(problem)
    guard let relaxation = SupplyRelaxation(network) else { return }
    for missing in [result.judgement.objective.undelivered, result.judgement.objective.undelivered + 5] {
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
    let problem = Self.shapes[Int(seed % 3)].draw(seed)
    let objective = Self.search(problem, seed).judgement.objective
    let bound = SupplyBound(problem).cost(
      undelivered: objective.undelivered, solver: GLPKSolver(), deadline: .never(), nodeLimit: 500)
    var options = SolveOptions()
    options.relaxed = true
    let network = SupplyNetwork(problem)
    guard !network.demands.isEmpty, !network.depots.isEmpty, !network.classes.isEmpty else { return }
    let rings = try GLPKSolver().solve(
      RingRelaxation(network).model(undelivered: objective.undelivered), options: options)
    #expect(Double(bound ?? -1) >= (rings.objective ?? 0) * (1 - 1e-4) - 1)
    #expect(bound ?? .max <= objective.cost)
  }

  @Test("With two depots it is no higher than the best of all plans", arguments: 0..<12 as Range<UInt64>)
  func belowTheOptimum(seed: UInt64) {
    var problem = ExhaustiveTests.tiny(seed)
    // The second depot stands where the second demand is, with a pack or two of its own.
    var other = problem.depots[0]
    other.location = 2
    other.stock = [.init(good: 0, packs: 1 + Int(seed % 2), ready: -10)]
    problem.depots[0].stock = [.init(good: 0, packs: 1, ready: -10)]
    problem.depots.append(other)
    for vehicle in problem.vehicles.indices { problem.vehicles[vehicle].capacityPacks = min(2, 1 + vehicle) }
    let best = ExhaustiveSearch(problem, grain: 20).best
    let bound = SupplyBound(problem).cost(
      undelivered: best.undelivered, solver: GLPKSolver(), deadline: .never(), nodeLimit: 2000)
    #expect(bound != nil)
    #expect(bound ?? .max <= best.cost, "seed \(seed)")
  }

  @Test(
    "Branching on used vehicles first ends between the linear relaxation and the optimum",
    arguments: 0..<12 as Range<UInt64>)
  func usedTreeIsABound(seed: UInt64) throws {
    let problem = Self.shapes[Int(seed % 3)].draw(seed)
    let network = SupplyNetwork(problem)
    guard let relaxation = SupplyRelaxation(network) else { return }
    let undelivered = Self.search(problem, seed).judgement.objective.undelivered
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
  func deadlines() {
    let problem = Self.shapes[1].draw(5)
    let objective = Self.search(problem, 5).judgement.objective
    for seconds in [0, 0.001, 0.01] {
      let bound = SupplyBound(problem).cost(
        undelivered: objective.undelivered, solver: GLPKSolver(), deadline: .after(seconds: seconds), nodeLimit: nil)
      #expect(bound ?? 0 <= objective.cost)
    }
  }

  @Test("A lone vehicle with one trip has delivered by any moment what its clock allows")
  func mostDeliveredByAMoment() {
    var vehicle = SupplyProblem.Vehicle(start: 0, end: 0, capacityPacks: 10, from: 100, to: 9000)
    vehicle.unloadFixed = 30
    vehicle.unloadPerPack = 2
    let problem = SupplyProblem(
      locationCount: 2, metres: [0, 50, 50, 0], seconds: [0, 200, 200, 0], goods: [.init()],
      depots: [
        .init(
          location: 0, open: 0, close: 9000, docks: 1, loadFixed: 70, loadPerPack: 3,
          stock: [.init(good: 0, packs: 40, ready: 150)])
      ],
      demands: [.init(location: 1, good: 0, weight: 1, curve: [.init(by: 2000, packs: 40)])], vehicles: [vehicle])
    let network = SupplyNetwork(problem)
    // Ready 150 + 70 + 3 n + 200 + 30 + 2 n: 450 + 5 n.
    #expect(network.mostDelivered(0, by: 454) == 0)
    #expect(network.mostDelivered(0, by: 455) == 1)
    #expect(network.mostDelivered(0, by: 600) == 10)
    // A second trip adds 400 of driving and 100 of handling.
    #expect(network.mostDelivered(0, by: 1004) == 10)
    #expect(network.mostDelivered(0, by: 1005) == 11)
  }
}

/// A plan as values of the columns of the program with depots apart, by their names.
struct PlanPoint {
  var values: [String: Double] = [:]

  init(
    _ problem: SupplyProblem, _ network: SupplyNetwork, _ zones: SupplyZones, _ solution: SupplySolution,
    _ missing: [Int]
  ) {
    let stocked = problem.depots.indices.filter { problem.depots[$0].stock.contains { $0.packs > 0 } }
    let wanted = problem.demands.indices.filter { problem.demands[$0].packs > 0 }
    for (index, demand) in wanted.enumerated() where missing[demand] > 0 {
      values["missing[\(index)]"] = Double(missing[demand])
    }
    for route in solution.routes {
      guard let number = network.classes.firstIndex(where: { $0.members.contains(route.vehicle) }) else { continue }
      var here: Int?
      var open: [Int] = []
      /// By good: depots of the packs on board.
      var board = problem.goods.map { _ in [(depot: Int, packs: Int)]() }
      func close(_ next: Int) -> String? {
        guard let here, !open.isEmpty else { return nil }
        let zone = zones.order[here].first { open.contains($0) } ?? 0
        return "trips[\(number),\(here),\(zone),\(next)]"
      }
      for step in route.steps {
        switch step.action {
        case .load(let depot, let packs):
          guard packs.reduce(0, +) > 0, let index = stocked.firstIndex(of: depot) else { continue }
          if let trip = close(index) {
            values[trip, default: 0] += 1
          } else if let here, here != index {
            values["hops[\(number),\(here),\(index)]", default: 0] += 1
          } else if here == nil {
            values["first[\(number),\(index)]", default: 0] += 1
            values["used[\(number)]", default: 0] += 1
          }
          here = index
          open = []
          for good in packs.indices where packs[good] > 0 { board[good].append((index, packs[good])) }
        case .deliver(let demand, var packs):
          guard let index = wanted.firstIndex(of: demand),
            let zone = zones.demands.firstIndex(where: { $0.contains(index) })
          else { continue }
          open.append(zone)
          values["stops[\(number),\(zone)]", default: 0] += 1
          let good = problem.demands[demand].good
          while packs > 0, let load = board[good].first {
            let part = min(packs, load.packs)
            values["packs[\(number),\(load.depot),\(zone)]", default: 0] += Double(part)
            packs -= part
            board[good][0].packs -= part
            if board[good][0].packs == 0 { board[good].removeFirst() }
          }
        }
      }
      if let trip = close(stocked.count) { values[trip, default: 0] += 1 }
    }
  }
}
