import Districts
import Foundation
import GLPKBackend
import Testing
import Units

@testable import Distribution

/// GLPK's own command, where it is installed; the models beside it.
enum Glpsol {
  static let path = ["/usr/bin/glpsol", "/usr/local/bin/glpsol", "/opt/homebrew/bin/glpsol"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  static var models: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Models")
  }

  /// The numbers that the model prints, by the word before each.
  static func solve(_ model: String, _ data: String) throws -> [String: Int] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mathprog-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("case.dat")
    try data.write(to: file, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "/usr/bin/glpsol")
    process.arguments = ["--cuts", "-m", models.appendingPathComponent(model).path, "-d", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // Without columns there is no integer stage, and the linear one says so.
    guard output.contains("OPTIMAL SOLUTION FOUND"), !output.contains("NO ") else { return [:] }
    let line = output.split(separator: "\n").last { $0.hasPrefix("unserved ") } ?? ""
    let words = line.split(separator: " ")
    var numbers: [String: Int] = [:]
    for index in stride(from: 0, to: words.count - 1, by: 2) { numbers[String(words[index])] = Int(words[index + 1]) }
    return numbers
  }
}

@Suite("MathProg models") struct MathProgTests {
  @Test(
    "glpsol finds the same optimum on the written data, level by level",
    .enabled(if: Glpsol.path != nil, "glpsol is not installed"))
  func sameOptimum() throws {
    var compared = 0
    for seed in 200...216 as ClosedRange<UInt64> {
      let district = TinyDistricts.random(seed, pins: seed % 2 == 0)
      guard let planner = try? DistributionPlanner(district: district) else { continue }
      let outcome = try #require(
        planner.exact(
          from: nil, solver: GLPKSolver(), budget: Budget(deadline: .never(), iterations: 2000), seed: 1))
      let data = MathProgData(planner)
      let wanted = outcome.certificate.levels.map(\.objective)
      let first = try Glpsol.solve("points.mod", data.distribution(level: 1))
      let helpers = try Glpsol.solve("key-households.mod", data.helpers(level: 1))
      let unserved = try #require(first["unserved"], "seed \(seed)")
      let left = try #require(helpers["unserved"], "seed \(seed)")
      #expect(unserved + left == wanted[0], "seed \(seed)")
      let second = try Glpsol.solve("points.mod", data.distribution(level: 2, unserved: unserved))
      let walking = try Glpsol.solve("key-households.mod", data.helpers(level: 2, unserved: left))
      let effort = try #require(second["effort"], "seed \(seed)")
      #expect(effort + (walking["effort"] ?? -1) == wanted[1], "seed \(seed)")
      if wanted.count > 2 {
        let third = try Glpsol.solve(
          "points.mod", data.distribution(level: 3, unserved: unserved, effort: effort))
        #expect(
          try #require(third["preference"], "seed \(seed)") + planner.fixedPreference == wanted[2], "seed \(seed)")
      }
      compared += 1
    }
    #expect(compared > 10)
  }
}
