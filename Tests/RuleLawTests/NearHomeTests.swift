import Districts
import Testing
import Units

@Suite struct NearHomeTests {
  @Test("compiled and audited, ways from home cost the same")
  func law() { expectLaw(.nearHome) }

  @Test("a weight compiled one higher is noticed")
  func offByOne() {
    expectDisagreement(.nearHome, district: { $0.rules.nearHome.weight += 1 })
  }

  @Test("1,000 m are free, 1,001 cost one, 1,501 two, and nothing costs more than twenty")
  func example() throws {
    for (metres, points) in [(1000, 0), (1001, 1), (1500, 1), (1501, 2), (10_500, 19), (50_000, 20)] {
      var example = Example()
      example.district.rules.nearHome.weight = 3
      example.person("A")
      example.post("gate", "08:00", "12:00", at: "P")
      example.district.travelRows = [
        TravelRow(from: PlaceID("A"), to: PlaceID("P"), mode: .foot, metres: Metres(metres), seconds: 60)
      ]
      try example.expect([Example.On("A", "gate")], .nearHome, costs: 3 * points)
    }
  }
}
