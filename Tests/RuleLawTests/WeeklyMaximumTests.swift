import Districts
import Testing
import Units

@Suite struct WeeklyMaximumTests {
  @Test("compiled and audited, any seven service days are limited alike")
  func law() { expectLaw(.weeklyMaximum) }

  @Test("a limit compiled one minute lower is noticed")
  func offByOne() {
    expectDisagreement(
      .weeklyMaximum, district: { $0.rules.weeklyMaximum.minutes = $0.rules.weeklyMaximum.minutes - 1 })
  }

  @Test("the ledger of the six days before counts, that of the seventh does not")
  func example() throws {
    var example = Example()
    example.person("A")
    example.post("first", "08:00", "12:00")
    // 600 + 240 = 840 min.
    example.worked("A", -6, "08:00", "18:00")
    example.district.rules.weeklyMaximum.minutes = 840
    try example.expect([Example.On("A", "first")], breaks: [])
    example.district.rules.weeklyMaximum.minutes = 839
    try example.expect([Example.On("A", "first")], breaks: [.weeklyMaximum])
    try example.expect([], breaks: [])
    example.district.ledger = []
    example.worked("A", -7, "08:00", "18:00")
    try example.expect([Example.On("A", "first")], breaks: [])
  }

  @Test("windows that start inside the horizon count to its last day")
  func lastWindow() throws {
    var example = Example(days: 9)
    example.person("A")
    example.post("first", "08:00", "12:00")
    example.district.rules.weeklyMaximum.minutes = 479
    example.district.rules.consecutiveDays.days = 9
    // Days 2 and 8 lie in the window of days 2 … 8: 480 min. Days 1 and 8 lie in none.
    try example.expect([Example.On("A", "first", 2), Example.On("A", "first", 8)], breaks: [.weeklyMaximum])
    try example.expect([Example.On("A", "first", 1), Example.On("A", "first", 8)], breaks: [])
  }
}
