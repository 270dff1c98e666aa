import Units

/// Windows one after another, and the prices of totals that the program does not count.
extension PersonBest {
  /// Fills the person's cells from the first day to the last.
  func walk(
    _ person: Int, isWhole: Bool, filled: borrowing Buffer<Int32>, cells: borrowing Buffer<Int32>
  ) -> Bool {
    let days = tables.dayCount
    for day in 0..<days { cells[person * days + day] = -1 }
    let isShort = isWhole || days <= PersonBest.longestHorizon
    var state = Int(tables.words.startState[person])
    var first = 0
    while first < days {
      let last = isShort ? days : min(days, first + PersonBest.window)
      setEnd(person, after: last)
      program.limit(person, at: last)
      guard
        program.solve(
          person, days: first..<last, startState: state, end: end, cells: cells, filled: filled, into: part)
      else { return false }
      let automaton = Int(tables.words.automaton[person])
      for day in first..<last {
        let slot = Int(part[day - first])
        cells[person * days + day] = Int32(slot)
        state = Int(tables.words.arc(automaton: automaton, day: day, state: state, letter: tables.letter(slot)).next)
      }
      first = last
    }
    return true
  }

  /// What it costs to be in each state before day `last`, whatever comes then: nothing where a word goes on.
  private func setEnd(_ person: Int, after last: Int) {
    let automaton = Int(tables.words.automaton[person])
    for state in 0..<Int(tables.words.stateCount[automaton]) {
      end[state] =
        last == tables.dayCount
        ? tables.words.end(automaton: automaton, state: state)
        : words.goesOn(from: state, day: last) ? 0 : SearchTables.forbidden
    }
  }

  /// Raises prices where a total is outside its limits; returns the person's breaches. O(days × effects).
  func raisePrices(_ person: Int, _ cells: borrowing Buffer<Int32>, step: Int) -> Int {
    let totals = Int(tables.totals.personTotals[person])..<Int(tables.totals.personTotals[person + 1])
    program.choices.count(person, days: 0..<0, cells)
    var sum = 0
    for total in totals {
      let value = program.choices.outside[total]
      let breach = tables.totals.breach(total, value)
      guard breach > 0 else { continue }
      sum += breach
      let change = Int32(clamping: max(1, step * program.shortageUnit / 8 / Int(tables.totals.unit[total])))
      program.price[total] = min(
        1_000_000, max(-1_000_000, program.price[total] + (value < tables.totals.low[total] ? -change : change)))
    }
    return sum
  }

  func forgetPrices(_ person: Int) {
    for total in Int(tables.totals.personTotals[person])..<Int(tables.totals.personTotals[person + 1]) {
      program.price[total] = 0
    }
  }

  /// Fills `trial`, from its start, with the person's best days in a window whose both ends stay as they are.
  func improve(_ person: Int, days: Range<Int>, in state: borrowing SearchState) -> Bool {
    setEnd(person, after: days.upperBound, in: state)
    program.limit(person, at: tables.dayCount)
    priceFullTotals(person, in: state)
    defer { forgetPrices(person) }
    let start = Int(state.word[person * (tables.dayCount + 1) + days.lowerBound])
    return program.solve(
      person, days: days, startState: start, end: end, cells: state.cell, filled: state.filled, into: trial)
  }

  /// Totals that have come to their maximum get a price, so that the window does without more of them.
  private func priceFullTotals(_ person: Int, in state: borrowing SearchState) {
    for total in Int(tables.totals.personTotals[person])..<Int(tables.totals.personTotals[person + 1])
    where state.value[total] >= tables.totals.high[total] {
      program.price[total] = Int32(clamping: max(1, 4 * program.shortageUnit / Int(tables.totals.unit[total])))
    }
  }

  /// What the days from `last` on cost more than now when they are begun in each state.
  private func setEnd(_ person: Int, after last: Int, in state: borrowing SearchState) {
    let automaton = Int(tables.words.automaton[person])
    let cells = person * tables.dayCount
    let states = person * (tables.dayCount + 1)
    for begin in 0..<Int(tables.words.stateCount[automaton]) {
      var at = begin
      var cost = 0
      var day = last
      while day < tables.dayCount, at >= 0, at != Int(state.word[states + day]) {
        let letter = tables.letter(Int(state.cell[cells + day]))
        let arc = tables.words.arc(automaton: automaton, day: day, state: at, letter: letter)
        let old = tables.words.arc(
          automaton: automaton, day: day, state: Int(state.word[states + day]), letter: letter)
        cost += Int(arc.cost) - Int(old.cost)
        at = Int(arc.next)
        day += 1
      }
      if at >= 0, day == tables.dayCount {
        let price = tables.words.end(automaton: automaton, state: at)
        let before = tables.words.end(automaton: automaton, state: Int(state.word[states + day]))
        if price == SearchTables.forbidden { at = -1 } else { cost += Int(price) - Int(before) }
      }
      end[begin] = at < 0 ? SearchTables.forbidden : Int32(clamping: max(-1_000_000, min(1_000_000, cost)))
    }
  }
}
