import Rostering
import Units

/// The subproblems of a Lagrangian bound at level 3: two people who are each other's only buddy together, everybody
/// else alone.
final class Blocks {
  let book: SetBook
  let pairs: [JointPair]
  /// People outside the pairs.
  let singles: [Int]
  /// Whether a pair of the problem, by its index, is a subproblem: its rows need no multipliers.
  let isJoint: [Bool]

  /// Sets beyond which looking at each takes longer than searching.
  static let mostSets = 3_000_000

  /// Nil where there are too many sets, or too long ones, or time is over.
  init?(_ space: SetSpace, _ search: inout SetSearch, deadline: Deadline) {
    guard let book = SetBook(space, &search, most: Blocks.mostSets, deadline: deadline) else { return nil }
    self.book = book
    isJoint = Blocks.jointPairs(space.tables.problem)
    var alone = [Bool](repeating: true, count: space.tables.personCount)
    var pairs: [JointPair] = []
    for (index, pair) in space.tables.problem.pairs.enumerated() where isJoint[index] {
      guard !deadline.isOver, let joint = JointPair(pair, space, book) else { return nil }
      pairs.append(joint)
      alone[pair.first] = false
      alone[pair.second] = false
    }
    self.pairs = pairs
    singles = alone.indices.filter { alone[$0] }
  }

  /// Pairs with a price of two people who have no other buddy.
  static func jointPairs(_ problem: RosterProblem) -> [Bool] {
    var mates = [Int](repeating: 0, count: problem.people.count)
    for pair in problem.pairs {
      mates[pair.first] += 1
      mates[pair.second] += 1
    }
    return problem.pairs.map { $0.cost > 0 && $0.first != $0.second && mates[$0.first] == 1 && mates[$0.second] == 1 }
  }

  /// The blocks' part of scale · L; `chosen` receives everybody's set.
  func least(_ prices: borrowing Prices, withSites: Bool, chosen: inout [Int]) -> Int128 {
    var sum: Int128 = 0
    for person in singles {
      guard let found = book.cheapest(of: person, prices, withSites: withSites) else { continue }
      chosen[person] = found.set
      sum += Int128(found.value)
    }
    for pair in pairs {
      guard let found = pair.cheapest(book, prices, withSites: withSites) else { continue }
      chosen[pair.first] = found.first
      chosen[pair.second] = found.second
      sum += Int128(found.value)
    }
    return sum
  }
}
