import Districts
import Rostering

/// Compiles to one pair for each two who name each other.
extension Buddies: CountedRule {
  /// The one with the smaller id first; in the order of cadres.csv by the earlier of the two.
  func pairs(facts: RosterFacts) -> [RosterProblem.Pair] {
    guard weight > 0 else { return [] }
    let numbers = Dictionary(
      facts.people.enumerated().map { ($1.cadre.id, $0) }, uniquingKeysWith: { first, _ in first })
    return facts.people.indices.compactMap { one in
      let cadre = facts.people[one].cadre
      guard let other = cadre.buddy.flatMap({ numbers[$0] }), one < other, facts.people[other].cadre.buddy == cadre.id
      else { return nil }
      let inOrder = cadre.id < facts.people[other].cadre.id
      return RosterProblem.Pair(first: inOrder ? one : other, second: inOrder ? other : one, cost: weight)
    }
  }

  func amount(_ held: HeldDuties, facts: RosterFacts) -> Int {
    pairs(facts: facts).reduce(0) {
      $0 + $1.cost * Set(held.duties[$1.first]).symmetricDifference(held.duties[$1.second]).count
    }
  }
}
