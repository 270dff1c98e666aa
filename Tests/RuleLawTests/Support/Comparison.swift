import Auditing
import Districts
import Rostering

@testable import Planning

/// One roster, judged by the compiled problem and by the audit.
struct Comparison {
  let naive: NaiveRoster
  let held: HeldDuties
  let truth: CompiledRoster
  let plan: RosterPlan
  let audited: RosterCase
  /// The hard rules that the audit finds broken.
  let broken: [RuleID]
  private let objective: StageObjective?

  init(
    roster: RosterAssignment, problem: RosterProblem, truth: CompiledRoster, audit: Audit,
    distribution: DistributionPlan?, gaps: Bool
  ) {
    held = HeldDuties(roster, people: problem.people.count, duties: problem.duties.count)
    self.truth = truth
    naive = NaiveRoster(problem: problem, seats: roster.seats)
    let pinned = !truth.facts.pins.isEmpty
    let plan = gaps || pinned ? truth.plan(of: held) : RosterPlan(duties: truth.duties(of: held))
    let audited = RosterCase(audit, roster: plan, distribution: distribution)
    var broken = RosterCase.hardRules.filter { !audited.check($0).isEmpty }
    if broken.isEmpty, pinned,
      plan.gaps.filter(\.isOfPin) != audited.expectedGaps.filter(\.isOfPin)
    {
      // A pin that a later one has ousted shows among the gaps.
      broken = [.pins]
    }
    self.plan = plan
    self.audited = audited
    self.broken = broken
    objective = broken.isEmpty ? audited.objective : nil
  }

  /// The rules that cost something.
  var paid: [RuleID] {
    (objective?.breakdown ?? [:]).filter { $0.value > 0 }.compactMap { RuleID(rawValue: $0.key) }
  }

  func amount(of rule: RuleID) -> Int? { objective?.breakdown[rule.rawValue] }

  func verdict() -> String? {
    naive.isFeasible == broken.isEmpty
      ? nil : "compiled \(naive.isFeasible ? "allows" : "forbids"), audit: \(broken.map(\.rawValue))"
  }

  func levels() -> [String] {
    guard let objective else { return [] }
    let audited = objective.levels.map(\.amount)
    return naive.levels == audited ? [] : ["levels \(naive.levels), audit: \(audited), \(objective.breakdown)"]
  }

  /// Everything that the plan says of itself.
  func details() -> [String] {
    guard let objective else { return [] }
    var found: [String] = []
    let own = RosterBreakdown(held, truth)
    if own.byName != objective.breakdown { found.append("breakdown \(own.byName), audit: \(objective.breakdown)") }
    let reference = naive.problem.objective(of: RosterAssignment(seats: naive.seats))
    if [reference.minimum, reference.target, reference.preference] != naive.levels {
      found.append("reference \(reference), naive \(naive.levels)")
    }
    let floors = RosterFloors(truth)
    if [floors.minimum, floors.target, floors.preference] != audited.floors {
      found.append("floors \(floors), audit: \(audited.floors)")
    }
    if plan.gaps != audited.expectedGaps { found.append("gaps \(plan.gaps), audit: \(audited.expectedGaps)") }
    return found
  }
}

extension Gap {
  fileprivate var isOfPin: Bool { what.kind == .pin }
}
