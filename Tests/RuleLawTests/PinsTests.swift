import Districts
import Planning
import Testing

@Suite struct PinsTests {
  @Test("compiled and audited, pins bind alike")
  func law() { expectLaw(.pins) }

  @Test("a pin left out is noticed")
  func offByOne() {
    expectDisagreement(.pins, district: { $0.pins = Array($0.pins.dropFirst()) })
  }

  private func pinned(_ pins: [(String, String, PinLevel, Bool)]) -> Example {
    var example = Example()
    example.person("A")
    example.person("B")
    example.post("early", "06:00", "10:00") { $0.maximum = 1 }
    example.post("same", "08:00", "12:00")
    example.district.pins = pins.map { person, post, level, must in
      var pin = Pin(target: .roster(CadreID(person), example.dutyID(post)), level: level)
      pin.must = must
      return pin
    }
    return example
  }

  @Test("a preferred duty costs 8 when it is not held, an unwanted one when it is")
  func prefer() throws {
    let example = pinned([("A", "early", .prefer, true), ("B", "same", .prefer, false)])
    try example.expect([], .pins, costs: 8)
    try example.expect([Example.On("A", "early"), Example.On("B", "same")], .pins, costs: 8)
    try example.expect([Example.On("A", "early")], .pins, costs: 0)
  }

  @Test("frozen and who pins hold")
  func hold() throws {
    let example = pinned([("A", "early", .frozen, true), ("B", "same", .who, false)])
    try example.expect([Example.On("A", "early")], breaks: [])
    try example.expect([], breaks: [.pins])
    try example.expect([Example.On("A", "early"), Example.On("B", "same")], breaks: [.pins])
  }

  @Test("a who pin that a rule refuses is a gap with the rule")
  func refused() throws {
    let example = pinned([("A", "early", .frozen, true), ("A", "same", .who, true), ("B", "early", .whoOrder, true)])
    let plan = try example.compared([Example.On("A", "early")]).plan
    let gaps = plan.gaps.filter { $0.what.kind == .pin }
    // 06:00 → 10:00 and 08:00 → 12:00 overlap; the only seat of the early post is taken.
    #expect(gaps.map(\.what.id) == ["A@\(example.dutyID("same"))", "B@\(example.dutyID("early"))"])
    #expect(gaps.map { $0.reasons.map(\.rule) } == [["noOverlap"], ["maximumCover"]])
    try example.expect([Example.On("A", "early")], breaks: [])
  }

  @Test("frozen pins that contradict rules or each other name themselves and the rule")
  func conflicts() {
    func conflict(_ pins: [(String, String, PinLevel, Bool)]) -> FrozenConflict? {
      do throws(FrozenConflict) {
        _ = try RosterStage(district: pinned(pins).district, distribution: nil)
        return nil
      } catch {
        return error
      }
    }
    #expect(
      conflict([("B", "same", .frozen, true), ("A", "early", .frozen, true), ("A", "same", .frozen, true)])
        == FrozenConflict(pins: [1, 2], rules: [.noOverlap], irreducible: true))
    #expect(
      conflict([("A", "early", .frozen, true), ("B", "early", .frozen, true)])
        == FrozenConflict(pins: [0, 1], rules: [.maximumCover], irreducible: true))
    #expect(
      conflict([("A", "early", .frozen, true), ("A", "early", .frozen, false)])
        == FrozenConflict(pins: [0, 1], rules: [.pins], irreducible: true))
    #expect(conflict([("A", "early", .frozen, true), ("A", "same", .who, true)]) == nil)
  }
}
