import Foundation

/// Runs the program as its users do: a process of its own, arguments in, text and exit code out.
struct Binary {
  struct Outcome {
    var exit: Int32
    var output: String
    var errors: String
  }

  /// The program beside the tests that were built with it.
  static let path = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("lastmetre")

  /// The project's folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder of a sample, or the folder itself.
  static func instance(_ name: String) -> String {
    name.hasPrefix("/") ? name : root.appendingPathComponent("Instances/\(name)").path
  }

  /// `interruptAfter`: seconds until the process is sent SIGINT.
  static func run(_ arguments: [String], language: String = "en", interruptAfter: Double? = nil) throws -> Outcome {
    let process = Process()
    process.executableURL = path
    process.arguments = arguments
    process.environment = ["LANG": language == "zh" ? "zh_CN.UTF-8" : "en_US.UTF-8", "PATH": "/usr/bin:/bin"]
    let folder = try temporaryFolder()
    let output = folder.appendingPathComponent("output")
    let errors = folder.appendingPathComponent("errors")
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    if let interruptAfter {
      Thread.sleep(forTimeInterval: interruptAfter)
      process.interrupt()
    }
    process.waitUntilExit()
    defer { try? FileManager.default.removeItem(at: folder) }
    return Outcome(
      exit: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lastmetre-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// A folder that is there only while `body` runs.
  static func inTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
