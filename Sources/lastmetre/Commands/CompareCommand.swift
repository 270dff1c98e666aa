import ArgumentParser
import Comparing
import Districts
import Formats
import Reports

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "compare", abstract: phrase("command.compare"))

  @Argument(help: ArgumentHelp(phrase("argument.before")), completion: .file(extensions: ["json"]))
  var before: String

  @Argument(help: ArgumentHelp(phrase("argument.after")), completion: .file(extensions: ["json"]))
  var after: String

  @Option(help: ArgumentHelp(phrase("option.names")), completion: .directory)
  var district: String?

  @Flag(help: ArgumentHelp(phrase("option.all")))
  var all = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let (old, new) = (try loadPlan(before), try loadPlan(after))
    let difference = PlanDifference(from: old, to: new)
    if common.json {
      print(try prettyJSON(difference), terminator: "")
      return
    }
    let loaded = try district.map { try loadDistrict($0, date: old.district.date, days: old.district.days).district }
    func context(_ plan: Plan) -> ReportContext? {
      loaded.flatMap { ReportContext(district: $0, plan: plan, language: Interface.language) }
    }
    let names = DifferenceNames(language: Interface.language, before: context(old), after: context(new))
    for line in DifferenceText(difference, names: names, most: all ? .max : 20).lines() { print(line) }
  }
}

/// Reads a plan; what is wrong with it goes to standard error.
func loadPlan(_ path: String) throws -> Plan {
  do { return try readPlan(at: path) } catch { throw failed(error) }
}
