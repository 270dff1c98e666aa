import Auditing
import Districts
import Testing
import Units

/// Every cost worked out by hand.
@Suite("What a roster costs") struct SoftRuleTests {
  private func cost(_ rule: RuleID, _ roster: RosterCase) -> Int? { roster.objective.breakdown[rule.rawValue] }

  @Test("Missing seats cost 81, 27, 9, 3, 1 by priority, to minimum at level 1, to target at level 2") func cover() {
    for (priority, weight) in zip(1...5, [81, 27, 9, 3, 1]) {
      var district = Sample.district(people: 4, shifts: [("early", "08:00", "09:00")])
      (district.posts[0].minimum, district.posts[0].target, district.posts[0].maximum) = (2, 3, 4)
      district.posts[0].priority = priority
      let roster = Sample.roster(district, [("A", Sample.duty("early"))])
      #expect(cost(.minimumCover, roster) == weight)
      #expect(cost(.targetCover, roster) == 2 * weight)
      #expect(roster.objective.levels.prefix(2).map(\.amount) == [weight, 2 * weight])
      #expect(roster.expectedGaps.map(\.missing) == [1, 2])
    }
  }

  @Test("Hours beyond or below the share cost 1, 2 and 4 for each begun half hour") func fairHours() {
    // Two people, always there. The pool is one duty of 60 + 2 × m minutes, the share half of it each: A serves all,
    // so A is m + 30 above and B m + 30 below. 240 min = 8 steps: 8. 480 = 16: 8 + 2 × 8 = 24. 481 = 17: 28.
    for (end, one) in [("16:00", 8), ("16:02", 10), ("24:00", 24), ("24:02+1", 28)] {
      let minutes = Sample.time(end == "24:02+1" ? "00:02+1" : end)
      var district = Sample.district(shifts: [("early", "08:00", "09:00")])
      district.shifts[0].to = minutes
      district.rules.dailyMaximum.minutes = 1440
      #expect(cost(.fairHours, Sample.roster(district, [("A", Sample.duty("early"))])) == 2 * (one + one))
    }
  }

  @Test("What was worked before counts, shares go by available minutes, the rest to the largest remainders")
  func fairShares() {
    // A is there for 60 of 180 minutes, B for 120. Pool: 100 (A worked on day −14) + 60 = 160; A: 53.3, B: 106.7.
    // ⌊⌋ = 53 + 106, the last minute to B (remainder 2/3): 107. A has 100 + 60: 107 beyond = 4 steps; B 107 below: 4.
    var district = Sample.district(shifts: [("early", "08:00", "09:00")])
    district.availability = [
      AvailabilityRow(cadre: CadreID("A"), time: .span(Sample.span(0, "08:00", "09:00")), level: .available),
      AvailabilityRow(cadre: CadreID("B"), time: .span(Sample.span(0, "08:00", "10:00")), level: .available),
    ]
    func worked(_ day: Int) -> LedgerRow {
      LedgerRow(cadre: CadreID("A"), span: Sample.span(day, "10:00", "11:40"), kind: .worked)
    }
    district.ledger = [worked(-14), worked(-15)]
    #expect(cost(.fairHours, Sample.roster(district, [("A", Sample.duty("early"))])) == 2 * (4 + 4))
    // Somebody unfit has no share: all 160 minutes are A's, who has them. B pays nothing.
    district.cadres[1].health = .unfit
    #expect(cost(.fairHours, Sample.roster(district, [("A", Sample.duty("early"))])) == 0)
  }

  @Test("Nights beyond or below the share cost 1, 2, then 4 each") func fairNights() {
    // A worked n nights before; pool n + 1 with the planned one, shared by two; B serves it.
    // n = 3: pool 4, shares 2 and 2: A one above: 1, B one below: 1. n = 7: shares 4: 3 above 1 + 2 + 4 = 7, twice.
    for (nights, one) in [(3, 1), (5, 3), (7, 7)] {
      var district = Sample.district(shifts: [("night", "22:00", "24:00")])
      district.ledger = (1...nights).map {
        LedgerRow(cadre: CadreID("A"), span: Sample.span(-$0, "22:00", "24:00"), kind: .worked)
      }
      district.rules.consecutiveDays.days = 30
      #expect(cost(.fairNights, Sample.roster(district, [("B", Sample.duty("night"))])) == 10 * (one + one))
    }
  }

  @Test("A point for every begun 500 m beyond 1,000 from home, at most 20") func nearHome() {
    for (metres, points) in [(1000, 0), (1001, 1), (1500, 1), (1501, 2), (10_501, 20), (99_000, 20)] {
      var district = Sample.district(shifts: [("early", "08:00", "09:00")])
      district.compounds = [Compound(id: CompoundID("K"), name: "K")]
      district.cadres[0].homeCompound = CompoundID("K")
      district.travelRows = [
        TravelRow(
          from: PlaceID("K"), to: PlaceID("S1"), mode: .foot, metres: Metres(metres), seconds: Seconds(60))
      ]
      #expect(cost(.nearHome, Sample.roster(district, [("A", Sample.duty("early"))])) == points)
    }
  }

  @Test("10 for a duty in an undesired span, 5 for a desired span left empty that could have been filled")
  func wishes() {
    var district = Sample.district(shifts: [("early", "08:00", "09:00"), ("late", "20:00", "21:00")])
    func wish(_ level: AvailabilityLevel, _ from: String, _ to: String) -> AvailabilityRow {
      AvailabilityRow(cadre: CadreID("A"), time: .span(Sample.span(0, from, to)), level: level)
    }
    district.availability = [wish(.undesired, "07:00", "08:01"), wish(.desired, "19:00", "20:01")]
    func cost(_ shifts: [String]) -> Int? {
      self.cost(.wishes, Sample.roster(district, shifts.map { ("A", Sample.duty($0)) }))
    }
    #expect(cost([]) == 5)
    #expect(cost(["early"]) == 15)
    #expect(cost(["late"]) == 0)
    #expect(cost(["early", "late"]) == 10)
    // Touching is not overlapping; nothing is there to fill 21:00–22:00.
    district.availability = [wish(.undesired, "07:00", "08:00"), wish(.desired, "21:00", "22:00")]
    #expect(cost(["early"]) == 0)
    // Whom the seat does not take could not have had it.
    district.availability = [wish(.desired, "19:00", "20:01")]
    district.posts[1].skills = ["drive"]
    #expect(cost([]) == 0)
  }

  @Test("15 for every duty with one of two buddies") func buddies() {
    var district = Sample.district(people: 3, shifts: [("early", "08:00", "09:00"), ("late", "20:00", "21:00")])
    for row in district.posts.indices { district.posts[row].maximum = 2 }
    (district.cadres[0].buddy, district.cadres[1].buddy) = (CadreID("B"), CadreID("A"))
    // One-sided: nothing.
    district.cadres[2].buddy = CadreID("A")
    let (early, late) = (Sample.duty("early"), Sample.duty("late"))
    #expect(cost(.buddies, Sample.roster(district, [("A", early), ("B", early), ("C", late)])) == 0)
    #expect(cost(.buddies, Sample.roster(district, [("A", early), ("B", late)])) == 30)
  }

  @Test("3 for every place of a unit beyond one for each ten fit people") func unitTogether() {
    var district = Sample.district(people: 11, shifts: [("early", "08:00", "09:00"), ("late", "20:00", "21:00")])
    district.posts[1].site = SiteID("S2")
    for p in district.cadres.indices { district.cadres[p].sendingUnit = "U" }
    let held = [("A", Sample.duty("early")), ("B", Sample.duty("late", site: "S2"))]
    // Eleven fit people: ⌈11 ÷ 10⌉ = 2 places. Ten: 1 place, 1 too many.
    #expect(cost(.unitTogether, Sample.roster(district, held)) == 0)
    district.cadres[10].health = .watch
    #expect(cost(.unitTogether, Sample.roster(district, held)) == 3)
  }

  @Test("20 for every service day from the sixth in a row") func restDay() {
    var district = Sample.district(days: 3, shifts: [("early", "08:00", "09:00")])
    district.rules.consecutiveDays.days = 30
    district.ledger = (1...4).map {
      LedgerRow(cadre: CadreID("A"), span: Sample.span(-$0, "08:00", "09:00"), kind: .worked)
    }
    // Days −4 … −1 and 0 are five; day 1 the sixth, day 2 the seventh.
    #expect(cost(.restDay, Sample.roster(district, [("A", Sample.duty("early"))])) == 0)
    #expect(cost(.restDay, Sample.roster(district, (0...2).map { ("A", Sample.duty("early", $0)) })) == 40)
  }

  @Test("8 for every person and duty added to or taken from the published plan") func stability() {
    var district = Sample.district(shifts: [("early", "08:00", "09:00"), ("late", "20:00", "21:00")])
    district.posts[0].setup = 30
    func published(_ from: String, post: String = "gate") -> LedgerRow {
      var row = LedgerRow(cadre: CadreID("A"), span: Sample.span(0, from, "21:30"), kind: .planned)
      (row.site, row.post) = (PlaceID("S1"), post)
      return row
    }
    let early = [("A", Sample.duty("early"))]
    #expect(cost(.stability, Sample.roster(district, early)) == 0)
    // By the span's start, 07:30, or the shift's, 08:00.
    for from in ["07:30", "08:00"] {
      district.ledger = [published(from)]
      #expect(cost(.stability, Sample.roster(district, early)) == 0)
      // Given to somebody else: one taken, one added.
      #expect(cost(.stability, Sample.roster(district, [("B", Sample.duty("early"))])) == 16)
    }
    district.ledger = [published("07:30"), published("07:45"), published("20:00", post: "desk")]
    #expect(cost(.stability, Sample.roster(district, early)) == 16)
  }
}
