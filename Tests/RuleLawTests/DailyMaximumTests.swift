import Districts
import Testing
import Units

@Suite struct DailyMaximumTests {
  @Test("compiled and audited, the minutes of a day are limited alike")
  func law() { expectLaw(.dailyMaximum) }

  @Test("a limit compiled one minute lower is noticed")
  func offByOne() {
    expectDisagreement(.dailyMaximum, district: { $0.rules.dailyMaximum.minutes = $0.rules.dailyMaximum.minutes - 1 })
  }

  @Test("four and two hours are 360 minutes, 359 are too few; the person's own limit wins")
  func example() throws {
    var example = Example()
    example.person("A")
    example.post("first", "08:00", "12:00")
    example.post("next", "13:00", "15:00")
    let both = [Example.On("A", "first"), Example.On("A", "next")]
    example.district.rules.dailyMaximum.minutes = 360
    try example.expect(both, breaks: [])
    example.district.rules.dailyMaximum.minutes = 359
    try example.expect(both, breaks: [.dailyMaximum])
    example.district.cadres[0].maximumDay = 360
    try example.expect(both, breaks: [])
  }
}
