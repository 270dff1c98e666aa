import Formats
import Foundation
import SchemaChecking
import Testing
import WorkbookReading

@Suite struct CommandTests {
  static let commands = [
    "plan", "whatif", "compare", "validate", "check", "format", "explain", "export", "new", "solve", "bench",
  ]

  @Test("every command has help in both languages", arguments: commands)
  func help(command: String) throws {
    let english = try Binary.run([command, "--help"])
    let chinese = try Binary.run([command, "--help"], language: "zh")
    #expect(english.exit == 0 && chinese.exit == 0)
    #expect(english.output.contains("OVERVIEW: ") && english.output.contains("OPTIONS:"))
    #expect(chinese.output.contains("概述：") && chinese.output.contains("选项："))
    #expect(!english.output.contains("option.") && !chinese.output.contains("option."))
  }

  @Test("--locale wins over the environment")
  func localeOption() throws {
    #expect(try Binary.run(["plan", "--help", "--locale", "zh-Hans"]).output.contains("概述："))
  }

  @Test("wrong usage ends with 64, a missing district with 66, an unknown code with 66")
  func usage() throws {
    #expect(try Binary.run(["plan"]).exit == 64)
    #expect(try Binary.run(["plan", "x", "--method", "magic"]).exit == 64)
    #expect(try Binary.run(["plan", "x", "--iterations", "5", "--time-limit", "5s"]).exit == 64)
    #expect(try Binary.run(["plan", "/no/such/folder"]).exit == 66)
    #expect(try Binary.run(["explain", "E9999"]).exit == 66)
  }

  @Test("a broken district ends with 65, names file and line, and nothing is written")
  func brokenDistrict() throws {
    try Binary.inTemporaryFolder { folder in
      let district = folder.appendingPathComponent("district")
      try FileManager.default.copyItem(atPath: Binary.instance("junyi"), toPath: district.path)
      let table = district.appendingPathComponent("cadres.csv")
      let text = try String(contentsOf: table, encoding: .utf8).replacing(",community,", with: ",comunity,")
      try text.write(to: table, atomically: true, encoding: .utf8)
      let out = folder.appendingPathComponent("out").path
      let outcome = try Binary.run(["plan", district.path, "--out", out])
      #expect(outcome.exit == 65)
      #expect(outcome.errors.contains("cadres.csv:2:3") && outcome.errors.contains("community"))
      #expect(!FileManager.default.fileExists(atPath: out))
    }
  }

  @Test("two plans stand side by side; a plan beside itself has no difference; no plan is no input")
  func compare() throws {
    try Binary.inTemporaryFolder { folder in
      let district = Binary.instance("junyi")
      let outs = ["1", "2"].map { folder.appendingPathComponent($0).path }
      for (method, out) in zip(["auto", "heuristic"], outs) {
        let run = try Binary.run(["plan", district, "--iterations", "9", "--method", method, "--out", out])
        #expect(run.exit == 0, "\(run.errors)")
      }
      let same = try Binary.run(["compare", outs[0], outs[0] + "/plan.json"])
      #expect(same.exit == 0 && same.output == "No difference that anyone would notice.\n")
      let other = try Binary.run(["compare", outs[0], outs[1], "--district", district])
      #expect(other.exit == 0 && other.output.contains("households served"))
      let json = try Binary.run(["compare", outs[0], outs[1], "--json"])
      let tree = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
      let keys = ["buildings", "figures", "levels", "needs", "people", "rules", "sites", "vehicles"]
      #expect(tree.map { $0.keys.sorted() } == keys)
      #expect(try Binary.run(["compare", outs[0], folder.path]).exit == 66)
    }
  }

  @Test("the same iterations and seed give the same plan.json, byte for byte, and the plan passes its check")
  func deterministic() throws {
    try Binary.inTemporaryFolder { folder in
      var plans: [Data] = []
      for run in ["a", "b"] {
        let out = folder.appendingPathComponent(run).path
        let outcome = try Binary.run(["plan", Binary.instance("junyi"), "--iterations", "300", "--out", out])
        #expect(outcome.exit == 0, "\(outcome.errors)")
        plans.append(try Data(contentsOf: URL(fileURLWithPath: out + "/plan.json")))
        let check = try Binary.run(["check", Binary.instance("junyi"), out, "--bound"])
        #expect(check.exit == 0, "\(check.output) \(check.errors)")
      }
      #expect(plans[0] == plans[1])
    }
  }

  @Test("plan.xlsx holds every CSV table cell for cell, and is the same bytes every time", arguments: ["en", "zh"])
  func workbook(language: String) throws {
    try Binary.inTemporaryFolder { folder in
      var books: [Data] = []
      for run in ["a", "b"] {
        let out = folder.appendingPathComponent(run).path
        let outcome = try Binary.run(
          ["plan", Binary.instance("junyi"), "--iterations", "50", "--out", out], language: language)
        #expect(outcome.exit == 0, "\(outcome.errors)")
        books.append(try Data(contentsOf: URL(fileURLWithPath: out + "/plan.xlsx")))
        let book = try #require(ReadWorkbook([UInt8](books[books.count - 1])))
        for table in ["roster", "distribution", "notices"] {
          let csv = csvFields(try String(contentsOfFile: "\(out)/\(table).csv", encoding: .utf8))
          let trimmed = csv.map { Array($0.reversed().drop { $0.isEmpty }.reversed()) }
          #expect(book.sheets.filter { $0.rows == trimmed }.count == 1, "\(table)")
          #expect(csv.count > 1)
        }
      }
      #expect(books[0] == books[1])
    }
  }

  @Test("what plan writes fits the published schemas", arguments: ["junyi", "short-handed", "taihua"])
  func schemas(name: String) throws {
    try Binary.inTemporaryFolder { folder in
      let outcome = try Binary.run(
        ["plan", Binary.instance(name), "--days", "1", "--iterations", "50", "--out", folder.path])
      #expect(outcome.exit == 0 || outcome.exit == 2, "\(outcome.errors)")
      for document in ["plan", "bounds", "run"] {
        let schema = Binary.root.appendingPathComponent("Schemas/\(document).schema.json")
        let written = folder.appendingPathComponent("\(document).json")
        let problems = JSONSchema(try JSONValue(text: String(contentsOf: schema, encoding: .utf8))).problems(
          of: try JSONValue(text: String(contentsOf: written, encoding: .utf8)))
        #expect(problems == [])
      }
    }
  }

  @Test("a plan changed by hand is found out, and the check names the field")
  func tamperedPlan() throws {
    try Binary.inTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out").path
      _ = try Binary.run(["plan", Binary.instance("junyi"), "--iterations", "100", "--out", out])
      let file = URL(fileURLWithPath: out + "/plan.json")
      let plan = try String(contentsOf: file, encoding: .utf8)
      try plan.replacing("\"on_duty\" : ", with: "\"on_duty\" : 1").write(to: file, atomically: true, encoding: .utf8)
      let check = try Binary.run(["check", Binary.instance("junyi"), out, "--json"])
      #expect(check.exit == 1)
      #expect(check.output.contains("\"passed\" : false") && check.output.contains("summary"))
    }
  }

  @Test("contradicting frozen pins end with 3, more seats than people with 2, and both say why")
  func exitCodes() throws {
    try Binary.inTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out").path
      let frozen = try Binary.run(["plan", Binary.instance("frozen-conflict"), "--iterations", "50", "--out", out])
      #expect(frozen.exit == 3)
      #expect(frozen.errors.contains("pins.csv"))
      #expect(!FileManager.default.fileExists(atPath: out))
      for name in ["short-handed", "night-ill"] {
        let outcome = try Binary.run(["plan", Binary.instance(name), "--iterations", "50", "--out", out + name])
        #expect(outcome.exit == 2, "\(outcome.errors)")
        #expect(outcome.output.contains("R1 "))
      }
    }
  }

  @Test("--method exact without time for the solver ends with 4, names the stage, and nothing is written")
  func nothingInTime() throws {
    try Binary.inTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out").path
      for (name, stage) in [("rongqiao", "Distribution"), ("shaanxi-coal", "Roster")] {
        let outcome = try Binary.run(
          ["plan", Binary.instance(name), "--method", "exact", "--time-limit", "1ms", "--out", out])
        #expect(outcome.exit == 4)
        #expect(outcome.errors.contains(stage))
        #expect(!FileManager.default.fileExists(atPath: out))
      }
    }
  }

  @Test("two threads stop when all is proved, and the plan passes its check; --iterations takes one thread")
  func threads() throws {
    try Binary.inTemporaryFolder { folder in
      for (options, threads) in [
        (["--threads", "2", "--time-limit", "60s"], 2), (["--threads", "2", "--iterations", "50"], 1),
      ] {
        let district = Binary.instance("taihua")
        let outcome = try Binary.run(["plan", district, "--days", "1", "--out", folder.path] + options)
        #expect(outcome.exit == 0 || outcome.exit == 2, "\(outcome.errors)")
        let check = try Binary.run(["check", district, folder.path, "--bound"])
        #expect(check.exit == 0, "\(check.output)")
        let plan = try readPlan(at: folder.path)
        #expect(plan.run.threads == threads)
        #expect(plan.certificates.roster?.solutionStatus == .optimal)
      }
    }
  }

  @Test("Ctrl-C writes the best plan so far, and it passes its check")
  func interrupted() throws {
    try Binary.inTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out").path
      let outcome = try Binary.run(
        ["plan", Binary.instance("shaanxi-coal"), "--time-limit", "60s", "--out", out], interruptAfter: 3)
      #expect(outcome.exit == 0 || outcome.exit == 2, "\(outcome.errors)")
      let check = try Binary.run(["check", Binary.instance("shaanxi-coal"), out])
      #expect(check.exit == 0, "\(check.output)")
    }
  }

  @Test("validate and format agree that every sample is fine and canonical")
  func samples() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Binary.instance("")).filter {
      !$0.contains(".")
    }.sorted()
    #expect(names.count >= 4)
    for name in names {
      #expect(try Binary.run(["validate", Binary.instance(name)]).exit == 0)
      #expect(try Binary.run(["format", Binary.instance(name), "--check"]).exit == 0)
    }
  }

  @Test("a drawn district is valid, and a folder that is not empty is left alone")
  func draw() throws {
    try Binary.inTemporaryFolder { folder in
      let district = folder.appendingPathComponent("new").path
      let arguments = ["new", district, "--households", "400", "--people", "30", "--seed", "5"]
      let exits = [
        try Binary.run(arguments).exit, try Binary.run(["validate", district]).exit, try Binary.run(arguments).exit,
      ]
      #expect(exits == [0, 0, 73])
    }
  }
}
