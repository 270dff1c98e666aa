import Districts
import Testing

@Suite struct MinimumCoverTests {
  @Test("compiled and audited, seats missing to minimum cost the same")
  func law() { expectLaw(.minimumCover) }

  @Test("a minimum compiled one lower is noticed")
  func offByOne() {
    expectDisagreement(
      .minimumCover,
      problem: { problem in
        for duty in problem.duties.indices {
          for seat in problem.duties[duty].seats.indices {
            problem.duties[duty].seats[seat].minimum = max(0, problem.duties[duty].seats[seat].minimum - 1)
          }
        }
      })
  }

  @Test("two missing of three, priority 2: 54")
  func example() throws {
    var example = Example()
    example.person("A")
    example.post("gate", "08:00", "12:00") {
      $0.minimum = 3
      $0.target = 4
      $0.priority = 2
    }
    // 2 × 27 = 54.
    try example.expect([Example.On("A", "gate")], .minimumCover, costs: 54)
    try example.expect([], .minimumCover, costs: 81)
  }
}
