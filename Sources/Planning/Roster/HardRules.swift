import Districts
import Units

/// The hard rules of one person, asked in the order of docs/format.md §4.
struct HardRules: Sendable {
  let rules: RuleSettings
  let places: RosterPlaces

  init(facts: RosterFacts) {
    rules = facts.rules
    places = facts.places
  }

  /// The first rule that refuses the duty as the person's only duty of the horizon, ledger included.
  ///
  /// - Parameter lacks: what to say of a person whom the seat does not take; nil where it does.
  func refusal(_ person: RosterPerson, _ duty: DutyFact, lacks: RuleID?) -> RuleID? {
    if Availability().refuses(person, duty) { return .availability }
    if HealthRule().refuses(person, duty) { return .health }
    if let lacks { return lacks }
    if rules.minimumRest.refuses(person, duty) { return .minimumRest }
    if rules.dailyMaximum.refuses(person, duty) { return .dailyMaximum }
    if rules.weeklyMaximum.refuses(person, duty) { return .weeklyMaximum }
    if rules.consecutiveDays.refuses(person, duty) { return .consecutiveDays }
    if NoNight().refuses(person, duty) { return .noNight }
    if rules.rotation.refuses(person, duty) { return .rotation }
    if rules.exposureMix.refuses(person, duty) { return .exposureMix }
    return nil
  }

  /// The rules that forbid two duties together, whoever has them; the duties in the order of their numbers.
  func forbidding(_ first: DutyFact, _ second: DutyFact) -> RuleID? {
    if NoOverlap().forbids(first, second, places: places) { return .noOverlap }
    if rules.minimumRest.forbids(first, second, places: places) { return .minimumRest }
    if rules.exposureMix.forbids(first, second, places: places) { return .exposureMix }
    return nil
  }

  /// The first rule in the order of §4 that a person breaks with all of these duties (ascending), or nil.
  func broken(by duties: [Int], person: Int, facts: RosterFacts) -> RuleID? {
    let who = facts.people[person]
    var found: Set<RuleID> = []
    for duty in duties {
      let lacks: RuleID? = facts.takesAnywhere(person, duty: duty) ? nil : .qualification
      if let rule = refusal(who, facts.facts[duty], lacks: lacks) { found.insert(rule) }
    }
    for (position, first) in duties.enumerated() {
      for second in duties[(position + 1)...] {
        if let rule = forbidding(facts.facts[first], facts.facts[second]) { found.insert(rule) }
      }
    }
    for (rule, totals) in [
      (RuleID.dailyMaximum, rules.dailyMaximum.totals(of: person, eligible: duties, facts: facts)),
      (RuleID.weeklyMaximum, rules.weeklyMaximum.totals(of: person, eligible: duties, facts: facts)),
    ] where !totals.isEmpty {
      // With exactly these duties eligible, a total that can be exceeded is exceeded.
      found.insert(rule)
    }
    let worked = Set(duties.map { facts.facts[$0].day })
    if rules.consecutiveDays.forbids(days: worked, runBefore: who.runBefore) { found.insert(.consecutiveDays) }
    return RuleID.allCases.first(where: found.contains)
  }
}
