import Routing
import Testing
import Units

@testable import RouteSolver

/// A street: locations at x = 0, 1, 2 … 10, 100 m and 100 s from each to the next. The depot is at 0, opens at 0 and
/// has one dock; loading takes 100 s, unloading 50 s, packs take no time. Load dimensions: packs, grams, and one for
/// each of two goods.
enum Street {
  static func problem(
    clients: [RoutingProblem.Client], vehicles: [RoutingProblem.Vehicle], stock: [RoutingProblem.Supply]
  ) -> RoutingProblem {
    let cells = (0...10).flatMap { a in (0...10).map { b in Int32(abs(a - b) * 100) } }
    var depot = RoutingProblem.Depot(location: 0, hours: .init(from: 0, to: 10_000))
    (depot.docks, depot.loadFixed) = (1, 100)
    depot.stock = [1 << 31, 1 << 31, 0, 0]
    depot.supplies = stock
    var gate = RoutingProblem.Depot(location: 0)
    gate.stock = [0, 0, 0, 0]
    return RoutingProblem(
      travel: Travel(count: 11, distances: cells), depots: [depot, gate], clients: clients, vehicles: vehicles)
  }
  /// Packs of a good weigh 100 g and 1,000 g.
  static func client(_ location: Int, _ packs: Int, good: Int = 0, by: Int = 5000) -> RoutingProblem.Client {
    var client = RoutingProblem.Client(location: location)
    client.delivery = [packs, packs * [100, 1000][good], 0, 0]
    client.delivery[2 + good] = packs
    client.weight = 9
    client.part = 1
    client.needs = [.init(by: by, units: packs)]
    return client
  }
  static func vehicle(_ capacity: Int = 10, to: Int = 10_000) -> RoutingProblem.Vehicle {
    var vehicle = RoutingProblem.Vehicle(count: 1, capacity: [capacity], start: 1, end: 1)
    vehicle.shift = .init(from: 0, to: to)
    vehicle.stopTime = 50
    vehicle.reloadDepots = [0]
    vehicle.maximumTrips = 100
    return vehicle
  }
  static func stock(_ packs: Int, good: Int = 0, ready: Int = -1000) -> RoutingProblem.Supply {
    .init(ready: ready, units: good == 0 ? [0, 0, packs] : [0, 0, 0, packs])
  }
  struct Outcome {
    var solution: RoutingSolution
    var judgement: RoutingJudgement
    var missing: [Int] { judgement.missing }
    var cost: Int { judgement.objective.cost }
  }
  static func solve(_ problem: RoutingProblem, iterations: Int = 4000) throws -> Outcome {
    try problem.validate()
    let answer = RouteEngine(problem).run(budget: Budget(deadline: .never(), iterations: iterations), seed: 3)
    let judgement = problem.judge(answer.solution)
    #expect(judgement.faults == [])
    #expect(judgement.objective == answer.objective)
    return Outcome(solution: answer.solution, judgement: judgement)
  }
  static func causes(_ problem: RoutingProblem, _ outcome: Outcome) -> [RouteProofs.Cause] {
    RouteObservation(problem, outcome.solution).causes(of: outcome.missing)
  }
}

@Suite("A district's routes on one street")
struct StreetTests {
  @Test("Without a vehicle everything is missing, and that is proved")
  func noVehicle() throws {
    let problem = Street.problem(clients: [Street.client(3, 7)], vehicles: [], stock: [Street.stock(50)])
    let result = try Street.solve(problem)
    #expect(result.judgement.objective.unserved == 63)  // 7 packs × 9
    let proofs = RouteProofs(problem)
    #expect(proofs.unserved == 63)
    #expect(proofs.hopeless == [.init(units: 7, cause: .noVehicle)])
  }

  @Test("A vehicle that may make one trip makes one, though its first depot gives nothing", arguments: [8, 7])
  func oneTrip(capacity: Int) throws {
    var vehicle = Street.vehicle(capacity)
    vehicle.maximumTrips = 1
    let problem = Street.problem(
      clients: (1...4).map { Street.client($0, 2) }, vehicles: [vehicle],
      stock: [.init(ready: 0, units: [0, 0, 20, 0])])
    let outcome = try Street.solve(problem)
    #expect(outcome.judgement.missing.reduce(0, +) == 8 - capacity)
    #expect(outcome.solution.routes.flatMap(\.stops).count { $0.action == .load(depot: 0) } == 1)
  }

  @Test("Without a demand nobody drives")
  func noDemand() throws {
    let result = try Street.solve(Street.problem(clients: [], vehicles: [Street.vehicle()], stock: []))
    #expect(result.solution.routes.isEmpty)
  }

  @Test("A vehicle too weak for one pack brings none")
  func capacityBelowAPack() throws {
    var vehicle = Street.vehicle()
    vehicle.capacity.append(500)
    let problem = Street.problem(
      clients: [Street.client(2, 4, good: 1)], vehicles: [vehicle], stock: [Street.stock(9, good: 1)])
    #expect(try Street.solve(problem).missing == [4])
    #expect(RouteProofs(problem).hopeless == [.init(units: 4, cause: .capacity)])
  }

  @Test("A deadline that no vehicle can keep is proved to be too early")
  func allWindowsShut() throws {
    // Load until 100, drive 400, unload until 550.
    let late = Street.problem(
      clients: [Street.client(4, 3, by: 549)], vehicles: [Street.vehicle()], stock: [Street.stock(9)])
    #expect(try Street.solve(late).missing == [3])
    #expect(RouteProofs(late).hopeless == [.init(units: 3, cause: .curve)])
    let just = Street.problem(
      clients: [Street.client(4, 3, by: 550)], vehicles: [Street.vehicle()], stock: [Street.stock(9)])
    #expect(try Street.solve(just).missing == [0])
    #expect(RouteProofs(just).unserved == 0)
  }

  @Test("A shift that ends a second too soon leaves the vehicle at home")
  func shiftTooShort() throws {
    // Back at 0 at 550 + 400 = 950.
    let short = Street.problem(
      clients: [Street.client(4, 3)], vehicles: [Street.vehicle(to: 949)], stock: [Street.stock(9)])
    #expect(try Street.solve(short).missing == [3])
    #expect(RouteProofs(short).hopeless == [.init(units: 3, cause: .hours)])
    let long = Street.problem(
      clients: [Street.client(4, 3)], vehicles: [Street.vehicle(to: 950)], stock: [Street.stock(9)])
    #expect(try Street.solve(long).missing == [0])
  }

  @Test("Short stock goes to the dearest packs, and the rest is proved to be missing")
  func stockShort() throws {
    var dear = Street.client(3, 5)
    dear.weight = 81
    let problem = Street.problem(
      clients: [Street.client(2, 5), dear], vehicles: [Street.vehicle()], stock: [Street.stock(7)])
    let result = try Street.solve(problem)
    #expect(result.missing == [3, 0])
    #expect(RouteProofs(problem).unserved == 27)  // 3 × 9
    #expect(RouteProofs(problem).shortage == [0, 0, 3, 0])
    #expect(Street.causes(problem, result)[0] == .stock)
  }

  @Test("At one dock the second vehicle waits for the first")
  func docksQueue() throws {
    // Both must have left x = 4 by 650: the first leaves at 550, the second loads from 100 to 200 and leaves at 650.
    func problem(_ by: Int) -> RoutingProblem {
      Street.problem(
        clients: [Street.client(4, 20, by: by)], vehicles: [Street.vehicle(), Street.vehicle()],
        stock: [Street.stock(20)])
    }
    #expect(try Street.solve(problem(650)).missing == [0])
    #expect(try Street.solve(problem(649)).missing == [10])
    var twoDocks = problem(649)
    twoDocks.depots[0].docks = 2
    #expect(try Street.solve(twoDocks).missing == [0])
  }

  @Test("A plan to start from that no vehicle can drive any more is left out, however many its routes")
  func nothingToStartFrom() throws {
    // There and back takes 2,150 s, so that each makes one trip until 4,000. Afterwards ten routes count as impossible:
    // 10 × 2⁶⁰ is more than 64 bits hold.
    var problem = Street.problem(
      clients: Array(repeating: Street.client(10, 10), count: 10),
      vehicles: Array(repeating: Street.vehicle(to: 4000), count: 10), stock: [Street.stock(100)])
    let before = try Street.solve(problem)
    #expect(before.solution.routes.count == 10)
    for index in problem.vehicles.indices { problem.vehicles[index].shift.to = 150 }
    let answer = RouteEngine(problem).run(
      from: before.solution, budget: Budget(deadline: .never(), iterations: 20), seed: 1)
    #expect(answer.objective == RoutingObjective(unserved: 900, cost: 0))  // 10 × 10 packs × 9
  }

  @Test("What comes too late in a plan to start from is left out, and what comes in time stays")
  func lateStart() throws {
    // Nobody is at x = 10 before 1,100.
    var problem = Street.problem(
      clients: [Street.client(1, 5), Street.client(10, 5)], vehicles: [Street.vehicle(), Street.vehicle()],
      stock: [Street.stock(10)])
    let before = try Street.solve(problem).solution
    problem.clients[1].needs[0].by = 900
    let answer = RouteEngine(problem).run(
      from: before, budget: Budget(deadline: .never(), iterations: 1), seed: 1)
    #expect(answer.objective.unserved == 45)  // 5 packs × 9
  }

  @Test("A stop of a plan to start from brings nothing that was due before it")
  func overduePieces() throws {
    // Ten packs by 500 and ten more by 5000, and nobody serves before 600: a stop can only bring the second ten.
    var client = Street.client(4, 20)
    client.needs = [.init(by: 500, units: 10), .init(by: 5000, units: 20)]
    var problem = Street.problem(clients: [client], vehicles: [Street.vehicle()], stock: [Street.stock(20)])
    problem.vehicles[0].shift.from = 600
    let plan = try Street.solve(problem)
    #expect(plan.missing == [10])
    let parted = PartedProblem(problem)
    let pieces = parted.apply(to: plan.solution)
    #expect(parted.problem.judge(pieces).faults == [])
    #expect(pieces.routes[0].stops.count { $0.action.client != nil } == 10)
    #expect(parted.restore(pieces) == plan.solution)
  }

  @Test("A demand larger than the vehicle takes several trips")
  func severalTrips() throws {
    let problem = Street.problem(
      clients: [Street.client(2, 25)], vehicles: [Street.vehicle()], stock: [Street.stock(30)])
    let result = try Street.solve(problem)
    #expect(result.missing == [0])
    #expect(result.cost == 1200)  // three times 400 m
  }

  @Test("Without another trip the rest stays, for the trip limit")
  func tripLimit() throws {
    var vehicle = Street.vehicle()
    vehicle.maximumTrips = 2
    let problem = Street.problem(clients: [Street.client(2, 25)], vehicles: [vehicle], stock: [Street.stock(30)])
    let result = try Street.solve(problem)
    #expect(result.missing == [5])
    #expect(Street.causes(problem, result) == [.trips])
  }

  @Test("A demand is split where that saves a trip")
  func splitDeliveries() throws {
    // 6 + 6 + 6 packs fit into two vehicles of 9 only if one demand is split. The first goes to 8 or beyond whatever the
    // plan; three trips would cost 3 × 1,600 or more, two cost at most 2 × 2,000.
    let problem = Street.problem(
      clients: [Street.client(8, 6), Street.client(9, 6), Street.client(10, 6)],
      vehicles: [Street.vehicle(9), Street.vehicle(9)], stock: [Street.stock(18)])
    let result = try Street.solve(problem)
    #expect(result.missing == [0, 0, 0])
    // To 10 and back, and to 9 and back: 10 and part of 9 first, then 8 and the rest of 9.
    #expect(result.cost == 3800)
  }

  @Test("Two goods ride together, within the weight that the vehicle bears")
  func twoGoods() throws {
    var vehicle = Street.vehicle(10)
    vehicle.capacity.append(5400)
    // 4 × 100 g + 5 × 1,000 g = 5,400 g.
    let problem = Street.problem(
      clients: [Street.client(3, 4, good: 0), Street.client(3, 5, good: 1)], vehicles: [vehicle],
      stock: [Street.stock(4, good: 0), Street.stock(5, good: 1)])
    #expect(try Street.solve(problem).cost == 600)
    var weaker = problem
    weaker.vehicles[0].capacity[1] = 5399
    #expect(try Street.solve(weaker).cost == 1200)
  }

  @Test("What is packed late is fetched late, and the hours paid begin only then")
  func lateStock() throws {
    var vehicle = Street.vehicle()
    vehicle.distanceCost = 0
    vehicle.durationCost = 1
    let problem = Street.problem(
      clients: [Street.client(2, 5)], vehicles: [vehicle], stock: [Street.stock(5, ready: 3000)])
    let result = try Street.solve(problem)
    #expect(result.solution.routes.first?.start == 3000)
    #expect(result.cost == 550)  // 100 + 200 + 50 + 200 seconds
  }

  @Test("A first trip moves late, so that the vehicle does not wait for stock between trips")
  func waitingIsSqueezedOut() throws {
    var vehicle = Street.vehicle(5)
    vehicle.distanceCost = 0
    vehicle.durationCost = 1
    let problem = Street.problem(
      clients: [Street.client(2, 10)], vehicles: [vehicle], stock: [Street.stock(5), Street.stock(5, ready: 3000)])
    // The second trip begins at 3,000 and takes 550; the first ends as it begins: 2 × 550.
    #expect(try Street.solve(problem).cost == 1100)
  }

  @Test("Every step of a need curve is kept where it can be")
  func needCurve() throws {
    // The first trip leaves x = 4 at 550, the second loads at 950 and leaves at 1,500.
    var demand = Street.client(4, 20)
    demand.needs = [.init(by: 550, units: 10), .init(by: 1500, units: 20)]
    let problem = Street.problem(clients: [demand], vehicles: [Street.vehicle()], stock: [Street.stock(20)])
    #expect(try Street.solve(problem).missing == [0])
    var steeper = problem
    steeper.clients[0].needs = [.init(by: 550, units: 12), .init(by: 1500, units: 20)]
    // Two packs of the first step come too late and are left out.
    let result = try Street.solve(steeper)
    #expect(result.missing == [2])
    #expect(Street.causes(steeper, result) == [.curve])
  }

  @Test("A place without a way there stays without its packs")
  func noWay() throws {
    var problem = Street.problem(
      clients: [Street.client(2, 3), Street.client(5, 3)], vehicles: [Street.vehicle()], stock: [Street.stock(9)])
    var cells = problem.travel.distances
    for other in 0..<11 where other != 5 {
      cells[other * 11 + 5] = Travel.unreachable
      cells[5 * 11 + other] = Travel.unreachable
    }
    problem.travel = Travel(count: 11, distances: cells)
    #expect(try Street.solve(problem).missing == [0, 3])
    #expect(RouteProofs(problem).hopeless[1] == .init(units: 3, cause: .travel))
  }

  @Test("Bonds hold at the least price: the vehicle named brings something, the one refused nothing")
  func bonds() throws {
    var problem = Street.problem(
      clients: [Street.client(2, 5)], vehicles: [Street.vehicle(), Street.vehicle()], stock: [Street.stock(9)])
    problem.vehicles[1].fixedCost = 5000
    problem.bonds = [.init(vehicle: 1, client: 0, must: true, weight: 100)]
    #expect(try Street.solve(problem).judgement.objective == RoutingObjective(unserved: 0, cost: 5400))
    problem.bonds.append(.init(vehicle: 0, client: 0, must: true, weight: 100))
    #expect(try Street.solve(problem).judgement.objective == RoutingObjective(unserved: 0, cost: 5800))
    problem.bonds = [.init(vehicle: 0, client: 0, must: false)]
    #expect(try Street.solve(problem).judgement.objective == RoutingObjective(unserved: 0, cost: 5400))
  }

  @Test("The judge sees each rule of parts, docks and stock that a plan breaks")
  func judgement() throws {
    let problem = Street.problem(
      clients: [Street.client(2, 5)], vehicles: [Street.vehicle()], stock: [Street.stock(5)])
    let good = try Street.solve(problem).solution
    func faults(
      _ change: (inout RoutingProblem, inout RoutingSolution) -> Void
    ) -> Set<RoutingJudgement.Fault> {
      var (changed, solution) = (problem, good)
      change(&changed, &solution)
      return Set(changed.judge(solution).faults)
    }
    #expect(faults { _, _ in } == [])
    // Load until 100, there at 300, done at 350, back at 550.
    #expect(faults { problem, _ in problem.vehicles[0].capacity = [4] } == [.capacity(route: 0, stop: 0)])
    #expect(faults { problem, _ in problem.depots[0].supplies[0].units[2] = 4 } == [.stock(depot: 0)])
    #expect(faults { problem, _ in problem.depots[0].supplies[0].ready = 20_000 } == [.stock(depot: 0)])
    #expect(faults { problem, _ in problem.clients[0].needs[0].by = -5000 } == [.late(client: 0)])
    #expect(faults { problem, _ in problem.clients[0].part = nil }.contains(.parts(client: 0)))
    #expect(
      faults { _, solution in solution.routes[0].stops[1].action = .visit(client: 0) }.contains(.parts(client: 0)))
    #expect(
      faults { _, solution in solution.routes[0].stops[1].action = .deliver(client: 0, units: 6) }
        .isSuperset(of: [.parts(client: 0), .stock(depot: 0)]))
    let twice = faults { problem, solution in
      problem.vehicles[0].count = 2
      problem.depots[0].supplies[0].units[2] = 10
      problem.clients[0].delivery = [10, 1000, 10]
      problem.clients[0].needs[0].units = 10
      solution.routes.append(solution.routes[0])
    }
    #expect(twice == [.docks(depot: 0)])
  }
}
