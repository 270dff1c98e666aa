import Foundation
import SchemaChecking
import Testing

@Suite("solve and bench of vehicles, as their users meet them") struct SolveRoutingTests {
  /// Eight clients around the depot, three a vehicle.
  static let vrplib = """
    NAME : ring
    COMMENT : drawn by hand
    TYPE : CVRP
    DIMENSION : 9
    CAPACITY : 3
    EDGE_WEIGHT_TYPE : EUC_2D
    NODE_COORD_SECTION
    1 0 0
    2 30 0
    3 30 10
    4 30 20
    5 -30 0
    6 -30 10
    7 -30 20
    8 0 -40
    9 10 -40
    DEMAND_SECTION
    1 0
    2 1
    3 1
    4 1
    5 1
    6 1
    7 1
    8 1
    9 1
    DEPOT_SECTION
    1
    -1
    EOF

    """

  static let pairs = """
    2 10 1
    0 0 0 0 0 1000 0 0 0
    1 30 0 6 0 1000 0 0 2
    2 60 0 -6 0 1000 0 1 0
    3 -30 0 6 0 1000 0 0 4
    4 -60 0 -6 0 1000 0 3 0

    """

  private func write(_ text: String, _ name: String, _ folder: URL) throws -> String {
    let file = folder.appendingPathComponent(name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  private func number(_ key: String, _ json: String) throws -> Int? {
    if case .integer(let value)? = try JSONValue(text: json)[key] { value } else { nil }
  }

  private func schemaProblems(_ json: String) throws -> [String] {
    let schema = Binary.root.appendingPathComponent("Schemas/solve-routing.schema.json")
    return JSONSchema(try JSONValue(text: String(contentsOf: schema, encoding: .utf8))).problems(
      of: try JSONValue(text: json))
  }

  @Test("the same iterations give the same routes, and their check agrees with the cost printed")
  func vrplib() throws {
    try Binary.inTemporaryFolder { folder in
      let instance = try write(Self.vrplib, "ring.vrp", folder)
      var written: [String] = []
      for name in ["a.sol", "b.sol"] {
        let out = folder.appendingPathComponent(name).path
        let run = try Binary.run(["solve", instance, "--iterations", "2000", "--out", out, "--json"])
        #expect(run.exit == 0, "\(run.errors)")
        #expect(try schemaProblems(run.output) == [])
        written.append(try String(contentsOfFile: out, encoding: .utf8))
        // 30 + 10 + 10 + 36 twice, 40 + 10 + 41.
        #expect(try number("cost", run.output) == 86 + 86 + 91)
        let check = try Binary.run(["solve", instance, "--check", out, "--json"])
        #expect(check.exit == 0)
        #expect(try number("cost", check.output) == 263 && number("routes", check.output) == 3)
      }
      #expect(written[0] == written[1])
      #expect(written[0].hasPrefix("Route #1: ") && written[0].hasSuffix("\nCost 263\n"))
    }
  }

  @Test("the bound meets the cost where the routes are the best there are") func bound() throws {
    try Binary.inTemporaryFolder { folder in
      let instance = try write(Self.vrplib, "ring.vrp", folder)
      let run = try Binary.run(["solve", instance, "--time-limit", "2s", "--bound-time", "1500ms", "--json"])
      #expect(run.exit == 0, "\(run.errors)")
      #expect(try schemaProblems(run.output) == [])
      let (cost, bound) = (try number("cost", run.output), try number("bound", run.output))
      #expect(cost == 263 && bound ?? 0 <= 263 && bound ?? 0 > 200)
    }
  }

  @Test("vehicles first, then distance; the rounding is named, and another may be asked for") func rounding() throws {
    try Binary.inTemporaryFolder { folder in
      let instance = try write(Self.pairs, "pairs.txt", folder)
      let out = folder.appendingPathComponent("pairs.sol").path
      let run = try Binary.run(["solve", instance, "--iterations", "500", "--out", out])
      #expect(run.exit == 0, "\(run.errors)")
      // One vehicle: 60 out and back on either side, in thousandths.
      #expect(run.output.contains("cost 240.000") && run.output.contains("1 routes; rounding exact"))
      #expect(try String(contentsOfFile: out, encoding: .utf8).hasSuffix("Cost 240.000\n"))
      let whole = try Binary.run(["solve", instance, "--rounding", "nearest", "--check", out])
      #expect(whole.exit == 0 && whole.output.contains("cost 240,") && whole.output.contains("rounding nearest"))
      let chinese = try Binary.run(["solve", instance, "--check", out], language: "zh")
      #expect(chinese.output.contains("四舍五入至千分之一"))
    }
  }

  @Test("a solution to begin from is not made worse") func start() throws {
    try Binary.inTemporaryFolder { folder in
      let instance = try write(Self.vrplib, "ring.vrp", folder)
      let start = try write("Route #1: 1 2 3\nRoute #2: 4 5 6\nRoute #3: 7 8\n", "start.sol", folder)
      let run = try Binary.run(["solve", instance, "--start", start, "--iterations", "1", "--json"])
      #expect(run.exit == 0, "\(run.errors)")
      #expect(try number("cost", run.output) == 263)
    }
  }

  @Test("who cannot be reached is left out: written, and exit 2; nobody at all: exit 4") func leftOut() throws {
    try Binary.inTemporaryFolder { folder in
      let heavy = try write(
        Self.vrplib.replacing("DEMAND_SECTION\n1 0\n2 1", with: "DEMAND_SECTION\n1 0\n2 9"), "heavy.vrp", folder)
      let out = folder.appendingPathComponent("heavy.sol").path
      let run = try Binary.run(["solve", heavy, "--iterations", "500", "--out", out, "--json"])
      #expect(run.exit == 2, "\(run.errors)")
      #expect(try schemaProblems(run.output) == [])
      #expect(run.output.contains("notVisited"))
      #expect(try Binary.run(["solve", heavy, "--check", out]).exit == 1)
      let none = try write(Self.vrplib.replacing("CAPACITY : 3", with: "CAPACITY : 0"), "none.vrp", folder)
      let nothing = try Binary.run(["solve", none, "--iterations", "500", "--out", folder.path + "/none.sol"])
      #expect(nothing.exit == 4, "\(nothing.output)")
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/none.sol"))
    }
  }

  @Test("what cannot be read says so with its line; options of other problems are refused") func refusals() throws {
    try Binary.inTemporaryFolder { folder in
      let broken = try write(Self.vrplib.replacing("DEMAND_SECTION", with: "DEMANDS"), "broken.vrp", folder)
      let refused = try Binary.run(["solve", broken])
      #expect(refused.exit == 65)
      #expect(refused.errors.contains("broken.vrp:17: \"DEMANDS\" is no section"), "\(refused.errors)")
      let fine = try write(Self.vrplib, "fine.vrp", folder)
      #expect(try Binary.run(["solve", fine, "--weeks", "1,2"]).exit == 64)
      #expect(try Binary.run(["solve", fine, "--iterations", "3", "--bound-time", "3s"]).exit == 64)
      let roster = try write(SolveTests.schedule, "roster.txt", folder)
      #expect(try Binary.run(["solve", roster, "--rounding", "exact"]).exit == 64)
      let wrong = try write("Route #1: 1 2 99\n", "wrong.sol", folder)
      let unreadable = try Binary.run(["solve", fine, "--check", wrong])
      #expect(unreadable.exit == 65 && unreadable.errors.contains("line 1 of the solution"))
      let late = try write("Route #1: 1 2 3 4\nRoute #2: 5 6 7 8\nCost 1\n", "over.sol", folder)
      let found = try Binary.run(["solve", fine, "--check", late])
      #expect(found.exit == 1 && found.output.contains("capacity at 1, by 1"))
      #expect(found.output.contains("the cost that the file states"))
    }
  }

  @Test("bench prints a row an instance and seed with the gap to the solution beside it, and writes a page")
  func bench() throws {
    try Binary.inTemporaryFolder { folder in
      let suite = folder.appendingPathComponent("CVRP")
      try FileManager.default.createDirectory(at: suite, withIntermediateDirectories: true)
      for name in ["X-n106-k14", "X-n115-k10"] {
        _ = try write(Self.vrplib, name + ".vrp", suite)
        _ = try write("Route #1: 1 2 3\nRoute #2: 4 5 6\nRoute #3: 7 8\nCost 263\n", name + ".sol", suite)
      }
      let page = folder.appendingPathComponent("page.html").path
      let arguments = ["bench", "routing", "--data", folder.path, "--iterations", "2000"]
      let text = try Binary.run(arguments + ["--seeds", "1,2", "--html", page])
      #expect(text.exit == 0, "\(text.errors)")
      #expect(text.output.contains("X-n106-k14") && !text.output.contains("X-n115-k10"))
      #expect(text.output.contains("+0.00 %"))
      let html = try String(contentsOfFile: page, encoding: .utf8)
      #expect(html.contains("<svg") && html.contains("LastMetre") && !html.contains("http"))
      let csv = try Binary.run(arguments + ["--csv", "--instances", "X-n115-k10", "--seeds", "3"])
      #expect(csv.output.split(separator: "\n").count == 2 && csv.output.contains(",263,1,3,,263,"))
      let json = try Binary.run(arguments + ["--json", "--seeds", "1"])
      #expect(try JSONValue(text: json.output)["means"] != nil)
      #expect(try Binary.run(arguments + ["--instances", "nobody"]).exit == 66)
      #expect(try Binary.run(["bench", "rostering", "--peers", "--data", folder.path]).exit == 64)
    }
  }

  static let benchmarks = ProcessInfo.processInfo.environment["LASTMETRE_BENCHMARKS"]

  @Test(
    "on public instances of every kind no cost is below the best known one",
    .enabled(if: benchmarks != nil, "set LASTMETRE_BENCHMARKS to the folder of public instances"))
  func bestKnown() throws {
    let run = try Binary.run([
      "bench", "routing", "--data", Self.benchmarks ?? "", "--seeds", "1", "--iterations", "300", "--json",
      "--instances", "X-n106-k14,R101,c2_2_8,C204R0.5,X106-FSMD,PR11A,p03,lc103",
    ])
    #expect(run.exit == 0, "\(run.errors)")
    guard case .array(let rows)? = try JSONValue(text: run.output)["rows"] else { return #expect(Bool(false)) }
    #expect(rows.count == 8)
    for row in rows {
      guard case .integer(let best)? = row["best_known"] else { return #expect(Bool(false), "\(row)") }
      // Where not all could be visited yet there is no cost. Rounded lengths: a few thousandths less are no better.
      if case .integer(let cost)? = row["cost"], row["best_known_routes"] == .null || row["best_known_routes"] == nil {
        #expect(cost + 10 >= best, "\(row)")
      }
    }
  }
}
