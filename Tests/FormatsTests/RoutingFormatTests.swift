import Foundation
import Routing
import Testing
import Units

@testable import Formats

@Suite("Public routing formats") struct RoutingFormatTests {
  static let vrplib = """
    NAME : small
    COMMENT : all sections at once
    TYPE : MTVRPTWR
    DIMENSION : 5
    VEHICLES : 3
    CAPACITY : 100
    SERVICE_TIME : 10
    EDGE_WEIGHT_TYPE : EUC_2D
    NODE_COORD_SECTION
    1 0 0
    2 3 4
    3 -3 4
    4 0 1.55
    5 1 1
    DEMAND_SECTION
    1 0
    2 10
    3 20
    4 0
    5 5
    BACKHAUL_SECTION
    1 0
    2 0
    3 0
    4 7
    5 0
    TIME_WINDOW_SECTION
    1 0 500
    2 10 20
    3 0 500
    4 0 500
    5 0 500
    RELEASE_TIME_SECTION
    1 0
    2 0
    3 30
    4 0
    5 0
    PRIZE_SECTION
    1 0
    2 6
    3 0
    4 0
    5 0
    VEHICLES_RELOAD_DEPOT_SECTION
    1 1
    2 1
    3 1
    VEHICLES_FIXED_COST_SECTION
    1 9
    2 9
    3 8
    DEPOT_SECTION
    1
    -1
    EOF

    """

  private func read(_ text: String, rounding: RoutingRounding? = nil) throws -> RoutingInstance {
    try routingInstance(from: Array(text.utf8), file: "small.vrp", rounding: rounding)
  }

  private func problems(_ text: String) -> [String] {
    do {
      _ = try read(text)
      return []
    } catch {
      return (error as? DistrictProblems)?.problems.map { "\($0.line ?? 0) \($0.code.rawValue)" } ?? ["?"]
    }
  }

  @Test("VRPLIB: each section means what it says, in tenths") func vrplib() throws {
    let instance = try read(Self.vrplib)
    let problem = instance.problem
    #expect(instance.rounding == .decimal && instance.name == "small" && instance.type == "MTVRPTWR")
    #expect(instance.clientNumbers == [1, 2, 3, 4] && instance.depotNumbers == [0])
    #expect(problem.clients.map(\.delivery) == [[10], [20], [], [5]])
    #expect(problem.clients.map(\.pickup) == [[], [], [7], []])
    #expect(problem.clients.map(\.service) == [100, 100, 100, 100])
    #expect(problem.clients[0].windows == [RoutingProblem.Window(from: 100, to: 200)])
    #expect(problem.clients.map(\.release) == [nil, 300, nil, nil])
    #expect(problem.clients.map(\.prize) == [60, nil, nil, nil])
    #expect(problem.depots[0].hours == RoutingProblem.Window(from: 0, to: 5000))
    #expect(problem.vehicles.map(\.count) == [2, 1] && problem.vehicles.map(\.fixedCost) == [90, 80])
    #expect(problem.vehicles.allSatisfy { $0.reloadDepots == [0] && $0.maximumTrips >= 4 })
    #expect(instance.vehicleLines == [0, 0, 1])
    // 5; 1.55 cut off to 1.5; a backhaul is never first, and nobody who gets comes after it.
    #expect(problem.travel.distance(0, 1) == 50 && problem.travel.distance(3, 0) == 15)
    #expect(!problem.travel.isReachable(0, 3) && !problem.travel.isReachable(3, 1) && problem.travel.isReachable(1, 3))
    #expect(try read(Self.vrplib, rounding: .exact).problem.travel.distance(3, 0) == 1550)
  }

  @Test("matrices") func matrices() throws {
    func text(_ form: String, _ weights: String) -> String {
      """
      NAME: m
      TYPE: CVRP
      DIMENSION: 3
      CAPACITY: 4
      EDGE_WEIGHT_TYPE: EXPLICIT
      EDGE_WEIGHT_FORMAT: \(form)
      EDGE_WEIGHT_SECTION
      \(weights)
      DEMAND_SECTION
      1 0
      2 1
      3 1
      DEPOT_SECTION
      1

      """
    }
    let full = try read(text("FULL_MATRIX", "0 1 2\n3 0 5\n6 7 0")).problem
    #expect(full.travel.distances == [0, 1, 2, 3, 0, 5, 6, 7, 0] && full.vehicles[0].count == 2)
    #expect(try read(text("LOWER_ROW", "1\n2 3")).problem.travel.distances == [0, 1, 2, 1, 0, 3, 2, 3, 0])
    #expect(problems(text("LOWER_ROW", "1\n2")) == ["7 E1707"])
  }

  @Test("solutions: written in the file's order, and read back") func solutions() throws {
    let instance = try read(Self.vrplib)
    let text = "Route #1: 2 1 0 4\nRoute #2:\nRoute #3: 3\nCost 12.3\n"
    let solution = try routingSolution(from: Array(text.utf8), file: "small.sol", of: instance)
    #expect(solution.routes.map(\.vehicle) == [0, 1])
    #expect(instance.solutionText(of: solution, cost: 123) == text)
    // Released at 300; 50 to the first, 100 of service.
    #expect(solution.routes[0].start == 300 && solution.routes[0].stops[0].departure == 450)
    #expect(throws: DistrictProblems.self) {
      try routingSolution(from: Array("Route #1: 77\n".utf8), file: "small.sol", of: instance)
    }
  }

  @Test("amounts in tenths and thousandths") func amounts() {
    #expect(writtenAmount(26362, scale: 1) == "26362")
    #expect(writtenAmount(424448, scale: 10) == "42444.8" && writtenAmount(5, scale: 1000) == "0.005")
  }

  @Test("what is unknown, missing or twice is said with its line") func refusals() {
    let changes: [(String, String, [String])] = [
      ("VEHICLES : 3", "VEHICELS : 3", ["5 E1702"]),
      ("RELEASE_TIME_SECTION", "RELASE_SECTION", ["33 E1702"]),
      ("TYPE : MTVRPTWR", "TYPE : TSP", ["3 E1109"]),
      ("CAPACITY : 100", "CAPACITY : many", ["6 E1104"]),
      ("SERVICE_TIME : 10\n", "SERVICE_TIME : 10\nSERVICE_TIME : 10\n", ["8 E1704"]),
      ("EUC_2D", "GEO", ["8 E1109"]),
      ("2 3 4", "2 3", ["11 E1706"]),
      ("2 3 4", "2 3 4e5", ["11 E1106"]),
      ("2 3 4", "9 3 4", ["11 E1105"]),
      ("2 10 20", "2 20 10", ["29 E1712"]),
      ("3 20\n", "2 20\n", ["18 E1304"]),
      ("3 20\n", "", ["15 E1709"]),
      ("1 0\n2 10\n3 20", "1 5\n2 10\n3 20", ["16 E1714"]),
    ]
    for (old, new, expected) in changes {
      let found = problems(Self.vrplib.replacing(old, with: new, maxReplacements: 1))
      #expect(expected.allSatisfy(found.contains), "\(new): \(found)")
    }
    #expect(problems("7 7 7\n0 0 0 0 0 9 0 0 0\n1 1 1 5 0 9 0 0 2\n2 1 1 -4 0 9 0 1 0\n") == ["3 E1715", "4 E1715"])
  }

  @Test("Li and Lim: pairs are shipments, and no distance is worth a vehicle") func liLim() throws {
    let text = "2 10 1\n0 0 0 0 0 90 0 0 0\n1 3 4 5 0 90 1 0 2\n2 6 8 -5 0 90 1 1 0\n"
    let instance = try read(text)
    #expect(instance.problem.shipments == [RoutingProblem.Shipment(from: 0, to: 1)])
    #expect(
      instance.problem.clients.map(\.pickup) == [[5], []] && instance.problem.clients.map(\.delivery) == [[], [5]])
    // Two routes of 10 and 20 there and back.
    #expect(instance.vehicleCharge > 30_000 && instance.rounding == .exact)
    #expect(instance.fileCost(instance.vehicleCharge + 20_000, routes: 1) == 20_000)
  }

  @Test("whatever the bytes, a problem or an instance") func garbage() {
    var random = SeededRandom(seed: 5)
    let texts = [Self.vrplib, "2 10 1\n0 0 0 0 0 90 0 0 0\n1 3 4 5 0 90 1 0 2\n2 6 8 -5 0 90 1 1 0\n"]
    for _ in 0..<500 {
      var bytes = Array((texts.randomElement(using: &random) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: Array("999999999999".utf8), at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 40))
        }
      }
      if let instance = try? routingInstance(from: bytes, file: "x") { #expect(!instance.problem.vehicles.isEmpty) }
    }
  }
}
