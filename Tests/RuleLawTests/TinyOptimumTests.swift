import Auditing
import Districts
import GLPKBackend
import RosterSolver
import Rostering
import Testing
import Units

@testable import Planning

/// On tiny districts: trying everything, the exact solver, and the heuristic.
@Suite struct TinyOptimumTests {
  /// Districts of few days, small enough to try everything, drawn with every rule at work.
  static func districts(_ count: Int, seed first: UInt64, days: Int = 1) -> [(
    drawn: RandomDistrict, compiled: CompiledRoster
  )] {
    var found: [(drawn: RandomDistrict, compiled: CompiledRoster)] = []
    var seed = first
    while found.count < count {
      seed &+= 1
      var drawn = RandomDistrict(seed: seed, focus: [.buddies, .unitTogether, .dailyMaximum])
      drawn.district.planDays = days
      drawn.district.cadres = Array(drawn.district.cadres.prefix(3))
      let kept = Set(drawn.district.cadres.map(\.id))
      drawn.district.availability.removeAll { !kept.contains($0.cadre) }
      drawn.district.ledger.removeAll { !kept.contains($0.cadre) }
      drawn.district.pins.removeAll {
        if case .roster(let cadre, _) = $0.target { !kept.contains(cadre) } else { false }
      }
      guard let compiled = drawn.compiled else { continue }
      let sets = compiled.problem.people.indices.map { EverySet(of: $0, in: compiled.problem).sets.count }
      if compiled.facts.duties.isEmpty || sets.reduce(1, *) > 3000 || sets.reduce(1, *) < 4 { continue }
      found.append((drawn, compiled))
    }
    return found
  }

  @Test("the exact roster is the best of all rosters, level by level, and the heuristic never beats it")
  func optimum() throws {
    for (number, one) in TinyOptimumTests.districts(60, seed: 50_000).enumerated() {
      let best = try #require(leastLevels(of: one.compiled.problem))
      let stage = try RosterStage(district: one.drawn.district, distribution: one.drawn.distribution)
      let budget = Budget(deadline: .never(), iterations: 200)
      let found = stage.heuristic(budget: budget, seed: 1)
      #expect(found.certificate.levels.map(\.objective).lexicographicallyPrecedes(best) == false, "district \(number)")
      #expect(one.compiled.problem.violations(of: found.answer.assignment) == [], "district \(number)")
      let exact = try #require(stage.exact(from: found, solver: GLPKSolver(), budget: budget, seed: 1))
      #expect(exact.certificate.levels.map(\.objective) == best, "district \(number)")
      #expect(exact.certificate.levels.allSatisfy { ($0.bound ?? 0) <= $0.objective }, "district \(number)")
      if exact.certificate.solutionStatus == .optimal {
        #expect(exact.certificate.levels.map(\.bound) == best.map(Optional.some), "district \(number)")
      }
    }
  }

  @Test("the audit recomputes the bounds from the multipliers, row by row name")
  func multipliers() throws {
    var recomputed = 0
    for (number, one) in TinyOptimumTests.districts(60, seed: 90_000).enumerated() {
      let stage = try RosterStage(district: one.drawn.district, distribution: one.drawn.distribution)
      let budget = Budget(deadline: .never(), iterations: 50)
      let exact = try #require(stage.exact(from: nil, solver: GLPKSolver(), budget: budget, seed: 1))
      let roster = RosterCase(
        Audit(district: one.drawn.district) { _ in "" }, roster: exact.plan, distribution: one.drawn.distribution)
      for multipliers in exact.multipliers {
        let level = exact.certificate.levels[multipliers.level - 1]
        let bound = Audit(district: one.drawn.district) { _ in "" }.provedBound(multipliers, for: roster)
        #expect(bound == level.bound, "district \(number), level \(multipliers.level)")
        recomputed += 1
      }
    }
    #expect(recomputed > 20)
  }

  @Test("the audit proves what is claimed over several service days")
  func severalDays() throws {
    for (number, one) in TinyOptimumTests.districts(20, seed: 30_000, days: 2).enumerated() {
      let stage = try RosterStage(district: one.drawn.district, distribution: one.drawn.distribution)
      let audit = Audit(district: one.drawn.district) { _ in "" }
      let budget = Budget(deadline: .never(), iterations: 50)
      let found = stage.heuristic(budget: budget, seed: 1)
      let exact = try #require(stage.exact(from: found, solver: GLPKSolver(), budget: budget, seed: 1))
      for outcome in [found, exact] {
        let roster = RosterCase(audit, roster: outcome.plan, distribution: one.drawn.distribution)
        for multipliers in outcome.multipliers {
          let level = outcome.certificate.levels[multipliers.level - 1]
          let proved = try #require(audit.provedBound(multipliers, for: roster), "district \(number)")
          #expect((level.bound ?? 0) <= proved && proved <= level.objective, "district \(number)")
        }
      }
    }
  }

  @Test("over several service days the audit knows every row of a unit, a place and a day by its name")
  func datedRows() {
    var named = 0
    for seed in 0..<30 {
      var drawn = RandomDistrict(seed: 70_000 + UInt64(seed), focus: [.unitTogether])
      drawn.district.planDays = 2 + seed % 2
      drawn.district.pins = []
      guard let compiled = drawn.compiled else { continue }
      let names = RosterRowNames(roster: compiled)
      var multipliers: [String: Int] = [:]
      for (number, group) in compiled.problem.groups.enumerated() {
        multipliers[names.name(of: .unitSpread(group: number))] = 1
        for place in group.places.indices {
          for person in group.people {
            multipliers[names.name(of: .unitSite(group: number, place: place, person: person))] = 1
          }
        }
        named += 1 + group.places.count * group.people.count
      }
      let audit = Audit(district: drawn.district) { _ in "" }
      let roster = RosterCase(audit, roster: nil, distribution: drawn.distribution)
      let bound = audit.provedBound(LevelMultipliers(level: 3, scale: 1, multipliers: multipliers), for: roster)
      #expect(bound != nil, "district \(seed)")
    }
    #expect(named > 100)
  }

  /// The least of all rosters, level by level, as three numbers.
  private func leastLevels(of problem: RosterProblem) -> [Int]? {
    let sets = problem.people.indices.map { EverySet(of: $0, in: problem).sets }
    var least: [Int]?
    func place(_ person: Int, _ taken: [RosterAssignment.Taken]) {
      if person == problem.people.count {
        let roster = NaiveRoster(problem: problem, seats: taken)
        guard roster.isFeasible else { return }
        let levels = roster.levels
        if least.map({ levels.lexicographicallyPrecedes($0) }) ?? true { least = levels }
        return
      }
      for set in sets[person] { place(person + 1, taken + set) }
    }
    place(0, [])
    return least
  }
}

/// Every set of seats of one person that breaks nothing by itself.
struct EverySet {
  let sets: [[RosterAssignment.Taken]]

  init(of person: Int, in problem: RosterProblem) {
    var alone = problem
    // Maxima and other people's fixed duties are looked at when all are together.
    for other in alone.people.indices where other != person { alone.people[other].fixed = [] }
    var sets: [[RosterAssignment.Taken]] = [[]]
    for duty in problem.duties.indices {
      let options = problem.people[person].options.filter { $0.duty == duty }
      sets += sets.flatMap { set in
        options.map { set + [RosterAssignment.Taken(person: person, duty: duty, seat: $0.seat)] }
      }
    }
    self.sets = sets.filter { NaiveRoster(problem: alone, seats: $0).isFeasible }
  }
}
