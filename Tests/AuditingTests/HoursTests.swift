import Auditing
import Districts
import Testing
import Units

@Suite("Hours of the first service day") struct HoursTests {
  /// The span of the crew duty of a vehicle with these hours, as the audit reads it; nil: there is none.
  private func crewSpan(_ district: District) -> Span? {
    let duties = RosterCase(Sample.audit(district), roster: nil, distribution: nil).emptyRoster.duties
    return duties.first { $0.post == "crew" }.map { Span(start: $0.from.moment, end: $0.to.moment) }
  }

  private func district(dayStart: Int, from: Int, to: Int) -> District {
    var district = SmallTown.district()
    district.serviceDayStart = ClockTime(minutes: dayStart)
    district.vehicles[0].from = ClockTime(minutes: from)
    district.vehicles[0].to = ClockTime(minutes: to)
    return district
  }

  @Test("A van from 04:00 to 22:00 drives on the plan's date, though the service day begins at 06:00") func market() {
    let span = crewSpan(district(dayStart: 360, from: 240, to: 1320))
    #expect(span == Span(start: Sample.moment(0, "04:00"), end: Sample.moment(0, "22:00")))
  }

  @Test("A van from 02:00 to 05:00 drives in the night after the plan's date") func night() {
    let span = crewSpan(district(dayStart: 360, from: 120, to: 300))
    #expect(span == Span(start: Sample.moment(1, "02:00"), end: Sample.moment(1, "05:00")))
  }

  @Test("The audit reads hours as the planner does, whatever the times") func sameEverywhere() throws {
    let zone = try #require(ZoneClock(identifier: "Asia/Shanghai"))
    var across = 0
    for dayStart in stride(from: 0, to: 720, by: 240) {
      for from in stride(from: 0, through: 2880, by: 120) {
        for to in stride(from: 0, through: 2880, by: 120) {
          let district = district(dayStart: dayStart, from: from, to: to)
          let planned = district.hours(ClockTime(minutes: from), ClockTime(minutes: to), in: zone)
          #expect(crewSpan(district) == (planned.isEmpty ? nil : planned), "\(dayStart): \(from) to \(to)")
          if !planned.isEmpty, planned.start < Sample.moment(0, "00:00") + Minutes(dayStart) { across += 1 }
        }
      }
    }
    #expect(across > 20)
  }
}
