import Auditing
import Districts
import Testing
import Units

@Suite("Bounds that can be recomputed") struct BoundTests {
  private func proved(_ roster: RosterCase, _ audit: Audit, _ level: Int, _ multipliers: [String: Int], scale: Int = 10)
    -> Int?
  {
    audit.provedBound(LevelMultipliers(level: level, scale: scale, multipliers: multipliers), for: roster)
  }

  @Test("Two seats and one person: 9 is proved with the seat's weight as multiplier, less with less") func byHand() {
    // L = 2u + min over short in 0 … 2 of (90 − u) · short + min over A's sets {∅, {early}} of 0, −u.
    // u = 90: 180 + 0 − 90 = 90, so 9. u = 45: 90 − 45 = 45, ⌈4.5⌉ = 5. u = 91: 182 − 2 − 91 = 89, ⌈8.9⌉ = 9.
    // u = 101: 202 − 22 − 101 = 79, 8. None: 0.
    var district = Sample.district(people: 1, shifts: [("early", "08:00", "09:00")])
    (district.posts[0].minimum, district.posts[0].target, district.posts[0].maximum) = (2, 2, 2)
    let (audit, roster) = (Sample.audit(district), Sample.roster(district, [("A", Sample.duty("early"))]))
    let row = "minimumCover[S1/gate/early/2022-01-01,any]"
    for (u, bound) in [(90, 9), (45, 5), (91, 9), (101, 8), (0, 0)] {
      #expect(proved(roster, audit, 1, [row: u]) == bound)
    }
    #expect(roster.objective.levels[0].amount == 9)
    // Negative multipliers, rows that do not exist and a scale of nothing prove nothing.
    #expect(proved(roster, audit, 1, [row: -1]) == nil)
    #expect(proved(roster, audit, 1, ["minimumCover[S1]": 1]) == nil)
    #expect(proved(roster, audit, 1, [row: 1], scale: 0) == nil)
    #expect(proved(roster, audit, 4, [:]) == nil)
    // The maximum costs: 2u − 2v of constants, A at −u + v. u = 90, v = 10: 180 − 20 − 80 = 80.
    #expect(proved(roster, audit, 1, [row: 90, "maximumCover[S1/gate/early/2022-01-01,any]": 10]) == 8)
  }

  @Test("Duties that no rule lets one person have together are not in one set") func sets() {
    // Two duties of one seat, one person. Apart they fit (2 × 90 − 180 = 0); overlapping, A fills one: 90.
    for (from, bound) in [("09:00", 0), ("08:59", 9)] {
      let district = Sample.district(people: 1, shifts: [("early", "08:00", "09:00"), ("late", from, "10:00")])
      let (audit, roster) = (Sample.audit(district), Sample.roster(district, [("A", Sample.duty("early"))]))
      let rows = ["early", "late"].map { "minimumCover[S1/gate/\($0)/2022-01-01,any]" }
      #expect(proved(roster, audit, 1, [rows[0]: 90, rows[1]: 90]) == bound)
    }
  }

  @Test("A claim raised by one above its multipliers is refused") func claims() throws {
    let audit = SmallTown.audit()
    var plan = try SmallTown.plan(audit)
    // One seat of the gate stays open at level 2 (9); B and C could take it, so that multipliers of 0 prove 0.
    for (bound, complaints) in [(0, [String]()), (1, ["bound 1"])] {
      plan.certificates.roster?.levels[1] = CertifiedLevel(
        name: .target, objective: 9, bound: bound, floor: 0, boundEvidence: .multipliers)
      plan.certificates.roster?.solutionStatus = .feasible
      plan.certificates.roster?.stopReason = .timeLimit
      plan = try SmallTown.sealed(plan)
      let file = BoundsFile(seal: plan.seal, roster: [LevelMultipliers(level: 2, scale: 1_000_000, multipliers: [:])])
      #expect(audit.judge(plan, bounds: file).map { "\($0.rule) \($0.amount)" } == complaints)
    }
    // Without its multipliers, or with another plan's, a claim is refused too.
    #expect(audit.judge(plan, bounds: BoundsFile(seal: plan.seal, roster: [])).map(\.rule) == ["bound"])
    #expect(audit.judge(plan, bounds: BoundsFile(seal: "", roster: [])).map(\.rule) == ["bound", "bound"])
  }

  @Test("No multipliers ever prove more than the best of all rosters", arguments: 0..<6)
  func neverTooMuch(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let district = Self.drawn(&random)
    let audit = Sample.audit(district)
    let all = Self.everyRoster(district)
    // The best roster level by level, and what it leaves as limits for the levels after.
    let vectors = all.map { $0.objective.levels.map(\.amount) }
    guard let best = vectors.min(by: { $0.lexicographicallyPrecedes($1) }),
      let plan = zip(all, vectors).first(where: { $0.1 == best })?.0
    else { return }
    let rows = Self.rows(district, plan)
    for level in 1...3 {
      for _ in 0..<12 {
        var multipliers: [String: Int] = [:]
        for row in rows where random.below(2) == 0 { multipliers[row] = random.below(120) }
        for j in 1..<3 where j < level && random.below(2) == 0 { multipliers["level[\(j)]"] = random.below(40) }
        guard let bound = proved(plan, audit, level, multipliers) else {
          Issue.record("refused \(multipliers)")
          continue
        }
        #expect(bound <= best[level - 1])
      }
      // Nothing at all proves what nothing but single people cost.
      #expect((proved(plan, audit, level, [:]) ?? .max) <= best[level - 1])
    }
  }

  /// Three people, three duties at two places, one pair of buddies, one sending unit, some wishes and a published row.
  private static func drawn(_ random: inout SeededRandom) -> District {
    var district = Sample.district(
      people: 3, shifts: [("early", "08:00", "12:00"), ("noon", "11:00", "15:00"), ("late", "20:00", "24:00")])
    for row in district.posts.indices {
      district.posts[row].minimum = random.below(2)
      district.posts[row].target = 1 + random.below(2)
      district.posts[row].maximum = 2
      district.posts[row].priority = 1 + random.below(5)
      district.posts[row].lead = random.below(2) == 0
      if random.below(2) == 0 { district.posts[row].site = SiteID("S2") }
    }
    for p in district.cadres.indices {
      district.cadres[p].sendingUnit = "U"
      district.cadres[p].mayLead = random.below(2) == 0
      if random.below(5) == 0 { district.cadres[p].health = .watch }
    }
    (district.cadres[0].buddy, district.cadres[1].buddy) = (CadreID("B"), CadreID("A"))
    district.availability = [
      AvailabilityRow(cadre: CadreID("C"), time: .span(Sample.span(0, "07:00", "13:00")), level: .undesired),
      AvailabilityRow(cadre: CadreID("A"), time: .span(Sample.span(0, "19:00", "24:00")), level: .desired),
    ]
    var row = LedgerRow(cadre: CadreID("B"), span: Sample.span(0, "20:00", "24:00"), kind: .planned)
    (row.site, row.post) = (PlaceID(district.posts[2].site), "gate")
    district.ledger = [row, LedgerRow(cadre: CadreID("A"), span: Sample.span(-2, "20:00", "24:00"), kind: .worked)]
    return district
  }

  /// Every roster that breaks no hard rule.
  private static func everyRoster(_ district: District) -> [RosterCase] {
    let audit = Sample.audit(district)
    let empty = RosterCase(audit, roster: nil, distribution: nil).emptyRoster
    let cells = district.cadres.flatMap { cadre in empty.duties.indices.map { (cadre, $0) } }
    return (0..<(1 << cells.count)).compactMap { set in
      var plan = empty
      for (i, (cadre, d)) in cells.enumerated() where set & (1 << i) != 0 {
        // By seat, then id: cadres come in the order of their ids, and each duty has one seat.
        plan.duties[d].people.append(PlannedPerson(cadre: cadre.id, seat: "any", lead: false))
      }
      for d in plan.duties.indices
      where district.posts.first(where: { plan.duties[d].id.text.contains("/\($0.shift)/") })?.lead == true {
        if let lead = plan.duties[d].people.firstIndex(where: { person in
          district.cadres.contains { $0.id == person.cadre && $0.mayLead }
        }) {
          plan.duties[d].people[lead].lead = true
        }
      }
      let roster = RosterCase(audit, roster: plan, distribution: nil)
      return RosterCase.hardRules.allSatisfy { roster.check($0).isEmpty } ? roster : nil
    }
  }

  private static func rows(_ district: District, _ roster: RosterCase) -> [String] {
    let ids = roster.emptyRoster.duties.map(\.id.text)
    let places = Set(roster.emptyRoster.duties.map(\.site.text)).sorted()
    let leads = ids.filter { id in district.posts.contains { $0.lead && id.contains("/\($0.shift)/") } }
    return ids.flatMap { id in
      ["minimumCover", "targetCover", "maximumCover"].map { "\($0)[\(id),any]" }
        + ["buddies+[A,B,\(id)]", "buddies-[A,B,\(id)]"]
    }
      + leads.map { "oneLead[\($0)]" }
      + places.flatMap { place in district.cadres.map { "unitSite[\(place),\($0.id)]" } } + ["unitSpread[1]"]
  }
}
