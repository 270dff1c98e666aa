import Districts
import Testing
import Units

@testable import Auditing

@Suite("Bounds of several service days") struct WeekBoundTests {
  private static func table(_ multipliers: [String: Int], level: Int, scale: Int = 10) -> LevelMultipliers {
    LevelMultipliers(level: level, scale: scale, multipliers: multipliers)
  }

  @Test("A rest too short from one service day to the next parts two duties")
  func byHand() {
    // From the end of the late duty to the start of the early one after it are 480 minutes of 600.
    // u = 90 three times: 270, less the two that A can have of them. With a rest of 480, all three.
    var district = Sample.district(
      people: 1, days: 2, shifts: [("early", "08:00", "09:00"), ("late", "20:00", "24:00")])
    for row in district.posts.indices { (district.posts[row].minimum, district.posts[row].maximum) = (1, 1) }
    let roster = Sample.roster(district, [])
    let rows = [Sample.duty("early"), Sample.duty("late"), Sample.duty("early", 1)].map { "minimumCover[\($0),any]" }
    let multipliers = Dictionary(uniqueKeysWithValues: rows.map { ($0, 90) })
    #expect(Sample.audit(district).provedBound(Self.table(multipliers, level: 1), for: roster) == 9)
    district.rules.minimumRest.minutes = 480
    #expect(
      Sample.audit(district).provedBound(Self.table(multipliers, level: 1), for: Sample.roster(district, [])) == 0)
  }

  @Test("Rows of sending units carry the date where there are several service days")
  func names() {
    for (days, row) in [(1, "unitSpread[1]"), (2, "unitSpread[2022-01-02,1]")] {
      var district = Sample.district(people: 1, days: days, shifts: [("early", "08:00", "09:00")])
      district.cadres[0].sendingUnit = "U"
      for name in ["unitSpread[1]", "unitSpread[2022-01-02,1]"] {
        let bound = Sample.audit(district).provedBound(
          Self.table([name: 1], level: 3), for: Sample.roster(district, []))
        #expect((bound != nil) == (name == row))
      }
    }
  }

  @Test("A person's least pattern is the least of all sets of duties that no hard rule refuses", arguments: 0..<40)
  func leastPattern(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let district = Self.drawn(&random, days: 2 + random.below(2))
    let roster = Sample.roster(district, [])
    for level in 1...3 {
      let multipliers = Self.multipliers(district, roster, &random, level: level)
      let table = try #require(MultiplierTable(Self.table(multipliers, level: level)))
      let relaxation = RosterRelaxation(roster, level: level, table: table, objectives: [3, 5, 7])
      #expect(relaxation.table.isExhausted)
      let shares = (roster.sharesOf(pool: roster.hoursPool), roster.sharesOf(pool: roster.nightsPool))
      let conflicts = DutyConflicts(relaxation)
      for p in district.cadres.indices {
        let published = roster.published.duties[p]
        var pattern = PatternMinimum(p, in: relaxation, shares: shares, published: published, conflicts: conflicts)
        let naive = Self.sets(of: roster.duties.count)
          .filter { set in roster.refusal(p, together: set) == nil && Self.keepsPins(set, p, roster) }
          .map { Self.cost($0, p, relaxation) }.min()
        #expect(pattern.value() == naive, "level \(level), person \(p)")
      }
    }
  }

  @Test("Over more than seven service days no pattern is cheaper than the least", arguments: 0..<4)
  func longer(seed: UInt64) throws {
    var random = SeededRandom(seed: 3000 + seed)
    var district = Self.drawn(&random, days: 9)
    district.posts = Array(district.posts.prefix(1))
    district.rules.weeklyMaximum.minutes = 1200
    let roster = Sample.roster(district, [])
    let multipliers = Self.multipliers(district, roster, &random, level: 3)
    let table = try #require(MultiplierTable(Self.table(multipliers, level: 3)))
    let relaxation = RosterRelaxation(roster, level: 3, table: table, objectives: [3, 5, 7])
    let shares = (roster.sharesOf(pool: roster.hoursPool), roster.sharesOf(pool: roster.nightsPool))
    var pattern = PatternMinimum(
      0, in: relaxation, shares: shares, published: roster.published.duties[0], conflicts: DutyConflicts(relaxation))
    let naive = Self.sets(of: roster.duties.count)
      .filter { set in roster.refusal(0, together: set) == nil && Self.keepsPins(set, 0, roster) }
      .map { Self.cost($0, 0, relaxation) }.min()
    let least = pattern.value()
    #expect(try #require(least) <= #require(naive))
  }

  @Test("On one service day patterns prove what sets prove", arguments: 0..<20)
  func oneDay(seed: UInt64) throws {
    var random = SeededRandom(seed: 1000 + seed)
    let district = Self.drawn(&random, days: 1)
    let roster = Sample.roster(district, [])
    for level in 1...3 {
      let multipliers = Self.multipliers(district, roster, &random, level: level)
      let table = try #require(MultiplierTable(Self.table(multipliers, level: level)))
      let relaxation = RosterRelaxation(roster, level: level, table: table, objectives: [3, 5, 7])
      let shares = (roster.sharesOf(pool: roster.hoursPool), roster.sharesOf(pool: roster.nightsPool))
      let conflicts = DutyConflicts(relaxation)
      for p in district.cadres.indices {
        let published = roster.published.duties[p]
        var set = PersonMinimum(p, in: relaxation, shares: shares, published: published)
        var pattern = PatternMinimum(p, in: relaxation, shares: shares, published: published, conflicts: conflicts)
        #expect(pattern.value() == set.value(), "level \(level), person \(p)")
      }
    }
  }

  @Test("No multipliers ever prove more than a roster costs", arguments: 0..<10)
  func neverTooMuch(seed: UInt64) throws {
    var random = SeededRandom(seed: 2000 + seed)
    let district = Self.drawn(&random, days: 2)
    let audit = Sample.audit(district)
    // Rosters drawn duty by duty: whoever no hard rule refuses.
    for _ in 0..<4 {
      let empty = Sample.roster(district, [])
      var held = [[Int]](repeating: [], count: district.cadres.count)
      var seats: [(String, DutyID)] = []
      for d in empty.duties.indices {
        for p in district.cadres.indices.prefix(empty.duties[d].seats[0].maximum) where random.below(2) == 0 {
          guard empty.refusal(p, together: held[p] + [d]) == nil else { continue }
          held[p].append(d)
          seats.append((district.cadres[p].id.text, DutyID(empty.duties[d].id)))
        }
      }
      let roster = Sample.roster(district, seats)
      guard roster.checkRosterPins().isEmpty else { continue }
      let objective = roster.objective.levels.map(\.amount)
      for level in 1...3 {
        let multipliers = Self.multipliers(district, roster, &random, level: level)
        let bound = try #require(audit.provedBound(Self.table(multipliers, level: level), for: roster))
        #expect(bound <= objective[level - 1])
      }
    }
  }

  @Test("With multipliers of 0 everybody's least cost is the bound; a claim raised by one is refused")
  func claim() throws {
    // A worked the five days before: every day of this horizon of two costs 20, and A's pinned duty is one.
    var district = Sample.district(people: 2, days: 2, shifts: [("early", "08:00", "09:00")])
    district.ledger = (1...5).map {
      LedgerRow(cadre: CadreID("A"), span: Sample.span(-$0, "08:00", "09:00"), kind: .worked)
    }
    district.pins = [Pin(target: .roster(CadreID("A"), Sample.duty("early")), level: .frozen)]
    (district.rules.fairHours.weight, district.rules.fairNights.weight) = (0, 0)
    let audit = Sample.audit(district)
    let roster = Sample.roster(district, [("A", Sample.duty("early"))])
    #expect(roster.objective.levels[2].amount == 20)
    #expect(audit.provedBound(Self.table([:], level: 3), for: roster) == 20)
    var plan = Plan(
      district: PlannedDistrict(name: "", digest: "", date: Sample.date, days: 2),
      run: PlanRun(seed: 1, threads: 1, method: "auto", versions: .init(lastmetre: "1", glpk: "5")))
    for (claimed, complaints) in [(20, 0), (21, 1)] {
      plan.certificates.roster = Certificate(
        levels: [
          CertifiedLevel(name: .preference, objective: 20, bound: claimed, floor: 0, boundEvidence: .multipliers)
        ], solutionStatus: .feasible, stopReason: .timeLimit, method: .exactAndHeuristic, breakdown: [:])
      plan.certificates.roster?.levels.insert(
        contentsOf: [.minimum, .target].map {
          CertifiedLevel(name: $0, objective: 0, bound: nil, floor: 0, boundEvidence: .none)
        }, at: 0)
      let file = BoundsFile(seal: plan.seal, roster: [Self.table([:], level: 3)])
      #expect(audit.checkBounds(plan, file, roster: roster).count == complaints)
    }
  }
}
