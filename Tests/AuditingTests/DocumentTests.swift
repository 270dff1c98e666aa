import Auditing
import Districts
import Foundation
import Testing
import Units

@Suite("The plan as a document") struct DocumentTests {
  private func complaints(_ change: (inout Plan) -> Void) throws -> [String] {
    let audit = SmallTown.audit()
    var plan = try SmallTown.plan(audit)
    change(&plan)
    return audit.content(plan).map { "\($0.rule) \($0.place) \($0.amount)" }
  }

  @Test("An optimality gap is (objective − bound) ÷ max(1, objective − floor), rounded up to six decimals")
  func gap() throws {
    // (7,067 − 7,000) ÷ 7,067 = 0.00948068…: 0.009481. A millionth less is a lie.
    func routes(_ gap: Double?) throws -> [String] {
      try complaints { plan in
        plan.certificates.routes?.levels[1] = CertifiedLevel(
          name: .cost, objective: 7067, bound: 7000, floor: 0, boundEvidence: .search)
        plan.certificates.routes?.levels[1].optimalityGap = gap
      }
    }
    #expect(try routes(0.009481) == [])
    #expect(try routes(0.00948) == ["bound certificates.routes.levels.cost 1"])
    #expect(try routes(nil) == ["bound certificates.routes.levels.cost 1"])
  }

  @Test("A bound above the objective, a gap that is optimal, and evidence without a bound are refused")
  func claims() throws {
    #expect(
      try complaints { $0.certificates.routes?.levels[0] = level(.undelivered, 567, 570) }
        == ["bound certificates.routes.levels.undelivered 3"])
    #expect(
      try complaints { $0.certificates.routes?.solutionStatus = .optimal }
        == ["bound certificates.routes.solution_status 1"])
    #expect(
      try complaints { $0.certificates.routes?.solutionStatus = .infeasible }
        == ["bound certificates.routes.solution_status 1"])
    #expect(
      try complaints { $0.certificates.routes?.levels[1].boundEvidence = .search }
        == ["bound certificates.routes.levels.cost 1"])
  }
  private func level(_ name: CertifiedLevel.LevelName, _ objective: Int, _ bound: Int?) -> CertifiedLevel {
    CertifiedLevel(name: name, objective: objective, bound: bound, floor: 0, boundEvidence: .search)
  }

  @Test("A plan made for other input, for another date or in another order is refused by name") func names() throws {
    #expect(try complaints { $0.district.digest = "other" } == ["digest district.digest 1"])
    #expect(try complaints { $0.district.days = 4 } == ["structure district.days 3"])
    #expect(try complaints { $0.summary.packs -= 2 } == ["summary summary.packs 2"])
    #expect(
      try complaints { $0.certificates.roster?.breakdown["fairHours"]? += 5 }
        == ["objective certificates.roster.breakdown.fairHours 5"])
  }

  @Test("The plan's own verdict is the audit's, and its seal that of its text") func verdict() throws {
    let audit = SmallTown.audit()
    let good = try SmallTown.plan(audit)
    func judged(_ change: (inout Plan) -> Void) throws -> [String] {
      var plan = good
      change(&plan)
      plan.seal = SmallTown.hash(try plan.canonicalText())
      return audit.judge(plan).map { "\($0.rule) \($0.place)" }
    }
    #expect(try judged { $0.audit.passed = false } == ["structure audit"])
    // A plan that fails and says so truthfully fails for its fault alone; one that hides it fails twice.
    #expect(try judged { $0.summary.packs = 0 } == ["summary summary.packs", "structure audit"])
    #expect(
      try judged { plan in
        plan.summary.packs = 0
        plan.audit = audit.verdict(on: plan)
      } == ["summary summary.packs"])
    var unsealed = good
    unsealed.run.seed += 1
    #expect(audit.judge(unsealed).map(\.rule) == ["seal"])
    unsealed = good
    (unsealed.district.name, unsealed.run.versions.glpk) = ("other", "6.0")
    #expect(audit.judge(unsealed) == [])
  }

  @Test("A moment is written in the district's time zone") func moments() throws {
    // The same moment in UTC.
    let utc = LocalMoment(SmallTown.at("16:00").moment, in: .utc)
    #expect(try complaints { $0.distribution?.points[0].openFrom = utc } == ["structure P1.open_from 1"])
  }

  @Test("A plan without routes, or with routes alone, is judged for what it has") func stages() throws {
    #expect(
      try complaints { plan in
        plan.routes = nil
        plan.certificates.routes = nil
        (plan.purchases, plan.certificates.purchases) = (nil, nil)
        (plan.summary.routes, plan.summary.trips, plan.summary.metres, plan.summary.packs) = (0, 0, 0, 0)
        plan.summary.gaps = 3
      } == [])
    #expect(try complaints { $0.certificates.routes = nil } == ["structure certificates.routes 1"])
  }

  @Test("Nonsense is refused and never crashes", arguments: [Int.max, Int.min, -1, 0])
  func nonsense(number: Int) throws {
    let (town, courts) = (SmallTown.audit(), SmallTown.audit(Courts.district()))
    try refuse(SmallTown.plan(town), town, number)
    try refuse(Courts.plan(courts), courts, number)
  }
  private func refuse(_ plan: Plan, _ audit: Audit, _ number: Int) throws {
    let tree = try JSONDecoder().decode(JSONTree.self, from: Data(plan.json().utf8))
    for moment in ["0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59-23:59", nil] {
      let data = try JSONEncoder().encode(tree.flooded(number: number, moment: moment))
      let flooded = try JSONDecoder().decode(Plan.self, from: data)
      #expect(!audit.judge(flooded, bounds: BoundsFile(seal: "", roster: [])).isEmpty)
      _ = audit.provedBound(
        LevelMultipliers(level: 3, scale: 1, multipliers: ["level[1]": 1]), for: audit.roster(of: flooded))
    }
  }
}

extension JSONTree {
  /// Every whole number, and every moment where one is given, is this one.
  func flooded(number: Int, moment: String?) -> JSONTree {
    switch self {
    case .object(let members):
      .object(
        Dictionary(
          uniqueKeysWithValues: members.map { name, value in
            // The seed is not negative.
            (name, name == "seed" ? value : value.flooded(number: number, moment: moment))
          }))
    case .array(let items): .array(items.map { $0.flooded(number: number, moment: moment) })
    case .whole: .whole(number)
    case .text(let value): .text(value.count == 25 && value.dropFirst(10).first == "T" ? moment ?? value : value)
    case .decimal, .flag: self
    }
  }
}
