import Formats
import Testing
import Wording

@testable import Changing

@Suite struct ScenarioTests {
  private func read(_ text: String) throws(DistrictProblems) -> [WrittenScenario] {
    try readScenarios(Array(text.utf8), file: "s.yaml")
  }

  private func problems(_ text: String, common: [String] = []) throws -> [String] {
    do throws(DistrictProblems) {
      let files = Town.files
      _ = try scenarios(
        read(text), common: ChangeList(common), baseline: StoredDistrict(files: files, read: files.read()),
        options: ChangeOptions())
      return []
    } catch {
      return error.lines(in: .english)
    }
  }

  static let text = """
    # tomorrow
    scenarios:
      one lorry more: [add=V2*1, scale:households=1.1]
      ill:
        - absent=10%,C1   # and C1
        - "absent=C2,C3"
      baseline: []
      封控: [seal=K1]

    """

  @Test("scenarios stand in the order of their file, each after the changes that all share")
  func order() throws {
    let written = try read(Self.text)
    #expect(written.map(\.name) == ["one lorry more", "ill", "baseline", "封控"])
    #expect(written[1].words.map(\.text) == ["absent=10%,C1", "absent=C2,C3"])
    let made = try scenarios(
      written, common: ChangeList(["time-limit=5s", "close=D1"]), baseline: Town.stored(), options: ChangeOptions())
    #expect(made.map(\.name) == written.map(\.name))
    #expect(made[0].changes.map(\.word.text) == ["time-limit=5s", "close=D1", "add=V2*1", "scale:households=1.1"])
    #expect(made.allSatisfy { $0.timeLimitMilliseconds == 5000 && $0.read.district.stock.allSatisfy { $0.packs == 0 } })
    #expect(made[2].files == (try Town.after("close=D1").files))
    #expect(made[3].files == (try Town.after("close=D1", "seal=K1").files))
  }

  @Test("what is wrong names line and character; a shared word is complained of once")
  func places() throws {
    #expect(
      try problems("scenarios:\n  a: [absent=C11]\n  b:\n    - absnt=C1\n    - close=P9\n") == [
        "s.yaml:2:7: absent=C11: there is no C11 in cadres.csv; did you mean C1? [E1803]",
        "s.yaml:4:7: absnt=C1: \"absnt\" is no change; there are absent, release, add, close, seal, unseal, scale, shift, rule, weight, set, time-limit; did you mean absent? [E1801]",
        "s.yaml:5:7: close=P9: there is no P9 in points.csv, sites.csv, depots.csv, vehicles.csv; did you mean P1? [E1803]",
      ])
    #expect(try problems("scenarios: { a: [], b: [] }\n", common: ["absent=C11"]).count == 1)
    // Vehicles run six hours: two of them in the only scenario with a shorter day.
    let longer = try problems("scenarios: { a: [], b: [rule:dailyMaximum=300] }\n")
    #expect(longer.count == 2 && longer.allSatisfy { $0.hasPrefix("b: vehicles.csv:") && $0.hasSuffix("[E1205]") })
  }

  @Test(
    "a file that is no list of scenarios is refused",
    arguments: [
      ("", "E1406"), ("scenarios\n", "E1406"), ("scenaros: {}\n", "E1404"), ("format: x\nscenarios: {}\n", "E1407"),
      ("scenarios: [a]\n", "E1406"), ("scenarios: { a: absent=C1 }\n", "E1406"), ("scenarios: { a: [[x]] }\n", "E1406"),
      ("scenarios: { ../a: [] }\n", "E1812"), ("scenarios: { .: [] }\n", "E1812"),
      ("scenarios: { \"\": [] }\n", "E1812"),
      ("scenarios: { \"a\\u0007\": [] }\n", "E1812"), ("scenarios: { a: [], a: [] }\n", "E1410"),
      ("scenarios: { a: [&x absent=C1] }\n", "E1402"), ("scenarios: { a: [ }\n", "E1401"),
      ("format: lastmetre/scenarios/1\n", "E1405"),
    ])
  func refused(text: String, code: String) throws {
    let lines = try problems(text)
    #expect(lines.first?.hasSuffix("[\(code)]") == true, "\(lines)")
  }
}
