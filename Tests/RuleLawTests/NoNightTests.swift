import Districts
import Testing
import Units

@Suite struct NoNightTests {
  @Test("compiled and audited, night duties are barred alike")
  func law() { expectLaw(.noNight) }

  @Test("a night compiled one minute longer is noticed")
  func offByOne() {
    expectDisagreement(.noNight, district: { $0.night.atLeast = $0.night.atLeast + 1 })
  }

  @Test("120 minutes inside the night are a night duty, 119 are none")
  func example() throws {
    var example = Example()
    example.person("A") { $0.noNight = true }
    // 22:00 → 24:00 = 120 min, 22:00 → 23:59 = 119 min.
    example.post("late", "18:00", "24:00")
    example.post("sooner", "18:00", "23:59")
    try example.expect([Example.On("A", "late")], breaks: [.noNight])
    try example.expect([Example.On("A", "sooner")], breaks: [])
  }

  @Test("minutes at both ends of a night add up")
  func bothEnds() throws {
    var example = Example()
    example.person("A") { $0.noNight = true }
    example.district.rules.dailyMaximum.minutes = 1440
    // 05:00 → 06:00 and 22:00 → 23:00: 120 min.
    example.post("long", "05:00", "23:00")
    try example.expect([Example.On("A", "long")], breaks: [.noNight])
  }
}
