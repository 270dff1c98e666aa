import ArgumentParser
import Districts
import Formats

struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "format", abstract: phrase("command.format"))

  @Argument(help: ArgumentHelp(phrase("argument.district")), completion: .directory)
  var district: String

  @Flag(help: ArgumentHelp(phrase("option.check_only")))
  var check = false

  @OptionGroup var common: CommonOptions

  private struct Shown: Encodable {
    var district: String
    var files: [String]
    var written: Bool
  }

  func run() throws {
    let files: [String]
    do {
      files = try formatDistrict(at: district, writing: !check)
    } catch {
      throw failed(error)
    }
    if common.json {
      print(try prettyJSON(Shown(district: district, files: files, written: !check)), terminator: "")
    } else {
      for file in files { print(phrase(check ? "format.would" : "format.written", ["file": file])) }
      if files.isEmpty { print(phrase("format.fine", ["district": district])) }
    }
    if check, !files.isEmpty { throw ExitCode.found }
  }
}
