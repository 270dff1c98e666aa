import Synchronization

/// What runs on several threads tell each other besides the best roster: patterns, and prices of the rows.
final class PatternExchange: Sendable {
  private struct State {
    var patterns: [(person: Int, cells: [UInt16])] = []
    var duals: [Double]?
  }
  private let state = Mutex(State())

  /// Of the rows, with the best bound; nil until somebody knows some.
  var duals: [Double]? { state.withLock { $0.duals } }
  func tell(_ duals: [Double]) { state.withLock { $0.duals = duals } }

  func give(_ patterns: [(person: Int, cells: [UInt16])]) {
    if !patterns.isEmpty { state.withLock { $0.patterns += patterns } }
  }

  /// Those after the first `known`.
  func patterns(after known: Int) -> [(person: Int, cells: [UInt16])] {
    state.withLock { Array($0.patterns.dropFirst(known)) }
  }
}

extension PatternPool {
  /// Gives what is new here and takes what is new there. `given`, `taken`: how much of either was exchanged before.
  func exchange(with other: PatternExchange, given: inout Int, taken: inout Int) {
    let theirs = other.patterns(after: taken)
    let ours = (given..<max(given, count)).map { (person: Int(person[$0]), cells: cells($0)) }
    for one in theirs { _ = add(one.cells, of: one.person) }
    other.give(ours)
    taken += theirs.count
    given = count
  }
}
