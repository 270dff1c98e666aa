import Routing
import Testing
import Units

@testable import RouteSolver

/// A street: locations at x = 0, 1, 2 … 10, 100 m and 100 s from each to the next. The depot is at 0, opens at 0 and
/// has one dock; loading takes 100 s, unloading 50 s, packs take no time.
enum Street {
  static func problem(
    demands: [SupplyProblem.Demand], vehicles: [SupplyProblem.Vehicle], stock: [SupplyProblem.Stock]
  )
    -> SupplyProblem
  {
    let cells = (0...10).flatMap { a in (0...10).map { b in Int32(abs(a - b) * 100) } }
    return SupplyProblem(
      locationCount: 11, metres: cells, seconds: cells, goods: [.init(grams: 100), .init(grams: 1000)],
      depots: [
        .init(location: 0, open: 0, close: 10_000, docks: 1, loadFixed: 100, loadPerPack: 0, stock: stock)
      ], demands: demands, vehicles: vehicles)
  }
  static func demand(_ location: Int, _ packs: Int, good: Int = 0, by: Int = 5000) -> SupplyProblem.Demand {
    .init(location: location, good: good, weight: 9, curve: [.init(by: by, packs: packs)])
  }
  /// One fen a metre.
  static func vehicle(_ capacity: Int = 10, to: Int = 10_000) -> SupplyProblem.Vehicle {
    var vehicle = SupplyProblem.Vehicle(start: 0, end: 0, capacityPacks: capacity, from: 0, to: to)
    vehicle.costPerKilometre = 1000
    vehicle.unloadFixed = 50
    return vehicle
  }
  static func stock(_ packs: Int, good: Int = 0, ready: Int = -1000) -> SupplyProblem.Stock {
    .init(good: good, packs: packs, ready: ready)
  }
  static func solve(_ problem: SupplyProblem, iterations: Int = 60) -> SupplySearch.Result {
    let result = SupplySearch(problem).run(
      from: nil, budget: Budget(deadline: .never(), iterations: iterations), seed: 3)
    #expect(result.judgement.faults == [])
    return result
  }
  static func causes(_ problem: SupplyProblem, _ result: SupplySearch.Result) -> [SupplyProofs.Cause] {
    SupplyObservation(problem).causes(of: result.judgement.missing, in: result.solution)
  }
}

@Suite("Routes at the edges")
struct EdgeTests {
  @Test("Without a vehicle everything is missing, and that is proved")
  func noVehicle() {
    let problem = Street.problem(demands: [Street.demand(3, 7)], vehicles: [], stock: [Street.stock(50)])
    let result = Street.solve(problem)
    #expect(result.judgement.objective.undelivered == 63)  // 7 packs × 9
    let proofs = SupplyProofs(problem)
    #expect(proofs.undelivered == 63)
    #expect(proofs.hopeless == [.init(packs: 7, cause: .noVehicle)])
  }

  @Test("Without a demand nobody drives")
  func noDemand() {
    let result = Street.solve(Street.problem(demands: [], vehicles: [Street.vehicle()], stock: []))
    #expect(result.solution.routes.isEmpty)
    #expect(result.stop == .goalReached)
  }

  @Test("A vehicle too weak for one pack brings none")
  func capacityBelowAPack() {
    var vehicle = Street.vehicle()
    vehicle.capacityGrams = 500
    let problem = Street.problem(
      demands: [Street.demand(2, 4, good: 1)], vehicles: [vehicle], stock: [Street.stock(9, good: 1)])
    #expect(Street.solve(problem).judgement.missing == [4])
    #expect(SupplyProofs(problem).hopeless == [.init(packs: 4, cause: .capacity)])
  }

  @Test("A deadline that no vehicle can keep is proved to be too early")
  func allWindowsShut() {
    // Load until 100, drive 400, unload until 550.
    let late = Street.problem(
      demands: [Street.demand(4, 3, by: 549)], vehicles: [Street.vehicle()], stock: [Street.stock(9)])
    #expect(Street.solve(late).judgement.missing == [3])
    #expect(SupplyProofs(late).hopeless == [.init(packs: 3, cause: .curve)])
    let just = Street.problem(
      demands: [Street.demand(4, 3, by: 550)], vehicles: [Street.vehicle()], stock: [Street.stock(9)])
    #expect(Street.solve(just).judgement.missing == [0])
    #expect(SupplyProofs(just).undelivered == 0)
  }

  @Test("A shift that ends a second too soon leaves the vehicle at home")
  func shiftTooShort() {
    // Back at 0 at 550 + 400 = 950.
    let short = Street.problem(
      demands: [Street.demand(4, 3)], vehicles: [Street.vehicle(to: 949)], stock: [Street.stock(9)])
    #expect(Street.solve(short).judgement.missing == [3])
    #expect(SupplyProofs(short).hopeless == [.init(packs: 3, cause: .hours)])
    let long = Street.problem(
      demands: [Street.demand(4, 3)], vehicles: [Street.vehicle(to: 950)], stock: [Street.stock(9)])
    #expect(Street.solve(long).judgement.missing == [0])
  }

  @Test("Short stock goes to the dearest packs, and the rest is proved to be missing")
  func stockShort() {
    var dear = Street.demand(3, 5)
    dear.weight = 81
    let problem = Street.problem(
      demands: [Street.demand(2, 5), dear], vehicles: [Street.vehicle()], stock: [Street.stock(7)])
    let result = Street.solve(problem)
    #expect(result.judgement.missing == [3, 0])
    #expect(SupplyProofs(problem).undelivered == 27)  // 3 × 9
    #expect(SupplyProofs(problem).shortage == [3, 0])
    #expect(Street.causes(problem, result)[0] == .stock)
  }

  @Test("At one dock the second vehicle waits for the first")
  func docksQueue() {
    // Both must have left x = 4 by 650: the first leaves at 550, the second loads from 100 to 200 and leaves at 650.
    func problem(_ by: Int) -> SupplyProblem {
      Street.problem(
        demands: [Street.demand(4, 20, by: by)], vehicles: [Street.vehicle(), Street.vehicle()],
        stock: [Street.stock(20)])
    }
    #expect(Street.solve(problem(650)).judgement.missing == [0])
    #expect(Street.solve(problem(649)).judgement.missing == [10])
    var twoDocks = problem(649)
    twoDocks.depots[0].docks = 2
    #expect(Street.solve(twoDocks).judgement.missing == [0])
  }

  @Test("A demand larger than the vehicle takes several trips")
  func severalTrips() {
    let problem = Street.problem(
      demands: [Street.demand(2, 25)], vehicles: [Street.vehicle()], stock: [Street.stock(30)])
    let result = Street.solve(problem)
    #expect(result.judgement.missing == [0])
    #expect(result.judgement.objective.cost == 1200)  // three times 400 m
  }

  @Test("Without another trip the rest stays, for the trip limit")
  func tripLimit() {
    var vehicle = Street.vehicle()
    vehicle.maximumTrips = 2
    let problem = Street.problem(demands: [Street.demand(2, 25)], vehicles: [vehicle], stock: [Street.stock(30)])
    let result = Street.solve(problem)
    #expect(result.judgement.missing == [5])
    #expect(Street.causes(problem, result) == [.trips])
  }

  @Test("A demand is split where that saves a trip")
  func splitDeliveries() {
    // 6 + 6 + 6 packs fit into two vehicles of 9 only if one demand is split. The first goes to 8 or beyond whatever the
    // plan; three trips would cost 3 × 1,600 or more, two cost at most 2 × 2,000.
    let problem = Street.problem(
      demands: [Street.demand(8, 6), Street.demand(9, 6), Street.demand(10, 6)],
      vehicles: [Street.vehicle(9), Street.vehicle(9)], stock: [Street.stock(18)])
    let result = Street.solve(problem)
    #expect(result.judgement.missing == [0, 0, 0])
    // To 10 and back, and to 9 and back: 10 and part of 9 first, then 8 and the rest of 9.
    #expect(result.judgement.objective.cost == 3800)
  }

  @Test("Two goods ride together, within the weight that the vehicle bears")
  func twoGoods() {
    var vehicle = Street.vehicle(10)
    vehicle.capacityGrams = 5400
    // 4 × 100 g + 5 × 1,000 g = 5,400 g.
    let problem = Street.problem(
      demands: [Street.demand(3, 4, good: 0), Street.demand(3, 5, good: 1)], vehicles: [vehicle],
      stock: [Street.stock(4, good: 0), Street.stock(5, good: 1)])
    #expect(Street.solve(problem).judgement.objective.cost == 600)
    var weaker = problem
    weaker.vehicles[0].capacityGrams = 5399
    #expect(Street.solve(weaker).judgement.objective.cost == 1200)
  }

  @Test("What is packed late is fetched late, and the hours paid begin only then")
  func lateStock() {
    var vehicle = Street.vehicle()
    vehicle.costPerKilometre = 0
    vehicle.costPerHour = 3600
    let problem = Street.problem(
      demands: [Street.demand(2, 5)], vehicles: [vehicle], stock: [Street.stock(5, ready: 3000)])
    let result = Street.solve(problem)
    #expect(result.solution.routes.first?.start == 3000)
    #expect(result.judgement.objective.cost == 550)  // 100 + 200 + 50 + 200 seconds
  }

  @Test("A first trip moves late, so that the vehicle does not wait for stock between trips")
  func waitingIsSqueezedOut() {
    var vehicle = Street.vehicle(5)
    vehicle.costPerKilometre = 0
    vehicle.costPerHour = 3600
    let problem = Street.problem(
      demands: [Street.demand(2, 10)], vehicles: [vehicle], stock: [Street.stock(5), Street.stock(5, ready: 3000)])
    // The second trip begins at 3,000 and takes 550; the first ends as it begins: 2 × 550.
    #expect(Street.solve(problem).judgement.objective.cost == 1100)
  }

  @Test("Every step of a need curve is kept where it can be")
  func needCurve() {
    // The first trip leaves x = 4 at 550, the second loads at 950 and leaves at 1,500.
    var demand = Street.demand(4, 20)
    demand.curve = [.init(by: 550, packs: 10), .init(by: 1500, packs: 20)]
    let problem = Street.problem(demands: [demand], vehicles: [Street.vehicle()], stock: [Street.stock(20)])
    #expect(Street.solve(problem).judgement.missing == [0])
    var steeper = problem
    steeper.demands[0].curve = [.init(by: 550, packs: 12), .init(by: 1500, packs: 20)]
    // Two packs of the first step come too late and are left out.
    let result = Street.solve(steeper)
    #expect(result.judgement.missing == [2])
    #expect(Street.causes(steeper, result) == [.curve])
  }

  @Test("A place without a way there stays without its packs")
  func noWay() {
    var problem = Street.problem(
      demands: [Street.demand(2, 3), Street.demand(5, 3)], vehicles: [Street.vehicle()], stock: [Street.stock(9)])
    for other in 0..<11 where other != 5 {
      problem.metres[other * 11 + 5] = SupplyProblem.unreachable
      problem.seconds[other * 11 + 5] = SupplyProblem.unreachable
      problem.metres[5 * 11 + other] = SupplyProblem.unreachable
      problem.seconds[5 * 11 + other] = SupplyProblem.unreachable
    }
    #expect(Street.solve(problem).judgement.missing == [0, 3])
    #expect(SupplyProofs(problem).hopeless[1] == .init(packs: 3, cause: .travel))
  }

  @Test("Pins hold at the least price: the vehicle named brings something, the one refused nothing")
  func pins() {
    var problem = Street.problem(
      demands: [Street.demand(2, 5)], vehicles: [Street.vehicle(), Street.vehicle()], stock: [Street.stock(9)])
    problem.vehicles[1].fixedCost = 5000
    problem.pins = [.init(vehicle: 1, demand: 0, must: true, cost: nil)]
    var objective = Street.solve(problem).judgement.objective
    #expect(objective == SupplyObjective(brokenPins: 0, undelivered: 0, cost: 5400, preference: 0))
    problem.pins.append(.init(vehicle: 0, demand: 0, must: true, cost: nil))
    objective = Street.solve(problem).judgement.objective
    #expect(objective == SupplyObjective(brokenPins: 0, undelivered: 0, cost: 5800, preference: 0))
    problem.pins = [.init(vehicle: 0, demand: 0, must: false, cost: nil)]
    objective = Street.solve(problem).judgement.objective
    #expect(objective == SupplyObjective(brokenPins: 0, undelivered: 0, cost: 5400, preference: 0))
    // A wish is not worth the fixed cost.
    problem.pins = [.init(vehicle: 1, demand: 0, must: true, cost: 8)]
    objective = Street.solve(problem).judgement.objective
    #expect(objective == SupplyObjective(brokenPins: 0, undelivered: 0, cost: 400, preference: 8))
  }

  @Test("Numbers that could leave 64 bits are refused")
  func overflow() {
    var problem = Street.problem(demands: [Street.demand(2, 5)], vehicles: [Street.vehicle()], stock: [])
    problem.vehicles[0].costPerKilometre = .max / 4
    #expect(throws: SupplyDefect.overflow) { try problem.validate() }
    problem.vehicles[0].costPerKilometre = 1000
    problem.vehicles[0].fixedCost = .max
    #expect(throws: SupplyDefect.overflow) { try problem.validate() }
    problem.vehicles[0].fixedCost = 0
    problem.demands[0].curve.append(.init(by: 4000, packs: 9))
    #expect(throws: SupplyDefect.curve(demand: 0)) { try problem.validate() }
    problem.metres.removeLast()
    #expect(throws: SupplyDefect.matrixSize) { try problem.validate() }
  }

  @Test("The judge sees each rule that a plan breaks")
  func judgement() throws {
    let problem = Street.problem(
      demands: [Street.demand(2, 5)], vehicles: [Street.vehicle()], stock: [Street.stock(5)])
    let good = Street.solve(problem).solution
    func faults(_ change: (inout SupplySolution, inout SupplyProblem) -> Void) -> Set<SupplyJudgement.Fault> {
      var solution = good
      var changed = problem
      change(&solution, &changed)
      return Set(changed.judge(solution).faults)
    }
    #expect(faults { _, _ in } == [])
    #expect(
      faults {
        $1.vehicles[0].capacityPacks = 4; _ = $0
      } == [.capacity(vehicle: 0)])
    #expect(
      faults {
        $1.vehicles[0].to = 549; _ = $0
      } == [.hours(vehicle: 0)])
    #expect(
      faults {
        $1.vehicles[0].maximumTrips = 0; _ = $0
      } == [.tripLimit(vehicle: 0)])
    #expect(
      faults {
        $1.depots[0].stock[0].packs = 4; _ = $0
      } == [.depotStock(depot: 0, good: 0)])
    #expect(
      faults {
        $1.depots[0].close = 99; _ = $0
      } == [.depotHours(depot: 0)])
    #expect(
      faults {
        $1.demands[0].curve[0].by = 300; _ = $0
      } == [.late(demand: 0)])
    #expect(
      faults {
        $1.demands[0].curve[0].packs = 4; _ = $0
      }.contains(.tooMuch(demand: 0)))
    #expect(
      faults {
        $0.routes[0].steps[1].arrival -= 1; _ = $1
      }.contains(.travelTime(vehicle: 0, step: 1)))
    #expect(
      faults {
        $0.routes[0].steps[0].departure += 1; _ = $1
      }.contains(.handling(vehicle: 0, step: 0)))
    #expect(
      faults {
        $0.routes[0].steps[0].action = .load(depot: 0, packs: [4, 0])
        _ = $1
      } == [.emptyHanded(vehicle: 0, good: 0), .leftOnBoard(vehicle: 0)])
  }
}
