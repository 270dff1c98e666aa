import ArgumentParser
import Districts
import Formats

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "validate", abstract: phrase("command.validate"))

  @Argument(help: ArgumentHelp(phrase("argument.district")), completion: .directory)
  var district: String

  @Option(help: ArgumentHelp(phrase("option.date"), valueName: "YYYY-MM-DD"))
  var date: DateArgument?

  @OptionGroup var common: CommonOptions

  private struct Shown: Encodable {
    var district: String
    var digest: String
    var notices: [String]
    var problems: [String]
  }

  func run() throws {
    do {
      let read = try readDistrict(at: district, date: date?.date)
      let notices = read.notices.map { $0.text(in: Interface.language) }
      if common.json {
        let shown = Shown(district: district, digest: read.digest, notices: notices, problems: [])
        print(try prettyJSON(shown), terminator: "")
      } else {
        for notice in notices { printError(notice) }
        print(phrase("validate.fine", ["district": district]))
      }
    } catch let problems as DistrictProblems {
      let lines = problems.lines(in: Interface.language)
      if common.json {
        let shown = Shown(district: district, digest: "", notices: [], problems: lines)
        print(try prettyJSON(shown), terminator: "")
      }
      throw failed(problems, quietly: common.json)
    }
  }
}
