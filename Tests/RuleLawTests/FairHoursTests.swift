import Districts
import Testing

@Suite struct FairHoursTests {
  @Test("compiled and audited, hours are shared alike")
  func law() { expectLaw(.fairHours) }

  @Test("a step compiled one minute longer is noticed")
  func offByOne() {
    expectDisagreement(
      .fairHours,
      problem: { problem in
        for person in problem.people.indices {
          for total in problem.people[person].totals.indices {
            problem.people[person].totals[total].cost?.step += 1
          }
        }
      })
  }

  @Test("two people with 0 and 480 minutes behind them share 960: 480 each")
  func example() throws {
    var example = Example()
    example.district.rules.fairHours.weight = 2
    example.person("A")
    example.person("B")
    example.worked("B", -3, "08:00", "16:00")
    example.post("gate", "08:00", "16:00")
    // Pool 480 past + 480 planned = 960, 480 each: B has them, A gets them by serving.
    try example.expect([Example.On("A", "gate")], .fairHours, costs: 0)
    // A at 0: 480 ÷ 30 = 16 steps = 8 × 1 + 8 × 2 = 24. B at 960: the same. (24 + 24) × 2 = 96.
    try example.expect([Example.On("B", "gate")], .fairHours, costs: 96)
    // Nobody serves: A at 0, B at 480. 24 × 2 = 48.
    try example.expect([], .fairHours, costs: 48)
  }

  @Test("a started step costs in full, the seventeenth four")
  func steps() throws {
    var example = Example()
    example.district.rules.fairHours.weight = 1
    example.person("A")
    example.person("B") { $0.health = .unfit }
    example.post("gate", "08:00", "16:01")
    // A's share is all 481 minutes: ⌈481 ÷ 30⌉ = 17 steps = 8 + 16 + 4 = 28.
    try example.expect([], .fairHours, costs: 28)
    try example.expect([Example.On("A", "gate")], .fairHours, costs: 0)
  }
}
