import Districts
import Testing
import Units

@Suite struct MinimumRestTests {
  @Test("compiled and audited, the rest between service days is the same")
  func law() { expectLaw(.minimumRest) }

  @Test("a rest compiled one minute longer is noticed")
  func offByOne() {
    expectDisagreement(.minimumRest, district: { $0.rules.minimumRest.minutes = $0.rules.minimumRest.minutes + 1 })
  }

  @Test("20:00 to 06:00 is ten hours of rest; eleven hours asked miss it by one, ten hours and a minute as well")
  func example() throws {
    var example = Example(days: 2)
    example.person("A")
    example.post("late", "16:00", "20:00")
    example.post("early", "06:00", "08:00")
    let roster = [Example.On("A", "late", 0), Example.On("A", "early", 1)]
    // 20:00 → 06:00 = 10 h = 600 min.
    example.district.rules.minimumRest.minutes = 600
    try example.expect(roster, breaks: [])
    example.district.rules.minimumRest.minutes = 601
    try example.expect(roster, breaks: [.minimumRest])
  }

  @Test("the ledger's last duty of the day before counts")
  func ledger() throws {
    var example = Example()
    example.person("A")
    example.post("early", "06:00", "08:00")
    // 22:00 → 06:00 = 8 h = 480 min.
    example.worked("A", -1, "18:00", "22:00")
    example.district.rules.minimumRest.minutes = 480
    try example.expect([Example.On("A", "early")], breaks: [])
    example.district.rules.minimumRest.minutes = 481
    try example.expect([Example.On("A", "early")], breaks: [.minimumRest])
  }
}
