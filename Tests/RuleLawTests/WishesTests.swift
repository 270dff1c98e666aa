import Districts
import Testing

@Suite struct WishesTests {
  @Test("compiled and audited, wishes cost the same")
  func law() { expectLaw(.wishes) }

  @Test("a wish priced one higher is noticed")
  func offByOne() {
    expectDisagreement(
      .wishes,
      problem: { problem in
        for person in problem.people.indices {
          for wish in problem.people[person].wishes.indices { problem.people[person].wishes[wish].cost += 1 }
        }
      })
  }

  @Test("ten for a duty in an undesired span, five for a desired span without a duty that was to be had")
  func example() throws {
    var example = Example()
    example.district.rules.wishes.weight = 2
    example.person("A")
    example.post("early", "06:00", "10:00")
    example.post("late", "14:00", "18:00")
    let wish = { (from: String, to: String, level: AvailabilityLevel) in
      AvailabilityRow(cadre: CadreID("A"), time: .span(example.span(0, from, to)), level: level)
    }
    example.district.availability = [wish("09:00", "11:00", .undesired), wish("13:00", "15:00", .desired)]
    // 10 × 2 for the first, 5 × 2 for the second.
    try example.expect([Example.On("A", "early")], .wishes, costs: 30)
    try example.expect([Example.On("A", "early"), Example.On("A", "late")], .wishes, costs: 20)
    try example.expect([Example.On("A", "late")], .wishes, costs: 0)
    // No duty touches 11:00 to 13:00: nothing was to be had.
    example.district.availability = [wish("11:00", "13:00", .desired)]
    try example.expect([], .wishes, costs: 0)
  }
}
