import GLPKBackend
import Routing
import Testing
import Units

@testable import RouteSolver

@Suite("Choosing anew among the routes of a search")
struct RecombinationTests {
  /// Two rows of clients, 10 apart; two of a row fill a vehicle.
  private var rows: RoutingProblem {
    let points =
      [Travel.Point(x: 0, y: 0)] + (0..<4).map { Travel.Point(x: Double($0 % 2) * 10 + 50, y: Double($0 / 2) * 10) }
    let clients = (1...4).map { place in
      var client = RoutingProblem.Client(location: place)
      client.delivery = [1]
      return client
    }
    return RoutingProblem(
      travel: Travel(points: points, rounding: .init()), depots: [.init(location: 0)], clients: clients,
      vehicles: [.init(count: 4, capacity: [3], start: 0, end: 0)])
  }

  private func pool(_ plans: [[[Int32]]], _ facts: EngineFacts) -> RoutePool {
    var pool = RoutePool()
    for plan in plans {
      var snapshot = Snapshot()
      for stops in plan { snapshot.append(kind: 0, locked: 0, stops) }
      var annealer = Annealer(facts, seed: 1)
      annealer.load(snapshot)
      pool.take(annealer.store, facts)
    }
    return pool
  }

  @Test("From two plans the better half of each becomes one plan, and a client in both halves is visited once")
  func betterHalves() throws {
    let problem = rows
    try problem.validate()
    let facts = EngineFacts(problem)
    let recombination = try #require(Recombination(facts, solver: GLPKSolver()))
    // The only routes that are better than there and back share client 1.
    let known = pool([[[0, 1], [2], [3]], [[1, 3, 2]]], facts)
    var start = Snapshot()
    for stops in [[0, 1], [2], [3]] as [[Int32]] { start.append(kind: 0, locked: 0, stops) }
    let found = recombination.better(than: start, known, deadline: .never(), nodes: nil)
    let plan = try #require(found).solution(facts)
    let judgement = problem.judge(plan)
    #expect(judgement.faults == [])
    #expect(judgement.objective < problem.judge(start.solution(facts)).objective)
    #expect(judgement.objective.unserved == 0)
    #expect(plan.routes.count == 2)
    let visits = plan.routes.flatMap { $0.stops.compactMap(\.action.client) }
    #expect(visits.sorted() == [0, 1, 2, 3])
  }

  @Test("The pool keeps each set of clients once, at its least cost")
  func onceAtLeastCost() {
    let facts = EngineFacts(rows)
    let routes = pool([[[0, 3, 1], [2]], [[0, 1, 3], [2]]], facts).routes
    #expect(routes.count == 2)
    let whole = routes.first { $0.stops.count == 3 }
    #expect(whole?.stops == [0, 1, 3])
  }

  @Test("With a solver a search keeps all rules, says what its plan costs, and gives the same plan again")
  func searchesWithSolver() throws {
    for (number, features) in RoutingFeature.pairs.enumerated() where number % 7 == 0 {
      let problem = RoutingFeature.draw(features, clients: 9, seed: UInt64(number))
      try problem.validate()
      func run() -> RouteEngine.Answer {
        RouteEngine(problem).run(
          budget: Budget(deadline: .never(), iterations: 400), seed: 5, solver: GLPKSolver())
      }
      let answer = run()
      let judgement = problem.judge(answer.solution)
      #expect(judgement.faults == [], "\(features) \(number)")
      #expect(judgement.objective == answer.objective, "\(features) \(number)")
      #expect(run().solution == answer.solution, "\(features) \(number)")
    }
  }
}
