import Foundation
import SchemaChecking
import Testing

/// The models of Models/, written apart from the Swift code and solved by GLPK's own program.
@Suite("glpsol finds on the small samples what the plan proves") struct OracleTests {
  static let glpsol = ["/usr/bin/glpsol", "/usr/local/bin/glpsol"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// The objectives of one stage's levels in a plan, each proved.
  private func proved(_ stage: String, _ folder: URL) throws -> [Int] {
    let plan = try JSONValue(text: String(contentsOf: folder.appendingPathComponent("plan.json"), encoding: .utf8))
    guard let certificate = plan["certificates"]?[stage], certificate["solution_status"] == .string("optimal"),
      case .array(let levels)? = certificate["levels"]
    else { return [] }
    return levels.compactMap { if case .integer(let value)? = $0["objective"] { value } else { nil } }
  }

  /// The last number behind `word` in what glpsol prints for a model and its data.
  private func optimum(_ model: String, _ folder: URL, after word: String) throws -> Int? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.glpsol ?? "")
    process.arguments = [
      "--math", Binary.root.appendingPathComponent("Models/\(model).mod").path, "--data",
      folder.appendingPathComponent("\(model).dat").path,
    ]
    let log = folder.appendingPathComponent("log")
    try Data().write(to: log)
    process.standardOutput = try FileHandle(forWritingTo: log)
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOf: log, encoding: .utf8)
    guard text.contains("OPTIMAL"), let line = text.split(separator: "\n").last(where: { $0.contains(word) }),
      let found = line.range(of: word)
    else { return nil }
    return Double(line[found.upperBound...].split(separator: " ").first ?? "").map { Int($0.rounded()) }
  }

  @Test(
    "rosters agree at every level", .enabled(if: glpsol != nil, "glpsol is not installed; install glpk-utils"),
    arguments: ["short-handed", "night-ill"])
  func rosters(name: String) throws {
    try Binary.inTemporaryFolder { folder in
      _ = try Binary.run(["plan", Binary.instance(name), "--iterations", "2000", "--out", folder.path])
      let best = try proved("roster", folder)
      #expect(best.count == 3)
      guard best.count == 3 else { return }
      for level in 1...3 {
        let export = try Binary.run([
          "export", Binary.instance(name), "--mathprog", "--level", "\(level)", "--first", "\(best[0])", "--second",
          "\(best[1])", "--out", folder.path,
        ])
        let found = try optimum("roster", folder, after: "objective ")
        #expect(export.exit == 0)
        #expect(found == best[level - 1], "level \(level)")
      }
    }
  }

  @Test(
    "helpers of junyi agree at both levels, with the walking and changes of the plan",
    .enabled(if: glpsol != nil, "glpsol is not installed; install glpk-utils"))
  func helpers() throws {
    try Binary.inTemporaryFolder { folder in
      let district = Binary.instance("junyi")
      _ = try Binary.run(["plan", district, "--only", "distribution", "--iterations", "2000", "--out", folder.path])
      let best = try proved("distribution", folder)
      #expect(best.first == 0)
      let plan = try JSONValue(
        text: String(contentsOf: folder.appendingPathComponent("plan.json"), encoding: .utf8))
      var effort = 0
      for key in ["helperWalking", "changedHelper"] {
        if case .integer(let amount)? = plan["certificates"]?["distribution"]?["breakdown"]?[key] { effort += amount }
      }
      _ = try Binary.run(["export", district, "--mathprog", "--level", "2", "--out", folder.path])
      let found = try optimum("helpers", folder, after: "effort ")
      #expect(found == effort)
    }
  }
}
