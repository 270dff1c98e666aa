import ArgumentParser
import Auditing
import Districts
import Foundation
import Formats
import Planning
import Units

/// A district that was read without a mistake, and what its reader should know.
struct LoadedDistrict {
  var district: District
  var notices: [String]
}

/// Reads a district; every mistake goes to standard error, and the command ends with 65 or 66.
func loadDistrict(_ path: String, date: CalendarDate? = nil, days: Int? = nil) throws -> LoadedDistrict {
  do {
    let read = try readDistrict(at: path, date: date, days: days)
    return LoadedDistrict(district: read.district, notices: read.notices.map { $0.text(in: Interface.language) })
  } catch {
    throw failed(error)
  }
}

/// Says what is wrong and returns the exit code for it.
func failed(_ problems: DistrictProblems, quietly: Bool = false) -> ExitCode {
  if !quietly {
    for line in problems.lines(in: Interface.language) { printError(line) }
    if !problems.isCannotWrite {
      printError(phrase("validate.count", ["count": String(problems.problems.count + problems.omitted)]))
    }
  }
  if problems.isCannotWrite { return .cannotWrite }
  return problems.isMissingInput ? .noInput : .badData
}

func writeFiles(_ files: [(name: String, text: String)], into folder: String) throws {
  try writeFiles(files.map { OutputFile(name: $0.name, text: $0.text) }, into: folder)
}

/// Writes all files or none; a failure ends the command with 73.
func writeFiles(_ files: [OutputFile], into folder: String) throws {
  do {
    try writeAtomically(files, into: folder)
  } catch {
    throw failed(error)
  }
}

/// The audit as the planner sees it. Bounds are recomputed by `check --bound`, which may take longer than the plan.
struct AuditJudge: PlanJudge {
  let audit: Audit
  init(district: District) { audit = Audit(district: district, sha256: sha256Hex) }
  func violations(of plan: Plan, bounds: BoundsFile) -> [Violation] { audit.judge(plan) }
}

/// One violation as a line in the reader's language.
func describe(_ violation: Violation) -> String {
  phrase(
    "check.line",
    [
      "rule": phrase("rule.\(violation.rule).name"), "place": violation.place, "amount": String(violation.amount),
      "message": violation.message,
    ])
}

/// Says which frozen pins contradict what, with their lines in pins.csv, and returns the exit code for it.
func reported(_ conflict: FrozenConflict) -> ExitCode {
  let pins = conflict.pins.map { "pins.csv:\($0 + 2)" }
  let rules = conflict.rules.map { phrase("rule.\($0.rawValue).name") }
  printError(
    phrase(
      "failure.frozen",
      [
        "pins": pins.joined(separator: phrase("punctuation.list")),
        "rules": rules.joined(separator: phrase("punctuation.list")),
      ]))
  return .frozenConflict
}
