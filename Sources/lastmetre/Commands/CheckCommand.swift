import ArgumentParser
import Auditing
import Districts
import Foundation
import Formats

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "check", abstract: phrase("command.check"))

  @Argument(help: ArgumentHelp(phrase("argument.district")), completion: .directory)
  var district: String

  @Argument(help: ArgumentHelp(phrase("argument.plan")), completion: .file(extensions: ["json"]))
  var plan: String

  @Flag(help: ArgumentHelp(phrase("option.bound")))
  var bound = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let document = try read { () throws(DistrictProblems) in try readPlan(at: plan) }
    let loaded = try loadDistrict(district, date: document.district.date, days: document.district.days)
    var bounds: BoundsFile?
    if bound {
      let folder = isFolder(plan) ? plan : URL(fileURLWithPath: plan).deletingLastPathComponent().path
      bounds = try read { () throws(DistrictProblems) in try readBounds(at: folder) }
    }
    let violations = Audit(district: loaded.district, sha256: sha256Hex).judge(document, bounds: bounds)
    if common.json {
      var verdict = AuditVerdict()
      verdict.passed = violations.isEmpty
      verdict.violations = violations
      print(try prettyJSON(verdict), terminator: "")
    } else if violations.isEmpty {
      print(phrase("check.passed", ["plan": plan]))
    } else {
      for violation in violations { print(describe(violation)) }
      print(phrase("check.failed", ["count": String(violations.count)]))
    }
    if !violations.isEmpty { throw ExitCode.found }
  }

  private func read<Document>(_ body: () throws(DistrictProblems) -> Document) throws -> Document {
    do { return try body() } catch { throw failed(error) }
  }
}

func isFolder(_ path: String) -> Bool {
  var folder: ObjCBool = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &folder) && folder.boolValue
}
