import Foundation
import SchemaChecking
import Testing

@Suite("solve and bench, as their users meet them") struct SolveTests {
  /// Two weeks, four people, two shifts; the cover asks for more than they can give.
  static let schedule = """
    SECTION_HORIZON
    14
    SECTION_SHIFTS
    E,480,
    L,480,E
    SECTION_STAFF
    Ann,E=14|L=14,4800,3360,5,2,2,1
    Bob,E=14|L=14,4800,3360,5,2,2,1
    Cai,E=14|L=0,4800,2400,4,1,1,2
    Dee,E=14|L=14,4800,0,14,1,1,2
    SECTION_DAYS_OFF
    Ann,0
    SECTION_SHIFT_ON_REQUESTS
    Bob,3,L,4
    SECTION_SHIFT_OFF_REQUESTS
    Dee,5,E,2
    SECTION_COVER

    """ + (0..<14).map { "\($0),E,1,100,1\n\($0),L,1,100,1\n" }.joined()

  static let scenario = """
    SCENARIO = tiny
    WEEKS = 2
    SKILLS = 1
    Nurse
    SHIFT_TYPES = 2
    Early (1,5)
    Late (1,5)
    FORBIDDEN_SHIFT_TYPES_SUCCESSIONS
    Early 0
    Late 1 Early
    CONTRACTS = 1
    Full (4,9) (2,5) (1,4) 2 1
    NURSES = 4
    Ann Full 1 Nurse
    Bob Full 1 Nurse
    Cai Full 1 Nurse
    Dee Full 1 Nurse

    """
  static let history = """
    HISTORY
    0 tiny
    NURSE_HISTORY
    Ann 0 0 Late 1 1 0
    Bob 0 0 None 0 0 2
    Cai 0 0 None 0 0 1
    Dee 0 0 Early 2 3 0

    """
  static let week = """
    WEEK_DATA
    tiny
    REQUIREMENTS
    Early Nurse (1,1) (1,1) (1,1) (1,1) (1,1) (1,1) (1,1)
    Late Nurse (0,1) (0,1) (0,1) (0,1) (0,1) (0,1) (0,1)
    SHIFT_OFF_REQUESTS = 1
    Bob Any Tue

    """

  private func write(_ text: String, _ name: String, _ folder: URL) throws -> String {
    let file = folder.appendingPathComponent(name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  private func number(_ key: String, _ json: String) throws -> Int? {
    if case .integer(let value)? = try JSONValue(text: json)[key] { value } else { nil }
  }

  private func schemaProblems(_ json: String) throws -> [String] {
    let schema = Binary.root.appendingPathComponent("Schemas/solve.schema.json")
    return JSONSchema(try JSONValue(text: String(contentsOf: schema, encoding: .utf8))).problems(
      of: try JSONValue(text: json))
  }

  @Test("a shift schedule: the same iterations give the same roster, and its check agrees with the cost printed")
  func shiftSchedule() throws {
    try Binary.inTemporaryFolder { folder in
      let instance = try write(Self.schedule, "week.txt", folder)
      var written: [String] = []
      for name in ["a.txt", "b.txt"] {
        let out = folder.appendingPathComponent(name).path
        let run = try Binary.run(["solve", instance, "--iterations", "20", "--out", out, "--json"])
        #expect(run.exit == 0, "\(run.errors)")
        written.append(try String(contentsOfFile: out, encoding: .utf8))
        let check = try Binary.run(["solve", instance, "--check", out, "--json"])
        #expect(check.exit == 0)
        let cost = try number("cost", run.output)
        #expect(try cost != nil && number("cost", check.output) == cost)
        let bound = try number("bound", run.output)
        #expect((bound ?? 0) <= (cost ?? 0))
        #expect(try schemaProblems(run.output) == [])
      }
      #expect(written[0] == written[1])
      let lines = written[0].split(separator: "\n")
      #expect(lines.count == 4 && lines.allSatisfy { $0.split(separator: "\t").count == 14 })
    }
  }

  @Test("nurse rostering: all weeks known and week by week, each written as the competition's files and judged")
  func nurses() throws {
    try Binary.inTemporaryFolder { folder in
      let instance = try write(Self.scenario, "Sc-tiny.txt", folder)
      _ = try write(Self.history, "H0-tiny-0.txt", folder)
      for number in 0..<2 { _ = try write(Self.week, "WD-tiny-\(number).txt", folder) }
      for (name, flags) in [("static", []), ("stepwise", ["--stepwise"])] {
        let out = folder.appendingPathComponent(name).path
        let arguments = ["solve", instance, "--weeks", "0,1"]
        let run = try Binary.run(arguments + ["--iterations", "20", "--out", out, "--json"] + flags)
        #expect(run.exit == 0, "\(run.errors) \(run.output)")
        #expect(try schemaProblems(run.output) == [])
        for week in 0..<2 {
          let text = try String(contentsOfFile: "\(out)/sol-week\(week).txt", encoding: .utf8)
          #expect(text.hasPrefix("SOLUTION\n\(week) tiny\n\nASSIGNMENTS = "))
        }
        let check = try Binary.run(arguments + ["--check", out, "--json"])
        #expect(check.exit == 0)
        #expect(try number("cost", check.output) == number("cost", run.output))
      }
    }
  }

  @Test("what cannot be solved says so: bad data 65, no file 66, wrong weeks 64, no roster 4, nothing written")
  func refusals() throws {
    try Binary.inTemporaryFolder { folder in
      let broken = try write(Self.schedule.replacing("L,480,E", with: "L,48o,F"), "broken.txt", folder)
      let refused = try Binary.run(["solve", broken])
      #expect(refused.exit == 65)
      #expect(refused.errors.contains("broken.txt:5: Length: \"48o\"") && refused.errors.contains("no F in"))
      #expect(try Binary.run(["solve", folder.path + "/none.txt"]).exit == 66)
      let fine = try write(Self.schedule, "fine.txt", folder)
      #expect(try Binary.run(["solve", fine, "--weeks", "1,2"]).exit == 64)
      #expect(try Binary.run(["solve", fine, "--iterations", "3", "--time-limit", "3s"]).exit == 64)
      // 14 days at 480 minutes do not make 9,999.
      let hopeless = try write(
        Self.schedule.replacing("Dee,E=14|L=14,4800,0", with: "Dee,E=14|L=14,9999,9999"), "hopeless.txt", folder)
      let out = folder.appendingPathComponent("out.txt").path
      let nothing = try Binary.run(["solve", hopeless, "--iterations", "5", "--out", out, "--json"])
      #expect(try schemaProblems(nothing.output) == [])
      #expect(nothing.exit == 4, "\(nothing.output)")
      #expect(nothing.errors.contains("Dee"))
      #expect(!FileManager.default.fileExists(atPath: out))
    }
  }

  @Test(
    "somebody whose rules leave nothing to do is named, with the rules that are in each other's way, in both languages")
  func rulesInTheWay() throws {
    try Binary.inTemporaryFolder { folder in
      let file = try write(
        Self.schedule.replacing("Ann,E=14|L=14,4800,3360", with: "Ann,E=2|L=0,4800,4800"), "strict.txt", folder)
      let english = try Binary.run(["solve", file, "--iterations", "5"])
      #expect(english.exit == 4)
      for words in ["Ann", "at least 4800 minutes", "at most 2 of E"] { #expect(english.errors.contains(words)) }
      #expect(!english.errors.contains("weekends"))
      let chinese = try Binary.run(["solve", file, "--iterations", "5"], language: "zh")
      for words in ["Ann", "总时长不少于 4800 分钟", "E 班不超过 2 次"] { #expect(chinese.errors.contains(words)) }
    }
  }

  @Test("a roster that breaks a hard rule is found out with rule and place, one of the wrong size with its line")
  func checking() throws {
    try Binary.inTemporaryFolder { folder in
      let instance = try write(Self.schedule, "week.txt", folder)
      let idle = [String](repeating: "-", count: 14).joined(separator: "\t") + "\n"
      let roster = try write(String(repeating: idle, count: 4), "idle.txt", folder)
      let found = try Binary.run(["solve", instance, "--check", roster])
      #expect(found.exit == 1)
      // Ann, Bob and Cai must work 3360, 3360 and 2400 minutes; nobody covers 28 shifts at 100, Bob misses one at 4.
      #expect(found.output.contains("cost 2804") && found.output.contains("least minutes at Cai, by 2400"))
      let short = try write(idle, "short.txt", folder)
      let unreadable = try Binary.run(["solve", instance, "--check", short])
      #expect(unreadable.exit == 65 && unreadable.errors.contains("line 2 of the solution"))
    }
  }

  @Test("Ctrl-C writes the best roster so far, and it passes its check")
  func interrupted() throws {
    try Binary.inTemporaryFolder { folder in
      // Wishes that pull apart keep the proof open for longer than this test lasts.
      let people = (0..<30).map { "P\($0),E=28|L=28,9120,7200,5,2,2,2\n" }.joined()
      let cover = (0..<28).map { "\($0),E,\(8 + $0 % 3),100,1\n\($0),L,\(5 + $0 % 4),100,1\n" }.joined()
      let text =
        "SECTION_HORIZON\n28\nSECTION_SHIFTS\nE,480,\nL,600,E\nSECTION_STAFF\n\(people)SECTION_COVER\n\(cover)"
      let instance = try write(text, "large.txt", folder)
      let out = folder.appendingPathComponent("out.txt").path
      let run = try Binary.run(
        ["solve", instance, "--time-limit", "100s", "--out", out, "--json"], interruptAfter: 8)
      #expect(run.exit == 0, "\(run.errors)")
      let check = try Binary.run(["solve", instance, "--check", out, "--json"])
      #expect(check.exit == 0)
      #expect(try number("cost", check.output) == number("cost", run.output))
    }
  }

  @Test("bench prints a row an instance and seed, as text, JSON and CSV, and says where best known costs come from")
  func bench() throws {
    try Binary.inTemporaryFolder { folder in
      let suite = folder.appendingPathComponent("shift-scheduling")
      try FileManager.default.createDirectory(at: suite, withIntermediateDirectories: true)
      for name in ["Instance1.txt", "Instance10.txt", "Instance2.txt"] { _ = try write(Self.schedule, name, suite) }
      let arguments = ["bench", "rostering", "--data", folder.path, "--iterations", "3", "--seeds", "1,2"]
      let text = try Binary.run(arguments)
      #expect(text.exit == 0, "\(text.errors)")
      #expect(text.output.contains("schedulingbenchmarks.org") && text.output.contains("607"))
      let csv = try Binary.run(arguments + ["--csv"])
      let names = csv.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[0] }
      #expect(names == ["Instance1", "Instance1", "Instance2", "Instance2", "Instance10", "Instance10"])
      let json = try Binary.run(arguments + ["--json", "--instances", "10"])
      #expect(try JSONValue(text: json.output)["rows"] != nil && json.output.contains("\"best_known\" : 4631"))
      #expect(try Binary.run(["bench", "rostering", "--data", folder.path, "--instances", "7"]).exit == 66)
      #expect(try Binary.run(["bench", "rostering"]).exit == 66)
    }
  }

  static let benchmarks = ProcessInfo.processInfo.environment["LASTMETRE_BENCHMARKS"]

  @Test(
    "on public instances no cost is below the best known one, and no bound above it",
    .enabled(if: benchmarks != nil, "set LASTMETRE_BENCHMARKS to the folder of public instances"))
  func bestKnown() throws {
    let run = try Binary.run([
      "bench", "rostering", "--data", Self.benchmarks ?? "", "--instances", "1,2,4", "--iterations", "10", "--json",
    ])
    #expect(run.exit == 0, "\(run.errors)")
    guard case .array(let rows)? = try JSONValue(text: run.output)["rows"] else { return #expect(Bool(false)) }
    #expect(rows.count == 3)
    for row in rows {
      guard case .integer(let cost)? = row["cost"], case .integer(let bound)? = row["bound"],
        case .integer(let best)? = row["best_known"]
      else { return #expect(Bool(false), "\(row)") }
      #expect(bound <= best && best <= cost, "\(row)")
    }
  }
}
