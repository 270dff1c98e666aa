import LinearModel
import Rostering
import Units

/// Rounds a master's shares to a roster: fixes what they all but agree on, prices again, and so on to the end.
struct PatternDive {
  var generation: PatternGeneration
  /// Only rosters below this are wanted, in millionths.
  var cutoff: Double
  /// Pricing rounds after each fixing.
  var roundsPerStep = 8
  /// Of the people, fixed in a step.
  var share = 0.08

  /// Steps back in one dive.
  var mostUndone = 4

  private var isFixed: [Bool]

  /// What a fixing changed, to take it back.
  private struct Step {
    var bound: Double
    var centre: [Double]
    var people: [Int] = []
    var narrowed: [(person: Int, choices: CellChoices)] = []
    var shut: [Int] = []
  }
  private var steps: [Step] = []

  init(_ generation: PatternGeneration, cutoff: Double) {
    self.generation = generation
    self.cutoff = cutoff
    isFixed = [Bool](repeating: false, count: generation.master.tables.personCount)
  }

  /// A pattern for each of the master's people, or nil when the dive ran above the cutoff or out of time.
  mutating func run() throws(ModelProblems) -> [Int]? {
    let master = generation.master
    var batch = max(1, Int((Double(master.people.count) * share).rounded()))
    var before = -Double.infinity
    var undone = 0
    while true {
      guard try priced() else { return nil }
      let isTooHigh =
        master.objective >= cutoff - 0.001 * LevelWeights.scale || generation.isClosed(below: cutoff)
      if batch > 1 || isTooHigh, undone < mostUndone, let last = steps.last,
        isTooHigh || master.objective > before + max(LevelWeights.scale, abs(before) * 0.004)
      {
        // Too much was fixed at once, or the wrong pattern: back to before, and on with less.
        undone += 1
        try undo(last)
        guard try priced() else { return nil }
        batch = max(1, batch / 2)
        try fix(batch)
        before = .infinity
        continue
      }
      if isTooHigh { return nil }
      if let whole = wholePatterns() { return whole }
      before = master.objective
      try fix(batch)
    }
  }

  /// Prices until little is left to gain; false out of time.
  private mutating func priced() throws(ModelProblems) -> Bool {
    var rounds = 0
    while rounds < roundsPerStep, !generation.isConverged {
      guard try generation.round(cutoff: cutoff) else { return false }
      rounds += 1
      if generation.master.objective - generation.bound < 0.3 * LevelWeights.scale { break }
    }
    return try generation.master.solve(generation.deadline)
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

  private mutating func undo(_ step: Step) throws(ModelProblems) {
    for person in step.people {
      isFixed[person] = false
      generation.fixed[person] = nil
    }
    for one in step.narrowed.reversed() { generation.choices[one.person] = one.choices }
    for column in step.shut { try generation.master.setOpen(column, true) }
    generation.widen(bound: step.bound, centre: step.centre)
    steps.removeLast()
  }

  private mutating func fix(_ batch: Int) throws(ModelProblems) {
    steps.append(Step(bound: generation.bound, centre: generation.centre))
    generation.narrow()
    var open = generation.master.people.filter { !isFixed[$0] }.map { (person: $0, best: leading($0)) }
    open.sort { ($0.best.share, -$0.person) > ($1.best.share, -$1.person) }
    for (index, one) in open.enumerated() {
      if index < batch || one.best.share > 0.999 {
        try fix(one.person, to: one.best.column)
      } else if batch > 1 {
        try fixCells(one.person)
      }
    }
  }

  private mutating func shut(_ column: Int) throws(ModelProblems) {
    guard generation.master.isOpen(column) else { return }
    steps[steps.count - 1].shut.append(column)
    try generation.master.setOpen(column, false)
  }

  private mutating func narrow(_ person: Int, to choices: CellChoices) {
    steps[steps.count - 1].narrowed.append((person, generation.choices[person]))
    generation.choices[person] = choices
  }

  private mutating func fix(_ person: Int, to column: Int) throws(ModelProblems) {
    let master = generation.master
    guard column >= 0 else { return }
    isFixed[person] = true
    let pattern = Int(master.pattern[column])
    generation.fixed[person] = pattern
    steps[steps.count - 1].people.append(person)
    for other in master.columnsOf[person] where other != column { try shut(other) }
  }

  /// Cells that all but one share in twenty of a person agree on.
  private mutating func fixCells(_ person: Int) throws(ModelProblems) {
    let master = generation.master
    let days = master.tables.dayCount
    var left = generation.choices[person]
    let used = master.columnsOf[person].filter { master.values.indices.contains($0) && master.values[$0] > 1e-9 }
    var hasMore = false
    for day in 0..<days where left.forced.isEmpty || left.forced[day] < 0 {
      var shares: [UInt16: Double] = [:]
      for column in used {
        shares[master.pool.cell(Int(master.pattern[column]), day), default: 0] += master.values[column]
      }
      if let agreed = shares.first(where: { $0.value >= 0.95 }) {
        left.force(agreed.key, on: day, of: days)
        hasMore = true
      }
    }
    guard hasMore else { return }
    narrow(person, to: left)
    for column in master.columnsOf[person]
    where master.isOpen(column) && !master.pool.keeps(Int(master.pattern[column]), to: left) {
      try shut(column)
    }
  }
}
