import Districts
import Formats
import Testing
import Units
import Wording

@testable import Changing

@Suite struct WordTests {
  @Test(
    "unknown verbs, ids, rules and parameters name the nearest known one",
    arguments: [
      ("absnt=C1", "absent"), ("absent=C11", "C1"), ("absent=unit:区教肓局", "区教育局"), ("close=vehicle:V11", "V1"),
      ("rule:minimunRest=600", "minimumRest"), ("rule:minRest.minutes=600", "minimumRest"),
      ("rule:rotation.cycel=A", "cycle"), ("weight:fairHour=5", "fairHours"), ("scale:houshold=2", "households"),
      ("set:helper.most=3", "helpers"), ("set:helpers.mst=3", "most"), ("set:points.P1.desk=3", "desks"),
      ("set:points.P11.desks=3", "P1"), ("shift:nigt=+30", "night"), ("add=like:vehicl:V1", "vehicle"),
      ("absent=10%:voluntier", "volunteer"), ("scale:orders=2:vegg", "veg"),
    ])
  func nearest(word: String, known: String) throws {
    let problems = try Town.problems(word)
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix(word + ": ") == true)
    #expect(problems.first?.contains("did you mean \(known)?") == true, "\(problems)")
  }

  @Test(
    "words that cannot be understood are errors",
    arguments: [
      "", "=", "absent", "absent=", "absent=,", "absent=C1@", "absent=C1@tomorrow", "absent=101%", "absent=-1%",
      "absent:x=C1", "release=C1", "release=C1@25:00", "add=", "add=volunteer*", "add=volunteer*0", "add=volunteer*x",
      "add=volunteer*2*3", "add=volunteer+*2", "add=volunteer*1001", "add=K1", "add=B1", "close=C1", "close=K1",
      "close=veg",
      "seal=P1", "seal=", "unseal=V1", "scale=2", "scale:=2", "scale:households=-1", "scale:households=x",
      "scale:households=1.1:", "scale:minutes=0", "scale:minutes=2:S1", "shift:day=", "shift:day=8-16", "shift:day=+",
      "shift:day=08:00", "shift:day=25:00-26:00", "rule:=3", "rule:minimumRest=soon", "rule:minimumRest=-1",
      "rule:rotation=A", "rule:health=off", "rule:a.b.c=1", "weight:minimumRest=3", "weight:fairHours=1001",
      "weight:fairHours=off", "set:=3", "set:helpers=3", "set:format=x", "set:points.P1=3", "set:points.P1.id=P9",
      "set:plan.date=2022-02-30", "set:a..b=3", "time-limit=", "absent=C1 C2", "add=like:",
    ])
  func wrong(word: String) throws {
    let problems = try Town.problems(word)
    #expect(!problems.isEmpty)
    #expect(!problems.contains { $0.contains("{") || $0.contains(".message") }, "\(problems)")
  }

  @Test("nothing that is written can end a line, a field or a row")
  func control() throws {
    for end in ["\n", "\r", "\t", "\u{2028}", "\u{202E}", "\u{0}"] {
      #expect(try Town.problems("set:cadres.C1.name=a\(end)b").first?.hasSuffix("[E1025]") == true)
    }
    let after = try Town.after("set:cadres.C1.name= a, \"b\" ", "set:buildings.B1.lift=否")
    #expect(after.read.district.cadres[0].name == "a, \"b\"")
    #expect(after.lines("cadres.csv")[1].hasPrefix("C1,\"a, \"\"b\"\"\","))
    #expect(after.edits.last?.after == "no")
  }

  @Test("all that is wrong is said at once, and each word once")
  func allAtOnce() throws {
    let problems = try Town.problems("absnt=C1", "absent=C99", "weight:fairHours=5000", "close=K1", "absent=C1")
    #expect(problems.count == 4)
    #expect(problems.map { String($0.suffix(6)) }.sorted() == ["E1105]", "E1801]", "E1803]", "E1804]"])
  }

  @Test("an id that stands for several things must say which")
  func ambiguous() throws {
    let files = Town.files.replacing("vehicles.csv", (Town.texts["vehicles.csv"] ?? "") + "S1,,D1,10,15:00,21:00,\n")
    do throws(DistrictProblems) {
      _ = try Scenario(baseline: StoredDistrict(files: files, read: files.read()), name: "").changed(
        by: ChangeList(["close=S1"]), options: ChangeOptions())
      Issue.record("an id of two tables was taken")
    } catch {
      #expect(
        error.lines(in: .english) == [
          "close=S1: S1 is an id of sites.csv, vehicles.csv; say which: site:S1, vehicle:S1 [E1805]"
        ])
    }
    #expect(try Town.after("close=vehicle:S1", files: files).files["vehicles.csv"] == Town.files["vehicles.csv"])
  }

  @Test("every problem has its words in both languages, with the same names and numbers")
  func languages() throws {
    let codes = ProblemCode.allCases.filter { $0.rawValue.hasPrefix("E18") }
    #expect(codes.count == 13)
    for code in codes {
      for ending in [".message", ".page"] { #expect(Catalogue.has(code.rawValue + ending)) }
      let problem = Problem(
        code, file: "f",
        values: [
          "value": "X1", "known": "a, b", "example": "e", "file": "t.csv", "files": "u.csv", "from": "1", "to": "2",
          "least": "3", "most": "4", "minutes": "5",
        ], nearest: "Y2")
      #expect(!problem.message(in: .english).contains("{") && !problem.message(in: .chinese).contains("{"))
      #expect(problem.message(in: .english) != problem.message(in: .chinese))
    }
  }

  @Test("no text brings the reader of words down")
  func anything() throws {
    var random = SeededRandom(seed: 9)
    let verbs = Verb.allCases.map(\.rawValue) + ["x", ""]
    let pieces = [
      "=", ":", ",", ";", "@", "*", "+", "-", "%", ".", "C1", "V1", "10", "08:00", "2022-01-01", "周", "\u{0}", " ",
      "off", "like:",
    ]
    let town = try Scenario(baseline: Town.stored(), name: "")
    for _ in 0..<3000 {
      var word = verbs[random.below(verbs.count)]
      for _ in 0..<random.below(7) { word += pieces[random.below(pieces.count)] }
      _ = try? town.changed(by: ChangeList([word]), options: ChangeOptions())
    }
  }
}
