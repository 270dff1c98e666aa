import Districts
import Testing

@Suite struct ConsecutiveDaysTests {
  @Test("compiled and audited, runs of days are limited alike")
  func law() { expectLaw(.consecutiveDays) }

  @Test("a run compiled one day longer is noticed")
  func offByOne() {
    expectDisagreement(.consecutiveDays, district: { $0.rules.consecutiveDays.days += 1 })
  }

  @Test("two days of the ledger and two planned are a run of four")
  func example() throws {
    var example = Example(days: 3)
    example.person("A")
    example.post("first", "08:00", "12:00")
    example.worked("A", -2, "08:00", "12:00")
    example.worked("A", -1, "08:00", "12:00")
    let two = [Example.On("A", "first", 0), Example.On("A", "first", 1)]
    example.district.rules.consecutiveDays.days = 4
    try example.expect(two, breaks: [])
    example.district.rules.consecutiveDays.days = 3
    try example.expect(two, breaks: [.consecutiveDays])
    // A day of rest ends the ledger's run.
    try example.expect([Example.On("A", "first", 1), Example.On("A", "first", 2)], breaks: [])
  }

  @Test("a ledger that is too long by itself breaks nothing")
  func ledgerAlone() throws {
    var example = Example(days: 2)
    example.person("A")
    example.post("first", "08:00", "12:00")
    for day in 1...8 { example.worked("A", -day, "08:00", "12:00") }
    try example.expect([], breaks: [])
    try example.expect([Example.On("A", "first", 0)], breaks: [.consecutiveDays])
    try example.expect([Example.On("A", "first", 1)], breaks: [])
  }
}
