import Units

/// The best roster, and people whose days are made anew as a whole.
extension SearchAnnealing {
  /// Goes on from these cells where they are better than the best.
  mutating func take(_ cells: borrowing Buffer<Int32>) {
    writeBestDown()
    for cell in 0..<best.count { state.cell[cell] = cells[cell] }
    state.recount()
    if state.sum < bestSum {
      bestSum = state.sum
      isBestCurrent = true
      writeBestDown()
    }
  }

  /// The current roster is the best where it is better.
  mutating func noteBest() {
    guard state.sum < bestSum else { return }
    bestSum = state.sum
    isBestCurrent = true
    writeBestDown()
  }

  mutating func returnToBest() {
    writeBestDown()
    for cell in 0..<best.count { state.cell[cell] = best[cell] }
    state.recount()
  }

  mutating func writeBestDown() {
    guard isBestCurrent else { return }
    isBestCurrent = false
    for cell in 0..<best.count { best[cell] = state.cell[cell] }
  }

  /// Makes the person's days anew; keeps them where they are better.
  mutating func rebuild(_ person: Int, isWhole: Bool = false, with maker: PersonBest) {
    if isBestCurrent { writeBestDown() }
    for day in 0..<tables.dayCount {
      let slot = Int(state.cell[person * tables.dayCount + day])
      old[day] = Int32(slot)
      if slot >= 0 { state.filled[slot] &-= 1 }
    }
    let isMade = maker.construct(person, isWhole: isWhole, filled: state.filled, cells: state.cell)
    for day in 0..<tables.dayCount {
      let slot = Int(old[day])
      state.cell[person * tables.dayCount + day] = old[day]
      if slot >= 0 { state.filled[slot] &+= 1 }
    }
    guard isMade else { return }
    (self.person, second, first, length) = (person, -1, 0, tables.dayCount)
    for day in 0..<tables.dayCount { trial[day] = maker.trial[day] }
    guard let delta = weigh(), delta < SearchDelta() else { return }
    state.apply(person, first: 0, length: tables.dayCount, trial)
    state.sum += delta
  }

  /// Everybody's days from nothing, one person after another, then again for those who break a total.
  mutating func construct(deadline: Deadline) {
    let maker = self.maker ?? PersonBest(tables)
    self.maker = maker
    for index in 0..<people.count where !deadline.isOver { rebuild(Int(people[index]), with: maker) }
    for index in 0..<people.count where breach(of: Int(people[index])) > 0 && !deadline.isOver {
      improve(Int(people[index]), window: 2 * PersonBest.window, with: maker)
    }
    for index in 0..<people.count where breach(of: Int(people[index])) > 0 && !deadline.isOver {
      rebuild(Int(people[index]), isWhole: true, with: maker)
    }
    noteBest()
  }

  private func breach(of person: Int) -> Int {
    var sum = 0
    for total in Int(tables.totals.personTotals[person])..<Int(tables.totals.personTotals[person + 1]) {
      sum += tables.totals.breach(total, state.value[total])
    }
    return sum
  }

  /// The best roster again, and everybody's days made better: over a long horizon once, else as long as that helps.
  mutating func endCycle() {
    returnToBest()
    let maker = self.maker ?? PersonBest(tables)
    self.maker = maker
    for _ in 0..<(tables.dayCount <= PersonBest.longestHorizon ? 3 : 1) {
      let before = state.sum
      for index in 0..<people.count { improve(Int(people[index]), window: PersonBest.window, with: maker) }
      if !(state.sum < before) { break }
    }
    noteBest()
  }

  /// Windows of the person's days made anew one after another, overlapping by half.
  mutating func improve(_ person: Int, window: Int, with maker: PersonBest) {
    let days = tables.dayCount
    let window = days <= PersonBest.longestHorizon ? days : window
    var begin = 0
    while true {
      let end = min(days, begin + window)
      if maker.improve(person, days: begin..<end, in: state) {
        (self.person, second, first, length) = (person, -1, begin, end - begin)
        for index in 0..<length { trial[index] = maker.trial[index] }
        if let delta = weigh(), delta < SearchDelta() {
          state.apply(person, first: first, length: length, trial)
          state.sum += delta
        }
      }
      if end == days { return }
      begin += window / 2
    }
  }
}
