import ArgumentParser
import Districts
import Wording

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "explain", abstract: phrase("command.explain"))

  @Argument(help: ArgumentHelp(phrase("argument.code")))
  var code: String

  @OptionGroup var common: CommonOptions

  private struct Shown: Encodable {
    var code: String
    var page: String
  }

  func run() throws {
    let code = code.uppercased()
    guard Catalogue.has("\(code).page") else {
      printError(phrase("failure.unknown_code", ["code": code]))
      throw ExitCode.noInput
    }
    let page = phrase("\(code).page")
    if common.json {
      print(try prettyJSON(Shown(code: code, page: page)), terminator: "")
    } else {
      print("\(code)\n\n\(page)")
    }
  }
}
