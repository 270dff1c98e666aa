import Districts
import Testing

@Suite struct HealthTests {
  @Test("compiled and audited, health allows the same duties")
  func law() { expectLaw(.health) }

  @Test("people under watch taken for fit are noticed")
  func offByOne() {
    expectDisagreement(
      .health,
      district: { district in
        for cadre in district.cadres.indices where district.cadres[cadre].health == .watch {
          district.cadres[cadre].health = .fit
        }
      })
  }

  @Test("under watch: exposure 0 and no higher; unfit: nothing")
  func example() throws {
    var example = Example()
    example.person("A") { $0.health = .watch }
    example.person("B") { $0.health = .unfit }
    example.post("gate", "08:00", "12:00")
    example.post("test", "13:00", "17:00") { $0.exposure = 1 }
    try example.expect([Example.On("A", "gate")], breaks: [])
    try example.expect([Example.On("A", "test")], breaks: [.health])
    try example.expect([Example.On("B", "gate")], breaks: [.health])
  }
}
