import Rostering
import Units

/// Who holds what on each day, with everything kept up to date that a change is weighed by.
///
/// A person's word is always accepted by the automaton; totals and seats' maxima may be broken, `sum.breach` tells.
/// Changes are weighed first and applied then: `weigh` is pure, and O(changed cells + cells until the states meet).
struct SearchState: ~Copyable {
  let tables: SearchTables
  /// [person × dayCount + day]: a slot, or −1.
  let cell: Buffer<Int32>
  /// [person × (dayCount + 1) + day]: the automaton's state before the day.
  let word: Buffer<Int32>
  /// People on each slot; the value of each total; slots held of each block.
  let filled: Buffer<Int32>
  let value: Buffer<Int32>
  let held: Buffer<Int32>
  var sum = SearchDelta()

  // What a change does to totals and blocks, zero between calls.
  private let valueDelta: Buffer<Int32>
  private let heldDelta: Buffer<Int32>
  private let touched: Buffer<Int32>
  private let touchedBlocks: Buffer<Int32>

  /// Everybody's word is the one given: slots or −1, by person, then day.
  /// - Precondition: every word is accepted by its automaton, every slot allowed.
  init(_ tables: SearchTables, cells: borrowing Buffer<Int32>) {
    self.tables = tables
    let people = tables.personCount
    cell = Buffer(repeating: -1, count: people * tables.dayCount)
    word = Buffer(repeating: 0, count: people * (tables.dayCount + 1))
    filled = Buffer(repeating: 0, count: tables.slotCount)
    value = Buffer(repeating: 0, count: tables.totals.count)
    held = Buffer(repeating: 0, count: tables.totals.blockCount)
    valueDelta = Buffer(repeating: 0, count: tables.totals.count)
    heldDelta = Buffer(repeating: 0, count: tables.totals.blockCount)
    // A total whose changes cancel in between is listed twice: the second time its change is 0.
    let most = 2 * tables.dayCount * tables.totals.mostEffects + 1
    touched = Buffer(repeating: 0, count: 2 * most)
    touchedBlocks = Buffer(repeating: 0, count: most)
    for index in 0..<(people * tables.dayCount) { cell[index] = cells[index] }
    recount()
  }

  /// Works everything out from the cells. O(cells × effects + slots).
  mutating func recount() {
    for slot in 0..<tables.slotCount { filled[slot] = 0 }
    for total in 0..<tables.totals.count { value[total] = 0 }
    for block in 0..<tables.totals.blockCount { held[block] = 0 }
    sum = SearchDelta()
    sum.preference = tables.problem.constant
    for person in 0..<tables.personCount { count(person) }
    for total in 0..<tables.totals.count {
      sum.breach &+= tables.totals.breach(total, value[total])
      sum.preference &+= tables.totals.price(total, value[total])
    }
    for slot in 0..<tables.slotCount { count(slot: slot) }
  }

  private mutating func count(_ person: Int) {
    let automaton = Int(tables.words.automaton[person])
    let days = tables.dayCount
    var state = Int(tables.words.startState[person])
    for day in 0..<days {
      word[person * (days + 1) + day] = Int32(state)
      let slot = Int(cell[person * days + day])
      sum.preference &+= Int(tables.cost(person: person, day: day, slot: slot))
      let arc = tables.words.arc(automaton: automaton, day: day, state: state, letter: tables.letter(slot))
      sum.preference &+= Int(arc.cost)
      state = Int(arc.next)
      guard slot >= 0 else { continue }
      filled[slot] &+= 1
      for index in tables.effects(person: person, slot: slot) {
        let effect = tables.totals.effects[index]
        if effect.index >= 0 {
          value[Int(effect.index)] &+= effect.amount
        } else {
          let block = Int(-1 &- effect.index)
          if held[block] == 0 { value[Int(tables.totals.blockTotal[block])] &+= tables.totals.blockAmount[block] }
          held[block] &+= 1
        }
      }
    }
    word[person * (days + 1) + days] = Int32(state)
    sum.preference &+= Int(tables.words.end(automaton: automaton, state: state))
  }

  private mutating func count(slot: Int) {
    let here = filled[slot]
    sum.breach &+= max(0, Int(here &- tables.cover.maximum[slot])) &* SearchTotals.breachScale
    let short = Int(tables.cover.minimum[slot] &- here)
    let under = Int(tables.cover.target[slot] &- here)
    let weight = Int(tables.cover.weight[slot])
    sum.shortage &+= weight &* (max(0, short) &* tables.cover.scale &+ max(0, under))
    let wanted = Int(tables.cover.wanted[slot] &- here)
    sum.preference &+= wanted > 0 ? wanted &* Int(tables.cover.under[slot]) : -wanted &* Int(tables.cover.over[slot])
  }

  // MARK: Weighing

  /// What the automaton says when the person's days from `first` hold `trial` (`length` slots): the change of cost, or
  /// Int.max where the word is not accepted.
  @inline(__always)
  func weighWord(_ person: Int, first: Int, length: Int, _ trial: borrowing Buffer<Int32>) -> Int {
    let days = tables.dayCount
    let automaton = Int(tables.words.automaton[person])
    let cells = person &* days
    let states = person &* (days &+ 1)
    var state = Int(word[states &+ first])
    var cost = 0
    for index in 0..<length {
      let day = first &+ index
      let arc = tables.words.arc(
        automaton: automaton, day: day, state: state, letter: tables.letter(Int(trial[index])))
      if arc.next < 0 { return Int.max }
      let old = tables.words.arc(
        automaton: automaton, day: day, state: Int(word[states &+ day]), letter: tables.letter(Int(cell[cells &+ day])))
      cost &+= Int(arc.cost) &- Int(old.cost)
      state = Int(arc.next)
    }
    var day = first &+ length
    while day < days {
      let before = Int(word[states &+ day])
      if state == before { return cost }
      let letter = tables.letter(Int(cell[cells &+ day]))
      let arc = tables.words.arc(automaton: automaton, day: day, state: state, letter: letter)
      if arc.next < 0 { return Int.max }
      cost &+=
        Int(arc.cost)
        &- Int(tables.words.arc(automaton: automaton, day: day, state: before, letter: letter).cost)
      state = Int(arc.next)
      day &+= 1
    }
    return ending(cost, in: state, automaton: automaton, person)
  }

  /// The change of cost so far, and what ending the person's days in `state` changes; `Int.max`: they may not end there.
  @inline(__always)
  private func ending(_ cost: Int, in state: Int, automaton: Int, _ person: Int) -> Int {
    let days = tables.dayCount
    let before = Int(word[person &* (days &+ 1) &+ days])
    if state == before { return cost }
    let end = tables.words.end(automaton: automaton, state: state)
    if end == SearchTables.forbidden { return Int.max }
    return cost &+ Int(end) &- Int(tables.words.end(automaton: automaton, state: before))
  }

  /// What the person alone gains or loses beside the word: cells and totals, not cover.
  /// - Precondition: every slot of the trial is allowed.
  @inline(__always)
  func weighPerson(_ person: Int, first: Int, length: Int, _ trial: borrowing Buffer<Int32>) -> SearchDelta {
    var touchedCount = 0
    var touchedBlockCount = 0
    var delta = SearchDelta()
    delta.preference = gather(person, first: first, length: length, trial, &touchedCount, &touchedBlockCount)
    return delta + settle(touchedCount, touchedBlockCount)
  }

  /// The same, cover and the word too, for as many days from `first` and, behind them, from `far`; nil where the word is
  /// not accepted.
  func weighTwice(
    _ person: Int, first: Int, _ trial: borrowing Buffer<Int32>, far: Int, _ other: borrowing Buffer<Int32>, length: Int
  ) -> SearchDelta? {
    let word = weighWord(person, first: first, trial, far: far, other, length: length)
    if word == Int.max { return nil }
    var touchedCount = 0
    var touchedBlockCount = 0
    var delta = SearchDelta()
    delta.preference = word
    delta.preference &+= gather(person, first: first, length: length, trial, &touchedCount, &touchedBlockCount)
    delta.preference &+= gather(person, first: far, length: length, other, &touchedCount, &touchedBlockCount)
    delta += settle(touchedCount, touchedBlockCount)
    delta += weighCover(person, first: first, length: length, trial)
    delta += weighCover(person, first: far, length: length, other)
    return delta
  }

  /// What the automaton says to two parts of the person's days. O(days between, where the states do not meet).
  private func weighWord(
    _ person: Int, first: Int, _ trial: borrowing Buffer<Int32>, far: Int, _ other: borrowing Buffer<Int32>, length: Int
  ) -> Int {
    let days = tables.dayCount
    let automaton = Int(tables.words.automaton[person])
    let cells = person &* days
    let states = person &* (days &+ 1)
    var state = Int(word[states &+ first])
    var cost = 0
    var day = first
    while day < days {
      let before = Int(word[states &+ day])
      let isInFirst = day < first &+ length
      let isInFar = day >= far && day < far &+ length
      if state == before, !isInFirst, !isInFar {
        if day >= far { return cost }
        day = far
        state = Int(word[states &+ far])
        continue
      }
      let held = Int(cell[cells &+ day])
      let slot = isInFirst ? Int(trial[day &- first]) : isInFar ? Int(other[day &- far]) : held
      let arc = tables.words.arc(automaton: automaton, day: day, state: state, letter: tables.letter(slot))
      if arc.next < 0 { return Int.max }
      let old = tables.words.arc(automaton: automaton, day: day, state: before, letter: tables.letter(held))
      cost &+= Int(arc.cost) &- Int(old.cost)
      state = Int(arc.next)
      day &+= 1
    }
    return ending(cost, in: state, automaton: automaton, person)
  }

  /// Notes what the days change of totals and blocks; returns the change of the days' own costs.
  @inline(__always)
  private func gather(
    _ person: Int, first: Int, length: Int, _ trial: borrowing Buffer<Int32>, _ touchedCount: inout Int,
    _ touchedBlockCount: inout Int
  ) -> Int {
    var cost = 0
    let cells = person &* tables.dayCount &+ first
    for index in 0..<length {
      let old = Int(cell[cells &+ index])
      let new = Int(trial[index])
      if old == new { continue }
      let day = first &+ index
      cost &+=
        Int(tables.cost(person: person, day: day, slot: new))
        &- Int(tables.cost(person: person, day: day, slot: old))
      if old >= 0 { gather(person, old, sign: -1, &touchedCount, &touchedBlockCount) }
      if new >= 0 { gather(person, new, sign: 1, &touchedCount, &touchedBlockCount) }
    }
    return cost
  }

  /// What the noted changes of totals and blocks come to; nothing is noted afterwards.
  @inline(__always)
  private func settle(_ noted: Int, _ touchedBlockCount: Int) -> SearchDelta {
    var delta = SearchDelta()
    var touchedCount = noted
    for entry in 0..<touchedBlockCount {
      let block = Int(touchedBlocks[entry])
      let before = held[block]
      let after = before &+ heldDelta[block]
      heldDelta[block] = 0
      let change: Int32 = (after > 0 ? 1 : 0) &- (before > 0 ? 1 : 0)
      if change == 0 { continue }
      touch(Int(tables.totals.blockTotal[block]), change &* tables.totals.blockAmount[block], &touchedCount)
    }
    for entry in 0..<touchedCount {
      let total = Int(touched[entry])
      let before = value[total]
      let after = before &+ valueDelta[total]
      valueDelta[total] = 0
      if after == before { continue }
      delta.breach &+= tables.totals.breach(total, after) &- tables.totals.breach(total, before)
      if tables.totals.cost[total] >= 0 {
        delta.preference &+= tables.totals.price(total, after) &- tables.totals.price(total, before)
      }
    }
    return delta
  }

  @inline(__always)
  private func gather(
    _ person: Int, _ slot: Int, sign: Int32, _ touchedCount: inout Int, _ touchedBlockCount: inout Int
  ) {
    for index in tables.effects(person: person, slot: slot) {
      let effect = tables.totals.effects[index]
      if effect.index >= 0 {
        touch(Int(effect.index), sign &* effect.amount, &touchedCount)
      } else {
        let block = Int(-1 &- effect.index)
        if heldDelta[block] == 0 {
          touchedBlocks[touchedBlockCount] = Int32(truncatingIfNeeded: block)
          touchedBlockCount &+= 1
        }
        heldDelta[block] &+= sign
      }
    }
  }

  @inline(__always)
  private func touch(_ total: Int, _ change: Int32, _ touchedCount: inout Int) {
    if valueDelta[total] == 0 {
      touched[touchedCount] = Int32(truncatingIfNeeded: total)
      touchedCount &+= 1
    }
    valueDelta[total] &+= change
  }
}
