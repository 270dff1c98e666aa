import Districts

/// The objective of a roster by rule.
struct RosterBreakdown: Sendable {
  let amounts: [RuleID: Int]

  init(_ held: HeldDuties, _ roster: CompiledRoster) {
    let facts = roster.facts
    let rules = facts.rules
    let wishes = facts.people.indices.reduce(0) { sum, person in
      sum
        + rules.wishes.wishes(of: person, could: roster.could[person], facts: facts).reduce(0) {
          $0 + ($1.duties.contains { held.holds(person, $0) } ? 0 : $1.cost)
        }
    }
    amounts = [
      .minimumCover: MinimumCover().amount(held, facts: facts),
      .targetCover: TargetCover().amount(held, facts: facts),
      .oneLead: OneLead().amount(held, facts: facts),
      .fairHours: rules.fairHours.amount(held, facts: facts),
      .fairNights: rules.fairNights.amount(held, facts: facts),
      .nearHome: rules.nearHome.amount(held, facts: facts),
      .wishes: rules.wishes.prices(held, facts: facts) + wishes,
      .buddies: rules.buddies.amount(held, facts: facts),
      .unitTogether: rules.unitTogether.amount(held, facts: facts),
      .restDay: rules.restDay.amount(held, facts: facts),
      .stability: rules.stability.amount(held, facts: facts),
      .pins: roster.pins.amount(held),
    ]
  }

  subscript(_ rule: RuleID) -> Int { amounts[rule] ?? 0 }
  var minimum: Int { self[.minimumCover] }
  var target: Int { self[.targetCover] + self[.oneLead] }
  var preference: Int { amounts.values.reduce(0, +) - minimum - target }
  /// By the rules' names, as in `plan.json`.
  var byName: [String: Int] {
    Dictionary(amounts.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}
