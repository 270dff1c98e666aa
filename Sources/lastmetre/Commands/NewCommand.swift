import ArgumentParser
import Districts
import Foundation
import Formats
import Synthesis

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "new", abstract: phrase("command.new"))

  @Argument(help: ArgumentHelp(phrase("argument.folder")), completion: .directory)
  var folder: String

  @Option(help: ArgumentHelp(phrase("option.households")))
  var households = 1000

  @Option(help: ArgumentHelp(phrase("option.people")))
  var people = 60

  @Option(help: ArgumentHelp(phrase("option.compounds")))
  var compounds: Int?

  @Option(help: ArgumentHelp(phrase("option.buildings")))
  var buildings: Int?

  @Option(help: ArgumentHelp(phrase("option.sites")))
  var sites: Int?

  @Option(help: ArgumentHelp(phrase("option.days")))
  var days = 1

  @Option(help: ArgumentHelp(phrase("option.vehicles")))
  var vehicles: Int?

  @Option(help: ArgumentHelp(phrase("option.depots")))
  var depots: Int?

  @Option(help: ArgumentHelp(phrase("option.seed")))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp(phrase("option.sample")))
  var sample: Sample?

  @OptionGroup var common: CommonOptions

  private struct Shown: Encodable {
    var folder: String
    var files: [String]
  }

  func run() throws {
    let known = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard known.isEmpty else {
      printError(phrase("failure.nonempty", ["path": folder]))
      throw ExitCode.cannotWrite
    }
    let files = try draw()
    try writeFiles(files.map { ($0.name, $0.text) }, into: folder)
    if common.json {
      print(try prettyJSON(Shown(folder: folder, files: files.map(\.name))), terminator: "")
    } else {
      print(phrase("new.written", ["folder": folder]))
    }
  }

  private func draw() throws -> [DistrictFile] {
    if let sample { return sample.files }
    do {
      return drawDistrict(
        try DistrictRecipe(
          households: households, people: people, compounds: compounds, buildings: buildings, sites: sites,
          days: days, vehicles: vehicles, depots: depots, seed: seed))
    } catch {
      throw ValidationError(
        phrase(
          "usage.recipe",
          [
            "option": "--\(error.field.rawValue)", "value": String(error.value),
            "least": String(error.allowed.lowerBound), "most": String(error.allowed.upperBound),
          ]))
    }
  }
}

extension Sample: ExpressibleByArgument {}
