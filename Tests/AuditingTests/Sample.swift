import Auditing
import Districts
import Units

/// A district of one site and a few people, to be bent by each test.
enum Sample {
  /// 2022-01-01, a Saturday.
  static let date = CalendarDate(dayNumber: 18_993)

  static func time(_ text: String) -> ClockTime { ClockTime(text) ?? ClockTime(minutes: 0) }

  /// A moment of 2022-01-01 + `day` in China.
  static func moment(_ day: Int, _ text: String) -> Moment {
    Moment(seconds: (18_993 + day) * 86_400 - 8 * 3600 + time(text).minutes * 60)
  }
  static func span(_ day: Int, _ from: String, _ to: String) -> Span {
    Span(start: moment(day, from), end: moment(day, to))
  }
  static func local(_ day: Int, _ text: String) -> LocalMoment {
    guard let clock = ZoneClock(identifier: "Asia/Shanghai") else { preconditionFailure("no Asia/Shanghai") }
    return LocalMoment(moment(day, text), in: clock)
  }

  /// People A, B, … of kind cadre, always there; the shifts given as `id: from–to`; one post row a shift at site S1.
  static func district(people: Int = 2, days: Int = 1, shifts: [(String, String, String)]) -> District {
    var district = District()
    district.planDate = date
    district.planDays = days
    district.defaultAvailability = .always
    for i in 0..<people {
      let id = String(UnicodeScalar(UInt8(65 + i)))
      district.cadres.append(Cadre(id: CadreID(id), name: id, kind: .cadre))
    }
    district.sites = [Site(id: SiteID("S1"), name: "One"), Site(id: SiteID("S2"), name: "Two")]
    for (id, from, to) in shifts {
      district.shifts.append(Shift(id: ShiftID(id), name: id, from: time(from), to: time(to)))
      district.posts.append(
        PostRow(site: SiteID("S1"), post: "gate", kind: .checkpoint, shift: ShiftID(id), target: 1))
    }
    return district
  }

  static func audit(_ district: District) -> Audit { Audit(district: district) { "sha:\($0.utf8.count)" } }

  /// `gate/early` on day 0 stands for S1/gate/early/2022-01-01.
  static func duty(_ shift: String, _ day: Int = 0, site: String = "S1", post: String = "gate") -> DutyID {
    DutyID("\(site)/\(post)/\(shift)/\(date.advanced(by: day))")
  }

  /// The roster in which the people given hold the duties given, each on the first seat unless another is named.
  static func roster(_ district: District, seated held: [(String, DutyID, seat: String?)], leads: Set<String> = [])
    -> RosterCase
  {
    let audit = audit(district)
    var plan = RosterCase(audit, roster: nil, distribution: nil).emptyRoster
    for (person, duty, seat) in held {
      guard let d = plan.duties.firstIndex(where: { $0.id == duty }) else { continue }
      plan.duties[d].people.append(
        PlannedPerson(
          cadre: CadreID(person), seat: seat ?? plan.duties[d].seats[0].seat, lead: leads.contains(person)))
    }
    plan.gaps = RosterCase(audit, roster: plan, distribution: nil).expectedGaps
    return RosterCase(audit, roster: plan, distribution: nil)
  }
  static func roster(_ district: District, _ held: [(String, DutyID)], leads: Set<String> = []) -> RosterCase {
    roster(district, seated: held.map { ($0.0, $0.1, seat: nil) }, leads: leads)
  }
}

extension RosterCase {
  /// `rule amount` of every violation.
  var complaints: [String] { violations.map { "\($0.rule) \($0.amount)" } }
}
