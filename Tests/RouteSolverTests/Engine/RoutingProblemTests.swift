import Routing
import Testing
import Units

@testable import RouteSolver

/// What a routing problem may say, and what a plan of it may do.
@Suite struct RoutingProblemTests {
  /// Two depots, five clients in a line, one kind of vehicle.
  private func sample() -> RoutingProblem {
    var ways: [Int32] = []
    for a in 0..<7 { for b in 0..<7 { ways.append(Int32(10 * abs(a - b))) } }
    var problem = RoutingProblem(
      travel: Travel(count: 7, distances: ways), depots: [.init(location: 0), .init(location: 6)],
      clients: (1...5).map { .init(location: $0) }, vehicles: [.init(count: 2, capacity: [10], start: 0, end: 0)])
    for client in problem.clients.indices { problem.clients[client].delivery = [2] }
    problem.vehicles[0].reloadDepots = [1]
    problem.vehicles[0].maximumTrips = 3
    return problem
  }

  @Test("Each thing that is wrong with a problem is found and named")
  func defects() {
    typealias Change = (inout RoutingProblem) -> Void
    let cases: [(RoutingDefect, Change)] = [
      (.matrixSize, { $0.travel = Travel(count: 7, distances: [0]) }),
      (.unknownIndex("depot", 1), { $0.depots[1].location = 7 }),
      (.unknownIndex("client", 4), { $0.clients[4].location = -1 }),
      (.unknownIndex("vehicle", 0), { $0.vehicles[0].end = 2 }),
      (.unknownIndex("shipment", 0), { $0.shipments = [.init(from: 0, to: 9)] }),
      (.unknownIndex("group", 0), { $0.groups = [.init(clients: [])] }),
      (.unknownIndex("fixed_route", 0), { $0.fixedRoutes = [.init(vehicle: 3, clients: [1])] }),
      (.unknownIndex("bond", 0), { $0.bonds = [.init(vehicle: 1, client: 0, must: true)] }),
      (.negative("client", 2), { $0.clients[2].service = -1 }),
      (.negative("depot", 0), { $0.depots[0].docks = 0 }),
      (.negative("depot", 1), { $0.depots[1].supplies = [.init(ready: 0, units: [-1])] }),
      (.negative("vehicle", 0), { $0.vehicles[0].stopTime = -1 }),
      (.negative("balance", 0), { $0.balance = .init(unit: 0, cost: 1) }),
      (.window("client", 1), { $0.clients[1].windows = [.init(from: 5, to: 9), .init(from: 9, to: 12)] }),
      (.window("depot", 0), { $0.depots[0].hours = .init(from: 9, to: 8) }),
      (.claimedTwice(client: 1), { $0.groups = [.init(clients: [0, 1]), .init(clients: [1, 2])] }),
      (.shipmentLoads(0), { $0.shipments = [.init(from: 0, to: 1)] }),
      (
        .fixedShipment(0),
        { problem in
          Self.ship(&problem)
          problem.fixedRoutes = [.init(vehicle: 0, clients: [1])]
        }
      ),
      (
        .fixedShipment(0),
        { problem in
          Self.ship(&problem)
          problem.fixedRoutes = [.init(vehicle: 0, clients: [1, 0])]
        }
      ),
      (.parts(client: 0), { $0.clients[0].part = 0 }),
      (
        .parts(client: 3),
        { problem in
          problem.clients[3].part = 1
          problem.clients[3].service = 5
        }
      ),
      (
        .parts(client: 2),
        { problem in
          problem.clients[2].part = 1
          problem.groups = [.init(clients: [2])]
        }
      ),
      (
        .parts(client: 1),
        { problem in
          problem.clients[1].part = 1
          problem.clients[1].delivery = [2, 3]
        }
      ),
      (.needs(client: 0), { $0.clients[0].needs = [.init(by: 5, units: 1)] }),
      (.needs(client: 0), { $0.clients[0].needs = [.init(by: 5, units: 1), .init(by: 5, units: 2)] }),
      (
        .bond(0),
        { problem in
          problem.clients[0].prize = 3
          problem.bonds = [.init(vehicle: 0, client: 0, must: true)]
        }
      ),
      (.overflow, { $0.vehicles[0].fixedCost = 1 << 60 }),
    ]
    #expect(throws: Never.self) { try sample().validate() }
    for (number, (defect, change)) in cases.enumerated() {
      var problem = sample()
      change(&problem)
      #expect(throws: defect, "case \(number)") { try problem.validate() }
    }
  }

  private static func ship(_ problem: inout RoutingProblem) {
    problem.clients[0].delivery = []
    problem.clients[0].pickup = [2]
    problem.shipments = [.init(from: 0, to: 1)]
  }

  private func plan(_ stops: [(RoutingSolution.Action, Int, Int, Int)], end: Int) -> RoutingSolution {
    RoutingSolution(routes: [
      .init(
        vehicle: 0, start: 0, end: end,
        stops: stops.map { .init(action: $0.0, arrival: $0.1, begin: $0.2, departure: $0.3) })
    ])
  }

  @Test("What comes in parts is judged by its need curve, its docks and its stock")
  func partsJudged() {
    var problem = sample()
    for client in 1..<5 { problem.clients[client].prize = 0 }
    problem.clients[0].delivery = [6]
    problem.clients[0].part = 1
    problem.clients[0].needs = [.init(by: 20, units: 2), .init(by: 100, units: 6)]
    problem.vehicles[0].timePerUnit = 1
    problem.vehicles[0].stopTime = 3
    let whole = plan([(.deliver(client: 0, units: 6), 10, 10, 19)], end: 29)
    #expect(problem.judge(whole).faults == [])
    #expect(problem.judge(whole).objective == .init(unserved: 0, cost: 20))
    #expect(problem.judge(whole).missing[0] == 0)

    let some = plan([(.deliver(client: 0, units: 4), 10, 10, 17)], end: 27)
    #expect(problem.judge(some).faults == [])
    #expect(problem.judge(some).missing[0] == 2)
    #expect(problem.judge(some).objective.unserved == 2)

    // Two of six are late for the first need: only four may come then.
    let late = plan([(.deliver(client: 0, units: 6), 10, 13, 22)], end: 32)
    #expect(problem.judge(late).faults == [.late(client: 0)])
    let much = plan([(.deliver(client: 0, units: 7), 10, 10, 20)], end: 30)
    #expect(problem.judge(much).faults == [.parts(client: 0)])
    let visit = plan([(.visit(client: 0), 10, 10, 19)], end: 29)
    #expect(problem.judge(visit).faults.contains(.parts(client: 0)))

    problem.depots[0].stock = [3]
    problem.depots[0].supplies = [.init(ready: 1, units: [3])]
    #expect(problem.judge(whole).faults == [.stock(depot: 0)])
    problem.depots[0].supplies = [.init(ready: 0, units: [3])]
    #expect(problem.judge(whole).faults == [])

    problem.bonds = [.init(vehicle: 0, client: 0, must: false)]
    #expect(problem.judge(whole).faults == [.bond(0)])
    problem.bonds = [.init(vehicle: 0, client: 1, must: true, weight: 7)]
    #expect(problem.judge(whole).brokenBonds == [0])
    #expect(problem.judge(whole).objective.unserved == 7)
  }

  @Test("Two vehicles cannot load at one dock at the same time")
  func docksJudged() {
    var problem = sample()
    problem.depots[0].loadFixed = 10
    for client in 2..<5 { problem.clients[client].prize = 0 }
    func together(_ second: Int) -> RoutingSolution {
      RoutingSolution(routes: [
        .init(
          vehicle: 0, start: 0, end: 30,
          stops: [.init(action: .visit(client: 0), arrival: 20, begin: 20, departure: 20)]),
        .init(
          vehicle: 0, start: second, end: second + 50,
          stops: [.init(action: .visit(client: 1), arrival: second + 30, begin: second + 30, departure: second + 30)]),
      ])
    }
    #expect(problem.judge(together(5)).faults == [])
    problem.depots[0].docks = 1
    #expect(problem.judge(together(5)).faults == [.docks(depot: 0)])
    #expect(problem.judge(together(10)).faults == [])
  }
}
