import Districts
import Testing

@Suite struct FairNightsTests {
  @Test("compiled and audited, nights are shared alike")
  func law() { expectLaw(.fairNights) }

  @Test("a share compiled one night higher is noticed")
  func offByOne() {
    expectDisagreement(
      .fairNights,
      problem: { problem in
        for person in problem.people.indices {
          for total in problem.people[person].totals.indices
          where problem.people[person].totals[total].cost?.step == 1 {
            problem.people[person].totals[total].cost?.target += 1
          }
        }
      })
  }

  @Test("three nights to one of two people who should have two and two")
  func example() throws {
    var example = Example(days: 4)
    example.district.rules.fairNights.weight = 10
    example.person("A")
    example.person("B")
    example.post("night", "22:00", "06:00+1")
    // Four nights, two each. A has 3, B has 1: one step each, 1 × 10.
    let nights = [
      Example.On("A", "night", 0), Example.On("A", "night", 1), Example.On("A", "night", 2),
      Example.On("B", "night", 3),
    ]
    try example.expect(nights, .fairNights, costs: 20)
    // Nobody: two steps each, 1 + 2 = 3: 2 × 3 × 10.
    try example.expect([], .fairNights, costs: 60)
  }
}
