import Districts
import Testing

@Suite struct UnitTogetherTests {
  @Test("compiled and audited, scattered units cost the same")
  func law() { expectLaw(.unitTogether) }

  @Test("one more free place is noticed")
  func offByOne() {
    expectDisagreement(
      .unitTogether, problem: { problem in for group in problem.groups.indices { problem.groups[group].allowed += 1 } })
  }

  @Test("a unit of two at three places: two beyond the one that is free")
  func example() throws {
    var example = Example()
    example.district.rules.unitTogether.weight = 3
    example.person("A") { $0.sendingUnit = "mine" }
    example.person("B") { $0.sendingUnit = "mine" }
    example.post("p", "06:00", "08:00", at: "P")
    example.post("q", "09:00", "11:00", at: "Q")
    example.post("r", "06:00", "08:00", at: "R")
    // ⌈2 ÷ 10⌉ = 1 place is free.
    try example.expect(
      [Example.On("A", "p"), Example.On("A", "q"), Example.On("B", "r")], .unitTogether, costs: 6)
    try example.expect([Example.On("A", "p"), Example.On("B", "p")], .unitTogether, costs: 0)
  }

  @Test("nobody fit in the unit: no place is free")
  func unfit() throws {
    var example = Example()
    example.district.rules.unitTogether.weight = 3
    example.person("A") {
      $0.sendingUnit = "mine"
      $0.health = .watch
    }
    example.post("p", "06:00", "08:00", at: "P")
    try example.expect([Example.On("A", "p")], .unitTogether, costs: 3)
  }
}
