import ArgumentParser
import Districts
import Foundation
import Formats
import Planning
import Reports
import Units

/// Writes a plan's files, all or none, and shows its summary.
struct PlanOutput {
  let district: District
  let outcome: PlanOutcome
  let notices: [String]

  /// `run.json`: everything that depends on the clock or the machine.
  private struct RunFile: Encodable {
    var schema = "lastmetre/run/1"
    var seal: String
    var started: String
    var seconds: Double
    var firstPlanSeconds: Double
    var processors: Int
    var system: String
    var stages: [StageTiming]
    enum CodingKeys: String, CodingKey {
      case schema, seal, started, seconds
      case firstPlanSeconds = "first_plan_seconds"
      case processors, system, stages
    }
  }

  func write(to folder: String, started: Date, clock: MonotonicClock) throws {
    guard let context = ReportContext(district: district, plan: outcome.plan, language: Interface.language) else {
      throw ExitCode.internalError
    }
    let system = ProcessInfo.processInfo
    let run = RunFile(
      seal: outcome.plan.seal, started: started.ISO8601Format(), seconds: clock.seconds,
      firstPlanSeconds: outcome.firstPlan, processors: system.activeProcessorCount,
      system: system.operatingSystemVersionString, stages: outcome.timings)
    let files = [
      ("plan.json", try outcome.plan.json()), ("run.json", try prettyJSON(run)),
      ("bounds.json", try prettyJSON(outcome.bounds)), ("roster.csv", context.rosterCSV()),
      ("distribution.csv", context.distributionCSV()), ("routes.geojson", try context.routesGeoJSON()),
      ("plan.html", context.page()),
    ]
    try writeFiles(files, into: folder)
  }

  private struct Shown: Encodable {
    var folder: String
    var seconds: Double
    var summary: PlanSummary
    var certificates: Certificates
    var audit: AuditVerdict
    var notices: [String]
  }

  func show(folder: String, asJSON: Bool, seconds: Double) throws {
    if asJSON {
      let shown = Shown(
        folder: folder, seconds: seconds, summary: outcome.plan.summary, certificates: outcome.plan.certificates,
        audit: outcome.plan.audit, notices: notices)
      print(try prettyJSON(shown), terminator: "")
      return
    }
    for notice in notices { printError(notice) }
    guard let context = ReportContext(district: district, plan: outcome.plan, language: Interface.language) else {
      return
    }
    let gaps = context.gapLines()
    for line in gaps.prefix(20) { print(line) }
    if gaps.count > 20 { print("…") }
    print(context.screenSummary(seconds: seconds), terminator: "")
    print(phrase("plan.written", ["folder": folder]))
  }
}
