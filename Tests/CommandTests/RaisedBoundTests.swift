import Districts
import Formats
import Foundation
import Testing

/// Bounds of evidence `multipliers`, as somebody sees them who has only the files and `lastmetre check --bound`.
@Suite struct RaisedBoundTests {
  @Test("check --bound accepts what the multipliers prove, and refuses one more") func raised() throws {
    try Binary.inTemporaryFolder { folder in
      let district = Binary.instance("night-ill")
      let planned = try Binary.run(["plan", district, "--days", "1", "--iterations", "10", "--out", folder.path])
      #expect(planned.exit == 2, "\(planned.errors)")
      var files = try Files(folder)
      let proved = try #require(files.bound)
      #expect(try Binary.run(["check", district, folder.path, "--bound"]).exit == 0)

      // Without its largest multiplier the level proves less, and the check says how much.
      try files.dropLargestMultiplier()
      try files.claim(proved)
      let weaker = try Binary.run(["check", district, folder.path, "--bound"])
      let least = try #require(Self.proved(in: weaker.output))
      #expect(weaker.exit == 1 && least < proved, "\(weaker.output)")

      try files.claim(least)
      let honest = try Binary.run(["check", district, folder.path, "--bound"])
      #expect(honest.exit == 0, "\(honest.output) \(honest.errors)")
      try files.claim(least + 1)
      let raised = try Binary.run(["check", district, folder.path, "--bound", "--json"])
      #expect(raised.exit == 1)
      #expect(raised.output.contains("the multipliers prove \(least), not \(least + 1)"))
      #expect(raised.output.contains("certificates.roster.levels.preference.bound"))
      // The plan itself is sound: only who recomputes the bound can tell.
      #expect(try Binary.run(["check", district, folder.path]).exit == 0)
    }
  }

  /// `prove 205, not 213` → 205.
  private static func proved(in output: String) -> Int? {
    output.firstMatch(of: /multipliers prove (\d+), not/).flatMap { Int($0.1) }
  }

  /// plan.json and bounds.json of a folder, written and sealed anew after each change.
  private struct Files {
    let folder: URL
    var plan: Plan
    var bounds: BoundsFile

    init(_ folder: URL) throws {
      self.folder = folder
      plan = try readPlan(at: folder.path)
      bounds = try readBounds(at: folder.path)
    }

    /// Of level 3 of the roster, where multipliers stand behind it.
    var bound: Int? {
      let level = plan.certificates.roster?.levels.last
      return level?.boundEvidence == .multipliers ? level?.bound : nil
    }

    mutating func dropLargestMultiplier() throws {
      let index = try #require(bounds.roster.firstIndex { $0.level == 3 })
      let largest = bounds.roster[index].multipliers.max { ($0.value, $1.key) < ($1.value, $0.key) }
      bounds.roster[index].multipliers[try #require(largest).key] = nil
    }

    /// Claims a bound for level 3, whose gap is open then.
    mutating func claim(_ bound: Int) throws {
      var roster = try #require(plan.certificates.roster)
      let known = try #require(roster.levels.last)
      roster.levels[2] = CertifiedLevel(
        name: known.name, objective: known.objective, bound: bound, floor: known.floor, boundEvidence: .multipliers)
      let isProved = roster.levels.allSatisfy { $0.optimalityGap == 0 }
      roster.solutionStatus = isProved ? .optimal : .feasible
      roster.stopReason = isProved ? .proved : .iterationLimit
      roster.method = .exactAndHeuristic
      plan.certificates.roster = roster
      plan.seal = sha256Hex(try plan.canonicalText())
      bounds.seal = plan.seal
      for (name, text) in [("plan.json", try plan.json()), ("bounds.json", try prettyJSON(bounds))] {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      }
    }
  }
}
