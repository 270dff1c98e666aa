import Rostering

/// What the pattern engine does not take on.
public enum PatternObstacle: Sendable, Hashable {
  /// More sets of duties on one day than can be told one by one.
  case tooManySets
  /// A group over several days, with a duty at two places, or with somebody who is in another one of the same day.
  case group(index: Int)
  /// Duties more than one day apart that exclude each other.
  case distantConflict(index: Int)
  /// Weights so far apart that whole numbers in floating point would not be exact.
  case numbersTooLarge
}

extension RosterProblem {
  /// The first thing in the problem that the pattern engine does not take on; nil: it takes it. O(sets of duties of everybody).
  public func patternObstacle() -> PatternObstacle? {
    if let index = LinkTables.groupWithoutRows(self) { return .group(index: index) }
    for (index, pair) in conflicts.enumerated() where abs(duties[pair.second].day - duties[pair.first].day) > 1 {
      return .distantConflict(index: index)
    }
    if CellLayout(self) == nil { return .tooManySets }
    return LevelWeights(self).areExact ? nil : .numbersTooLarge
  }

  /// What only patterns and compact programs know: the local search, and the engine for one day, must not be given it.
  public var needsPatterns: Bool {
    people.contains { person in
      person.sequence != nil
        || person.totals.contains { !$0.blocks.isEmpty || $0.minimum != nil || ($0.cost?.slack ?? 0) > 0 }
    } || duties.contains { $0.seats.contains { $0.underCost > 0 || $0.overCost > 0 } }
  }
}

extension RosterAnswer {
  /// Nobody works: for engines that must not guess at what they do not know.
  static func refused(_ problem: RosterProblem) -> RosterAnswer {
    let empty = RosterAssignment()
    return RosterAnswer(
      assignment: empty, objective: problem.objective(of: empty),
      stop: .failed("sequences, blocks, minima and wanted cover are for RosterPortfolio and RosterExact"))
  }
}

/// One number for the three levels: preference points, in which a unit of levels 1 and 2 costs much more than what a
/// person's pattern can be worth.
struct LevelWeights: Sendable, Hashable {
  var minimum: Double
  var target: Double
  var preference: Double
  let areExact: Bool

  /// Multipliers and prices are whole millionths, kept in floating point; below 2⁵³ they are exact.
  static let scale = 1_000_000.0

  init(_ problem: RosterProblem) {
    var (spread, whole) = (1.0, 1.0)
    for person in problem.people {
      var dearest = [Double](repeating: 0, count: problem.dayCount)
      for option in person.options where dearest.indices.contains(problem.duties[option.duty].day) {
        let day = problem.duties[option.duty].day
        dearest[day] = max(dearest[day], abs(Double(option.cost)))
      }
      var one = dearest.reduce(0, +) + person.wishes.reduce(0) { $0 + Double($1.cost) }
      if let sequence = person.sequence {
        one += Double(problem.sequences[sequence].costs.max() ?? 0) * Double(problem.dayCount)
      }
      one += Double(problem.runCost) * Double(problem.dayCount)
      for total in person.totals {
        guard let cost = total.cost else { continue }
        one += Double(cost.weight) * Double(cost.prices.last?.price ?? 0) * 10
      }
      spread = max(spread, one)
      whole += one
    }
    let apart = Double(problem.pairs.map(\.cost).max() ?? 0) * Double(problem.dayCount)
    let spreadOut = Double(problem.groups.map(\.cost).max() ?? 0) * Double(problem.dayCount)
    spread += apart + spreadOut
    whole += apart * Double(2 * problem.pairs.count) + spreadOut * Double(problem.groups.count)
    let seats = problem.duties.flatMap(\.seats)
    let dearestSeat = seats.reduce(0.0) { max($0, Double(max($1.underCost, $1.overCost))) }
    let isLevelled = seats.contains { $0.weight > 0 && $0.target > 0 } || problem.duties.contains(where: \.asksForLead)
    preference = 1
    let heaviest = seats.reduce(1.0) { max($0, Double($1.weight)) }
    let days = Double(max(1, problem.dayCount))
    let ofTarget = seats.reduce(0.0) { $0 + Double($1.weight) * Double($1.target) }
    let ofLeads = problem.duties.reduce(0.0) { $0 + ($1.asksForLead ? Double($1.leadWeight) : 0) }
    let dearestLead = problem.duties.reduce(0.0) { max($0, $1.asksForLead ? Double($1.leadWeight) : 0) }
    func isExact(_ target: Double, _ factor: Double) -> Bool {
      let largest = (1 + factor) * target * heaviest + spread + dearestSeat
      return largest * LevelWeights.scale * days < LevelWeights.exactBelow
    }
    // What everybody together can be worth, where numbers so large are exact; what a few can be worth elsewhere.
    let most = 2 * min(spread + 2 * dearestSeat, 100_000)
    let choices = [
      (2 * whole, 1 + ofTarget + ofLeads), (2 * whole, 4 * (heaviest + dearestLead)),
      (most, 4 * (heaviest + dearestLead)),
      (most, 4),
    ]
    let chosen = choices.first { isExact(max(most, $0.0), $0.1) } ?? (most, 4)
    target = isLevelled ? max(most, chosen.0) : 1
    minimum = isLevelled ? target * chosen.1 : 1
    areExact = isExact(target, isLevelled ? chosen.1 : 1)
  }

  static let exactBelow = 4e15

  /// Level 1 alone, or level 2 beside a level 1 that counts for `cover` times as much.
  init(level: Int, cover: Double) {
    (minimum, target, preference) = level == 0 ? (1, 0, 0) : (cover, 1, 0)
    areExact = true
  }

  func value(_ objective: RosterObjective) -> Double {
    Double(objective.minimum) * minimum + Double(objective.target) * target + Double(objective.preference) * preference
  }
}
