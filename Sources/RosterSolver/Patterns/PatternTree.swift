import LinearModel
import Rostering
import Units

/// Branch and price: nodes are bounded by column generation, and split on sums of cover, on rows' counts and on cells of
/// a person's day until nothing below the cutoff is left.
///
/// The most promising branch goes first by strong branching on the known columns; a plunge goes down the better side,
/// then the open node with the least bound is next, whose bound is the tree's.
/// Source: Barnhart et al., "Branch-and-price: column generation for solving huge integer programs" (1998); Achterberg,
/// Koch and Martin, "Branching rules revisited" (2005).
struct PatternTree {
  private var generation: PatternGeneration
  private var open: [PatternNode]
  /// The node that a plunge goes on with.
  private var next: PatternNode?
  /// The least bound of nodes that were given up undecided.
  private var undecided = Double.infinity
  private(set) var nodes = 0

  /// Pricing rounds in a node after which its bound is good enough.
  static let roundsPerNode = 40
  static let mostCandidates = 8

  init(_ generation: PatternGeneration) {
    self.generation = generation
    open = []
    next = PatternNode(bound: generation.bound, centre: generation.centre)
  }

  private var master: PatternMaster { generation.master }

  /// In millionths: no roster is below it, but for those known already.
  var bound: Double {
    min(undecided, open.reduce(next?.bound ?? .infinity) { min($0, $1.bound) })
  }

  var isFinished: Bool { open.isEmpty && next == nil }

  /// What a step came to.
  enum Outcome { case open, roster([Int]), interrupted }

  /// Bounds one node and splits it. A roster comes as its patterns.
  mutating func step(cutoff: Double) throws(ModelProblems) -> Outcome {
    guard let node = take(cutoff) else { return .open }
    nodes += 1
    try apply(node)
    var rounds = 0
    while !generation.isConverged, rounds < PatternTree.roundsPerNode, !generation.isClosed(below: cutoff) {
      guard try generation.round(cutoff: cutoff) else {
        open.append(node)
        return .interrupted
      }
      rounds += 1
    }
    if generation.isClosed(below: cutoff) { return .open }
    var done = node
    done.bound = max(node.bound, generation.bound)
    done.centre = generation.centre
    if let whole = wholePatterns() {
      // The node stays open until a roster of its bound's cost is known, but where nothing more is to be had of it.
      if generation.isConverged && master.objective >= cutoff {
        undecided = min(undecided, done.bound)
      } else {
        open.append(done)
      }
      return .roster(whole)
    }
    guard let branch = try choose(done) else {
      undecided = min(undecided, done.bound)
      return .open
    }
    let days = master.tables.dayCount
    func child(_ isUp: Bool) -> PatternNode { done.child(branch.branch, isUp: isUp, of: days, most: branch.most) }
    next = child(branch.isUpBetter)
    open.append(child(!branch.isUpBetter))
    return .open
  }

  private mutating func take(_ cutoff: Double) -> PatternNode? {
    open = open.filter { !isClosed($0, cutoff) }
    if let node = next {
      next = nil
      if !isClosed(node, cutoff) { return node }
    }
    guard
      let best = open.indices.min(by: { (open[$0].bound, -open[$0].depth, $0) < (open[$1].bound, -open[$1].depth, $1) })
    else { return nil }
    return open.remove(at: best)
  }

  private func isClosed(_ node: PatternNode, _ cutoff: Double) -> Bool {
    PatternGeneration.roundedUp(node.bound) * LevelWeights.scale >= cutoff
  }

  private mutating func apply(_ node: PatternNode) throws(ModelProblems) {
    for person in master.people { generation.choices[person] = node.choices[person] ?? .all }
    for column in 0..<master.columnCount where master.pattern[column] >= 0 {
      let pattern = Int(master.pattern[column])
      let choices = generation.choices[Int(master.pool.person[pattern])]
      try master.setOpen(column, choices.isFree || master.pool.keeps(pattern, to: choices))
    }
    for row in 0..<master.tables.cover.rowCount {
      try master.setCounts(row, node.counts[row] ?? 0...master.mostCount[row])
    }
    for sum in master.sums.rows.indices { try master.setSum(sum, node.sums[sum] ?? 0...Int(Int32.max)) }
    generation.widen(bound: node.bound, centre: node.centre)
  }

  private func wholePatterns() -> [Int]? {
    var patterns: [Int] = []
    for person in master.people {
      guard
        let column = master.columnsOf[person].first(where: {
          master.values.indices.contains($0) && master.values[$0] > 0.9999
        })
      else { return nil }
      patterns.append(Int(master.pattern[column]))
    }
    return patterns
  }

  // MARK: Choosing a branch

  private struct Candidate {
    var branch: PatternBranch
    var fraction: Double
    /// The most a row's count can be.
    var most = 0
    /// 0 for halves, 0.5 for whole numbers.
    var distance: Double { abs(fraction - 0.5) }
  }

  /// Of the candidates near a half the one whose worse side rises most on the known columns.
  private mutating func choose(
    _ node: PatternNode
  ) throws(ModelProblems) -> (branch: PatternBranch, most: Int, isUpBetter: Bool)? {
    let candidates = candidates()
    guard let first = candidates.first else { return nil }
    let before = master.objective
    let values = try master.probe(candidates.flatMap { [probe($0, isUp: false, node), probe($0, isUp: true, node)] })
    var best = (candidate: first, score: -1.0, isUpBetter: true)
    for (index, candidate) in candidates.enumerated() {
      let (down, up) = (values[2 * index] - before, values[2 * index + 1] - before)
      let least = 0.01 * LevelWeights.scale
      let score = max(down, least) * max(up, least)
      if score > best.score { best = (candidate, score, up <= down) }
    }
    return (best.candidate.branch, best.candidate.most, best.isUpBetter)
  }

  private typealias Change = () throws(ModelProblems) -> Void

  /// One side of a candidate, and back.
  private func probe(_ candidate: Candidate, isUp: Bool, _ node: PatternNode) -> (change: Change, back: Change) {
    let master = master
    let child = node.child(candidate.branch, isUp: isUp, of: master.tables.dayCount, most: candidate.most)
    switch candidate.branch {
    case .sum(let sum, _):
      let (new, old) = (child.sums[sum] ?? 0...Int(Int32.max), node.sums[sum] ?? 0...Int(Int32.max))
      return (
        { () throws(ModelProblems) in try master.setSum(sum, new) },
        { () throws(ModelProblems) in try master.setSum(sum, old) }
      )
    case .count(let row, _):
      let (new, old) = (child.counts[row] ?? 0...candidate.most, node.counts[row] ?? 0...candidate.most)
      return (
        { () throws(ModelProblems) in try master.setCounts(row, new) },
        { () throws(ModelProblems) in try master.setCounts(row, old) }
      )
    case .cell(let person, _, _):
      let choices = child.choices[person] ?? .all
      let shut = master.columnsOf[person].filter {
        master.isOpen($0) && !master.pool.keeps(Int(master.pattern[$0]), to: choices)
      }
      return (
        { () throws(ModelProblems) in for column in shut { try master.setOpen(column, false) } },
        { () throws(ModelProblems) in for column in shut { try master.setOpen(column, true) } }
      )
    }
  }

  private func candidates() -> [Candidate] {
    func nearest(_ all: [Candidate], _ count: Int) -> [Candidate] {
      Array(
        all.enumerated().sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
          .prefix(count).map(\.element))
    }
    let cells = cellCandidates()
    let cover = nearest(sumCandidates(), 3) + nearest(countCandidates(), 3)
    return cover + nearest(cells, PatternTree.mostCandidates - cover.count)
  }

  private func candidate(_ value: Double, _ branch: (Int) -> PatternBranch, most: Int = 0) -> Candidate? {
    let whole = value.rounded(.down)
    let fraction = value - whole
    guard fraction > 0.01, fraction < 0.99 else { return nil }
    return Candidate(branch: branch(Int(whole)), fraction: fraction, most: most)
  }

  private func sumCandidates() -> [Candidate] {
    master.sums.rows.indices.compactMap { sum in
      let value = master.sums.rows[sum].reduce(0.0) { total, row in
        master.steps[row].reduce(total) { $0 + ($1.slope < 0 ? master.stepValues[$1.column] : 0) }
      }
      return candidate(value, { .sum(sum, atMost: $0) })
    }
  }

  private func countCandidates() -> [Candidate] {
    (0..<master.tables.cover.rowCount).compactMap { row in
      let value = master.steps[row].reduce(0.0) { $0 + master.stepValues[$1.column] }
      return candidate(value, { .count(row: row, atMost: $0) }, most: master.mostCount[row])
    }
  }

  private func cellCandidates() -> [Candidate] {
    let tables = master.tables
    var found: [Candidate] = []
    for person in master.people {
      let used = master.columnsOf[person].filter { master.values.indices.contains($0) && master.values[$0] > 1e-6 }
      guard used.count > 1 else { continue }
      for day in 0..<tables.dayCount {
        var shares: [(cell: UInt16, share: Double)] = []
        for column in used {
          let cell = master.pool.cell(Int(master.pattern[column]), day)
          if let known = shares.firstIndex(where: { $0.cell == cell }) {
            shares[known].share += master.values[column]
          } else {
            shares.append((cell, master.values[column]))
          }
        }
        guard shares.count > 1 else { continue }
        for one in shares where one.share > 0.01 && one.share < 0.99 {
          found.append(Candidate(branch: .cell(person: person, day: day, cell: one.cell), fraction: one.share))
        }
      }
    }
    return found
  }
}
