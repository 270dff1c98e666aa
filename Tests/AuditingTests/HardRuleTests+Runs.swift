import Auditing
import Districts
import Testing
import Units

extension HardRuleTests {
  private func worked(_ person: String, _ day: Int, _ from: String, _ to: String, exposure: Int = 0) -> LedgerRow {
    var row = LedgerRow(cadre: CadreID(person), span: Sample.span(day, from, to), kind: .worked)
    row.exposure = exposure
    return row
  }

  @Test("Sixty hours in seven service days, the ledger's and the person's own limit counted")
  func weeklyMaximum() {
    // Six days before the plan with 9 h = 540 min: 3,240. A duty of 360 min: 3,600; of 361: one too many. A ledger
    // row on day −7 is outside every window that holds the planned day.
    for (end, limit, complaints) in [
      ("14:00", nil, [String]()), ("14:01", nil, ["weeklyMaximum 1"]), ("14:01", 3601, []),
      ("14:00", 3599, ["weeklyMaximum 1"]),
    ] as [(String, Int?, [String])] {
      var district = Sample.district(shifts: [("early", "08:00", end)])
      district.rules.consecutiveDays.days = 30
      district.ledger = (1...7).map { worked("A", -$0, "06:00", "15:00") }
      district.cadres[0].maximumWeek = limit.map { Minutes($0) }
      #expect(Sample.roster(district, [("A", Sample.duty("early"))]).complaints == complaints)
    }
  }

  @Test("The last window of the horizon counts as well") func weeklyMaximumAtTheEnd() {
    // Days 0 … 7 with 500 min, the first day off: days 1 … 7 make 3,500. With 3,499 allowed: 1 too many.
    for (limit, complaints) in [(3500, [String]()), (3499, ["weeklyMaximum 1"])] {
      var district = Sample.district(days: 8, shifts: [("early", "08:00", "16:20")])
      district.rules.weeklyMaximum.minutes = Minutes(limit)
      district.rules.consecutiveDays.days = 30
      #expect(
        Sample.roster(district, (1...7).map { ("A", Sample.duty("early", $0)) }).complaints == complaints)
    }
  }

  @Test("Six service days in a row, those before the horizon counted") func consecutiveDays() {
    // Five days of ledger and one planned: 6. With a planned duty on day −6 too, which nothing worked contradicts: 7.
    var district = Sample.district(days: 2, shifts: [("early", "08:00", "09:00")])
    district.ledger = (1...5).map { worked("A", -$0, "06:00", "07:00") }
    #expect(Sample.roster(district, [("A", Sample.duty("early"))]).complaints == [])
    #expect(Sample.roster(district, [("A", Sample.duty("early", 1))]).complaints == [])
    var planned = worked("A", -6, "06:00", "07:00")
    planned.kind = .planned
    district.ledger.append(planned)
    #expect(Sample.roster(district, [("A", Sample.duty("early"))]).complaints == ["consecutiveDays 1"])
  }

  @Test("Published work beats nothing: a planned row that overlaps a worked one is not counted")
  func plannedRowsYield() {
    var district = Sample.district(shifts: [("early", "08:00", "09:00")])
    district.rules.weeklyMaximum.minutes = 180
    // 60 worked + 60 of the plan = 120; the overlapping planned row of 120 min would make 240.
    var planned = worked("A", -1, "06:30", "08:30")
    planned.kind = .planned
    district.ledger = [worked("A", -1, "06:00", "07:00"), planned]
    #expect(Sample.roster(district, [("A", Sample.duty("early"))]).complaints == [])
    district.ledger[1].span = Sample.span(-1, "07:00", "09:01")
    // 60 + 121 + 60 = 241.
    #expect(Sample.roster(district, [("A", Sample.duty("early"))]).complaints == ["weeklyMaximum 61"])
  }

  @Test("Two hours inside the night make a night duty") func noNight() {
    // 20:00–24:00 has 120 minutes after 22:00; 20:00–23:59 has 119.
    for (end, complaints) in [("23:59", [String]()), ("24:00", ["noNight 1"])] {
      var district = Sample.district(shifts: [("late", "20:00", end)])
      district.cadres[0].noNight = true
      #expect(Sample.roster(district, [("A", Sample.duty("late"))]).complaints == complaints)
    }
  }

  @Test("Groups take turns by service day, counted from the rule's date") func rotation() {
    // Cycle [X, Y] from the day before the plan: day 0 is Y's, day 1 is X's.
    var district = Sample.district(people: 3, days: 2, shifts: [("early", "08:00", "09:00")])
    district.rules.rotation.cycle = ["X", "Y"]
    district.rules.rotation.from = Sample.date.advanced(by: -1)
    for (p, group) in ["X", "Y", "Z"].enumerated() { district.cadres[p].group = group }
    func complaints(_ person: String, _ day: Int) -> [String] {
      Sample.roster(district, [(person, Sample.duty("early", day))]).complaints
    }
    #expect(complaints("A", 0) == ["rotation 1"])
    #expect(complaints("A", 1) == [])
    #expect(complaints("B", 0) == [])
    #expect(complaints("B", 1) == ["rotation 1"])
    #expect(complaints("C", 0) == [])
  }

  @Test("After exposure 2 no exposure 1 for the days of the rule") func exposureMix() {
    for (days, complaints) in [(0, [String]()), (1, []), (2, ["exposureMix 1"])] {
      var district = Sample.district(shifts: [("early", "08:00", "09:00")])
      district.rules.exposureMix.days = days
      district.posts[0].exposure = 1
      district.ledger = [worked("A", -2, "08:00", "09:00", exposure: 2)]
      #expect(Sample.roster(district, [("A", Sample.duty("early"))]).complaints == complaints)
    }
    // On one day: 3 in the morning, 1 in the evening falls by 2; the other way round is allowed.
    var district = Sample.district(shifts: [("early", "08:00", "09:00"), ("late", "18:00", "19:00")])
    district.rules.exposureMix.days = 1
    (district.posts[0].exposure, district.posts[1].exposure) = (3, 1)
    let both = [("A", Sample.duty("early")), ("A", Sample.duty("late"))]
    #expect(Sample.roster(district, both).complaints == ["exposureMix 2"])
    (district.posts[0].exposure, district.posts[1].exposure) = (1, 3)
    #expect(Sample.roster(district, both).complaints == [])
  }
}
