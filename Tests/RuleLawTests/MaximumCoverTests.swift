import Districts
import Testing

@Suite struct MaximumCoverTests {
  @Test("compiled and audited, full seats are full alike")
  func law() { expectLaw(.maximumCover) }

  @Test("a maximum compiled one higher is noticed")
  func offByOne() {
    expectDisagreement(
      .maximumCover,
      problem: { problem in
        for duty in problem.duties.indices {
          for seat in problem.duties[duty].seats.indices { problem.duties[duty].seats[seat].maximum += 1 }
        }
      })
  }

  @Test("a seat class for one holds one")
  func example() throws {
    var example = Example()
    example.person("A")
    example.person("B")
    example.post("gate", "08:00", "12:00") { $0.maximum = 1 }
    try example.expect([Example.On("A", "gate")], breaks: [])
    try example.expect([Example.On("A", "gate"), Example.On("B", "gate")], breaks: [.maximumCover])
  }
}
