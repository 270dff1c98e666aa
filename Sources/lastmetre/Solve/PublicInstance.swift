import FormatChecks
import Foundation
import Formats
import Rostering

/// An instance of a public roster format, with the text that its judge reads.
enum PublicInstance: Sendable {
  case shifts(ShiftSchedule, text: String)
  case nurses(NurseCase, NurseTexts)

  struct NurseTexts: Sendable {
    var scenario: String
    var history: String
    var weeks: [String]
  }

  enum Failure: Error {
    case data(DistrictProblems)
    /// The scenario has this many weeks, and they must be named.
    case weeksNeeded(Int)
    /// A shift-scheduling file has no weeks to choose.
    case weeksNotNeeded
    /// Vehicles, not rosters.
    case routing
  }

  static func read(_ path: String, history: Int?, weeks: [Int]?) throws(Failure) -> PublicInstance {
    switch try data({ () throws(DistrictProblems) in try publicFormat(at: path) }) {
    case .shiftScheduling:
      guard history == nil, weeks == nil else { throw .weeksNotNeeded }
      let schedule = try data { () throws(DistrictProblems) in try readShiftSchedule(at: path) }
      return .shifts(schedule, text: try text(path))
    case .nurseRostering:
      let files = NurseFiles(scenario: path, history: history ?? 0, weeks: weeks ?? [])
      let read = try data { () throws(DistrictProblems) in try readNurseCase(files) }
      guard weeks?.count == read.scenario.weekCount else { throw .weeksNeeded(read.scenario.weekCount) }
      var texts = NurseTexts(scenario: try text(files.scenario), history: try text(files.history), weeks: [])
      for week in files.weeks { texts.weeks.append(try text(week)) }
      return .nurses(read, texts)
    case .routing: throw .routing
    }
  }

  private static func text(_ path: String) throws(Failure) -> String {
    try data { () throws(DistrictProblems) in try readPublicText(at: path) }
  }

  private static func data<Result>(_ body: () throws(DistrictProblems) -> Result) throws(Failure) -> Result {
    do { return try body() } catch { throw .data(error) }
  }

  var problem: RosterProblem {
    switch self {
    case .shifts(let schedule, _): schedule.rosterProblem()
    case .nurses(let nurses, _): nurses.rosterProblem()
    }
  }

  var formatName: String {
    switch self {
    case .shifts: "shift-scheduling"
    case .nurses: "inrc2"
    }
  }

  func personName(_ index: Int) -> String {
    switch self {
    case .shifts(let schedule, _): schedule.people.indices.contains(index) ? schedule.people[index].id : ""
    case .nurses(let nurses, _):
      nurses.scenario.nurses.indices.contains(index) ? nurses.scenario.nurses[index].id : ""
    }
  }

  /// The solution's files: one for a shift schedule, one a week for nurses.
  func solution(of assignment: RosterAssignment) -> [String] {
    switch self {
    case .shifts(let schedule, _): [schedule.solutionText(of: assignment)]
    case .nurses(let nurses, _): nurses.solutionTexts(of: assignment)
    }
  }

  /// The names that the competition's own tools give to a nurse case's solutions.
  static func solutionName(week: Int) -> String { "sol-week\(week).txt" }

  /// What the independent check makes of a solution.
  func judge(_ solution: [String]) throws(UnreadableFormat) -> FormatVerdict {
    switch self {
    case .shifts(_, let text):
      return try ShiftSchedulingCheck(instance: text).judge(solution.first ?? "")
    case .nurses(_, let texts):
      let check = try NurseRosteringCheck(scenario: texts.scenario, history: texts.history, weeks: texts.weeks)
      return try check.judge(solution)
    }
  }
}
