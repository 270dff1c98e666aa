import Districts
import Testing

@Suite struct ExposureMixTests {
  @Test("compiled and audited, exposures follow each other alike")
  func law() { expectLaw(.exposureMix) }

  @Test("one day more is noticed")
  func offByOne() {
    expectDisagreement(.exposureMix, district: { $0.rules.exposureMix.days += 1 })
  }

  @Test("after exposure 2 nothing lower for two days, and anything on the third")
  func example() throws {
    var example = Example(days: 4)
    example.person("A")
    example.post("test", "08:00", "10:00") { $0.exposure = 2 }
    example.post("gate", "11:00", "13:00") { $0.exposure = 1 }
    example.district.rules.exposureMix.days = 2
    try example.expect([Example.On("A", "test", 0), Example.On("A", "gate", 0)], breaks: [.exposureMix])
    try example.expect([Example.On("A", "test", 0), Example.On("A", "gate", 2)], breaks: [.exposureMix])
    try example.expect([Example.On("A", "test", 0), Example.On("A", "gate", 3)], breaks: [])
    try example.expect([Example.On("A", "gate", 0), Example.On("A", "test", 1)], breaks: [])
  }

  @Test("the ledger's exposure counts as long")
  func ledger() throws {
    var example = Example(days: 2)
    example.person("A")
    example.post("gate", "11:00", "13:00") { $0.exposure = 1 }
    example.worked("A", -1, "08:00", "10:00", exposure: 2)
    example.district.rules.exposureMix.days = 1
    try example.expect([Example.On("A", "gate", 0)], breaks: [.exposureMix])
    try example.expect([Example.On("A", "gate", 1)], breaks: [])
  }
}
