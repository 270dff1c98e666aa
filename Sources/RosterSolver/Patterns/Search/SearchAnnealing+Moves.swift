import Units

/// How moves are drawn: into `trial` and `other`; false where the draw is no move.
extension SearchAnnealing {
  /// One day gets another slot, or none.
  @inline(__always) mutating func drawDay() -> Bool {
    person = anybody()
    first = random.below(tables.dayCount)
    length = 1
    let choices = tables.choices(person: person, day: first)
    guard choices.count > 1 else { return false }
    trial[0] = tables.choice[choices.lowerBound &+ random.below(choices.count)]
    return trial[0] != state.cell[person &* tables.dayCount &+ first]
  }

  @inline(__always) private mutating func anybody() -> Int { Int(people[random.below(people.count)]) }

  /// A few days get one kind, or all off.
  mutating func drawRun() -> Bool {
    person = anybody()
    first = random.below(tables.dayCount)
    length = min(2 &+ random.below(4), tables.dayCount &- first)
    let choices = tables.choices(person: person, day: first)
    guard choices.count > 1 else { return false }
    let slot = random.below(3) == 0 ? -1 : Int(tables.choice[choices.lowerBound &+ random.below(choices.count)])
    let cells = person &* tables.dayCount &+ first
    var differs = false
    for index in 0..<length {
      guard let like = tables.kinds.like(slot, on: first &+ index),
        tables.allows(person: person, day: first &+ index, slot: like)
      else { return false }
      trial[index] = Int32(truncatingIfNeeded: like)
      if trial[index] != state.cell[cells &+ index] { differs = true }
    }
    return differs
  }

  /// Two days of one person change places.
  mutating func drawDayExchange() -> Bool {
    person = anybody()
    guard tables.dayCount > 1 else { return false }
    first = random.below(tables.dayCount &- 1)
    length = 2 &+ random.below(min(13, tables.dayCount &- first &- 1))
    let cells = person &* tables.dayCount &+ first
    let last = length &- 1
    guard let early = tables.kinds.like(Int(state.cell[cells &+ last]), on: first),
      let late = tables.kinds.like(Int(state.cell[cells]), on: first &+ last),
      tables.allows(person: person, day: first, slot: early),
      tables.allows(person: person, day: first &+ last, slot: late)
    else { return false }
    for index in 1..<max(1, last) { trial[index] = state.cell[cells &+ index] }
    trial[0] = Int32(truncatingIfNeeded: early)
    trial[last] = Int32(truncatingIfNeeded: late)
    return trial[0] != state.cell[cells] || trial[last] != state.cell[cells &+ last]
  }

  /// Some days move by one, the day at the end comes to the front or the other way round.
  mutating func drawShift() -> Bool {
    person = anybody()
    guard tables.dayCount > 2 else { return false }
    first = random.below(tables.dayCount &- 2)
    length = 3 &+ random.below(min(7, tables.dayCount &- first &- 2))
    let cells = person &* tables.dayCount &+ first
    let step = random.below(2) == 0 ? 1 : length &- 1
    var differs = false
    for index in 0..<length {
      let from = index &+ step < length ? index &+ step : index &+ step &- length
      guard let like = tables.kinds.like(Int(state.cell[cells &+ from]), on: first &+ index),
        tables.allows(person: person, day: first &+ index, slot: like)
      else { return false }
      trial[index] = Int32(truncatingIfNeeded: like)
      if trial[index] != state.cell[cells &+ index] { differs = true }
    }
    return differs
  }

  /// Two people exchange the same days.
  mutating func drawBlockSwap() -> Bool {
    guard people.count > 1 else { return false }
    person = anybody()
    second = anybody()
    guard second != person else { return false }
    first = random.below(tables.dayCount)
    let most = tables.dayCount &- first
    length = min(most, random.below(2) == 0 ? 1 &+ random.below(3) : 1 &+ random.below(14))
    let mine = person &* tables.dayCount &+ first
    let theirs = second &* tables.dayCount &+ first
    var differs = false
    for index in 0..<length {
      let a = state.cell[mine &+ index]
      let b = state.cell[theirs &+ index]
      if a != b {
        differs = true
        guard tables.allows(person: person, day: first &+ index, slot: Int(b)),
          tables.allows(person: second, day: first &+ index, slot: Int(a))
        else { return false }
      }
      trial[index] = b
      other[index] = a
    }
    return differs
  }

  /// Two days of one person get other slots, or none.
  mutating func drawTwoDays() -> Bool {
    guard tables.dayCount > 1 else { return false }
    person = anybody()
    first = random.below(tables.dayCount &- 1)
    length = 2 &+ random.below(min(13, tables.dayCount &- first &- 1))
    let cells = person &* tables.dayCount &+ first
    for index in 1..<max(1, length &- 1) { trial[index] = state.cell[cells &+ index] }
    return changeDay(0) && changeDay(length &- 1)
  }

  /// Draws another slot, or none, for one day of the window.
  @inline(__always) private mutating func changeDay(_ index: Int) -> Bool {
    let choices = tables.choices(person: person, day: first &+ index)
    guard choices.count > 1 else { return false }
    trial[index] = tables.choice[choices.lowerBound &+ random.below(choices.count)]
    return trial[index] != state.cell[person &* tables.dayCount &+ first &+ index]
  }

  /// Two people exchange two blocks of days, and keep what is in between.
  mutating func drawDoubleSwap() -> Bool {
    guard people.count > 1, tables.dayCount > 2 else { return false }
    person = anybody()
    second = anybody()
    guard second != person else { return false }
    first = random.below(tables.dayCount &- 2)
    length = min(tables.dayCount &- first, 3 &+ random.below(26))
    let early = 1 &+ random.below(min(3, length &- 2))
    let late = length &- 1 &- random.below(min(3, length &- early &- 1))
    var differs = false
    let mine = person &* tables.dayCount &+ first
    let theirs = second &* tables.dayCount &+ first
    for index in 0..<length {
      let a = state.cell[mine &+ index]
      let b = state.cell[theirs &+ index]
      if index >= early, index < late || a == b {
        trial[index] = a
        other[index] = b
        continue
      }
      if a != b { differs = true }
      guard tables.allows(person: person, day: first &+ index, slot: Int(b)),
        tables.allows(person: second, day: first &+ index, slot: Int(a))
      else { return false }
      trial[index] = b
      other[index] = a
    }
    return differs
  }
}
