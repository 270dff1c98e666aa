import Routing
import Testing
import Units

@testable import RouteSolver

/// Problems with nothing in them, or with nothing that can be done.
@Suite struct EngineEdgeTests {
  private func problem(clients: Int, vehicles: Int = 1, capacity: Int = 10) -> RoutingProblem {
    let points = (0...clients).map { (number: Int) -> Travel.Point in
      Travel.Point(x: Double(number * 3), y: Double(number * number % 7))
    }
    return RoutingProblem(
      travel: Travel(points: points, rounding: .init()), depots: [.init(location: 0)],
      clients: (0..<clients).map {
        var client = RoutingProblem.Client(location: $0 + 1)
        client.delivery = [1]
        return client
      }, vehicles: vehicles == 0 ? [] : [.init(count: vehicles, capacity: [capacity], start: 0, end: 0)])
  }

  private func solve(_ problem: RoutingProblem) -> RouteEngine.Answer {
    RouteEngine(problem).run(budget: Budget(deadline: .never(), iterations: 50), seed: 1)
  }

  @Test("Without vehicles everybody is left out") func noVehicle() {
    #expect(solve(problem(clients: 3, vehicles: 0)).objective == RoutingObjective(unserved: 3, cost: 0))
  }

  @Test("Without clients nobody drives") func noClient() {
    #expect(solve(problem(clients: 0)).solution == RoutingSolution())
  }

  @Test("One client is visited, there and back") func oneClient() {
    let answer = solve(problem(clients: 1))
    #expect(answer.solution.routes.count == 1)
    #expect(answer.objective == RoutingObjective(unserved: 0, cost: 6))
  }

  @Test("Clients whose windows are all over before anybody comes are left out") func windowsShut() {
    var shut = problem(clients: 3)
    for client in 0..<3 { shut.clients[client].windows = [.init(from: 0, to: 1)] }
    shut.vehicles[0].shift = .init(from: 100, to: 1000)
    let answer = solve(shut)
    #expect(answer.objective.unserved == 3 && answer.solution.routes.isEmpty)
  }

  @Test("Who asks for more than a vehicle holds is left out, and nobody else") func tooMuch() {
    var large = problem(clients: 3)
    large.clients[1].delivery = [11]
    let answer = solve(large)
    #expect(large.judge(answer.solution).unserved == [1])
  }

  @Test("A client on the other side of ways that do not exist is left out") func unreachable() {
    let never = Travel.unreachable
    var cut = problem(clients: 2)
    cut.travel = Travel(count: 3, distances: [0, 5, never, 5, 0, never, never, never, 0])
    #expect(cut.judge(solve(cut).solution).unserved == [1])
  }

  @Test("Periodic visits fall within their periods") func periodic() {
    var sampling = problem(clients: 1)
    sampling.clients.removeAll()
    var visit = RoutingProblem.Client(location: 1)
    visit.service = 5
    let visits = sampling.addVisits(visit, every: 60, within: .init(from: 0, to: 300), slack: 20)
    let answer = solve(sampling)
    #expect(visits.count == 6)
    #expect(answer.objective.unserved == 0 && sampling.judge(answer.solution).faults == [])
  }
}
