import Districts
import Testing

@Suite struct BuddiesTests {
  @Test("compiled and audited, parted buddies cost the same")
  func law() { expectLaw(.buddies) }

  @Test("a weight compiled one higher is noticed")
  func offByOne() {
    expectDisagreement(.buddies, district: { $0.rules.buddies.weight += 1 })
  }

  @Test("each duty with one of the two costs 15")
  func example() throws {
    var example = Example()
    example.district.rules.buddies.weight = 15
    example.person("A") { $0.buddy = CadreID("B") }
    example.person("B") { $0.buddy = CadreID("A") }
    example.post("early", "06:00", "10:00")
    example.post("late", "14:00", "18:00")
    try example.expect([Example.On("A", "early"), Example.On("B", "late")], .buddies, costs: 30)
    try example.expect([Example.On("A", "early"), Example.On("B", "early")], .buddies, costs: 0)
    try example.expect([Example.On("A", "late")], .buddies, costs: 15)
  }
}
