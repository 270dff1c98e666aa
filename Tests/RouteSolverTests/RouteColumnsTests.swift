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
    for seed in 0..<300 as Range<UInt64> {
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
    #expect(solved > 150)
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
}
