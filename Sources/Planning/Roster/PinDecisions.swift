import Districts

/// Which pins bind the roster, which are refused, and which are only preferred.
struct PinDecisions: Sendable {
  /// By person: duties that must be held, ascending, and duties that must not.
  private(set) var held: [Int: [Int]] = [:]
  private(set) var barred: [Int: Set<Int>] = [:]
  /// `who` and `who_order` pins that a rule refuses, in the order of pins.csv.
  private(set) var refused: [RefusedPin] = []
  let preferred: [RosterPin]

  struct RefusedPin: Sendable, Hashable {
    var pin: RosterPin
    var rule: RuleID
  }

  init(facts: RosterFacts, rules: HardRules) throws(FrozenConflict) {
    preferred = facts.pins.filter { $0.level == .prefer }
    let frozen = facts.pins.filter { $0.level == .frozen }
    if let conflict = PinDecisions.conflict(of: frozen, facts: facts, rules: rules) { throw conflict }
    for pin in frozen { add(pin) }
    for pin in facts.pins where pin.level == .who || pin.level == .whoOrder {
      if let rule = refusal(of: pin, facts: facts, rules: rules) {
        refused.append(RefusedPin(pin: pin, rule: rule))
      } else {
        add(pin)
      }
    }
  }

  func duties(of person: Int) -> [Int] { held[person] ?? [] }
  func bars(_ person: Int, _ duty: Int) -> Bool { barred[person]?.contains(duty) ?? false }

  private mutating func add(_ pin: RosterPin) {
    if pin.must {
      held[pin.person] = Set(duties(of: pin.person) + [pin.duty]).sorted()
    } else {
      barred[pin.person, default: []].insert(pin.duty)
    }
  }

  /// The rule that keeps a pin from holding together with all that hold already.
  private func refusal(of pin: RosterPin, facts: RosterFacts, rules: HardRules) -> RuleID? {
    guard pin.must else { return duties(of: pin.person).contains(pin.duty) ? .pins : nil }
    let together = Set(duties(of: pin.person) + [pin.duty]).sorted()
    if let rule = rules.broken(by: together, person: pin.person, facts: facts) { return rule }
    if bars(pin.person, pin.duty) { return .pins }
    let there = facts.people.indices.filter { $0 == pin.person || duties(of: $0).contains(pin.duty) }
    return PinDecisions.fit(there, on: pin.duty, facts: facts) ? nil : .maximumCover
  }

  static func fit(_ people: [Int], on duty: Int, facts: RosterFacts) -> Bool {
    var matching = SeatMatching(capacities: facts.duties[duty].seats.map(\.maximum)) {
      facts.takes($0, duty: duty, seat: $1)
    }
    return people.allSatisfy { matching.seat($0) }
  }
}
