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

  /// Seconds until the district was read.
  let read: Double
  /// Where the district lies; nil where it lies nowhere.
  var source: String?

  func write(to folder: String, started: Date, clock: MonotonicClock) throws {
    guard let context = ReportContext(district: district, plan: outcome.plan, language: Interface.language),
      let zone = ZoneClock(identifier: district.timeZone)
    else { throw ExitCode.internalError }
    let files = [
      ("plan.json", try outcome.plan.json()), ("bounds.json", try prettyJSON(outcome.bounds)),
      ("roster.csv", context.rosterCSV()), ("distribution.csv", context.distributionCSV()),
      ("sheets.html", context.sheets()), ("notices.csv", context.noticesCSV()),
      ("routes.geojson", try context.routesGeoJSON()), ("plan.html", context.page()),
    ].map { OutputFile(name: $0.0, text: $0.1) }
    let book = try workbook(context, in: zone, folder: folder)
    let began = clock.seconds
    try writeFiles(files + [book], into: folder)
    let moment = Moment(seconds: Int(started.timeIntervalSince1970))
    let record = record(started: LocalMoment(moment, in: zone), writing: clock.seconds - began, total: clock.seconds)
    try writeFiles([("run.json", try prettyJSON(record))], into: folder)
  }

  /// `run.json`: everything that depends on the clock or the machine.
  private func record(started: LocalMoment, writing: Double, total: Double) -> RunRecord {
    func milliseconds(_ seconds: Double) -> Int { max(0, Int(seconds * 1000)) }
    var phases = RunRecord.Phases()
    phases.read = milliseconds(read)
    phases.firstPlan = milliseconds(outcome.firstPlan)
    phases.plan = milliseconds(outcome.planned - read)
    phases.audit = milliseconds(outcome.audited - outcome.planned)
    phases.write = milliseconds(writing)
    phases.total = milliseconds(total)
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    var record = RunRecord(
      seal: outcome.plan.seal, started: started, milliseconds: phases, peakMemoryKibibytes: Int(usage.ru_maxrss))
    record.district = source.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
    record.processors = ProcessInfo.processInfo.activeProcessorCount
    record.steps = outcome.timings.map {
      RunRecord.Step(stage: $0.stage, step: $0.step, from: milliseconds($0.from), to: milliseconds($0.to))
    }
    return record
  }

  private struct Shown: Encodable {
    var folder: String
    var seconds: Double
    var summary: PlanSummary
    var comparison: PlanComparison?
    var certificates: Certificates
    var audit: AuditVerdict
    var notices: [String]
  }

  func show(folder: String, asJSON: Bool, seconds: Double) throws {
    if asJSON {
      let shown = Shown(
        folder: folder, seconds: seconds, summary: outcome.plan.summary, comparison: outcome.plan.comparison,
        certificates: outcome.plan.certificates, audit: outcome.plan.audit, notices: notices)
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
