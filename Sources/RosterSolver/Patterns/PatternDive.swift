import LinearModel
import Rostering
import Units

/// Rounds a master's shares to a roster: fixes what they all but agree on, prices again, and so on to the end.
struct PatternDive {
  var generation: PatternGeneration
  /// Only rosters below this are wanted, in millionths.
  var cutoff: Double
  /// Pricing rounds after each fixing.
  var roundsPerStep = 3
  /// Of the people, fixed in a step.
  var share = 0.08

  private var isFixed: [Bool]

  init(_ generation: PatternGeneration, cutoff: Double) {
    self.generation = generation
    self.cutoff = cutoff
    isFixed = [Bool](repeating: false, count: generation.master.tables.personCount)
  }

  /// A pattern for each of the master's people, or nil when the dive ran above the cutoff or out of time.
  mutating func run() throws(ModelProblems) -> [Int]? {
    let master = generation.master
    while true {
      var rounds = 0
      while rounds < roundsPerStep, !generation.isConverged {
        guard try generation.round(cutoff: cutoff) else { return nil }
        if generation.bound >= cutoff - 0.999 * LevelWeights.scale { return nil }
        rounds += 1
      }
      if !generation.isConverged { guard try master.solve(generation.deadline) else { return nil } }
      if master.objective >= cutoff - 0.001 * LevelWeights.scale { return nil }
      if let whole = wholePatterns() { return whole }
      try fix()
      generation.restart(afterShutting: true)
    }
  }

  /// The share of each column, its person's largest first.
  private func leading(_ person: Int) -> (column: Int, share: Double) {
    var best = (column: -1, share: -1.0)
    for column in generation.master.columnsOf[person] where generation.master.values.indices.contains(column) {
      if generation.master.values[column] > best.share { best = (column, generation.master.values[column]) }
    }
    return best
  }

  private func wholePatterns() -> [Int]? {
    var patterns: [Int] = []
    for person in generation.master.people {
      let best = leading(person)
      guard best.share > 0.9999 else { return nil }
      patterns.append(Int(generation.master.pattern[best.column]))
    }
    return patterns
  }

  private mutating func fix() throws(ModelProblems) {
    let master = generation.master
    var open = master.people.filter { !isFixed[$0] }.map { (person: $0, best: leading($0)) }
    open.sort { ($0.best.share, -$0.person) > ($1.best.share, -$1.person) }
    let wanted = max(1, Int((Double(master.people.count) * share).rounded()))
    for (index, one) in open.enumerated() {
      if index < wanted || one.best.share > 0.999 {
        try fix(one.person, to: one.best.column)
      } else {
        try fixCells(one.person)
      }
    }
  }

  private mutating func fix(_ person: Int, to column: Int) throws(ModelProblems) {
    let master = generation.master
    guard column >= 0 else { return }
    isFixed[person] = true
    let pattern = Int(master.pattern[column])
    generation.forced[person] = master.pool.cells(pattern).map { Int16($0) }
    for other in master.columnsOf[person] where other != column { try master.setOpen(other, false) }
  }

  /// Cells that all but one share in twenty of a person agree on.
  private mutating func fixCells(_ person: Int) throws(ModelProblems) {
    let master = generation.master
    let days = master.tables.dayCount
    var forced = generation.forced[person].isEmpty ? [Int16](repeating: -1, count: days) : generation.forced[person]
    let used = master.columnsOf[person].filter { master.values.indices.contains($0) && master.values[$0] > 1e-9 }
    var hasMore = false
    for day in 0..<days where forced[day] < 0 {
      var shares: [UInt16: Double] = [:]
      for column in used {
        shares[master.pool.cell(Int(master.pattern[column]), day), default: 0] += master.values[column]
      }
      for (cell, share) in shares where share >= 0.95 {
        forced[day] = Int16(cell)
        hasMore = true
      }
    }
    guard hasMore else { return }
    generation.forced[person] = forced
    for column in master.columnsOf[person] where master.isOpen(column) {
      let pattern = Int(master.pattern[column])
      let agrees = (0..<days).allSatisfy { forced[$0] < 0 || forced[$0] == Int16(master.pool.cell(pattern, $0)) }
      if !agrees { try master.setOpen(column, false) }
    }
  }
}
