import Routing
import Testing
import Units

@testable import RouteSolver

/// What must hold for the search whatever the problem.
@Suite struct EngineLawTests {
  /// Cost of the annealer's plan, added up from walks along its routes.
  private func walkedCost(_ annealer: borrowing Annealer) -> Int {
    let facts = annealer.facts
    var walk = RouteWalk(capacity: 8, loads: facts.loadCount)
    var cost = 0
    for index in 0..<annealer.store.activeCount {
      let slot = Int(annealer.store.active[index])
      let first = annealer.store.begin[slot]
      walk.reset(annealer.store.site[first])
      for position in (first + 1)...(first + annealer.store.size[slot] + 1) {
        walk.append(annealer.store.site[position])
      }
      cost += walk.cost(annealer.store.kind[slot], facts)
    }
    for request in 0..<facts.requests.count {
      let isServed = (0..<facts.requests.size(request)).contains {
        annealer.store.slotOf[facts.requests.member(request, $0)] >= 0
      }
      if !isServed, facts.requests.prize[request] < EngineFacts.never { cost += facts.requests.prize[request] }
    }
    return cost
  }

  /// The first step after which the cost is not that of the routes walked anew.
  private func firstLie(_ problem: RoutingProblem, steps: Int) throws -> String? {
    try problem.validate()
    let parts = PartedProblem(problem)
    let facts = EngineFacts(parts.problem, pieceOf: parts.pieceOf)
    var annealer = Annealer(facts, seed: 7)
    annealer.load(Snapshot(nil, facts))
    annealer.fill(until: .never())
    for step in 0..<steps {
      annealer.step(temperature: step % 20 == 0 ? 1 : 60)
      let walked = walkedCost(annealer)
      if annealer.cost - annealer.waiting != walked { return "step \(step): \(annealer.cost), walked \(walked)" }
      for kind in facts.kinds.indices {
        let used = (0..<annealer.store.activeCount).count {
          annealer.store.kind[Int(annealer.store.active[$0])] == kind
        }
        if used != annealer.store.usedOfKind[kind] { return "step \(step): \(used) vehicles of kind \(kind)" }
        if used > facts.kinds[kind].count { return "step \(step): too many vehicles of kind \(kind)" }
      }
    }
    return nil
  }

  @Test("After every step the cost that moves added up is that of the routes walked anew, for each pair of features")
  func movesAddUp() throws {
    for (number, features) in RoutingFeature.pairs.enumerated() {
      let problem = RoutingFeature.draw(features, clients: 8, seed: UInt64(number))
      #expect(try firstLie(problem, steps: 40) == nil, "\(features) \(number)")
    }
  }

  @Test("The same holds for longer routes of several trips")
  func longTripsAddUp() throws {
    for seed in 0..<6 {
      var problem = RoutingFeature.draw([.windows, .releases, .reloads], clients: 40, seed: UInt64(seed))
      problem.vehicles[0].maximumTrips = 20
      problem.vehicles[0].count = 6
      problem.vehicles[0].shift = .always
      for client in problem.clients.indices {
        problem.clients[client].windows = [.init(from: client * 30, to: client * 30 + 900)]
      }
      problem.depots[0].hours = .always
      #expect(try firstLie(problem, steps: 150) == nil, "\(seed)")
    }
  }

  @Test("The same holds for a scarce fleet of many kinds, and in the end nobody is left out")
  func scarceFleet() throws {
    for seed in 0..<4 {
      var problem = RoutingFeature.draw([], clients: 180, seed: UInt64(seed))
      for client in problem.clients.indices { problem.clients[client].delivery = [1] }
      let points = (0..<problem.travel.count).map { (number: Int) -> Travel.Point in
        Travel.Point(x: Double(number * 37 % 101), y: Double((number * 53 + seed) % 97))
      }
      problem.travel = Travel(points: points, rounding: .init(scale: 10))
      // 197 units in all, of which no kind can be spared.
      problem.vehicles = [(6, 77), (6, 82), (7, 88), (7, 94), (8, 100), (9, 113), (9, 170), (10, 121), (11, 129)].map {
        var vehicle = RoutingProblem.Vehicle(count: $0.0 == 11 ? 1 : 3, capacity: [$0.0], start: 0, end: 0)
        vehicle.distanceCost = $0.1
        return vehicle
      }
      #expect(try firstLie(problem, steps: 200) == nil, "\(seed)")
      let answer = RouteEngine(problem).run(budget: Budget(deadline: .never(), iterations: 3000), seed: 1)
      #expect(answer.objective.unserved == 0)
    }
  }

  @Test("Tails that change routes lose nobody and add up, for each pair of features")
  func tailsAddUp() throws {
    var changed = 0
    for (number, features) in RoutingFeature.pairs.enumerated() {
      let problem = RoutingFeature.draw(features, clients: 12, seed: UInt64(number))
      try problem.validate()
      let facts = EngineFacts(problem)
      guard facts.exchangesTails, !facts.sharesDepots else { continue }
      var annealer = Annealer(facts, seed: 3)
      annealer.load(Snapshot(nil, facts))
      annealer.fill(until: .never())
      func served() -> [Bool] { (0..<facts.clientCount).map { annealer.store.slotOf[$0] >= 0 } }
      let before = served()
      for _ in 0..<20 {
        annealer.undo.clear()
        if annealer.exchangeTails(annealer.cost + 3000) { changed += 1 }
        #expect(annealer.cost == walkedCost(annealer), "\(features) \(number)")
      }
      #expect(served() == before, "\(features) \(number)")
    }
    #expect(changed > 200)
  }

  @Test("Whole routes made of what was left out add up, and taken back they leave no trace, beside every other feature")
  func openedRoutesAddUp() throws {
    var (opened, refused) = (0, 0)
    for (number, features) in RoutingFeature.pairs.enumerated() where features.contains(.prizes) {
      let problem = RoutingFeature.draw(features, clients: 12, seed: UInt64(number))
      try problem.validate()
      let facts = EngineFacts(problem)
      guard facts.opensRoutes else { continue }
      var annealer = Annealer(facts, seed: 3)
      annealer.load(Snapshot(nil, facts))
      for step in 0..<40 {
        guard annealer.absentCount > 0 else { break }
        annealer.undo.clear()
        let (before, absent) = (annealer.cost, annealer.absentCount)
        if annealer.openRoute(annealer.cost + (step % 2 == 0 ? 3000 : -1)) {
          opened += 1
        } else {
          annealer.rollBack()
          annealer.cost = before
          #expect(annealer.absentCount == absent, "\(features) \(number)")
          refused += 1
        }
        #expect(annealer.cost == walkedCost(annealer), "\(features) \(number)")
      }
    }
    #expect(opened > 50)
    #expect(refused > 50)
  }

  @Test("Clients none of whom pays for a vehicle are served where all together do, and left out where they do not")
  func prizesTogether() throws {
    // Thirty clients a unit apart, 1,000 from the depot: a route costs 2,029.
    for (prize, served) in [(80, 30), (60, 0)] {
      let places = [Travel.Point(x: 0, y: 0)] + (0..<30).map { Travel.Point(x: 1000, y: Double($0)) }
      var problem = RoutingProblem(
        travel: Travel(points: places, rounding: .init(scale: 1)), depots: [.init(location: 0)],
        clients: (1...30).map { location in
          var client = RoutingProblem.Client(location: location)
          client.prize = prize
          client.windows = [.init(from: 0, to: 100_000)]
          return client
        }, vehicles: [.init(count: 3, capacity: [], start: 0, end: 0)])
      problem.vehicles[0].distanceCost = 1
      let answer = RouteEngine(problem).run(budget: Budget(deadline: .never(), iterations: 2000), seed: 1)
      #expect(answer.solution.routes.reduce(0) { $0 + $1.stops.count } == served)
      #expect(answer.objective.cost <= 30 * prize)
    }
  }

  @Test("Moving routes in memory in the middle of a change loses nothing of what the change costs")
  func movingInMemory() throws {
    let problem = RoutingFeature.draw([.windows, .reloads], clients: 12, seed: 4)
    var roomy = problem
    roomy.vehicles[0].count = 3
    let facts = EngineFacts(roomy)
    var store = RouteStore(facts)
    let slot = store.open(kind: 0)
    let other = store.open(kind: 0)
    store.insert(1, behind: 0, in: slot)
    var cost = store.refresh(slot)
    store.insert(2, behind: 1, in: slot)
    store.makeRoom(other, 5000)
    store.insert(3, behind: 2, in: slot)
    cost += store.refresh(slot)
    #expect(cost == store.cost[slot])
  }

  @Test("A plan keeps every rule, and is worth what the search says, for each pair of features")
  func judgedTheSame() throws {
    for (number, features) in RoutingFeature.pairs.enumerated() {
      let problem = RoutingFeature.draw(features, clients: 9, seed: UInt64(1000 + number))
      try problem.validate()
      let answer = RouteEngine(problem).run(budget: Budget(deadline: .never(), iterations: 100), seed: 3)
      let judged = problem.judge(answer.solution)
      let faults = judged.faults.filter { if case .fixedRoute = $0 { false } else { true } }
      #expect(faults == [], "\(features) \(number) \(judged.faults)")
      #expect(judged.objective == answer.objective, "\(features) \(number)")
    }
  }

  @Test("The same holds for six features together, on and after a plan to start from")
  func judgedTheSameTogether() throws {
    var random = SeededRandom(seed: 11)
    for number in 0..<80 {
      var left = RoutingFeature.allCases
      var features: Set<RoutingFeature> = [.parts, .docks, .gates]
      while features.count < 6 { features.insert(left.remove(at: random.below(left.count))) }
      let problem = RoutingFeature.draw(features, clients: 9, seed: UInt64(3000 + number))
      try problem.validate()
      let engine = RouteEngine(problem)
      let first = engine.run(budget: Budget(deadline: .never(), iterations: 100), seed: 3)
      let second = engine.run(from: first.solution, budget: Budget(deadline: .never(), iterations: 20), seed: 4)
      for answer in [first, second] {
        let judged = problem.judge(answer.solution)
        let faults = judged.faults.filter { if case .fixedRoute = $0 { false } else { true } }
        #expect(faults == [], "\(features) \(number)")
        #expect(judged.objective == answer.objective, "\(features) \(number)")
      }
      #expect(second.objective <= first.objective, "\(features) \(number)")
    }
  }

  @Test("The same seed and iterations give the same plan, on one thread and on two")
  func deterministic() {
    for seed in 0..<4 {
      let features: Set<RoutingFeature> = [.windows, .kinds, seed % 2 == 0 ? .reloads : .prizes]
      let problem = RoutingFeature.draw(features, clients: 25, seed: UInt64(seed))
      for threads in 1...2 {
        let runs = (0..<2).map { _ in
          RouteEngine(problem).run(budget: Budget(deadline: .never(), iterations: 400), threads: threads, seed: 5)
        }
        #expect(runs[0].solution == runs[1].solution)
        #expect(runs[0].iterations == 400)
      }
    }
  }

  @Test("A plan to start from is never made worse")
  func startsFrom() {
    for seed in 0..<10 {
      let problem = RoutingFeature.draw([.windows, .kinds, .prizes], clients: 15, seed: UInt64(seed))
      let first = RouteEngine(problem).run(budget: Budget(deadline: .never(), iterations: 300), seed: 1)
      let second = RouteEngine(problem).run(
        from: first.solution, budget: Budget(deadline: .never(), iterations: 0), seed: 2)
      #expect(second.objective <= first.objective)
    }
  }

  @Test("Cancelled at any moment a valid plan is left")
  func cancelled() {
    let problem = RoutingFeature.draw([.windows, .reloads, .depots], clients: 40, seed: 1)
    for moment in [0, 1, 5, 50] {
      let cancellation = Cancellation()
      if moment == 0 { cancellation.cancel() }
      let answer = RouteEngine(problem).run(
        budget: Budget(deadline: .never(cancellation: cancellation)), seed: UInt64(moment)
      ) { found in if found.iterations >= 0, moment > 0 { cancellation.cancel() } }
      let judged = problem.judge(answer.solution)
      #expect(judged.faults == [])
      #expect(judged.objective == answer.objective)
      #expect(answer.stop == .interrupted)
    }
  }

  @Test("Fixed routes stay as they are, whole or as the beginning of a longer one")
  func fixedRoutesStay() {
    for seed in 0..<20 {
      var problem = RoutingFeature.draw([.kinds], clients: 10, seed: UInt64(seed))
      for vehicle in problem.vehicles.indices {
        problem.vehicles[vehicle].capacity = [60]
        problem.vehicles[vehicle].count = 4
      }
      problem.fixedRoutes = [
        .init(vehicle: 0, clients: [3, 1], isWhole: true), .init(vehicle: 1, clients: [5, 7, 2]),
      ]
      let answer = RouteEngine(problem).run(budget: Budget(deadline: .never(), iterations: 200), seed: 3)
      #expect(problem.judge(answer.solution).faults == [])
    }
  }

  @Test("Clients in the order of the plane are the same problem")
  func orderChangesNothing() {
    let points = (0..<40).map { (number: Int) -> Travel.Point in
      Travel.Point(x: Double(number * 37 % 101), y: Double(number * 53 % 89))
    }
    var problem = RoutingProblem(
      travel: Travel(points: points, rounding: .init()), depots: [.init(location: 0)],
      clients: (1..<40).map { .init(location: $0) }, vehicles: [.init(count: 9, capacity: [], start: 0, end: 0)])
    problem.vehicles[0].maximumStops = 6
    let order = SpatialOrder(problem)
    #expect(order.old.sorted() == Array(problem.clients.indices))
    let answer = RouteEngine(problem).run(budget: Budget(deadline: .never(), iterations: 100), seed: 1)
    let judged = problem.judge(answer.solution)
    #expect(judged.faults == [] && judged.objective == answer.objective)
    #expect(order.restore(order.apply(to: answer.solution)) == answer.solution)
  }
}
