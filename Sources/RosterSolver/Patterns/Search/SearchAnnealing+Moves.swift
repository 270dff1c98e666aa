import Units

/// How moves are drawn: into `trial` and `other`; false where the draw is no move.
extension SearchAnnealing {
  /// One day gets another slot, or none.
  @inline(__always) mutating func drawDay() -> Bool {
    person = anybody()
    first = anyDay(before: tables.dayCount)
    length = 1
    let choices = tables.choices(person: person, day: first)
    guard choices.count > 1 else { return false }
    trial[0] = draw(choices)
    return trial[0] != state.cell[person &* tables.dayCount &+ first]
  }

  @inline(__always) private mutating func anybody() -> Int { Int(people[random.below(people.count)]) }

  /// A day of those in focus.
  @inline(__always) private mutating func anyDay(before end: Int) -> Int {
    min(end &- 1, focus &+ random.below(focusDays))
  }

  /// One of the choices; where there are many, of three drawn the one whose cover needs somebody most.
  @inline(__always) private mutating func draw(_ choices: Range<Int>) -> Int32 {
    var best = tables.choice[choices.lowerBound &+ random.below(choices.count)]
    if choices.count < SearchAnnealing.manyChoices { return best }
    var need = urgency(best)
    for _ in 0..<2 {
      let other = tables.choice[choices.lowerBound &+ random.below(choices.count)]
      let otherNeed = urgency(other)
      if otherNeed < need { (best, need) = (other, otherNeed) }
    }
    return best
  }

  /// What one person more changes, a day off between what is wanted and what is not.
  @inline(__always) private func urgency(_ slot: Int32) -> Int {
    if slot < 0 { return 0 }
    let filled = state.filled[Int(slot)]
    return tables.cover.step(Int(slot), filled: filled) &+ tables.cover.shortageStep(Int(slot), filled: filled)
  }

  /// A few days get one kind, or all off.
  mutating func drawRun() -> Bool {
    person = anybody()
    first = anyDay(before: tables.dayCount)
    length = min(2 &+ random.below(4), tables.dayCount &- first)
    let choices = tables.choices(person: person, day: first)
    guard choices.count > 1 else { return false }
    let slot = random.below(3) == 0 ? -1 : Int(draw(choices))
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
    first = anyDay(before: tables.dayCount &- 1)
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
    first = anyDay(before: tables.dayCount &- 2)
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
    first = anyDay(before: tables.dayCount)
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

  /// Days of one person from the same state on, whole weeks apart, change places up to where the states are the same
  /// again: the word stays accepted, and where weekdays count for totals these stay too; what is missing moves.
  mutating func drawWeekExchange() -> Bool {
    person = anybody()
    let days = tables.dayCount
    guard days > 14 else { return false }
    let states = person &* (days &+ 1)
    let one = anyDay(before: days)
    let weeks = (days &- 1 &- one % 7) / 7 &+ 1
    var two = one
    for _ in 0..<SearchAnnealing.weeksTried {
      two = one % 7 &+ 7 &* random.below(weeks)
      if two != one, state.word[states &+ one] == state.word[states &+ two] { break }
      two = one
    }
    if one == two { return false }
    first = min(one, two)
    far = max(one, two)
    let most = min(SearchAnnealing.longestExchange, far &- first, days &- far)
    var left = random.below(3)
    length = 0
    var differs = false
    let early = person &* days &+ first
    let late = person &* days &+ far
    while length < most {
      let (a, b) = (Int(state.cell[early &+ length]), Int(state.cell[late &+ length]))
      guard let forth = tables.kinds.like(b, on: first &+ length), let back = tables.kinds.like(a, on: far &+ length)
      else { return false }
      if forth != a || back != b {
        differs = true
        guard tables.allows(person: person, day: first &+ length, slot: forth),
          tables.allows(person: person, day: far &+ length, slot: back)
        else { return false }
      }
      trial[length] = Int32(truncatingIfNeeded: forth)
      other[length] = Int32(truncatingIfNeeded: back)
      length &+= 1
      if differs, state.word[states &+ first &+ length] == state.word[states &+ far &+ length] {
        if left == 0 { return true }
        left &-= 1
      }
    }
    return false
  }
}
