import Foundation
import GLPKBackend
import LinearModel
import Routing
import Testing
import Units

@testable import RouteSolver

@Suite("The bound by columns of routes")
struct RouteColumnsTests {
  /// By the engine's own way in where nothing about it is changed.
  private func bound(_ problem: RoutingProblem, neighbours: Int, upper: RoutingSolution?, rounds: Int?) -> Int? {
    guard neighbours != RouteColumns.neighbours else {
      return RouteColumns(problem, solver: GLPKSolver())?.bound(upper: upper, deadline: .never(), rounds: rounds).bound
    }
    guard let relaxation = RouteRelaxation(problem, neighbours: neighbours) else { return nil }
    let run = RouteBoundRun(relaxation, upper: nil, deadline: .never(), rounds: rounds ?? .max)
    run.run(GLPKSolver())
    return run.outcome.bound
  }

  @Test("No tiny problem has a plan below the bound, whatever routes remember and wherever the run stops")
  func neverAboveTheOptimum() throws {
    var (solved, met, least, sum) = (0, 0, 0, 0)
    for seed in 0..<150 as Range<UInt64> {
      let problem = TinyRouting.draw(seed, mostClients: seed % 20 == 0 ? 5 : 4)
      try problem.validate()
      guard let plan = RoutingOracle(problem).optimum() else { continue }
      let optimum = problem.judge(plan).objective.cost
      solved += 1
      for (neighbours, rounds) in [(RouteColumns.neighbours, nil), (1, nil), (2, 3), (RouteColumns.neighbours, 1)] {
        let found = bound(problem, neighbours: neighbours, upper: solved % 2 == 0 ? plan : nil, rounds: rounds)
        let value = try #require(found)
        #expect(value <= optimum, "seed \(seed), neighbours \(neighbours), rounds \(String(describing: rounds))")
        if neighbours == RouteColumns.neighbours && rounds == nil {
          met += value == optimum ? 1 : 0
          least += value
          sum += optimum
        }
      }
    }
    #expect(solved > 75)
    // Most are met; where not, something that costs was dropped.
    #expect(met * 3 > solved, "\(met) of \(solved), \(least) of \(sum)")
  }

  /// Ten clients on a line, loads of 1 in vehicles for 5: out to the fifth and back, and out to the tenth and back.
  private var line: RoutingProblem {
    let points = (0...10).map { Travel.Point(x: Double($0), y: 0) }
    let clients = (1...10).map { place in
      var client = RoutingProblem.Client(location: place)
      client.delivery = [1]
      return client
    }
    return RoutingProblem(
      travel: Travel(points: points, rounding: .init()), depots: [.init(location: 0)], clients: clients,
      vehicles: [.init(count: 10, capacity: [5], start: 0, end: 0)])
  }

  @Test("On a line the bound is what driving there and back costs: 2 · 10 + 2 · 5 = 30")
  func lineIsMet() throws {
    let outcome = try #require(RouteColumns(line, solver: GLPKSolver())).bound(deadline: .never())
    #expect(outcome.bound == 30)
    #expect(outcome.isConverged)
    #expect(outcome.routes.allSatisfy { Set($0.clients).count == $0.clients.count })
  }

  @Test("Prizes below the way there and back are what the bound counts")
  func prizesAreCounted() throws {
    var problem = line
    for client in problem.clients.indices { problem.clients[client].prize = 1 }
    // Visiting the first five costs 10 and saves 5: nobody is visited.
    let outcome = try #require(RouteColumns(problem, solver: GLPKSolver())).bound(deadline: .never())
    #expect(outcome.bound == 10)
  }

  @Test("A client that asks for more than any vehicle holds leaves a bound that holds for no plan")
  func hopelessClient() throws {
    var problem = line
    problem.clients[3].delivery = [6]
    let outcome = try #require(RouteColumns(problem, solver: GLPKSolver())).bound(deadline: .never())
    #expect(outcome.bound != nil)
  }

  @Test("No clients, no vehicles")
  func empty() throws {
    var problem = line
    problem.vehicles = []
    #expect(RouteColumns(problem, solver: GLPKSolver())?.bound(deadline: .never()).bound != nil)
    problem = line
    problem.clients = []
    #expect(RouteColumns(problem, solver: GLPKSolver())?.bound(deadline: .never()).bound == 0)
  }

  @Test("Cancelled before it begins, the bound is 0 and nothing else is claimed")
  func cancelled() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let outcome = try #require(RouteColumns(line, solver: GLPKSolver())).bound(
      deadline: .never(cancellation: cancellation))
    #expect(outcome.bound == 0)
    #expect(!outcome.isConverged)
  }

  @Test("The same rounds give the same bound and the same routes")
  func deterministic() throws {
    let problem = TinyRouting.draw(40)
    let columns = try #require(RouteColumns(problem, solver: GLPKSolver()))
    let (first, second) = (columns.bound(deadline: .never(), rounds: 3), columns.bound(deadline: .never(), rounds: 3))
    #expect(first.bound == second.bound)
    #expect(first.routes == second.routes)
  }

  /// Three clients 10 from the depot and 1 from each other, two to a route.
  private var three: RoutingProblem {
    let distances: [Int32] = [0, 10, 10, 10, 10, 0, 1, 1, 10, 1, 0, 1, 10, 1, 1, 0]
    let clients = (1...3).map { place in
      var client = RoutingProblem.Client(location: place)
      client.delivery = [1]
      return client
    }
    return RoutingProblem(
      travel: Travel(count: 4, distances: distances), depots: [.init(location: 0)], clients: clients,
      vehicles: [.init(count: 3, capacity: [2], start: 0, end: 0)])
  }

  @Test("Half of each pair of three costs 31.5; with a cut on the three the bound is the best plan's 21 + 20 = 41")
  func cutClosesTheGap() throws {
    let outcome = try #require(RouteColumns(three, solver: GLPKSolver())).bound(deadline: .never())
    #expect(outcome.bound == 41)
  }

  @Test("A bound that meets the plan's cost ends the run")
  func planEndsTheRun() throws {
    let plan = try #require(RoutingOracle(three).optimum())
    let outcome = try #require(RouteColumns(three, solver: GLPKSolver())).bound(upper: plan, deadline: .never())
    #expect(outcome.bound == 41)
    #expect(three.judge(plan).objective.cost == 41)
  }

  @Test("A cut counts every second visit that the route still remembers")
  func cutsCount() {
    let cut = SubsetRowCut(members: [1, 2, 3], memory: [1, 2, 3, 7])
    #expect(cut.coefficient([1, 7, 2]) == 1)
    // Client 8 lies outside the memory.
    #expect(cut.coefficient([1, 8, 2]) == 0)
    #expect(cut.coefficient([1, 2, 3]) == 1)
    #expect(cut.coefficient([1, 2, 3, 7, 1]) == 2)
  }

  @Test("Cuts keep the bound below the best plan where they bind", arguments: 0..<8 as Range<UInt64>)
  func cutsAreSafe(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let points = (0...6).map { _ in Travel.Point(x: Double(random.below(30)), y: Double(random.below(30))) }
    let clients = (1...6).map { place in
      var client = RoutingProblem.Client(location: place)
      client.delivery = [2 + random.below(2)]
      return client
    }
    let problem = RoutingProblem(
      travel: Travel(points: points, rounding: .init()), depots: [.init(location: 0)], clients: clients,
      vehicles: [.init(count: 6, capacity: [5], start: 0, end: 0)])
    let plan = try #require(RoutingOracle(problem).optimum())
    let optimum = problem.judge(plan).objective.cost
    let outcome = try #require(RouteColumns(problem, solver: GLPKSolver())).bound(deadline: .never())
    let bound = try #require(outcome.bound)
    #expect(bound <= optimum)
    #expect(bound * 20 >= optimum * 19, "\(bound) of \(optimum)")
  }

  @Test("From routes alone and in pairs the best choice is one pair and one alone: 21 + 20 = 41, not 60")
  func recombination() {
    let pool: [RouteRecombination.Route] = [
      .init(vehicle: 0, clients: [0], cost: 20), .init(vehicle: 0, clients: [1], cost: 20),
      .init(vehicle: 0, clients: [2], cost: 20), .init(vehicle: 0, clients: [0, 1], cost: 21),
      .init(vehicle: 0, clients: [1, 2], cost: 22),
    ]
    let recombination = RouteRecombination(three, solver: GLPKSolver())
    #expect(recombination.best(of: pool, incumbent: [0, 1, 2], deadline: .never()) == [2, 3])
    #expect(recombination.best(of: pool, incumbent: [2, 3], deadline: .never()) == nil)
    var priced = three
    priced.clients[2].prize = 5
    // Left out for 5: 21 + 5 = 26.
    let choice = RouteRecombination(priced, solver: GLPKSolver()).best(of: pool, incumbent: [2, 3], deadline: .never())
    #expect(choice == [3])
  }

  private static let benchmarks = ProcessInfo.processInfo.environment["LASTMETRE_BENCHMARKS"]

  @Test(
    "No bound of a public instance is above the best known cost", .enabled(if: benchmarks != nil),
    arguments: [("R101", 16377), ("C105", 8273), ("RC101", 16198)])
  func publicInstances(name: String, best: Int) throws {
    let path = "\(Self.benchmarks ?? "")/VRPTW/solomon/\(name).txt"
    let problem = try Self.solomon(String(contentsOfFile: path, encoding: .utf8))
    let outcome = try #require(RouteColumns(problem, solver: GLPKSolver())).bound(deadline: .never(), rounds: 45)
    let bound = try #require(outcome.bound)
    #expect(bound <= best)
    #expect(bound > 0)
  }

  /// Distances and times in tenths, rounded down.
  private static func solomon(_ text: String) throws -> RoutingProblem {
    let rows = text.split(whereSeparator: \.isNewline).map { $0.split(whereSeparator: \.isWhitespace).map { Int($0) } }
      .filter { $0.count > 1 && !$0.contains(nil) }.map { $0.compactMap { $0 } }
    let fleet = try #require(rows.first { $0.count == 2 })
    let places = rows.filter { $0.count == 7 }
    var problem = RoutingProblem(
      travel: Travel(
        points: places.map { .init(x: Double($0[1]), y: Double($0[2])) }, rounding: .init(scale: 10, rule: .down)),
      depots: [.init(location: 0, hours: .init(from: places[0][4] * 10, to: places[0][5] * 10))], clients: [],
      vehicles: [.init(count: fleet[0], capacity: [fleet[1]], start: 0, end: 0)])
    for (place, row) in places.enumerated().dropFirst() {
      var client = RoutingProblem.Client(location: place)
      client.delivery = [row[3]]
      client.windows = [.init(from: row[4] * 10, to: row[5] * 10)]
      client.service = row[6] * 10
      problem.clients.append(client)
    }
    return problem
  }
}
