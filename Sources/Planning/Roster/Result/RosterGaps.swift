import Districts

/// What a roster leaves open, with the people counted by the rule that refuses them.
struct RosterGaps {
  let roster: CompiledRoster
  let held: HeldDuties

  func all() -> [Gap] {
    let facts = roster.facts
    var gaps: [Gap] = []
    func add(_ what: Gap.What, missing: Int, reasons: @autoclosure () -> [Gap.Reason]) {
      guard missing > 0 else { return }
      gaps.append(Gap(id: "R\(gaps.count + 1)", what: what, missing: missing, reasons: reasons()))
    }
    for (number, duty) in facts.duties.enumerated() {
      for (seat, asked) in duty.seats.enumerated() {
        let filled = held.filled(number, seat: seat)
        guard filled < asked.target else { continue }
        let why = reasons(number) { facts.takes($0, duty: number, seat: seat) ? nil : .qualification }
        add(
          Gap.What(kind: .duty, id: duty.id.text, seat: asked.name, level: .minimum),
          missing: asked.minimum - filled, reasons: why)
        add(
          Gap.What(kind: .duty, id: duty.id.text, seat: asked.name, level: .target),
          missing: asked.target - filled, reasons: why)
      }
      if duty.asksForLead, OneLead().lead(of: number, held, facts: facts) == nil {
        add(Gap.What(kind: .duty, id: duty.id.text, level: .lead), missing: 1, reasons: reasonsForLead(number))
      }
    }
    for refused in roster.pins.refused {
      let id = "\(facts.people[refused.pin.person].cadre.id)@\(facts.duties[refused.pin.duty].id)"
      add(
        Gap.What(kind: .pin, id: id, level: .service), missing: 1,
        reasons: [Gap.Reason(rule: refused.rule.rawValue, count: 1, standing: .proven)])
    }
    return gaps
  }

  private func reasonsForLead(_ duty: Int) -> [Gap.Reason] {
    let facts = roster.facts
    return reasons(duty) { person in
      if !facts.people[person].cadre.mayLead { return .oneLead }
      return facts.takesAnywhere(person, duty: duty) ? nil : .qualification
    }
  }

  /// Everybody who is not on the duty, under the first rule that refuses it to them alone, else as busy.
  private func reasons(_ duty: Int, lacks: (Int) -> RuleID?) -> [Gap.Reason] {
    let facts = roster.facts
    let there = Set(held.holders[duty].map(\.person))
    var counts: [RuleID: Int] = [:]
    var busy = 0
    for person in facts.people.indices where !there.contains(person) {
      let rule = roster.hardRules.refusal(facts.people[person], facts.facts[duty], lacks: lacks(person))
      if let rule { counts[rule, default: 0] += 1 } else { busy += 1 }
    }
    var reasons = RuleID.allCases.compactMap { rule in
      counts[rule].map { Gap.Reason(rule: rule.rawValue, count: $0, standing: .proven) }
    }
    if busy > 0 { reasons.append(Gap.Reason(rule: "busy", count: busy, standing: .observed)) }
    return reasons
  }
}
