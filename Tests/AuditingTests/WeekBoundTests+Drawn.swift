import Districts
import Units

@testable import Auditing

extension WeekBoundTests {
  /// Two or three people, two or three shifts at two places, every rule that reaches from one day to the next.
  static func drawn(_ random: inout SeededRandom, days: Int) -> District {
    let shifts = [("early", "06:00", "10:00"), ("noon", "11:00", "16:00"), ("late", "20:00", "04:00+1")]
    var district = Sample.district(people: 2, days: days, shifts: [])
    for (id, from, to) in shifts where id != "noon" || random.below(3) > 0 {
      district.shifts.append(Shift(id: ShiftID(id), name: id, from: Sample.time(from), to: Sample.time(to)))
      var row = PostRow(
        site: SiteID(random.below(2) == 0 ? "S1" : "S2"), post: "gate", kind: .checkpoint, shift: ShiftID(id),
        target: 1 + random.below(2))
      (row.maximum, row.lead, row.exposure) = (2, random.below(2) == 0, random.below(3))
      district.posts.append(row)
    }
    for p in district.cadres.indices {
      district.cadres[p].sendingUnit = "U"
      district.cadres[p].mayLead = random.below(2) == 0
      for back in 1...7 where random.below(3) > 0 {
        district.ledger.append(
          LedgerRow(cadre: district.cadres[p].id, span: Sample.span(-back, "10:00", "19:00"), kind: .worked))
      }
    }
    (district.cadres[0].buddy, district.cadres[1].buddy) = (CadreID("B"), CadreID("A"))
    district.availability = [
      AvailabilityRow(cadre: CadreID("B"), time: .span(Sample.span(0, "07:00", "13:00")), level: .undesired),
      // Reaches over the end of the first service day.
      AvailabilityRow(
        cadre: CadreID("A"), time: .span(Span(start: Sample.moment(0, "23:00"), end: Sample.moment(1, "07:00"))),
        level: .desired),
    ]
    var row = LedgerRow(cadre: CadreID("B"), span: Sample.span(0, "06:00", "10:00"), kind: .planned)
    (row.site, row.post) = (PlaceID(district.posts[0].site), "gate")
    district.ledger.append(row)
    let levels = [PinLevel.frozen, .prefer, .who]
    for level in levels where random.below(3) == 0 {
      var pin = Pin(target: .roster(CadreID("A"), Sample.duty("late", random.below(days))), level: level)
      pin.must = false
      district.pins.append(pin)
    }
    district.rules.exposureMix.days = random.below(3)
    district.rules.minimumRest.minutes = [0, 300, 600, 960][random.below(4)]
    district.rules.weeklyMaximum.minutes = [1200, 2700, 3600][random.below(3)]
    district.rules.dailyMaximum.minutes = [480, 720, 1440][random.below(3)]
    district.rules.consecutiveDays.days = [2, 6, 8, 30][random.below(4)]
    return district
  }

  static func multipliers(
    _ district: District, _ roster: RosterCase, _ random: inout SeededRandom, level: Int
  ) -> [String: Int] {
    var rows = (1..<3).filter { $0 < level }.map { "level[\($0)]" }
    for (d, duty) in roster.duties.enumerated() {
      rows += ["minimumCover", "targetCover", "maximumCover"].map { "\($0)[\(duty.id),any]" }
      rows += ["buddies+[A,B,\(duty.id)]", "buddies-[A,B,\(duty.id)]"]
      if duty.asksForLead { rows.append("oneLead[\(duty.id)]") }
      let date = district.planDays == 1 ? "" : "\(Sample.date.advanced(by: duty.day)),"
      for cadre in district.cadres
      where !roster.duties.prefix(d).contains(where: { $0.site == duty.site && $0.day == duty.day }) {
        rows.append("unitSite[\(date)\(duty.site),\(cadre.id)]")
      }
      if d == 0 || roster.duties[d - 1].day != duty.day { rows.append("unitSpread[\(date)1]") }
    }
    var result: [String: Int] = [:]
    for row in rows where random.below(2) == 0 { result[row] = random.below(120) }
    return result
  }

  static func sets(of duties: Int) -> [[Int]] {
    (0..<(1 << duties)).map { set in (0..<duties).filter { set & (1 << $0) != 0 } }
  }

  static func keepsPins(_ set: [Int], _ p: Int, _ roster: RosterCase) -> Bool {
    roster.rosterPins.allSatisfy {
      $0.person != p || $0.level == .prefer || !roster.holds($0) || set.contains($0.duty) == $0.must
    }
  }

  /// Rule by rule as the judge of a plan counts, and the prices of the duties.
  static func cost(_ set: [Int], _ p: Int, _ relaxation: RosterRelaxation) -> Int128 {
    let roster = relaxation.roster
    var sum: Int128 = 0
    var places: Set<RosterRelaxation.DayPlace> = []
    for d in set {
      sum -= relaxation.seatGain[d][0]
      if roster.raw.district.cadres[p].mayLead { sum -= relaxation.leadGain[d] }
      sum += relaxation.buddyCost[p][d] ?? 0
      places.insert(RosterRelaxation.DayPlace(day: roster.duties[d].day, place: roster.duties[d].site.text))
    }
    for place in places { sum += relaxation.placeCost[p][place] ?? 0 }
    guard relaxation.level == 3 else { return sum }
    let hours = roster.sharesOf(pool: roster.hoursPool)[p]
    let nights = roster.sharesOf(pool: roster.nightsPool)[p]
    var points = roster.fairHours(p, held: set, share: hours) + roster.fairNights(p, held: set, share: nights)
    points += roster.wishes(p, held: set, pieces: roster.desiredPieces(p)) + roster.restDay(p, held: set)
    points += set.map { roster.nearHome(p, $0) }.reduce(0, +)
    if roster.stabilityCounts {
      points +=
        roster.raw.district.rules.stability.weight
        * roster.published.duties[p].symmetricDifference(set).count
    }
    for pin in roster.rosterPins where pin.person == p && pin.level == .prefer && set.contains(pin.duty) != pin.must {
      points += 8
    }
    return sum + relaxation.table.scale * Int128(points)
  }
}
