import Auditing
import Districts
import Rostering
import Testing
import Units

@testable import Planning

/// What is done to a problem to show that a law would notice.
struct Perturbation {
  var district: (inout District) -> Void = { _ in }
  var problem: (inout RosterProblem) -> Void = { _ in }
}

/// The law of some rules on random districts: what the compiled problem says of a roster is what the audit says.
struct Law {
  /// The rules that the districts are drawn for.
  let rules: Set<RuleID>
  /// Whether a roster is allowed, or also what it costs, what it leaves open and why.
  var aspect = Aspect.verdict
  var districts = 1000
  var perturbation: Perturbation?

  enum Aspect { case verdict, amounts }

  struct Report {
    var districts = 0
    /// By rule: in how many the audit found it broken, or paid for, by at least one of the rosters drawn.
    var binding: [RuleID: Int] = [:]
    var rosters = 0
    var allowed = 0
    var disagreements: [String] = []
  }

  /// With a perturbation it stops at the first disagreement.
  func run() -> Report {
    var report = Report()
    var seed = rules.reduce(UInt64(7)) { sum, rule in
      sum &+ rule.rawValue.utf8.reduce(UInt64(1)) { $0 &* 31 &+ UInt64($1) }
    }
    while report.districts < districts {
      seed &+= 1
      var drawn = RandomDistrict(seed: seed, focus: rules)
      guard let truth = drawn.compiled, !truth.facts.duties.isEmpty else { continue }
      var problem = truth.problem
      if let perturbation {
        var wrong = drawn
        perturbation.district(&wrong.district)
        guard let other = wrong.compiled, other.facts.duties.map(\.id) == truth.facts.duties.map(\.id) else {
          continue
        }
        problem = other.problem
        perturbation.problem(&problem)
      }
      report.districts += 1
      let audit = Audit(district: drawn.district) { _ in "" }
      var bound: Set<RuleID> = []
      for kind in aspect == .verdict ? [RosterDraw.wild, .options, .allowed] : [.allowed, .allowed] {
        let one = Comparison(
          roster: drawn.roster(kind, truth.problem), problem: problem, truth: truth, audit: audit,
          distribution: drawn.distribution, gaps: aspect == .amounts && seed % 4 == 0)
        report.rosters += 1
        if one.broken.isEmpty { report.allowed += 1 }
        bound.formUnion(one.broken)
        if let found = one.verdict() { report.disagreements.append("seed \(seed): \(found)") }
        guard aspect == .amounts, one.broken.isEmpty else { continue }
        bound.formUnion(one.paid)
        let found = one.levels() + (perturbation == nil && seed % 4 == 0 ? one.details() : [])
        report.disagreements += found.map { "seed \(seed): \($0)" }
      }
      for rule in bound { report.binding[rule, default: 0] += 1 }
      if perturbation != nil, !report.disagreements.isEmpty { return report }
    }
    return report
  }
}

/// Rosters to judge: anything at all, any options, options that were cut back until they are allowed.
enum RosterDraw: CaseIterable { case wild, options, allowed }

extension RandomDistrict {
  mutating func roster(_ kind: RosterDraw, _ problem: RosterProblem) -> RosterAssignment {
    var seats: [RosterAssignment.Taken] = []
    for (number, person) in problem.people.enumerated() {
      for (duty, asked) in problem.duties.enumerated() {
        let options = person.options.filter { $0.duty == duty }
        let fixed = person.fixed.contains(duty)
        if kind == .wild, chance(20) {
          seats.append(.init(person: number, duty: duty, seat: random.below(asked.seats.count)))
        } else if kind != .wild, !options.isEmpty, chance(fixed ? 97 : 45) {
          seats.append(.init(person: number, duty: duty, seat: pick(options).seat))
        }
      }
    }
    guard kind == .allowed else { return RosterAssignment(seats: seats) }
    // Leave out one after another, at random, until nothing is broken; fixed duties last.
    while !NaiveRoster(problem: problem, seats: seats).isFeasible {
      let free = seats.indices.filter { !problem.people[seats[$0].person].fixed.contains(seats[$0].duty) }
      guard !free.isEmpty else { break }
      seats.remove(at: pick(free))
    }
    return RosterAssignment(seats: seats)
  }
}

extension RandomDistrict {
  /// Nil where frozen pins contradict each other.
  var compiled: CompiledRoster? {
    try? CompiledRoster(facts: RosterFacts(district: district, distribution: distribution))
  }
}

/// The laws of all preferences hold on the same districts.
let preferences: Set<RuleID> = [
  .minimumCover, .targetCover, .oneLead, .fairHours, .fairNights, .nearHome, .wishes, .buddies, .unitTogether,
  .stability,
]
private let preferenceReport = Law(rules: preferences, aspect: .amounts).run()

/// The law holds on 1,000 districts, and the rule is at work in at least a third of them.
func expectLaw(_ rule: RuleID, aspect: Law.Aspect = .verdict, sourceLocation: SourceLocation = #_sourceLocation) {
  let shared = preferences.contains(rule)
  let report = shared ? preferenceReport : Law(rules: [rule], aspect: aspect).run()
  #expect(report.disagreements.isEmpty, "\(report.disagreements.prefix(3))", sourceLocation: sourceLocation)
  #expect(report.districts >= 1000, sourceLocation: sourceLocation)
  let binding = report.binding[rule] ?? 0
  #expect(binding * 3 >= report.districts, "binds in \(binding)", sourceLocation: sourceLocation)
  #expect(report.allowed * 3 >= report.rosters, "\(report.allowed) allowed", sourceLocation: sourceLocation)
}

/// The law fails on one of the same 1,000 districts when something compiled is wrong.
func expectDisagreement(
  _ rule: RuleID, aspect: Law.Aspect = .verdict, district: @escaping (inout District) -> Void = { _ in },
  problem: @escaping (inout RosterProblem) -> Void = { _ in }, sourceLocation: SourceLocation = #_sourceLocation
) {
  let shared = preferences.contains(rule)
  let law = Law(
    rules: shared ? preferences : [rule], aspect: shared ? .amounts : aspect,
    perturbation: Perturbation(district: district, problem: problem))
  #expect(!law.run().disagreements.isEmpty, sourceLocation: sourceLocation)
}
