/// What a solution of a public format costs and which hard rules it breaks, worked out from the files' text alone.
public struct FormatVerdict: Sendable, Hashable {
  /// Rules that cost something, in a fixed order, also those that cost nothing here.
  public internal(set) var parts: [Part] = []
  /// In the order of rules, then places.
  public internal(set) var violations: [FormatViolation] = []
  /// Vehicles that go anywhere; 0 for rosters.
  public internal(set) var routes = 0

  public struct Part: Sendable, Hashable {
    public var rule: FormatRule
    public var cost: Int
  }

  public var cost: Int { parts.reduce(0) { saturated($0, $1.cost) } }
  public func cost(of rule: FormatRule) -> Int { parts.reduce(0) { $0 + ($1.rule == rule ? $1.cost : 0) } }

  mutating func pay(_ rule: FormatRule, _ cost: Int) {
    if let index = parts.firstIndex(where: { $0.rule == rule }) {
      parts[index].cost = saturated(parts[index].cost, cost)
    } else {
      parts.append(Part(rule: rule, cost: cost))
    }
  }

  mutating func violate(_ rule: FormatRule, _ place: String, by amount: Int = 1) {
    violations.append(FormatViolation(rule: rule, place: place, amount: amount))
  }
}

/// The sum; no file makes the program stop by its numbers.
func saturated(_ a: Int, _ b: Int) -> Int {
  let (sum, isTooLarge) = a.addingReportingOverflow(b)
  return isTooLarge ? Int.max : sum
}

public struct FormatViolation: Sendable, Hashable {
  public var rule: FormatRule
  /// Who and when, in the file's own names.
  public var place: String
  public var amount: Int
}

public enum FormatRule: String, Sendable, CaseIterable {
  // Shift scheduling, hard.
  case mostShifts, mostMinutes, leastMinutes, longestRun, shortestRun, shortestBreak, mostWeekends, dayOff, succession
  // Shift scheduling, costs.
  case shiftOn, shiftOff, underCover, overCover
  // Nurse rostering, hard (and `succession`).
  case singleAssignment, understaffing, missingSkill
  // Nurse rostering, costs.
  case optimalCover, sameShift, workingDays, daysOff, preference, wholeWeekend, assignments, weekends
  // Routing, hard.
  case notVisited, visitedTwice, fleet, reload, capacity, timeWindow, duration, backhaulOrder, pairing, statedCost
  // Routing, costs.
  case distance, vehicleCost, prize
}

/// A file that cannot be judged: its line, from 1, and what stands there.
public struct UnreadableFormat: Error, Sendable, Hashable {
  public enum File: String, Sendable { case instance, solution }
  public var file: File
  public var line: Int
  public var text: String
}
