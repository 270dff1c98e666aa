import Districts
import Testing

@Suite struct RotationTests {
  @Test("compiled and audited, groups take the same turns")
  func law() { expectLaw(.rotation) }

  @Test("turns compiled one day later are noticed")
  func offByOne() {
    expectDisagreement(
      .rotation, district: { $0.rules.rotation.from = ($0.rules.rotation.from ?? $0.planDate).advanced(by: 1) })
  }

  @Test("A and B take turns from the plan's first day, and the other way round from the day before")
  func example() throws {
    var example = Example(days: 2)
    example.person("A") { $0.group = "A" }
    example.person("B") { $0.group = "B" }
    example.person("C") { $0.group = "other" }
    example.post("gate", "08:00", "12:00")
    example.district.rules.rotation.cycle = ["A", "B"]
    try example.expect([Example.On("A", "gate", 0), Example.On("B", "gate", 1)], breaks: [])
    try example.expect([Example.On("B", "gate", 0)], breaks: [.rotation])
    try example.expect([Example.On("C", "gate", 0), Example.On("C", "gate", 1)], breaks: [])
    example.district.rules.rotation.from = example.district.planDate.advanced(by: 1)
    try example.expect([Example.On("B", "gate", 0), Example.On("A", "gate", 1)], breaks: [])
  }
}
