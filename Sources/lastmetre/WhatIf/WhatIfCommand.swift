import ArgumentParser
import Changing
import Districts
import Foundation
import Formats
import Planning
import Units

struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif", abstract: phrase("command.whatif"), discussion: phrase("command.whatif.discussion"))

  @Argument(help: ArgumentHelp(phrase("argument.district")), completion: .directory)
  var district: String

  @Argument(help: ArgumentHelp(phrase("argument.changes")))
  var changes: [String] = []

  @Option(help: ArgumentHelp(phrase("option.scenario")), completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String?

  @Option(help: ArgumentHelp(phrase("option.write")), completion: .directory)
  var write: String?

  @Option(help: ArgumentHelp(phrase("option.date"), valueName: "YYYY-MM-DD"))
  var date: DateArgument?

  @Option(help: ArgumentHelp(phrase("option.days")))
  var days: Int?

  @Option(help: ArgumentHelp(phrase("option.seed")))
  var seed: UInt64 = 1

  @Flag(help: ArgumentHelp(phrase("option.only_changes")))
  var onlyChanges = false

  @Option(help: ArgumentHelp(phrase("option.known")), completion: .file(extensions: ["json"]))
  var from: String?

  @Option(help: ArgumentHelp(phrase("option.out_scenarios")), completion: .directory)
  var out: String?

  @OptionGroup var effort: PlanningOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard !changes.isEmpty || scenario != nil else { throw ValidationError(phrase("usage.whatif")) }
    guard (1...366).contains(days ?? 1) else { throw ValidationError(phrase("usage.days")) }
  }

  func run() throws {
    let started = Date()
    let scenarios: [Scenario]
    let baseline: ReadDistrict
    do {
      let options = ChangeOptions(seed: seed, date: date?.date, days: days)
      let stored = try readStoredDistrict(at: district, date: options.date, days: options.days)
      baseline = stored.read
      scenarios = try makeScenarios(stored, options)
      if let write { try writeScenarios(scenarios, into: write) }
    } catch let problems as DistrictProblems {
      throw failed(problems)
    }
    if !common.json { sayNotices(scenarios) }
    var output = ScenarioOutput(district: district, scenarios: scenarios, seed: seed, folder: write)
    if !common.json { print(output.text(), terminator: "") }
    guard !onlyChanges else {
      if common.json { print(try output.json(), terminator: "") }
      return
    }
    let planned = try plan(baseline.district, scenarios)
    output.planned = planned
    if let out { try writePlans(planned, baseline.district, scenarios, into: out, started: started) }
    print(try common.json ? output.json() : output.comparison(baseline.district), terminator: "")
    if let failure = planned.failure { throw failure }
  }

  private func plan(_ baseline: District, _ scenarios: [Scenario]) throws -> ScenarioPlanning.Planned {
    let known = try from.map(loadPlan)
    let cancellation = Cancellation()
    let interruption = Interruption(
      cancelling: cancellation, atFirst: { printError(phrase("progress.interrupted")) }, atLast: {})
    let planning = DistrictPlanning(
      effort, seed: seed, milliseconds: 15_000, clock: .system, cancellation: cancellation)
    return try withExtendedLifetime(interruption) {
      try ScenarioPlanning(planning: planning).plan(baseline, scenarios, known: known)
    }
  }

  /// Each plan with its reports in a folder of its own.
  private func writePlans(
    _ planned: ScenarioPlanning.Planned, _ baseline: District, _ scenarios: [Scenario], into folder: String,
    started: Date
  ) throws {
    func write(_ outcome: PlanOutcome, _ district: District, _ name: String) throws {
      try PlanOutput(district: district, outcome: outcome, notices: [], read: 0)
        .write(to: folder + "/" + name, started: started, clock: .system)
    }
    try write(planned.baseline, baseline, "baseline")
    for (scenario, outcome) in zip(scenarios, planned.outcomes) {
      guard let outcome else { continue }
      try write(outcome, scenario.read.district, self.scenario == nil ? "changed" : scenario.name)
    }
    printError(phrase("plan.written", ["folder": folder]))
  }

  /// Each once, however many scenarios say it.
  private func sayNotices(_ scenarios: [Scenario]) {
    var said: Set<String> = []
    for notice in scenarios.flatMap(\.read.notices) {
      let text = notice.text(in: Interface.language)
      if said.insert(text).inserted { printError(text) }
    }
  }

  private func makeScenarios(_ baseline: StoredDistrict, _ options: ChangeOptions) throws -> [Scenario] {
    let list = ChangeList(changes)
    guard let scenario else {
      let alone = Scenario(baseline: baseline, name: changes.joined(separator: " "))
      return [try alone.changed(by: list, options: options)]
    }
    return try Changing.scenarios(
      try readScenarios(at: scenario), common: list, baseline: baseline, options: options)
  }

  /// One scenario is the folder itself, those of a file are folders in it by name. All or none.
  private func writeScenarios(_ scenarios: [Scenario], into folder: String) throws {
    let folders = scenarios.map { (name: scenario == nil ? "" : $0.name, files: $0.files.output) }
    guard try writeNewFolder(folder, folders.map { NewFolder(name: $0.name, files: $0.files) }) else {
      printError(phrase("failure.nonempty", ["path": folder]))
      throw ExitCode.cannotWrite
    }
  }
}
