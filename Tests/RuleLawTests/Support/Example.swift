import Auditing
import Districts
import Rostering
import Testing
import Units

@testable import Planning

/// A district made by hand: everybody is always there, nothing costs anything, and the rules are at their defaults.
struct Example {
  var district = District()

  init(days: Int = 1) {
    district.name = "example"
    // A Monday.
    district.planDate = CalendarDate(dayNumber: 18_995)
    district.planDays = days
    district.defaultAvailability = .always
    district.rules.fairHours.weight = 0
    district.rules.fairNights.weight = 0
    district.rules.nearHome.weight = 0
    district.rules.wishes.weight = 0
    district.rules.buddies.weight = 0
    district.rules.unitTogether.weight = 0
    district.rules.restDay.weight = 0
    district.rules.stability.weight = 0
  }

  mutating func person(_ id: String, _ change: (inout Cadre) -> Void = { _ in }) {
    var cadre = Cadre(id: CadreID(id), name: id, kind: .cadre)
    change(&cadre)
    district.cadres.append(cadre)
  }

  /// One post at one site in a shift of its own; its duty on day d is `duty(id, d)`.
  mutating func post(
    _ id: String, _ from: String, _ to: String, at site: String = "P", _ change: (inout PostRow) -> Void = { _ in }
  ) {
    if !district.sites.contains(where: { $0.id.text == site }) {
      district.sites.append(Site(id: SiteID(site), name: site))
    }
    district.shifts.append(
      Shift(
        id: ShiftID(id), name: id, from: ClockTime(from) ?? ClockTime(minutes: 0),
        to: ClockTime(to) ?? ClockTime(minutes: 0)))
    var row = PostRow(site: SiteID(site), post: "post", kind: .checkpoint, shift: ShiftID(id), target: 1)
    row.minimum = 0
    row.maximum = 9
    change(&row)
    district.posts.append(row)
  }

  func moment(_ day: Int, _ time: String) -> Moment {
    (ZoneClock(identifier: district.timeZone) ?? .utc)
      .moment(district.planDate.advanced(by: day), ClockTime(time) ?? ClockTime(minutes: 0))
  }
  func span(_ day: Int, _ from: String, _ to: String) -> Span {
    Span(start: moment(day, from), end: moment(day, to))
  }
  mutating func worked(_ person: String, _ day: Int, _ from: String, _ to: String, exposure: Int = 0) {
    var row = LedgerRow(cadre: CadreID(person), span: span(day, from, to), kind: .worked)
    row.exposure = exposure
    district.ledger.append(row)
  }
  func dutyID(_ post: String, _ day: Int = 0) -> DutyID {
    let site = district.posts.first { $0.shift.text == post }?.site ?? SiteID("P")
    return DutyID(
      site: PlaceID(site), post: "post", shift: post, date: district.planDate.advanced(by: day).description)
  }

  /// Who is on which post on which day, in its first seat.
  struct On {
    var person: String
    var post: String
    var day: Int
    init(_ person: String, _ post: String, _ day: Int = 0) {
      self.person = person
      self.post = post
      self.day = day
    }
  }

  func compared(_ roster: [On]) throws -> Comparison {
    let truth = try CompiledRoster(facts: RosterFacts(district: district, distribution: nil))
    let seats = try roster.map { on in
      let person = try #require(truth.facts.people.firstIndex { $0.cadre.id.text == on.person })
      let duty = try #require(truth.facts.duties.firstIndex { $0.id == dutyID(on.post, on.day) })
      return RosterAssignment.Taken(person: person, duty: duty, seat: 0)
    }
    return Comparison(
      roster: RosterAssignment(seats: seats), problem: truth.problem, truth: truth,
      audit: Audit(district: district) { _ in "" }, distribution: nil, gaps: true)
  }

  /// The roster breaks exactly these rules, and is forbidden by the compiled problem if it breaks any.
  func expect(_ roster: [On], breaks rules: [RuleID], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let one = try compared(roster)
    #expect(one.broken == rules, sourceLocation: sourceLocation)
    #expect(one.naive.isFeasible == rules.isEmpty, sourceLocation: sourceLocation)
  }

  /// The roster is allowed, and the rule costs exactly this much, compiled as well as audited.
  func expect(
    _ roster: [On], _ rule: RuleID, costs amount: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let one = try compared(roster)
    #expect(one.broken.isEmpty, sourceLocation: sourceLocation)
    #expect(one.verdict() == nil, sourceLocation: sourceLocation)
    #expect(one.levels() + one.details() == [], sourceLocation: sourceLocation)
    #expect(one.amount(of: rule) == amount, sourceLocation: sourceLocation)
  }
}
