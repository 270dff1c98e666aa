import Rostering

extension PatternTables {
  /// What a pattern costs its person at level 3, in preference points, wishes included; nil: it breaks a hard rule.
  func cost(_ person: Int, _ cells: [UInt16]) -> Int? {
    let one = problem.people[person]
    var sum = personConstant[person]
    let duties = heldDuties(cells)
    for day in 0..<dayCount where cells[day] > 0 {
      let option = option(person, day, cell: Int(cells[day]))
      guard option >= 0 else { return nil }
      sum += optionPoints[option]
    }
    for duty in one.fixed where !duties.contains(duty) { return nil }
    guard let ofWord = wordCost(person, cells), let ofRuns = runCost(person, cells) else { return nil }
    sum += ofWord + ofRuns
    for index in totals[person].indices {
      let total = totals[person][index]
      let value = self.sum(total, duties)
      if let high = total.high, value > high { return nil }
      if let low = total.low, value < low { return nil }
      sum += total.cost(ofSum: value)
    }
    return sum
  }

  /// The totals whose limits a pattern breaks, by their place in `totals[person]`.
  func exceededTotals(_ person: Int, _ cells: [UInt16]) -> [Int] {
    let duties = heldDuties(cells)
    return totals[person].indices.filter { index in
      let total = totals[person][index]
      guard total.high != nil || total.low != nil else { return false }
      let value = sum(total, duties)
      return total.high.map { value > $0 } ?? false || total.low.map { value < $0 } ?? false
    }
  }

  /// Ascending by day.
  func heldDuties(_ cells: [UInt16]) -> [Int] {
    var duties: [Int] = []
    for day in 0..<dayCount where cells[day] > 0 { duties += self.duties(day, cell: Int(cells[day])) }
    return duties
  }

  func sum(_ total: PersonTotal, _ duties: [Int]) -> Int {
    var sum = 0
    var counted: [Int] = []
    for duty in duties {
      sum += shapes.amount(total.shape, duty)
      let block = shapes.block(total.shape, duty)
      if block >= 0, !counted.contains(block) {
        counted.append(block)
        sum += shapes.shapes[total.shape].blocks[block].amount
      }
    }
    return sum
  }

  private func wordCost(_ person: Int, _ cells: [UInt16]) -> Int? {
    let one = problem.people[person]
    guard let sequence = one.sequence else { return 0 }
    let letters = (0..<dayCount).map { day in
      duties(day, cell: Int(cells[day])).first.map { problem.duties[$0].dayClass } ?? 0
    }
    guard case .accepted(let cost) = problem.sequences[sequence].read(letters, from: one.startState) else { return nil }
    return cost
  }

  private func runCost(_ person: Int, _ cells: [UInt16]) -> Int? {
    guard problem.longestRun != nil || problem.runCost > 0 || !problem.conflicts.isEmpty else { return 0 }
    var run = problem.people[person].runBefore
    var sum = 0
    var yesterday: [Int] = []
    for day in 0..<dayCount {
      let today = duties(day, cell: Int(cells[day]))
      run = today.isEmpty ? 0 : run + 1
      if let longest = problem.longestRun, run > longest { return nil }
      if run > problem.softRun { sum += problem.runCost }
      for first in yesterday {
        for second in today where conflicts.contains(.init(first: min(first, second), second: max(first, second))) {
          return nil
        }
      }
      yesterday = today
    }
    return sum
  }
}
