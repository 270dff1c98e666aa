import Auditing
import Districts
import Testing
import Units

/// Every rule: kept by one unit it is silent, broken by one unit it alone complains, with amount 1.
@Suite("Hard rules") struct HardRuleTests {
  @Test("Ten hours of rest are enough, one minute less is one minute missing")
  func minimumRest() {
    // late ends 20:00, early starts 06:00 the next day: 10 h = 600 min. With late ending 20:01: 599.
    for (end, complaints) in [("20:00", [String]()), ("20:01", ["minimumRest 1"])] {
      let district = Sample.district(days: 2, shifts: [("early", "06:00", "10:00"), ("late", "16:00", end)])
      let roster = Sample.roster(district, [("A", Sample.duty("late", 0)), ("A", Sample.duty("early", 1))])
      #expect(roster.complaints == complaints)
    }
  }

  @Test("The rest after the ledger's last duty counts on the first day only")
  func restAfterLedger() {
    for (end, complaints) in [("20:00", [String]()), ("20:01", ["minimumRest 1"])] {
      var district = Sample.district(shifts: [("early", "06:00", "10:00")])
      district.ledger = [LedgerRow(cadre: CadreID("A"), span: Sample.span(-1, "16:00", end), kind: .worked)]
      #expect(Sample.roster(district, [("A", Sample.duty("early"))]).complaints == complaints)
    }
  }

  @Test("A person is present for the whole span, its hand-over included")
  func availability() {
    // 06:00 – 10:00 + 10 min of hand-over; present until 10:10, or until 10:09.
    for (until, complaints) in [("10:10", [String]()), ("10:09", ["availability 1"])] {
      var district = Sample.district(shifts: [("early", "06:00", "10:00")])
      district.posts[0].handover = 10
      district.availability = [
        AvailabilityRow(cadre: CadreID("A"), time: .span(Sample.span(0, "06:00", until)), level: .available)
      ]
      #expect(Sample.roster(district, [("A", Sample.duty("early"))]).complaints == complaints)
    }
  }

  @Test("Twelve hours a day, and the person's own limit wins")
  func dailyMaximum() {
    // 06:00–12:00 and 13:00–19:00 = 720; –19:01 = 721. With an own limit of 721 that is allowed again.
    for (end, limit, complaints) in [
      ("19:00", nil, [String]()), ("19:01", nil, ["dailyMaximum 1"]), ("19:01", 721, []),
      ("19:00", 719, ["dailyMaximum 1"]),
    ] as [(String, Int?, [String])] {
      var district = Sample.district(shifts: [("early", "06:00", "12:00"), ("late", "13:00", end)])
      district.cadres[0].maximumDay = limit.map { Minutes($0) }
      let roster = Sample.roster(district, [("A", Sample.duty("early")), ("A", Sample.duty("late"))])
      #expect(roster.complaints == complaints)
    }
  }
}
