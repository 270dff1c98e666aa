extension RosterProblem {
  /// A finite automaton that reads one letter a day: 0 for a day without a duty, else the duty's `dayClass`.
  ///
  /// Days may differ: `phases` says which of several tables of arcs holds on a day (a Sunday, say).
  public struct Automaton: Sendable, Hashable {
    public var stateCount: Int
    /// Letters 0 ..< letterCount.
    public var letterCount: Int
    /// One entry a day: a table of arcs, from 0.
    public var phases: [Int]
    /// next[(phase × stateCount + state) × letterCount + letter]; −1: the letter may not follow.
    public var next: [Int32]
    /// The arcs' costs at level 3, laid out as `next`.
    public var costs: [Int32]
    /// What it costs at level 3 to end in a state; nil: a word may not end there.
    public var endCosts: [Int?]

    /// An automaton without any arc.
    public init(stateCount: Int, letterCount: Int, phases: [Int]) {
      self.stateCount = stateCount
      self.letterCount = letterCount
      self.phases = phases
      let arcs = ((phases.max() ?? 0) + 1) * stateCount * letterCount
      next = [Int32](repeating: -1, count: arcs)
      costs = [Int32](repeating: 0, count: arcs)
      endCosts = [Int?](repeating: 0, count: stateCount)
    }

    /// Where an arc is in `next` and `costs`.
    @inline(__always) public func arc(phase: Int, state: Int, letter: Int) -> Int {
      (phase * stateCount + state) * letterCount + letter
    }

    public mutating func setArc(phase: Int, from state: Int, letter: Int, to target: Int, cost: Int = 0) {
      let index = arc(phase: phase, state: state, letter: letter)
      next[index] = Int32(target)
      costs[index] = Int32(cost)
    }

    /// What reading one letter a day costs, end included; or the first day on which a letter may not follow
    /// (`letters.count`: the word may not end there). O(days).
    public func read(_ letters: [Int], from start: Int) -> Reading {
      var state = start
      var cost = 0
      for (day, letter) in letters.enumerated() {
        let index = arc(phase: phases[day], state: state, letter: letter)
        guard (0..<letterCount).contains(letter), next[index] >= 0 else { return .stuck(day: day) }
        cost += Int(costs[index])
        state = Int(next[index])
      }
      guard let end = endCosts[state] else { return .stuck(day: letters.count) }
      return .accepted(cost: cost + end)
    }

    public enum Reading: Sendable, Hashable {
      case accepted(cost: Int)
      case stuck(day: Int)
    }

    /// Tables of the right sizes, arcs to known states.
    public func isSound(dayCount: Int) -> Bool {
      guard stateCount > 0, letterCount > 0, phases.count == dayCount, endCosts.count == stateCount,
        phases.allSatisfy({ $0 >= 0 })
      else { return false }
      let (cells, isTooLarge) = stateCount.multipliedReportingOverflow(by: letterCount)
      guard !isTooLarge, next.count == costs.count, next.count % cells == 0,
        (phases.max() ?? 0) < next.count / cells
      else { return false }
      return next.allSatisfy { $0 >= -1 && Int($0) < stateCount }
    }
  }
}
