import Districts
import Units

/// A plan's roster beside the duties and people of the raw input, ready to be judged rule by rule.
public struct RosterCase: Sendable {
  let raw: RawInput
  /// By start, then id.
  let duties: [AuditedDuty]
  let dutyIndex: [String: Int]
  /// By person: the duties held, in the order of `duties`, each once.
  let held: [[Int]]
  /// By duty: who holds which seat, in the order of the plan; nil for a seat that the duty does not have.
  let seated: [[Seated]]
  /// What does not fit the raw input, found while reading.
  let unreadable: [Violation]
  let plan: RosterPlan?

  struct Seated: Sendable {
    var person: Int
    var seat: Int?
    var lead: Bool
  }

  /// - Parameters:
  ///   - distribution: the points that open ask for staff.
  ///   - carrying: teams ask for people.
  public init(_ audit: Audit, roster: RosterPlan?, distribution: DistributionPlan?, carrying: CarryPlan? = nil) {
    let raw = audit.raw
    self.raw = raw
    plan = roster
    let generated =
      raw.dutiesOfVehicles() + raw.dutiesOfPoints(distribution) + raw.dutiesOfSorting(distribution)
      + raw.dutiesOfTeams(carrying)
    let duties = (raw.postDuties + generated).sorted { ($0.span.start, $0.id) < ($1.span.start, $1.id) }
    let index = Dictionary(zip(duties.map(\.id), duties.indices), uniquingKeysWith: { first, _ in first })
    self.duties = duties
    dutyIndex = index
    var held = [[Int]](repeating: [], count: raw.people.count)
    var seated = [[Seated]](repeating: [], count: duties.count)
    var unreadable: [Violation] = []
    var seen = [Bool](repeating: false, count: duties.count)
    for planned in roster?.duties ?? [] {
      guard let d = index[planned.id.text] else {
        unreadable.append(
          Violation(
            rule: .structure, place: planned.id.text, amount: 1, message: "the district has no duty \(planned.id)"))
        continue
      }
      if seen[d] {
        unreadable.append(
          Violation(
            rule: .structure, place: planned.id.text, amount: 1, message: "the duty \(planned.id) stands twice"))
        continue
      }
      seen[d] = true
      for person in planned.people {
        guard let p = raw.cadreIndex[person.cadre.text] else {
          unreadable.append(
            Violation(
              rule: .structure, place: "\(person.cadre)@\(planned.id)", amount: 1,
              message: "cadres.csv has no \(person.cadre)"))
          continue
        }
        let seat = duties[d].seats.firstIndex { $0.name == person.seat }
        if seat == nil {
          unreadable.append(
            Violation(
              rule: .structure, place: "\(person.cadre)@\(planned.id)", amount: 1,
              message: "the duty has no seat \(person.seat)"))
        }
        seated[d].append(Seated(person: p, seat: seat, lead: person.lead))
        if held[p].last != d, !held[p].contains(d) { held[p].append(d) }
      }
    }
    if roster != nil {
      for d in duties.indices where !seen[d] {
        unreadable.append(
          Violation(
            rule: .structure, place: duties[d].id, amount: 1, message: "the plan leaves out the duty \(duties[d].id)"))
      }
    }
    for p in held.indices { held[p].sort() }
    self.held = held
    self.seated = seated
    self.unreadable = unreadable
  }

  /// People on a seat class of a duty, each counted once.
  func filled(_ d: Int, _ seat: Int) -> Int { Set(seated[d].lazy.filter { $0.seat == seat }.map(\.person)).count }

  func cadre(_ p: Int) -> Cadre { raw.district.cadres[p] }
  func name(_ p: Int) -> String { raw.district.cadres[p].id.text }

  /// A violation for every person and duty held for which `amount` is positive.
  func perDuty(
    _ rule: RuleID, amount: (_ person: Int, _ duty: Int) -> Int, message: (_ person: Int, _ duty: Int, Int) -> String
  ) -> [Violation] {
    held.indices.flatMap { p in
      held[p].compactMap { d in
        let broken = amount(p, d)
        guard broken > 0 else { return nil }
        return Violation(
          rule: rule, place: "\(name(p))@\(duties[d].id)", amount: broken, message: message(p, d, broken))
      }
    }
  }

  /// The same for every pair of duties held by one person, the earlier first.
  func perPair(
    _ rule: RuleID, amount: (_ person: Int, _ earlier: Int, _ later: Int) -> Int,
    message: (_ earlier: AuditedDuty, _ later: AuditedDuty, Int) -> String
  ) -> [Violation] {
    var found: [Violation] = []
    for p in held.indices {
      for (i, a) in held[p].enumerated() {
        for b in held[p].dropFirst(i + 1) {
          let broken = amount(p, a, b)
          guard broken > 0 else { continue }
          found.append(
            Violation(
              rule: rule, place: "\(name(p))@\(duties[b].id)", amount: broken,
              message: message(duties[a], duties[b], broken)))
        }
      }
    }
    return found
  }

  /// A violation for every person with duties for whom `amount` is positive.
  func perPerson(
    _ rule: RuleID, amount: (_ person: Int, _ held: [Int]) -> Int, message: (_ person: Int, Int) -> String
  ) -> [Violation] {
    held.indices.compactMap { p in
      guard !held[p].isEmpty else { return nil }
      let broken = amount(p, held[p])
      guard broken > 0 else { return nil }
      return Violation(rule: rule, place: name(p), amount: broken, message: message(p, broken))
    }
  }
}
