import Districts
import Testing

@Suite struct OneLeadTests {
  @Test("compiled and audited, missing leads cost the same")
  func law() { expectLaw(.oneLead) }

  @Test("a lead weighed one higher is noticed")
  func offByOne() {
    expectDisagreement(
      .oneLead,
      problem: { problem in
        for duty in problem.duties.indices where problem.duties[duty].asksForLead {
          problem.duties[duty].leadWeight += 1
        }
      })
  }

  @Test("without anybody who may lead: ten times the duty's highest weight; the smallest id leads")
  func example() throws {
    var example = Example()
    example.person("B") { $0.mayLead = true }
    example.person("A") { $0.mayLead = true }
    example.person("C")
    example.post("gate", "08:00", "12:00") {
      $0.lead = true
      $0.priority = 3
    }
    // 10 × 9 = 90.
    try example.expect([Example.On("C", "gate")], .oneLead, costs: 90)
    try example.expect([], .oneLead, costs: 90)
    try example.expect([Example.On("A", "gate"), Example.On("B", "gate")], .oneLead, costs: 0)
    let people = try example.compared([Example.On("A", "gate"), Example.On("B", "gate")]).plan.duties[0].people
    #expect(people.map(\.cadre.text) == ["A", "B"])
    #expect(people.map(\.lead) == [true, false])
  }
}
