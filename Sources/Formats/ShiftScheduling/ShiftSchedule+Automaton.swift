import Rostering

/// What rules of sequence a person has; people with the same limits share one automaton.
struct ShiftSequenceLimits: Hashable {
  var longestRun: Int
  var shortestRun: Int
  var shortestBreak: Int

  init(_ person: ShiftSchedule.Person) {
    longestRun = person.longestRun
    shortestRun = person.shortestRun
    shortestBreak = person.shortestBreak
  }
}

extension ShiftSchedule {
  /// More states than this an automaton cannot have.
  func mostStates(_ limits: ShiftSequenceLimits) -> Int {
    1 + limits.shortestBreak + 1 + 2 * Set(shifts.map(\.mayNotPrecede)).count * max(1, min(limits.longestRun, dayCount))
  }

  /// Where a person stands after a day.
  private enum Standing: Hashable {
    /// Days off in a row, up to the shortest break; before day 0 and from day 0 on they are long enough.
    case off(days: Int)
    /// Before day 0: nothing is short, nothing is counted.
    case start
    /// Days worked in a row up to today, and what the last shift lets follow. `isFirst`: since day 0.
    case on(days: Int, rule: Int, isFirst: Bool)
  }

  /// Words that keep forbidden successions, runs and breaks; a run that touches the horizon's start or end counts as
  /// long enough, its length from day 0.
  ///
  /// - Complexity: O(rules × longest run × shifts), with one rule for all shifts that forbid the same.
  /// - Returns: the automaton: at most `mostStates`; its state 0 is the one before day 0.
  func automaton(_ limits: ShiftSequenceLimits) -> RosterProblem.Automaton {
    var rules: [[Int]] = []
    let ruleOfShift = shifts.map { shift in
      if let known = rules.firstIndex(of: shift.mayNotPrecede) { return known }
      rules.append(shift.mayNotPrecede)
      return rules.count - 1
    }
    let forbidden = rules.map { rule in shifts.indices.map { rule.contains($0) } }
    // Where no run can be too long, runs are alike once they are long enough.
    let isLimited = limits.longestRun < dayCount
    let longest = isLimited ? limits.longestRun : min(max(1, limits.shortestRun), dayCount)
    var space = StateSpace<Standing>()
    _ = space.number(of: .start)
    return space.automaton(
      letterCount: shifts.count + 1, phases: [Int](repeating: 0, count: dayCount)
    ) { standing, letter, _ in
      let shift = letter - 1
      switch standing {
      case .start:
        if letter == 0 { return (.off(days: limits.shortestBreak), 0) }
        return longest >= 1 ? (.on(days: 1, rule: ruleOfShift[shift], isFirst: limits.shortestRun > 1), 0) : nil
      case .off(let days):
        if letter == 0 { return (.off(days: min(days + 1, limits.shortestBreak)), 0) }
        guard days >= limits.shortestBreak, longest >= 1 else { return nil }
        return (.on(days: 1, rule: ruleOfShift[shift], isFirst: false), 0)
      case .on(let days, let rule, let isFirst):
        if letter == 0 {
          guard isFirst || days >= limits.shortestRun else { return nil }
          return (.off(days: min(1, limits.shortestBreak)), 0)
        }
        guard !isLimited || days < longest, !forbidden[rule][shift] else { return nil }
        return (
          .on(
            days: min(days + 1, longest), rule: ruleOfShift[shift], isFirst: isFirst && days + 1 < limits.shortestRun),
          0
        )
      }
    }
  }
}
