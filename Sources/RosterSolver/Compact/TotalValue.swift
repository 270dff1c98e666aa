import Rostering

extension RosterProblem.Total {
  /// What the duties come to, `base` included.
  func value(over held: Set<Int>) -> Int {
    amounts.reduce(base) { $0 + (held.contains($1.duty) ? $1.amount : 0) }
      + blocks.reduce(0) { $0 + ($1.duties.contains(where: held.contains) ? $1.amount : 0) }
  }
}
