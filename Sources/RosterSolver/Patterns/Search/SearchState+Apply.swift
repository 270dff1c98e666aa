import Units

/// Cover, and changes that are made.
extension SearchState {
  /// What one person less on the slot changes, −1 for a day off.
  @inline(__always) func weighLeave(_ slot: Int) -> SearchDelta {
    if slot < 0 { return SearchDelta() }
    let filled = self.filled[slot] &- 1
    var delta = SearchDelta()
    delta.preference = 0 &- tables.cover.step(slot, filled: filled)
    if !tables.cover.isWithoutShortage { delta.shortage = 0 &- tables.cover.shortageStep(slot, filled: filled) }
    if filled >= tables.cover.maximum[slot] { delta.breach = 0 &- SearchTotals.breachScale }
    return delta
  }

  /// What one person more on the slot changes, −1 for a day off.
  @inline(__always) func weighJoin(_ slot: Int) -> SearchDelta {
    if slot < 0 { return SearchDelta() }
    let filled = self.filled[slot]
    var delta = SearchDelta()
    delta.preference = tables.cover.step(slot, filled: filled)
    if !tables.cover.isWithoutShortage { delta.shortage = tables.cover.shortageStep(slot, filled: filled) }
    if filled >= tables.cover.maximum[slot] { delta.breach = SearchTotals.breachScale }
    return delta
  }

  /// What cover gains or loses when one person's days change: each day has slots of its own.
  @inline(__always)
  func weighCover(_ person: Int, first: Int, length: Int, _ trial: borrowing Buffer<Int32>) -> SearchDelta {
    var delta = SearchDelta()
    let cells = person &* tables.dayCount &+ first
    for index in 0..<length {
      let old = Int(cell[cells &+ index])
      let new = Int(trial[index])
      if old == new { continue }
      delta += weighLeave(old)
      delta += weighJoin(new)
    }
    return delta
  }

  /// Changes the person's days from `first` to `trial`; `delta` is what all changes of the move weigh, given once.
  /// - Precondition: the word is accepted, every slot allowed.
  mutating func apply(_ person: Int, first: Int, length: Int, _ trial: borrowing Buffer<Int32>) {
    hold(person, first: first, length: length, trial)
    walk(person, first: first, length: length)
  }

  /// The same for as many days from `far` as well, behind those from `first`.
  mutating func applyTwice(
    _ person: Int, first: Int, _ trial: borrowing Buffer<Int32>, far: Int, _ other: borrowing Buffer<Int32>, length: Int
  ) {
    hold(person, first: first, length: length, trial)
    hold(person, first: far, length: length, other)
    walk(person, first: first, length: length)
    walk(person, first: far, length: length)
  }

  @inline(__always)
  private mutating func hold(_ person: Int, first: Int, length: Int, _ trial: borrowing Buffer<Int32>) {
    let cells = person &* tables.dayCount
    for index in 0..<length {
      let day = first &+ index
      let old = Int(cell[cells &+ day])
      let new = Int(trial[index])
      if old == new { continue }
      if old >= 0 { put(person, old, sign: -1) }
      if new >= 0 { put(person, new, sign: 1) }
      cell[cells &+ day] = Int32(truncatingIfNeeded: new)
    }
  }

  /// The states from `first` on, until they are what they were after the days that changed.
  @inline(__always)
  private mutating func walk(_ person: Int, first: Int, length: Int) {
    let days = tables.dayCount
    let cells = person &* days
    let automaton = Int(tables.words.automaton[person])
    let states = person &* (days &+ 1)
    var day = first
    var state = Int(word[states &+ day])
    while day < days {
      if day >= first &+ length, state == Int(word[states &+ day]) { return }
      word[states &+ day] = Int32(truncatingIfNeeded: state)
      let letter = tables.letter(Int(cell[cells &+ day]))
      state = Int(tables.words.arc(automaton: automaton, day: day, state: state, letter: letter).next)
      day &+= 1
    }
    word[states &+ days] = Int32(truncatingIfNeeded: state)
  }

  @inline(__always)
  private mutating func put(_ person: Int, _ slot: Int, sign: Int32) {
    filled[slot] &+= sign
    for index in tables.effects(person: person, slot: slot) {
      let effect = tables.totals.effects[index]
      if effect.index >= 0 {
        value[Int(effect.index)] &+= sign &* effect.amount
      } else {
        let block = Int(-1 &- effect.index)
        let before = held[block]
        let after = before &+ sign
        held[block] = after
        let change: Int32 = (after > 0 ? 1 : 0) &- (before > 0 ? 1 : 0)
        if change != 0 { value[Int(tables.totals.blockTotal[block])] &+= change &* tables.totals.blockAmount[block] }
      }
    }
  }
}
