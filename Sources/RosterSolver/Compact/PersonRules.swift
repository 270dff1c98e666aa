import LinearModel
import Rostering
import Units

/// A hard rule of one person.
public enum PersonRule: Sendable, Hashable {
  /// Duties that exclude each other.
  case conflicts
  case longestRun
  case fixed(duty: Int)
  case maximum(total: Int)
  /// The automaton, and with it one duty a day.
  case sequence
  case minimum(total: Int)
}

extension RosterExact {
  /// Rules that together leave the person nothing at all to do, and of which none could be missing; empty where
  /// something is left, or the time is not enough. One small program a rule.
  ///
  /// Source: the deletion filter of Chinneck and Dravnieks, "Locating minimal infeasible constraint sets in linear
  /// programs" (1991).
  public func rulesInTheWay(of person: Int, deadline: Deadline) -> [PersonRule] {
    guard problem.people.indices.contains(person) else { return [] }
    var rest = problem.alone(person)
    guard isImpossible(rest, deadline) else { return [] }
    var needed: [PersonRule] = []
    for rule in rest.rulesOfFirst {
      if deadline.isOver { return [] }
      let fewer = rest.dropping(rule)
      if isImpossible(fewer, deadline) { rest = fewer } else { needed.append(rule) }
    }
    return needed
  }

  private func isImpossible(_ alone: RosterProblem, _ deadline: Deadline) -> Bool {
    let tables = CompactTables(RosterTables(alone))
    var options = SolveOptions()
    options.deadline = deadline
    let search = OneByOne(tables, call: CompactCall(tables: tables, solver: solver), options: options)
    return (try? search.hasNoPattern(0)) ?? false
  }
}

extension RosterProblem {
  /// The person without anybody else.
  func alone(_ person: Int) -> RosterProblem {
    var part = self
    part.people = [people[person]]
    (part.pairs, part.groups) = ([], [])
    return part
  }

  /// Every hard rule that the first person has.
  var rulesOfFirst: [PersonRule] {
    let one = people[0]
    var rules: [PersonRule] = conflicts.isEmpty ? [] : [.conflicts]
    if longestRun != nil { rules.append(.longestRun) }
    // Early, so that it goes where simpler rules are enough.
    if one.sequence != nil { rules.append(.sequence) }
    rules += one.fixed.map { .fixed(duty: $0) }
    rules += one.totals.indices.filter { one.totals[$0].maximum != nil }.map { .maximum(total: $0) }
    return rules + one.totals.indices.filter { one.totals[$0].minimum != nil }.map { .minimum(total: $0) }
  }

  /// The problem without a rule of the first person.
  func dropping(_ rule: PersonRule) -> RosterProblem {
    var part = self
    switch rule {
    case .conflicts: part.conflicts = []
    case .longestRun: part.longestRun = nil
    case .fixed(let duty): part.people[0].fixed.removeAll { $0 == duty }
    case .maximum(let total): part.people[0].totals[total].maximum = nil
    case .sequence: part.people[0].sequence = nil
    case .minimum(let total): part.people[0].totals[total].minimum = nil
    }
    return part
  }
}
