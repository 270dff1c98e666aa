import Units

/// Changes that are tried together: kept if they pay, undone in reverse if not.
struct Trail: ~Copyable {
  /// Option + 1 for an added one, −(option + 1) for a removed one.
  private let steps: Buffer<Int32>
  private(set) var count = 0

  init(capacity: Int) { steps = Buffer(repeating: 0, count: capacity) }

  var isFull: Bool { count >= steps.count }

  mutating func add(_ option: Int, to state: inout RosterState) {
    state.add(option)
    steps[count] = Int32(truncatingIfNeeded: option &+ 1)
    count &+= 1
  }

  /// Removes a held entry; says which option it held.
  @discardableResult
  mutating func remove(entry: Int, from state: inout RosterState) -> Int {
    let option = Int(state.held[entry])
    state.remove(entry: entry)
    steps[count] = Int32(truncatingIfNeeded: -(option &+ 1))
    count &+= 1
    return option
  }

  mutating func undo(_ state: inout RosterState) {
    while count > 0 {
      count &-= 1
      let step = Int(steps[count])
      if step > 0 {
        state.remove(entry: Int(state.tables.optionEntry[step &- 1]))
      } else {
        state.add(-step &- 1)
      }
    }
  }

  mutating func keep() { count = 0 }
}

extension RosterState {
  /// Takes the option after giving up whatever of the same person stands in its way; false when that cannot be (the
  /// trail then holds what was done so far). The seat must have room.
  ///
  /// `vacated` receives the options given up.
  mutating func force(
    _ option: Int, trail: inout Trail, random: inout SeededRandom, vacated: borrowing Buffer<Int32>,
    count: inout Int
  ) -> Bool {
    let entry = Int(tables.optionEntry[option])
    let duty = Int(tables.entryDuty[entry])
    let person = Int(tables.entryPerson[entry])
    var other = Int(firstHeld[person])
    while other >= 0 {
      let next = Int(nextHeld[other])
      if other == entry || tables.conflicts[duty, Int(tables.entryDuty[other])] {
        guard !tables.entryIsFixed[other] || other == entry, count < vacated.count else { return false }
        vacated[count] = Int32(truncatingIfNeeded: trail.remove(entry: other, from: &self))
        count &+= 1
      }
      other = next
    }
    while !fitsTotals(entry) || !fitsRun(entry) {
      guard count < vacated.count, let victim = anyHeld(of: person, random: &random) else { return false }
      vacated[count] = Int32(truncatingIfNeeded: trail.remove(entry: victim, from: &self))
      count &+= 1
    }
    guard mayAdd(option) else { return false }
    trail.add(option, to: &self)
    return true
  }

  /// A held entry of the person that may be given up, at random.
  private func anyHeld(of person: Int, random: inout SeededRandom) -> Int? {
    var count = 0
    var chosen: Int?
    var entry = Int(firstHeld[person])
    while entry >= 0 {
      if !tables.entryIsFixed[entry] {
        count &+= 1
        if random.below(count) == 0 { chosen = entry }
      }
      entry = Int(nextHeld[entry])
    }
    return chosen
  }
}
