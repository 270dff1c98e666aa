import Rostering

/// A roster, what it is worth, and what is proved about it, level by level.
public struct RosterAnswer: Sendable, Hashable {
  public var assignment: RosterAssignment
  public var objective: RosterObjective
  /// Of levels 1, 2 and 3, each over all rosters whose levels before are at most this answer's.
  public var bounds: [RosterBound]
  public var stop: RosterStop
  /// Who found the roster.
  public var method: RosterMethod

  public init(
    assignment: RosterAssignment, objective: RosterObjective, bounds: [RosterBound] = [.none, .none, .none],
    stop: RosterStop = .iterationLimit, method: RosterMethod = .heuristic
  ) {
    self.assignment = assignment
    self.objective = objective
    self.bounds = bounds
    self.stop = stop
    self.method = method
  }

  /// What is proved here of another roster: a level's bound holds where the levels before are at most this answer's.
  public func bounds(for other: RosterObjective) -> [RosterBound] {
    bounds.indices.map { level in (0..<level).allSatisfy { other[$0] <= objective[$0] } ? bounds[level] : .none }
  }

  /// Every level's bound is its objective.
  public var isProved: Bool { (0..<3).allSatisfy { bounds[$0].value == objective[$0] } }
}

public enum RosterMethod: Sendable, Hashable { case heuristic, exact }

/// Why the search ended; says nothing about the roster.
public enum RosterStop: Sendable, Hashable {
  case proved, timeLimit, iterationLimit, interrupted
  /// The solver gave up, in its own words; the roster is still good.
  case failed(String)
  /// The duties that these people must hold do not fit into the seats' maxima: there is no roster without a violation.
  case contradiction(duties: [Int])
  /// Nothing that this person could do keeps all of their hard rules: there is no roster.
  case noPattern(person: Int)
}

public enum RosterEvidence: Sendable, Hashable {
  /// Recomputable from `multipliers`.
  case multipliers
  /// A finished tree: the bound is the objective.
  case search
  case openTree
  case none
}

/// A lower bound on one level.
public struct RosterBound: Sendable, Hashable {
  public var value: Int?
  public var evidence: RosterEvidence
  /// With evidence `multipliers`: rows whose multiplier is not 0, in the order of `RosterRow`.
  public var multipliers: [RosterMultiplier]
  public init(value: Int?, evidence: RosterEvidence, multipliers: [RosterMultiplier] = []) {
    self.value = value
    self.evidence = evidence
    self.multipliers = multipliers
  }
  public static let none = RosterBound(value: nil, evidence: .none)
}

/// A row of the relaxation in docs/bounds.md, by the problem's dense indices.
public enum RosterRow: Sendable, Hashable {
  case minimumCover(duty: Int, seat: Int)
  case targetCover(duty: Int, seat: Int)
  case maximumCover(duty: Int, seat: Int)
  case oneLead(duty: Int)
  /// apart − on(first) + on(second) ≥ 0; `pair` is the index in `RosterProblem.pairs`.
  case buddiesPlus(pair: Int, duty: Int)
  /// apart + on(first) − on(second) ≥ 0.
  case buddiesMinus(pair: Int, duty: Int)
  /// open(group, place) − at(person, place) ≥ 0.
  case unitSite(group: Int, place: Int, person: Int)
  /// over − Σ open ≥ − allowed.
  case unitSpread(group: Int)
  /// − Z(number) ≥ − objective of level `number`, from 1.
  case level(Int)
}

/// A row's multiplier, in millionths, not negative.
public struct RosterMultiplier: Sendable, Hashable {
  /// Of one.
  public static let scale = 1_000_000
  public var row: RosterRow
  public var value: Int
  public init(row: RosterRow, value: Int) {
    self.row = row
    self.value = value
  }
}

extension RosterObjective {
  /// Levels from 0.
  public subscript(_ level: Int) -> Int {
    switch level {
    case 0: minimum
    case 1: target
    default: preference
    }
  }
}
