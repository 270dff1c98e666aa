import Foundation
import RosterSolver
import Rostering
import Testing
import Units

/// `Models/roster.mod` was written apart from the solvers; GLPK's own program solves it.
@Suite("The roster problem as a MathProg model") struct MathProgTests {
  /// With few duties a person the model lists compatible sets and values; these limits make it state rows instead.
  static let limits = ["", "param mostSets := 0;", "param mostValues := 0;"]

  @Test(
    "glpsol finds at each level what brute force finds, whether the model lists sets of duties or not",
    .enabled(if: Oracle.path != nil, "glpsol is not installed; install glpk-utils to run this test"))
  func agreesWithBruteForce() throws {
    var solvable = 0
    for seed in 0..<24 as Range<UInt64> {
      var generator = RandomRoster(seed: seed)
      solvable += try compare(generator.problem(days: 1 + Int(seed % 3)), seed: seed) ? 1 : 0
    }
    #expect(solvable > 12)
  }

  @Test(
    "so it does with automata, blocks, least totals, slack and wanted cover",
    .enabled(if: Oracle.path != nil, "glpsol is not installed; install glpk-utils to run this test"))
  func agreesOnSequences() throws {
    var solvable = 0
    for seed in 100..<124 as Range<UInt64> {
      var generator = RandomRoster(seed: seed)
      var problem = generator.problem(days: 1 + Int(seed % 3))
      generator.addSequences(to: &problem)
      #expect(problem.flaws().isEmpty, "seed \(seed)")
      solvable += try compare(problem, seed: seed) ? 1 : 0
    }
    #expect(solvable > 8)
  }

  /// Whether the problem has a roster at all.
  private func compare(_ problem: RosterProblem, seed: UInt64) throws -> Bool {
    let best = BruteForce(problem: problem).best()
    let wanted = [best?.minimum, best?.target, best?.preference]
    for level in best == nil ? 1...1 : 1...3 {
      let data = problem.mathProgData(level: level, minimum: best?.minimum ?? 0, target: best?.target ?? 0)
      for limit in Self.limits {
        let found = try Oracle.objective(data, limit)
        #expect(found == wanted[level - 1], "seed \(seed), level \(level) \(limit)")
      }
    }
    return best != nil
  }

  @Test("data are whole numbers and ASCII, the same for the same problem") func data() {
    let person = RosterProblem.Person(options: [.init(duty: 0, seat: 0, cost: -2), .init(duty: 0, seat: 1, cost: 0)])
    let seat = RosterProblem.Seat(minimum: 0, target: 1, maximum: 1, weight: 9)
    let duty = RosterProblem.Duty(day: 0, start: 480, end: 960, seats: [seat, seat])
    let problem = RosterProblem(dayCount: 1, people: [person], duties: [duty])
    let text = problem.mathProgData(level: 2, minimum: 4)
    #expect(text.hasPrefix("data;\nparam level := 2;\nparam minimumBest := 4;\nparam targetBest := 0;\n"))
    #expect(text.contains("\nset CAN[0,0] := 0 1;\n"))
    #expect(text.contains("\nparam cost :=\n  0 0 0 -2\n;\n"))
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(text == problem.mathProgData(level: 2, minimum: 4))
  }
}

private enum Oracle {
  static let path = ["/usr/bin/glpsol", "/usr/local/bin/glpsol", "/opt/homebrew/bin/glpsol"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  struct Refused: Error { var output: String }

  /// The optimum; nil where no roster keeps the hard rules. `limit`: one more statement of the data.
  static func objective(_ data: String, _ limit: String) throws -> Int? {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mathprog-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("roster.dat")
    try data.replacing("\nend;", with: "\n\(limit)\nend;").write(to: file, atomically: true, encoding: .utf8)
    let model = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Models/roster.mod")
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: path ?? "")
    process.arguments = ["--math", model.path, "--data", file.path]
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if output.contains("NO INTEGER FEASIBLE") || output.contains("NO PRIMAL FEASIBLE") { return nil }
    // Where nobody may take any seat there is only a linear program.
    let isLinear = !output.contains("GLPK Integer Optimizer")
    let solved = output.contains("INTEGER OPTIMAL SOLUTION FOUND") || isLinear && output.contains("OPTIMAL")
    let line = output.split(separator: "\n").first { $0.hasPrefix("level ") }
    guard solved, let value = line?.split(separator: " ").last.flatMap({ Double(String($0)) }),
      abs(value - value.rounded()) < 1e-4
    else { throw Refused(output: output) }
    return Int(value.rounded())
  }
}
