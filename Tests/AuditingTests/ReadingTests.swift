import Auditing
import Districts
import Testing
import Units

/// How posts, availability and gaps are read.
@Suite("Reading raw input") struct ReadingTests {
  private func duties(_ district: District) -> [String] {
    RosterCase(Sample.audit(district), roster: nil, distribution: nil).emptyRoster.duties.map(\.id.text)
  }

  @Test("A shift before the start of the service day belongs to the day before and carries its own date")
  func edges() {
    let district = Sample.district(
      days: 2, shifts: [("dawn", "04:59", "06:00"), ("five", "05:00", "06:00"), ("night", "22:00", "24:00")])
    #expect(
      duties(district) == [
        "S1/gate/five/2022-01-01", "S1/gate/night/2022-01-01", "S1/gate/dawn/2022-01-02", "S1/gate/five/2022-01-02",
        "S1/gate/night/2022-01-02", "S1/gate/dawn/2022-01-03",
      ])
  }

  @Test("Workdays are Monday to Friday but for holidays; all else is holiday") func patterns() {
    // Saturday 1 January 2022 to Tuesday 4 January; Monday is a holiday.
    var district = Sample.district(days: 4, shifts: [("early", "08:00", "09:00")])
    district.holidays = [Sample.date.advanced(by: 2)]
    func days(_ pattern: DayPattern) -> [String] {
      district.posts[0].days = pattern
      return duties(district).map { String($0.suffix(2)) }
    }
    #expect(days(.workday) == ["04"])
    #expect(days(.holiday) == ["01", "02", "03"])
    #expect(days(.weekdays([7, 1])) == ["02", "03"])
    #expect(days(.dates([Sample.date, Sample.date.advanced(by: 9)])) == ["01"])
  }

  @Test("Rows of one site, post, shift and date are one duty with several seats") func seats() {
    var district = Sample.district(days: 2, shifts: [("early", "08:00", "09:00")])
    var medic = district.posts[0]
    (medic.seat, medic.days) = ("medic", .dates([Sample.date]))
    district.posts.append(medic)
    let duties = RosterCase(Sample.audit(district), roster: nil, distribution: nil).emptyRoster.duties
    #expect(duties.map { $0.seats.map(\.seat) } == [["any", "medic"], ["any"]])
  }

  @Test("Presence: available rows replace the default, wishes add, unavailable takes away last") func presence() {
    func absent(_ rows: [(AvailabilityLevel, String, String)], always: Bool = false) -> [String] {
      var district = Sample.district(shifts: [("early", "08:00", "12:00")])
      district.defaultAvailability = always ? .always : .never
      district.availability = rows.map { level, from, to in
        AvailabilityRow(
          cadre: CadreID("A"), time: .daily(from: Sample.time(from), to: Sample.time(to), days: .every), level: level)
      }
      return Sample.roster(district, [("A", Sample.duty("early"))]).check(.availability).map { "\($0.amount)" }
    }
    #expect(absent([]) == ["240"])
    #expect(absent([], always: true) == [])
    #expect(absent([(.available, "08:00", "10:00")], always: true) == ["120"])
    #expect(absent([(.available, "08:00", "10:00"), (.undesired, "10:00", "12:00")]) == [])
    #expect(absent([(.desired, "07:00", "13:00"), (.unavailable, "09:00", "09:30")]) == ["30"])
    #expect(absent([(.unavailable, "11:59", "20:00")], always: true) == ["1"])
  }

  @Test("A daily span of the evening before reaches past midnight") func pastMidnight() {
    var district = Sample.district(shifts: [("dawn", "02:00", "04:00")])
    district.defaultAvailability = .never
    district.availability = [
      AvailabilityRow(
        cadre: CadreID("A"),
        time: .daily(from: Sample.time("22:00"), to: Sample.time("06:00+1"), days: .dates([Sample.date])),
        level: .available)
    ]
    #expect(Sample.roster(district, [("A", Sample.duty("dawn", 1))]).complaints == [])
  }

  @Test("Each person is counted once, under the first rule that refuses") func reasons() {
    // A serves; B is absent and unfit: availability. C is unfit: health. D lacks the skill: qualification. E was up
    // until midnight before: minimumRest. F has half an hour a day: dailyMaximum. G could, and is busy or left out.
    var district = Sample.district(people: 7, shifts: [("early", "06:00", "09:00")])
    (district.posts[0].target, district.posts[0].maximum) = (3, 3)
    district.posts[0].skills = ["guard"]
    for p in [0, 1, 2, 4, 5, 6] { district.cadres[p].skills = ["guard"] }
    district.cadres[1].health = .unfit
    district.availability = [
      AvailabilityRow(cadre: CadreID("B"), time: .span(Sample.span(0, "06:00", "07:00")), level: .unavailable)
    ]
    district.cadres[2].health = .unfit
    district.ledger = [LedgerRow(cadre: CadreID("E"), span: Sample.span(-1, "20:00", "24:00"), kind: .worked)]
    district.cadres[5].maximumDay = 30
    let gaps = Sample.roster(district, [("A", Sample.duty("early"))]).expectedGaps
    #expect(gaps.map(\.what.level) == [.target])
    #expect(gaps[0].missing == 2)
    #expect(
      gaps[0].reasons.map { "\($0.rule) \($0.count) \($0.standing.rawValue)" } == [
        "availability 1 proven", "health 1 proven", "qualification 1 proven", "minimumRest 1 proven",
        "dailyMaximum 1 proven", "busy 1 observed",
      ])
  }

  @Test("The floor is what nobody could fill, and the fairness nobody can reach") func floors() {
    // Minimum 2, target 3 of weight 9; only A may take the seat: 9 × (2 − 1) and 9 × (3 − 1) + 90 for a lead that
    // nobody can be. Pool 3 × 60 = 180, shares 90 and 90. A reaches 60 at most: 30 below, 1 step; B none: 90, 3 steps.
    var district = Sample.district(shifts: [("early", "08:00", "09:00")])
    (district.posts[0].minimum, district.posts[0].target, district.posts[0].maximum) = (2, 3, 3)
    (district.posts[0].lead, district.posts[0].skills) = (true, ["guard"])
    district.cadres[0].skills = ["guard"]
    #expect(Sample.roster(district, []).floors == [9, 18 + 90, 2 * (1 + 3)])
    district.cadres[0].mayLead = true
    #expect(Sample.roster(district, []).floors == [9, 18, 2 * (1 + 3)])
  }
}
