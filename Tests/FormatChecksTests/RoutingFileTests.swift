import FormatChecks
import Formats
import Foundation
import Routing
import Testing

@Suite("Every published solution passes the check with the cost that it states") struct RoutingFileTests {
  static let folder = ProcessInfo.processInfo.environment["LASTMETRE_BENCHMARKS"]

  /// Instances with a solution beside them.
  static func instances(_ folder: String) throws -> [String] {
    let root = URL(fileURLWithPath: Self.folder ?? "").appendingPathComponent(folder).path
    let names = try FileManager.default.contentsOfDirectory(atPath: root).sorted()
    return names.filter { $0.hasSuffix(".sol") }.map { "\(root)/\($0.dropLast(4)).vrp" }
  }

  @Test(
    "and the problem's own judge agrees",
    .enabled(if: folder != nil, "set LASTMETRE_BENCHMARKS to the folder of public instances"),
    arguments: ["CVRP", "CVRP/XXL", "VRPTW", "MDVRPTW", "MTVRPTWR", "HFVRP", "PCVRPTW", "VRPB"])
  func published(_ folder: String) throws {
    let files = try Self.instances(folder)
    #expect(files.count > 4)
    for (index, file) in files.enumerated() {
      let text = try readPublicText(at: file)
      let solution = String(file.dropLast(4)) + ".sol"
      let verdict = try RoutingCheck(instance: text).judge(try readPublicText(at: solution))
      #expect(verdict.violations.isEmpty, "\(file): \(verdict.violations.prefix(5))")
      // A few of each: reading and judging take long in debug builds.
      guard index % 10 == 0 else { continue }
      let instance = try readRoutingInstance(at: file)
      let plan = try readRoutingSolution(at: solution, of: instance)
      let judgement = instance.problem.judge(plan)
      #expect(judgement.objective == RoutingObjective(unserved: 0, cost: verdict.cost), "\(file)")
      // Departures are as early as may be: a route may then take longer than it must.
      let faults = judgement.faults.filter { if case .duration = $0 { false } else { true } }
      #expect(faults.isEmpty, "\(file): \(faults.prefix(5))")
      #expect(try RoutingCheck(instance: text).judge(instance.solutionText(of: plan, cost: verdict.cost)) == verdict)
    }
  }

  @Test(
    "other formats are read: Solomon, Gehring and Homberger, Cordeau, Li and Lim",
    .enabled(if: folder != nil, "set LASTMETRE_BENCHMARKS to the folder of public instances"),
    arguments: ["VRPTW/solomon", "VRPTW/homberger_200", "VRPTW/homberger_400", "MDVRP/cordeau", "PDPTW/li_lim_100"])
  func otherFormats(_ folder: String) throws {
    let root = URL(fileURLWithPath: Self.folder ?? "").appendingPathComponent(folder).path
    let names = try FileManager.default.contentsOfDirectory(atPath: root).sorted()
    #expect(names.count > 4)
    for name in names {
      let instance = try readRoutingInstance(at: root + "/" + name)
      #expect(instance.problem.clients.count >= 48, "\(name)")
      #expect(instance.problem.shipments.count * 2 == (folder.hasPrefix("PDPTW") ? instance.clientNumbers.count : 0))
      // Nobody is visited: that is all the check finds.
      let verdict = try RoutingCheck(instance: try readPublicText(at: root + "/" + name)).judge("")
      #expect(verdict.violations.count == instance.problem.clients.count)
      #expect(verdict.violations.allSatisfy { $0.rule == .notVisited } && verdict.cost == 0)
    }
  }
}
