import Units

/// The cheapest word of one person by itself: cells, automaton and cover as it stands, whatever the totals say.
///
/// - Complexity: O(days × states × choices).
struct PersonWords: ~Copyable {
  let tables: SearchTables
  /// [day × mostStates + state]: the least cost to an accepted end; Int.max where there is none.
  private let toEnd: Buffer<Int>

  init(_ tables: SearchTables) {
    self.tables = tables
    toEnd = Buffer(repeating: Int.max, count: (tables.dayCount + 1) * tables.words.mostStates)
  }

  /// Writes the cheapest word into `cells`, from `person × dayCount`; false where no word is accepted.
  func write(_ person: Int, filled: borrowing Buffer<Int32>, into cells: borrowing Buffer<Int32>) -> Bool {
    let days = tables.dayCount
    let width = tables.words.mostStates
    let automaton = Int(tables.words.automaton[person])
    let states = Int(tables.words.stateCount[automaton])
    for state in 0..<states {
      let end = tables.words.end(automaton: automaton, state: state)
      toEnd[days * width + state] = end == SearchTables.forbidden ? Int.max : Int(end)
    }
    for day in stride(from: days - 1, through: 0, by: -1) {
      for state in 0..<states {
        toEnd[day * width + state] = best(person, day: day, state: state, filled: filled).cost
      }
    }
    var state = Int(tables.words.startState[person])
    guard toEnd[state] < Int.max else { return false }
    for day in 0..<days {
      let slot = best(person, day: day, state: state, filled: filled).slot
      cells[person * days + day] = Int32(slot)
      state = Int(tables.words.arc(automaton: automaton, day: day, state: state, letter: tables.letter(slot)).next)
    }
    return true
  }

  private func best(_ person: Int, day: Int, state: Int, filled: borrowing Buffer<Int32>) -> (cost: Int, slot: Int) {
    let automaton = Int(tables.words.automaton[person])
    var best = (cost: Int.max, slot: -1)
    for index in tables.choices(person: person, day: day) {
      let slot = Int(tables.choice[index])
      let arc = tables.words.arc(automaton: automaton, day: day, state: state, letter: tables.letter(slot))
      guard arc.next >= 0 else { continue }
      let rest = toEnd[(day + 1) * tables.words.mostStates + Int(arc.next)]
      guard rest < Int.max else { continue }
      var cost = rest + Int(arc.cost) + Int(tables.cost(person: person, day: day, slot: slot))
      if slot >= 0 {
        cost += tables.cover.step(slot, filled: filled[slot])
        cost += max(-1 << 40, 1000 * max(-1 << 40, tables.cover.shortageStep(slot, filled: filled[slot])))
      }
      if cost < best.cost { best = (cost, slot) }
    }
    return best
  }

  /// Whether the person last written about has an accepted word from the state on.
  @inline(__always) func goesOn(from state: Int, day: Int) -> Bool {
    toEnd[day &* tables.words.mostStates &+ state] < Int.max
  }
}
