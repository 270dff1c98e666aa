import Districts

extension RosterCase {
  /// A roster pin on a duty of the plan; pins on other duties, or of unknown people, say nothing about it.
  struct RosterPin {
    var person: Int
    var duty: Int
    var level: PinLevel
    var must: Bool
    var id: String
  }

  var rosterPins: [RosterPin] {
    raw.district.pins.compactMap { pin in
      guard case .roster(let cadre, let duty) = pin.target, let p = raw.cadreIndex[cadre.text],
        let d = dutyIndex[duty.text]
      else { return nil }
      return RosterPin(person: p, duty: d, level: pin.level, must: pin.must, id: "\(cadre)@\(duty)")
    }
  }

  func holds(_ pin: RosterPin) -> Bool { held[pin.person].contains(pin.duty) == pin.must }

  /// Level 3: 8 for each `prefer` pin that does not hold.
  var rosterPinsAmount: Int { rosterPins.count { $0.level == .prefer && !holds($0) } * 8 }

  /// The `who` and `who_order` pins that a hard rule or a frozen pin refuses, in the order of pins.csv, each with the
  /// rule; earlier pins win.
  var refusedPins: [(pin: RosterPin, rule: RuleID)] {
    let pins = rosterPins
    var on: [Int: [Int]] = [:]
    var off: Set<[Int]> = []
    for pin in pins where pin.level == .frozen {
      if pin.must { on[pin.person, default: []].append(pin.duty) } else { off.insert([pin.person, pin.duty]) }
    }
    var refused: [(pin: RosterPin, rule: RuleID)] = []
    for pin in pins where pin.level == .who || pin.level == .whoOrder {
      let others = on[pin.person] ?? []
      if !pin.must {
        if others.contains(pin.duty) { refused.append((pin, .pins)) } else { off.insert([pin.person, pin.duty]) }
        continue
      }
      if others.contains(pin.duty) { continue }
      if let rule = refusal(pin.person, together: others + [pin.duty]) {
        refused.append((pin, rule))
      } else if off.contains([pin.person, pin.duty]) {
        refused.append((pin, .pins))
      } else if !canSit(on.keys.sorted().filter { on[$0]?.contains(pin.duty) == true } + [pin.person], on: pin.duty) {
        refused.append((pin, .maximumCover))
      } else {
        on[pin.person, default: []].append(pin.duty)
      }
    }
    return refused
  }

  /// Whether all these people find seats on the duty within the maxima (augmenting paths; Kuhn, 1955).
  private func canSit(_ people: [Int], on d: Int) -> Bool {
    var taken = [[Int]](repeating: [], count: duties[d].seats.count)
    func place(_ p: Int, _ visited: inout Set<Int>) -> Bool {
      for (s, seat) in duties[d].seats.enumerated() where takes(seat, p) && visited.insert(s).inserted {
        if taken[s].count < seat.maximum {
          taken[s].append(p)
          return true
        }
        for i in taken[s].indices where place(taken[s][i], &visited) {
          taken[s][i] = p
          return true
        }
      }
      return false
    }
    return people.allSatisfy { p in
      var visited: Set<Int> = []
      return place(p, &visited)
    }
  }

  /// Frozen pins hold; `who` and `who_order` pins hold or are refused by a hard rule, and then stand as gaps.
  func checkRosterPins() -> [Violation] {
    let refused = Set(refusedPins.map(\.pin.id))
    return rosterPins.compactMap { pin in
      guard pin.level != .prefer, !holds(pin), pin.level == .frozen || !refused.contains(pin.id) else { return nil }
      let wanted = pin.must ? "on" : "off"
      return Violation(
        rule: .pins, place: pin.id, amount: 1,
        message: "the \(pin.level.rawValue) pin wants \(name(pin.person)) \(wanted) \(duties[pin.duty].id)")
    }
  }
}
