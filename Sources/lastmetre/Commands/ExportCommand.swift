import ArgumentParser
import Districts
import Foundation
import Formats
import Planning

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: phrase("command.export"), discussion: phrase("command.export.discussion"))

  @Argument(help: ArgumentHelp(phrase("argument.district")), completion: .directory)
  var district: String

  @Flag(help: ArgumentHelp(phrase("option.mathprog")))
  var mathprog = false

  @Option(help: ArgumentHelp(phrase("option.date"), valueName: "YYYY-MM-DD"))
  var date: DateArgument?

  @Option(help: ArgumentHelp(phrase("option.days")))
  var days: Int?

  @Option(help: ArgumentHelp(phrase("option.export_out")), completion: .directory)
  var out = "."

  @Option(help: ArgumentHelp(phrase("option.level"), valueName: "1|2|3"))
  var level = 1

  @Option(help: ArgumentHelp(phrase("option.first")))
  var first = 0

  @Option(help: ArgumentHelp(phrase("option.second")))
  var second = 0

  @Option(help: ArgumentHelp(phrase("option.export_plan")), completion: .file(extensions: ["json"]))
  var plan: String?

  @OptionGroup var common: CommonOptions

  private struct Shown: Encodable {
    var folder: String
    var files: [String]
  }

  func validate() throws {
    guard mathprog else { throw ValidationError(phrase("usage.mathprog")) }
    guard (1...3).contains(level) else { throw ValidationError(phrase("usage.level")) }
  }

  func run() throws {
    let district = try loadDistrict(district, date: date?.date, days: days).district
    var known: Plan?
    if let plan {
      do { known = try readPlan(at: plan) } catch { throw failed(error) }
    }
    let files: [(name: String, text: String)]
    do {
      files = try mathProgFiles(
        of: district, distribution: known?.distribution, carrying: known?.carrying, level: level, firstBest: first,
        secondBest: second)
    } catch {
      throw reported(error)
    }
    try writeFiles(files, into: out)
    if common.json {
      print(try prettyJSON(Shown(folder: out, files: files.map(\.name))), terminator: "")
    } else {
      for file in files {
        print("glpsol --math Models/\(file.name.replacing(".dat", with: ".mod")) --data \(out)/\(file.name)")
      }
    }
  }
}
