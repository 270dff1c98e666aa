import Routing
import Testing
import Units

@testable import Planning

/// Between the district and the engine: parts, kinds and reading back.
@Suite struct RouteTaskTests {
  /// A depot at 0 m, gates there, and clients at 100 m, 200 m, …; a metre takes a second.
  private func problem(clients: [Int], capacities: [Int]) -> RoutingProblem {
    let count = clients.count + 1
    let cells = (0..<count).flatMap { a in (0..<count).map { b in Int32(abs(a - b) * 100) } }
    var depot = RoutingProblem.Depot(location: 0)
    depot.stock = [1 << 31, 1 << 31, 1000]
    var gate = RoutingProblem.Depot(location: 0)
    gate.stock = [0, 0, 0]
    return RoutingProblem(
      travel: Travel(count: count, distances: cells), depots: [depot, gate],
      clients: clients.enumerated().map { index, packs in
        var client = RoutingProblem.Client(location: index + 1)
        client.delivery = [packs, 0, packs]
        client.needs = [.init(by: 5000, units: packs)]
        client.part = 1
        return client
      },
      vehicles: capacities.map { capacity in
        var vehicle = RoutingProblem.Vehicle(count: 1, capacity: [capacity], start: 1, end: 1)
        vehicle.shift = .init(from: 0, to: 10_000)
        (vehicle.reloadDepots, vehicle.maximumTrips) = ([0], 100)
        (vehicle.stopTime, vehicle.timePerUnit) = (50, 1)
        return vehicle
      })
  }

  private func task(_ problem: RoutingProblem) -> RouteTask {
    RouteTask(
      problem: problem,
      prices: problem.vehicles.map { _ in .init(fixed: 0, perKilometre: 1000, perHour: 0) })
  }

  @Test("Parts divide all capacities where a common divisor is about a twelfth of the smallest")
  func partsDivideCapacities() {
    func part(_ packs: Int, _ capacities: [Int]) -> Int? {
      var problem = problem(clients: [packs], capacities: capacities)
      problem.setParts()
      return problem.clients[0].part
    }
    // Divisors of 100 from 400 ÷ 20 to 400 ÷ 8: 20, 25, 50; 33 would be a twelfth.
    #expect(part(10_000, [900, 600, 500, 400]) == 25)
    // No common divisor but 1: 101 ÷ 12.
    #expect(part(10_000, [101, 103]) == 8)
    // More than 3,000 parts are too many: 10,000 ÷ 4 = 2,500; but none is more than a vehicle holds.
    #expect(part(10_000, [7]) == 4)
    #expect(part(100_000, [7]) == 7)
  }

  @Test("A small demand comes at once, unless it is needed bit by bit")
  func smallDemandsComeAtOnce() {
    var problem = problem(clients: [40, 40, 400], capacities: [400])
    problem.clients[1].needs = [.init(by: 1000, units: 10), .init(by: 5000, units: 40)]
    problem.setParts()
    let parts = problem.clients.map(\.part)
    #expect(parts == [40, parts[2], parts[2]])
    let kinds = RouteKinds(problem)
    #expect(kinds.problem.clients.map { $0.part == nil } == [true, false, false])
  }

  @Test("Vehicles that agree in everything are one kind, and one that a bond names is its own")
  func kinds() {
    var problem = problem(clients: [5], capacities: [10, 20, 10, 10])
    #expect(RouteKinds(problem).members == [[0, 2, 3], [1]])
    problem.bonds = [.init(vehicle: 2, client: 0, must: true)]
    let kinds = RouteKinds(problem)
    #expect(kinds.members == [[0, 3], [1], [2]])
    #expect(kinds.problem.bonds == [.init(vehicle: 2, client: 0, must: true)])
    #expect(kinds.problem.vehicles.map(\.count) == [2, 1, 1])
  }

  @Test("Packs that come too late to count are left behind")
  func latePacksAreDropped() {
    var problem = problem(clients: [30], capacities: [20])
    problem.clients[0].needs = [.init(by: 170, units: 20), .init(by: 5000, units: 30)]
    var draft = RouteDraft(RoutingSolution(), problem)
    draft.routes = [
      .init(
        vehicle: 0,
        trips: [
          .init(depot: 0, begin: 0, stops: [.init(client: 0, units: 15)]),
          .init(depot: 0, begin: 0, stops: [.init(client: 0, units: 15)]),
        ])
    ]
    // 15 by 100 + 50 + 15 = 165, so 5 of the first 20 are missing for good: 10 may follow.
    draft.dropLate(problem)
    #expect(draft.routes[0].trips.map(\.units) == [15, 10])
    let verdict = task(problem).verdict(draft.solution(problem))
    #expect(verdict.isValid)
    #expect(verdict.missing == [5])
  }

  @Test("Packs fewer than a part are added where there is room and stock")
  func lastPacksAreAdded() {
    var problem = problem(clients: [30, 30], capacities: [50])
    problem.depots[0].stock?[2] = 47
    var draft = RouteDraft(RoutingSolution(), problem)
    draft.routes = [
      .init(vehicle: 0, trips: [.init(depot: 0, begin: 0, stops: [.init(client: 1, units: 28)])])
    ]
    let task = task(problem)
    var topUp = RouteTopUp(task, draft, task.verdict(draft.solution(problem)), until: .never())
    topUp.run()
    // 47 in stock: 2 more for the second client, 17 for the first.
    #expect(topUp.verdict.isValid)
    #expect(topUp.verdict.missing.reduce(0, +) == 13)
  }

  @Test("Alike vehicles swap names for a wish, and no wish costs more than it is worth")
  func wishes() {
    let problem = problem(clients: [5], capacities: [10, 10])
    var task = task(problem)
    task.wishes = [.init(vehicle: 1, client: 0, must: true, cost: 8)]
    let result = RouteSearch(task).run(budget: Budget(deadline: .never(), iterations: 200), seed: 1)
    #expect(result.verdict.objective == RouteObjective(brokenPins: 0, undelivered: 0, cost: 200, preference: 0))
    #expect(result.verdict.solution.routes.map(\.vehicle) == [1])
  }
}
