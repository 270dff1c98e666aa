import Districts
import Formats
import Testing
import Units

@testable import Changing

@Suite struct SettingTests {
  @Test("rules, weights and settings are set where they stand; comments and all else stay")
  func settings() throws {
    let after = try Town.after(
      "rule:minimumRest.minutes=600", "weight:fairHours=5", "rule:buddies=off", "set:helpers.most=6", "set:plan.days=2",
      "rule:rotation.cycle=A,B")
    #expect(
      after.lines("district.yaml") == [
        "# 演练", "format: lastmetre/district/1", "name: 小镇", "plan: { date: 2022-01-01, days: 2 }  # three days",
        "shifts:", "  day: { name: 白班, from: \"08:00\", to: \"16:00\" }",
        "  night: { name: 夜班, from: \"22:00\", to: \"06:00\" }", "rules:", "  rotation: { cycle: [A, B] }",
        "  buddies: { weight: 0 }", "  fairHours: { weight: 5 }", "  minimumRest: { minutes: 600 }  # eleven hours",
        "helpers: { most: 6 }",
      ])
    let rules = after.read.district.rules
    #expect(rules.minimumRest.minutes == 600 && rules.fairHours.weight == 5 && rules.buddies.weight == 0)
    #expect(rules.rotation.cycle == ["A", "B"] && after.read.district.helpers.most == 6)
    #expect(after.touched == ["district.yaml"])
  }

  @Test("a rule that is off says nothing any more")
  func off() throws {
    for rule in ["minimumRest", "weeklyMaximum", "consecutiveDays", "exposureMix", "rotation", "stability"] {
      #expect(try Town.problems("rule:\(rule)=off") == [], "\(rule)")
    }
    #expect(try Town.after("rule:rotation.cycle=A,B", "rule:rotation=off").read.district.rules.rotation.cycle == [])
    #expect(try Town.after("rule:minimumRest=off").read.district.rules.minimumRest.minutes == 0)
  }

  @Test("shifts get other hours, or longer ones")
  func shifts() throws {
    func hours(_ word: String) throws -> [String] {
      try Town.after(word).read.district.shifts.map { "\($0.from)-\($0.to)" }
    }
    #expect(try hours("shift:day=07:30-15:00") == ["07:30-15:00", "22:00-06:00+1"])
    #expect(try hours("shift:day=+60") == ["08:00-17:00", "22:00-06:00+1"])
    #expect(try hours("shift:night=-30") == ["08:00-16:00", "22:00-05:30+1"])
    #expect(try hours("shift:day=+480") == ["08:00-24:00", "22:00-06:00+1"])
    #expect(try hours("shift:day=+600") == ["08:00-02:00+1", "22:00-06:00+1"])
    #expect(try hours("shift:day=20:00-04:00") == ["20:00-04:00+1", "22:00-06:00+1"])
    #expect(
      try Town.problems("shift:day=-480") == [
        "shift:day=-480: the shift day would take 0 minutes; keep it between 1 and 1440 [E1811]"
      ])
  }

  @Test("any cell can be set by the row's id; posts by site, post and shift")
  func cells() throws {
    let after = try Town.after(
      "set:vehicles.V1.capacity_packs=300", "set:posts.S1/gate/day.setup_minutes=15", "set:vehicles.V1.loaders=-")
    #expect(after.lines("vehicles.csv")[1] == "V1,晋L·A1001,D1,300,15:00,21:00,")
    #expect(after.lines("posts.csv")[0] == "site,post,kind,shift,seat,skills,target,setup_minutes")
    #expect(after.read.district.posts.map(\.setup) == [15, 15, 0])
    #expect(
      try Town.problems("set:vehicles.V1.capacity_packs=many") == [
        "set:vehicles.V1.capacity_packs=many: vehicles.csv:2:4: capacity_packs: \"many\" is not a whole number; write packs, e.g. 1200 [E1104]"
      ])
  }

  @Test("a time limit touches no file")
  func timeLimit() throws {
    #expect(try Town.after("time-limit=60s").timeLimitMilliseconds == 60_000)
    #expect(try Town.after("time-limit=2m", "time-limit=500ms").timeLimitMilliseconds == 500)
    #expect(try Town.after("time-limit=1.5h").files == Town.files)
    for text in ["", "x", "0s", "-1s", "inf", "nan", "25h"] { #expect(try Town.problems("time-limit=\(text)") != []) }
  }
}
