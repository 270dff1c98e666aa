import ArgumentParser
import Auditing
import Districts
import Formats
import Foundation
import Reports
import Wording

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: phrase("command.explain"), discussion: phrase("command.explain.discussion"))

  @Argument(help: ArgumentHelp(phrase("argument.code_or_plan"), valueName: "code|plan"))
  var subject: String

  @Argument(help: ArgumentHelp(phrase("argument.what"), valueName: "rule|person"))
  var what: String?

  @Option(help: ArgumentHelp(phrase("option.district_of_plan")), completion: .directory)
  var district: String?

  @Flag(help: ArgumentHelp(phrase("option.all")))
  var all = false

  @OptionGroup var common: CommonOptions

  private struct Shown: Encodable {
    var code: String
    var page: String
  }

  func run() throws {
    if let what { return try explain(what) }
    let code = subject.uppercased()
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

  private func explain(_ what: String) throws {
    let plan = try loadPlan(subject)
    let district = try loadDistrict(of: plan, at: subject, given: self.district)
    guard let context = ReportContext(district: district, plan: plan, language: Interface.language) else {
      throw ExitCode.internalError
    }
    let matches = Audit(district: district, sha256: sha256Hex).matches(of: plan)
    let isPerson = district.cadres.contains { $0.id.text == what }
    guard isPerson || RuleID(rawValue: what) != nil else { throw unknown(what, district) }
    let own = matches.filter {
      isPerson ? $0.about[.cadre] == what || $0.about[.other] == what : $0.rule == what
    }
    if common.json { return print(try prettyJSON(own), terminator: "") }
    let lines =
      isPerson
      ? context.personLines(matches, cadre: CadreID(what))
      : context.ruleLines(matches, rule: what, most: all ? .max : 40)
    for line in lines { print(line) }
  }

  private func unknown(_ what: String, _ district: District) -> ExitCode {
    let known = RuleID.allCases.map(\.rawValue) + district.cadres.map(\.id.text)
    if let nearest = nearestName(to: what, among: known) {
      printError(phrase("failure.did_you_mean", ["value": what, "nearest": nearest]))
    } else {
      printError(phrase("failure.unknown_subject", ["value": what]))
    }
    return .badData
  }
}

/// The district of a plan: where `--district` says, else where it was when the plan was made. It must have the contents
/// of then.
func loadDistrict(of plan: Plan, at path: String, given: String?) throws -> District {
  let folder = isFolder(path) ? path : URL(fileURLWithPath: path).deletingLastPathComponent().path
  guard let source = given ?? (try? readRun(at: folder))?.district else {
    printError(phrase("failure.no_district"))
    throw ExitCode.noInput
  }
  let district = try loadDistrict(source, date: plan.district.date, days: plan.district.days).district
  guard district.digest == plan.district.digest else {
    printError(phrase("failure.other_district", ["path": source]))
    throw ExitCode.badData
  }
  return district
}
