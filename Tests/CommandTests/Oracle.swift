import Foundation
import SchemaChecking
import Testing

/// Asks the program for a plan and for the models' data, and GLPK's own program for the models' optima.
enum Oracle {
  static let glpsol = ["/usr/bin/glpsol", "/usr/local/bin/glpsol", "/opt/homebrew/bin/glpsol"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  static let hasGlpsol = glpsol != nil
  static let missing: Comment = "glpsol is not installed; install glpk-utils"

  struct Plan {
    var certificates: JSONValue?

    /// The objectives of one stage's levels, each proved; empty where one is not.
    func proved(_ stage: String) -> [Int] {
      guard let certificate = certificates?[stage], certificate["solution_status"] == .string("optimal"),
        case .array(let levels)? = certificate["levels"]
      else { return [] }
      return levels.compactMap { if case .integer(let value)? = $0["objective"] { value } else { nil } }
    }

    /// One entry of a stage's breakdown; 0 where it has none.
    func part(_ key: String, _ stage: String) -> Int {
      if case .integer(let amount)? = certificates?[stage]?["breakdown"]?[key] { amount } else { 0 }
    }
  }

  /// `district`: a sample's name, then options; the plan is `plan.json` in the folder.
  static func plan(_ district: [String], into folder: URL) throws -> Plan {
    _ = try Binary.run(
      ["plan", Binary.instance(district[0])] + district.dropFirst() + ["--iterations", "200", "--out", folder.path])
    let file = folder.appendingPathComponent("plan.json")
    return Plan(certificates: try JSONValue(text: String(contentsOf: file, encoding: .utf8))["certificates"])
  }

  /// The data of one level, with the duties of the points that the folder's plan opens.
  static func export(
    _ district: [String], level: Int, first: Int = 0, second: Int = 0, into folder: URL
  ) throws {
    let outcome = try Binary.run(
      ["export", Binary.instance(district[0])] + district.dropFirst() + [
        "--mathprog", "--level", "\(level)", "--first", "\(first)", "--second", "\(second)", "--plan",
        folder.appendingPathComponent("plan.json").path, "--out", folder.path,
      ])
    #expect(outcome.exit == 0, "\(outcome.errors)")
  }

  /// What a model prints behind `word` for the data in the folder; nil unless glpsol proves it the optimum.
  static func optimum(_ model: String, in folder: URL, of word: String) throws -> Int? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: glpsol ?? "")
    process.arguments = [
      "--math", Binary.root.appendingPathComponent("Models/\(model).mod").path, "--data",
      folder.appendingPathComponent("\(model).dat").path, "--tmlim", "120",
    ]
    let log = folder.appendingPathComponent("log")
    try Data().write(to: log)
    process.standardOutput = try FileHandle(forWritingTo: log)
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOf: log, encoding: .utf8)
    // The linear program's own optimum says OPTIMAL LP, and a model prints even where the time ran out.
    guard text.contains("INTEGER OPTIMAL SOLUTION FOUND"),
      let words = text.split(separator: "\n").map({ $0.split(separator: " ") }).last(where: {
        $0.contains { $0 == word }
      }),
      let place = words.firstIndex(where: { $0 == word }), place + 1 < words.count
    else { return nil }
    return Double(words[place + 1]).flatMap { Int(exactly: $0.rounded()) }
  }
}
