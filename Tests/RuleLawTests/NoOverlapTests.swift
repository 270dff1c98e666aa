import Districts
import Testing
import Units

@Suite struct NoOverlapTests {
  @Test("compiled and audited, the same duties go together")
  func law() { expectLaw(.noOverlap) }

  @Test("a slower way is noticed")
  func offByOne() {
    expectDisagreement(
      .noOverlap,
      district: {
        $0.travel.vehicle.metresPerHour /= 2
        $0.travel.foot.metresPerHour /= 2
      })
  }

  @Test("a conflict left out is noticed")
  func conflictLeftOut() {
    expectDisagreement(.noOverlap, problem: { $0.conflicts = Array($0.conflicts.dropFirst()) })
  }

  @Test("duties that touch at one place go together, one minute of overlap does not")
  func example() throws {
    var example = Example()
    example.person("A")
    example.post("first", "08:00", "10:00")
    example.post("next", "10:00", "11:00")
    example.post("sooner", "09:59", "11:00")
    try example.expect([Example.On("A", "first"), Example.On("A", "next")], breaks: [])
    try example.expect([Example.On("A", "first"), Example.On("A", "sooner")], breaks: [.noOverlap])
  }

  @Test("the way between two places must fit in between, by the second")
  func way() throws {
    var example = Example()
    example.person("A")
    example.post("first", "08:00", "10:00", at: "P")
    example.post("next", "10:20", "11:00", at: "Q")
    // 10:00 → 10:20 = 20 min = 1,200 s.
    let way = { (metres: Metres, mode: TravelModeName, seconds: Seconds) in
      TravelRow(from: PlaceID("P"), to: PlaceID("Q"), mode: mode, metres: metres, seconds: seconds)
    }
    let both = [Example.On("A", "first"), Example.On("A", "next")]
    example.district.travelRows = [way(1500, .foot, 1200), way(1500, .vehicle, 9000)]
    try example.expect(both, breaks: [])
    example.district.travelRows = [way(1500, .foot, 1201), way(1500, .vehicle, 60)]
    try example.expect(both, breaks: [.noOverlap])
    // Beyond 1,500 m on foot the vehicle counts.
    example.district.travelRows = [way(1501, .foot, 1201), way(1501, .vehicle, 60)]
    try example.expect(both, breaks: [])
  }
}
