import Districts
import Testing

@Suite struct StabilityTests {
  @Test("compiled and audited, changes to the published plan cost the same")
  func law() { expectLaw(.stability) }

  @Test("a weight compiled one higher is noticed")
  func offByOne() {
    expectDisagreement(.stability, district: { $0.rules.stability.weight += 1 })
  }

  @Test("dropped, added and lost duties cost 8 each")
  func example() throws {
    var example = Example()
    example.district.rules.stability.weight = 8
    example.person("A")
    example.person("B")
    example.post("early", "06:00", "10:00")
    example.post("late", "14:00", "18:00") { $0.setup = 30 }
    let published = { (person: String, from: String, to: String) in
      var row = LedgerRow(cadre: CadreID(person), span: example.span(0, from, to), kind: .planned)
      row.site = PlaceID("P")
      row.post = "post"
      return row
    }
    // Matched by its span, by its shift, and not at all.
    example.district.ledger = [
      published("A", "06:00", "10:00"), published("A", "14:00", "18:00"), published("B", "11:00", "12:00"),
    ]
    try example.expect([Example.On("A", "early"), Example.On("A", "late")], .stability, costs: 8)
    try example.expect([Example.On("A", "early"), Example.On("B", "late")], .stability, costs: 24)
    try example.expect([], .stability, costs: 24)
    example.district.ledger = []
    try example.expect([Example.On("A", "early")], .stability, costs: 0)
  }
}
