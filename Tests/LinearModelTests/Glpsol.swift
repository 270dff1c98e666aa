import Foundation
import Testing

/// GLPK's own program, as an oracle.
enum Glpsol {
  static let missing: Comment = "glpsol is not installed; install glpk-utils to run this test"
  static let path = ["/usr/bin/glpsol", "/usr/local/bin/glpsol", "/opt/homebrew/bin/glpsol"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  static var isInstalled: Bool { path != nil }

  /// The optimum of a model given as text; nil where it reports another status.
  static func objective(_ option: String, _ text: String) throws -> Double? {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("glpsol-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appendingPathComponent("model"), folder.appendingPathComponent("solution"))
    try text.write(to: input, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "")
    process.arguments = [option, input.path, "--output", output.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let lines = try String(contentsOf: output, encoding: .utf8).split(separator: "\n")
    guard lines.contains(where: { $0.hasPrefix("Status:") && $0.hasSuffix("OPTIMAL") }),
      let line = lines.first(where: { $0.hasPrefix("Objective:") })
    else { return nil }
    let number = line.split(separator: "=").last?.split(separator: " ").first
    return number.flatMap { Double(String($0)) }
  }
}
