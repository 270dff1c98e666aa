import Foundation
import Testing

@Suite struct WhatIfTests {
  private func bytes(_ folder: String) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name != "README.md" {
      contents[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    }
    return contents
  }

  @Test("a changed district is a folder without mistakes, in which nothing else is different")
  func write() throws {
    try Binary.inTemporaryFolder { folder in
      let out = folder.appendingPathComponent("new/deep/changed").path
      let outcome = try Binary.run([
        "whatif", "--only-changes", Binary.instance("junyi"), "absent=10%", "add=V1", "close=P1", "weight:fairHours=5",
        "--write", out,
      ])
      #expect(outcome.exit == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("+ vehicles.csv V1.1: ") && outcome.output.contains("Written to \(out)"))
      #expect(outcome.output.contains("district.yaml rules.fairHours.weight: (default) → 5"))
      #expect(try Binary.run(["validate", out]).exit == 0)
      let (before, after) = (try bytes(Binary.instance("junyi")), try bytes(out))
      let different = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
      #expect(different.isSubset(of: ["availability.csv", "vehicles.csv", "points.csv", "pins.csv", "district.yaml"]))
      #expect(different.isSuperset(of: ["availability.csv", "vehicles.csv", "district.yaml"]))
    }
  }

  @Test("in one step or in two: the same folder")
  func steps() throws {
    try Binary.inTemporaryFolder { folder in
      let paths = ["a", "b", "c"].map { folder.appendingPathComponent($0).path }
      let words = ["absent=10%", "scale:households=1.1"]
      _ = try Binary.run(
        ["whatif", "--only-changes", Binary.instance("junyi")] + words + ["--seed", "7", "--write", paths[0]])
      _ = try Binary.run([
        "whatif", "--only-changes", Binary.instance("junyi"), words[0], "--seed", "7", "--write", paths[1],
      ])
      _ = try Binary.run(["whatif", "--only-changes", paths[1], words[1], "--seed", "7", "--write", paths[2]])
      #expect(try bytes(paths[0]) == bytes(paths[2]))
      #expect(try bytes(paths[0]) != bytes(paths[1]))
    }
  }

  @Test("mistakes end with 65 and nothing is written, in either language")
  func mistakes() throws {
    try Binary.inTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out").path
      for language in ["en", "zh"] {
        let outcome = try Binary.run(
          [
            "whatif", "--only-changes", Binary.instance("junyi"), "absent=C999", "rule:minimunRest=600", "--write", out,
          ],
          language: language)
        #expect(outcome.exit == 65)
        #expect(outcome.errors.contains("absent=C999") && outcome.errors.contains("minimumRest"))
        #expect(outcome.errors.contains(language == "zh" ? "是否想写" : "did you mean"))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
      #expect(try Binary.run(["whatif", "--only-changes", Binary.instance("junyi")]).exit == 64)
      #expect(try Binary.run(["whatif", "/no/such/folder", "absent=C001"]).exit == 66)
      #expect(
        try Binary.run(["whatif", "--only-changes", Binary.instance("junyi"), "--scenario", "/no/such/file"]).exit == 66
      )
      #expect(
        try Binary.run([
          "whatif", "--only-changes", Binary.instance("junyi"), "close=P1", "--write", Binary.instance("taihua"),
        ]).exit
          == 73)
      #expect(try Binary.run(["explain", "E1803"]).output.contains("left"))
    }
  }

  @Test("each scenario of a file has a folder of its name; one that is wrong leaves nothing behind")
  func scenarios() throws {
    try Binary.inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("s.yaml")
      let out = folder.appendingPathComponent("out").path
      func run(_ text: String, _ options: [String] = []) throws -> Binary.Outcome {
        try Data(text.utf8).write(to: file)
        return try Binary.run(
          ["whatif", "--only-changes", Binary.instance("junyi"), "--scenario", file.path, "--write", out] + options)
      }
      #expect(try run("scenarios: { ill: [absent=10%], bad: [absent=C999] }\n").exit == 65)
      #expect(!FileManager.default.fileExists(atPath: out))
      let outcome = try run("scenarios: { ill: [absent=10%], 一辆车: [add=V2] }\n", ["--json"])
      #expect(outcome.exit == 0)
      let shown = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      let names = (shown["scenarios"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
      #expect(names == ["ill", "一辆车"])
      for name in ["ill", "一辆车"] { #expect(try Binary.run(["validate", out + "/" + name]).exit == 0) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["out", "s.yaml"])
    }
  }

  @Test("a district without anybody, anything to hand out or anywhere to do so still has a plan, full of gaps")
  func emptied() throws {
    try Binary.inTemporaryFolder { folder in
      for (number, words) in [
        ["close=P1,P2"], ["close=V1,V2"], ["close=D1"], ["absent=100%"], ["scale:households=0"],
        ["close=P1,P2,V1,V2,D1,S1", "absent=100%"],
      ].enumerated() {
        let changed = folder.appendingPathComponent("changed\(number)").path
        let made = try Binary.run(
          ["whatif", "--only-changes", Binary.instance("junyi")] + words + ["--write", changed])
        #expect(made.exit == 0, "\(words) \(made.errors)")
        let out = folder.appendingPathComponent("out\(number)").path
        let planned = try Binary.run(["plan", changed, "--iterations", "30", "--out", out])
        #expect(planned.exit == (words == ["scale:households=0"] ? 0 : 2), "\(words) \(planned.errors)")
      }
    }
  }

  @Test("without a change there is no difference, however often the district is planned")
  func noChange() throws {
    let outcome = try Binary.run(["whatif", Binary.instance("junyi"), "time-limit=60s", "--iterations", "9"])
    #expect(outcome.exit == 0, "\(outcome.errors)")
    #expect(outcome.output.hasSuffix("No difference that anyone would notice.\n"))
  }

  @Test(
    "scenarios stand beside the baseline, their plans pass the check of their districts, and the JSON says the same")
  func plannedScenarios() throws {
    try Binary.inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("scenarios.yaml").path
      try "scenarios:\n  ill: [absent=20%]\n  closed: [close=P1]\n".write(
        toFile: file, atomically: true, encoding: .utf8)
      let (plans, districts) = (folder.appendingPathComponent("plans").path, folder.appendingPathComponent("new").path)
      let arguments = ["whatif", Binary.instance("junyi"), "--scenario", file, "--iterations", "9"]
      let outcome = try Binary.run(arguments + ["--out", plans, "--write", districts])
      #expect(outcome.exit == 0, "\(outcome.errors)")
      let head = outcome.output.split(separator: "\n").first { $0.hasPrefix("Figure") }
      #expect(head?.split(separator: " ") == ["Figure", "baseline", "ill", "closed"])
      for name in ["ill", "closed"] {
        #expect(try Binary.run(["check", districts + "/" + name, plans + "/" + name]).exit == 0)
      }
      #expect(try Binary.run(["check", Binary.instance("junyi"), plans + "/baseline"]).exit == 0)
      let json = try Binary.run(arguments + ["--from", plans + "/baseline", "--json"])
      let tree = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
      let scenarios = try #require(tree?["scenarios"] as? [[String: Any]])
      #expect(scenarios.compactMap { $0["name"] as? String } == ["ill", "closed"])
      #expect(scenarios.allSatisfy { ($0["plan"] as? [String: Any])?["difference"] != nil })
    }
  }
}
