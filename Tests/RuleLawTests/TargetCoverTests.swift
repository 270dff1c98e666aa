import Districts
import Testing

@Suite struct TargetCoverTests {
  @Test("compiled and audited, seats missing to target cost the same")
  func law() { expectLaw(.targetCover) }

  @Test("a target compiled one higher is noticed")
  func offByOne() {
    expectDisagreement(
      .targetCover,
      problem: { problem in
        for duty in problem.duties.indices {
          for seat in problem.duties[duty].seats.indices { problem.duties[duty].seats[seat].target += 1 }
        }
      })
  }

  @Test("priorities 1 to 5 weigh 81, 27, 9, 3 and 1")
  func example() throws {
    for (priority, weight) in [(1, 81), (2, 27), (3, 9), (4, 3), (5, 1)] {
      var example = Example()
      example.person("A")
      example.post("gate", "08:00", "12:00") {
        $0.target = 3
        $0.priority = priority
      }
      try example.expect([Example.On("A", "gate")], .targetCover, costs: 2 * weight)
    }
  }
}
