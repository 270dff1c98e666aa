import Districts
import Testing
import Units

@Suite struct AvailabilityTests {
  @Test("compiled and audited, presence allows the same duties")
  func law() { expectLaw(.availability) }

  @Test("presence compiled one minute off is noticed")
  func offByOne() {
    expectDisagreement(
      .availability,
      district: { district in
        for row in district.availability.indices {
          switch district.availability[row].time {
          case .span(let span):
            district.availability[row].time = .span(Span(start: span.start + Minutes(1), end: span.end + Minutes(1)))
          case .daily(let from, let to, let days):
            let later = { (time: ClockTime) in ClockTime(minutes: time.minutes + 1) }
            district.availability[row].time = .daily(from: later(from), to: later(to), days: days)
          }
        }
      })
  }

  @Test("present until 12:00 is enough for a duty until 12:00, and one minute short of one until 12:01")
  func example() throws {
    var example = Example()
    example.person("A")
    example.post("noon", "08:00", "12:00")
    example.post("after", "08:00", "12:01")
    example.district.availability = [
      AvailabilityRow(
        cadre: CadreID("A"),
        time: .daily(from: ClockTime(minutes: 480), to: ClockTime(minutes: 720), days: .every), level: .available)
    ]
    try example.expect([Example.On("A", "noon")], breaks: [])
    try example.expect([Example.On("A", "after")], breaks: [.availability])
  }

  @Test("set-up and hand-over ask for presence as well, and unavailable wins over desired")
  func edges() throws {
    var example = Example()
    example.person("A")
    example.post("noon", "08:00", "12:00") { $0.handover = 10 }
    example.district.availability = [
      AvailabilityRow(cadre: CadreID("A"), time: .span(example.span(0, "06:00", "12:10")), level: .desired),
      AvailabilityRow(cadre: CadreID("A"), time: .span(example.span(0, "05:00", "06:30")), level: .unavailable),
    ]
    example.district.defaultAvailability = .never
    try example.expect([Example.On("A", "noon")], breaks: [])
    // Ten minutes of setting up from 07:50, but absent until 07:55.
    example.district.posts[0].setup = 10
    try example.expect([Example.On("A", "noon")], breaks: [])
    example.district.availability[1].time = .span(example.span(0, "05:00", "07:55"))
    try example.expect([Example.On("A", "noon")], breaks: [.availability])
  }
}
