import ArgumentParser
import Changing
import Districts
import Formats
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

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard !changes.isEmpty || scenario != nil else { throw ValidationError(phrase("usage.whatif")) }
    guard (1...366).contains(days ?? 1) else { throw ValidationError(phrase("usage.days")) }
  }

  func run() throws {
    do {
      let scenarios = try makeScenarios()
      if let write { try writeScenarios(scenarios, into: write) }
      if !common.json { sayNotices(scenarios) }
      let output = ScenarioOutput(district: district, scenarios: scenarios, seed: seed, folder: write)
      print(try common.json ? output.json() : output.text(), terminator: "")
    } catch let problems as DistrictProblems {
      throw failed(problems)
    }
  }

  /// Each once, however many scenarios say it.
  private func sayNotices(_ scenarios: [Scenario]) {
    var said: Set<String> = []
    for notice in scenarios.flatMap(\.read.notices) {
      let text = notice.text(in: Interface.language)
      if said.insert(text).inserted { printError(text) }
    }
  }

  /// The district as it is, and each scenario on the same footing. Planning them is to come in here.
  private func makeScenarios() throws -> [Scenario] {
    let options = ChangeOptions(seed: seed, date: date?.date, days: days)
    let baseline = try readStoredDistrict(at: district, date: options.date, days: options.days)
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
