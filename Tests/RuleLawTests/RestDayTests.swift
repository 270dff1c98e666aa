import Districts
import Testing

@Suite struct RestDayTests {
  @Test("compiled and audited, long runs cost the same")
  func law() { expectLaw(.restDay, aspect: .amounts) }

  @Test("one more free day is noticed")
  func offByOne() {
    expectDisagreement(.restDay, aspect: .amounts, problem: { $0.softRun += 1 })
  }

  @Test("four days of the ledger and three planned: the sixth and the seventh cost 20 each")
  func example() throws {
    var example = Example(days: 3)
    example.district.rules.restDay.weight = 20
    example.district.rules.consecutiveDays.days = 9
    example.person("A")
    example.post("gate", "08:00", "12:00")
    for day in 1...4 { example.worked("A", -day, "08:00", "12:00") }
    let run = [Example.On("A", "gate", 0), Example.On("A", "gate", 1), Example.On("A", "gate", 2)]
    try example.expect(run, .restDay, costs: 40)
    try example.expect(Array(run.prefix(1)), .restDay, costs: 0)
    try example.expect(Array(run.suffix(2)), .restDay, costs: 0)
  }
}
