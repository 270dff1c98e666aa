import Rostering
import Units

/// The first words: everybody's cheapest, one person after another, against the cover that is still missing.
struct SearchStart: ~Copyable {
  let cells: Buffer<Int32>
  let stuck: [Int]

  /// - Complexity: O(people × days × states × choices).
  init(_ tables: SearchTables) {
    cells = Buffer(repeating: -1, count: tables.personCount * tables.dayCount)
    let filled = Buffer<Int32>(repeating: 0, count: tables.slotCount)
    let words = PersonWords(tables)
    var stuck: [Int] = []
    for person in 0..<tables.personCount {
      guard words.write(person, filled: filled, into: cells) else {
        stuck.append(person)
        tables.leaveOff(person)
        continue
      }
      for day in 0..<tables.dayCount {
        let slot = Int(cells[person * tables.dayCount + day])
        if slot >= 0 { filled[slot] &+= 1 }
      }
    }
    self.stuck = stuck
  }

  /// The roster's cells; of people whose part is not theirs to hold, or not accepted, those of `current`.
  static func write(
    _ assignment: RosterAssignment, _ tables: SearchTables, onto current: borrowing Buffer<Int32>,
    into cells: borrowing Buffer<Int32>
  ) {
    let days = tables.dayCount
    var isSound = [Bool](repeating: true, count: tables.personCount)
    for taken in assignment.seats where isSound.indices.contains(taken.person) {
      guard let slot = tables.slot(duty: taken.duty, seat: taken.seat) else {
        isSound[taken.person] = false
        continue
      }
      let cell = taken.person * days + Int(tables.slotDay[slot])
      if cells[cell] >= 0 { isSound[taken.person] = false }
      cells[cell] = Int32(slot)
    }
    for person in isSound.indices where !(isSound[person] && tables.accepts(person, cells)) {
      for cell in (person * days)..<((person + 1) * days) { cells[cell] = current[cell] }
    }
  }
}

extension SearchTables {
  func slot(duty: Int, seat: Int) -> Int? {
    guard problem.duties.indices.contains(duty), problem.duties[duty].seats.indices.contains(seat) else { return nil }
    return Int(dutySlots[duty]) + seat
  }

  /// Whether the person may hold these cells, totals apart. O(days).
  func accepts(_ person: Int, _ cells: borrowing Buffer<Int32>) -> Bool {
    let automaton = Int(words.automaton[person])
    var state = Int(words.startState[person])
    for day in 0..<dayCount {
      let slot = Int(cells[person * dayCount + day])
      guard allows(person: person, day: day, slot: slot) else { return false }
      let arc = words.arc(automaton: automaton, day: day, state: state, letter: letter(slot))
      guard arc.next >= 0 else { return false }
      state = Int(arc.next)
    }
    return words.end(automaton: automaton, state: state) != SearchTables.forbidden
  }

  /// The person has nothing but days off from now on, whatever rule that breaks.
  func leaveOff(_ person: Int) {
    words.acceptAnything(person)
    for cell in (person * dayCount)..<((person + 1) * dayCount) { offCost[cell] = 0 }
    for cell in (person * slotCount)..<((person + 1) * slotCount) { slotCost[cell] = SearchTables.forbidden }
  }
}
