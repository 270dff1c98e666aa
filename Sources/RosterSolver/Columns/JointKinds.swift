import Rostering
import Units

/// Pairs of buddies by kinds: what two people can do together and apart.
///
/// A *term* of a pair is a kind of the first person alone, a kind of the second alone, or a kind of each with the same
/// duty for both. A *part* is some kinds of a combination: those whose duties a person does with the buddy. A *core* is
/// a part of each of the two with terms that pair their kinds off. The least over couples of combinations is the least
/// over cores of the cheapest combination around either part, with all other kinds alone, and the core's terms: a sum
/// over parts of combinations, where couples of combinations would be a product.
///
/// Conflicts between the duties of one person are left out here: the least is at most that over couples of sets.
final class JointKinds {
  // One a pair.
  let first: Buffer<Int32>
  let second: Buffer<Int32>
  let price: Buffer<Int32>
  /// Terms of both kinds of a pair, in the order of the couples.
  let togetherStart: Buffer<Int32>
  /// Couples of items with the same duty, by term.
  let coupleStart: Buffer<Int32>
  let coupleFirst: Buffer<Int32>
  let coupleSecond: Buffer<Int32>
  // Sides are 2 · pair and 2 · pair + 1. A side's combinations, those of its person, from sideCombo[side] on; of each the
  // parts, by number within the side, and the places of the combination that are in the part, as bits.
  let sideCombo: Buffer<Int32>
  let subStart: Buffer<Int32>
  let subPart: Buffer<Int32>
  let subPlaces: Buffer<UInt8>
  // Cores by pair: a part of each side, and terms.
  let coreStart: Buffer<Int32>
  let corePart: Buffer<Int32>
  let termStart: Buffer<Int32>
  let term: Buffer<Int16>
  /// Whether an item's duty is one that the buddy could have as well, so that its price is not among the item's costs.
  let isShared: Buffer<Bool>
  /// The pair of a person, −1 without one.
  let pairOf: Buffer<Int32>
  let mostTerms: Int
  /// Parts of a side.
  let mostParts: Int
  /// By the problem's pairs.
  private let isSearched: [Bool]

  private static let mostCores = 20_000

  init(_ kinds: KindTables) {
    let problem = kinds.space.tables.problem
    var isSearched = Blocks.jointPairs(problem)
    var builder = JointBuilder(kinds)
    var pairs: [RosterProblem.Pair] = []
    for (index, pair) in problem.pairs.enumerated() where isSearched[index] {
      isSearched[index] = builder.add(pair, mostCores: JointKinds.mostCores)
      if isSearched[index] { pairs.append(pair) }
    }
    self.isSearched = isSearched
    first = Buffer(pairs.map(\.first))
    second = Buffer(pairs.map(\.second))
    price = Buffer(pairs.map(\.cost))
    togetherStart = Buffer(builder.togetherStart)
    coupleStart = Buffer(builder.coupleStart)
    coupleFirst = Buffer(builder.coupleFirst)
    coupleSecond = Buffer(builder.coupleSecond)
    sideCombo = Buffer(builder.sideCombo)
    subStart = Buffer(builder.subStart)
    subPart = Buffer(builder.subPart)
    subPlaces = Buffer(repeating: 0, count: builder.subPlaces.count)
    for (index, places) in builder.subPlaces.enumerated() { subPlaces[index] = places }
    coreStart = Buffer(builder.coreStart)
    corePart = Buffer(builder.corePart)
    termStart = Buffer(builder.termStart)
    term = Buffer(repeating: 0, count: builder.term.count)
    for (index, value) in builder.term.enumerated() { term[index] = Int16(truncatingIfNeeded: value) }
    isShared = Buffer(repeating: false, count: kinds.option.count)
    for pair in pairs {
      for (person, mate) in [(pair.first, pair.second), (pair.second, pair.first)] {
        for kind in kinds.kinds(of: person) {
          for item in kinds.items(of: kind) {
            isShared[item] = kinds.space.tables.entry(person: mate, duty: kinds.duty(of: item)) >= 0
          }
        }
      }
    }
    pairOf = Buffer(repeating: -1, count: problem.people.count)
    for (index, pair) in pairs.enumerated() {
      pairOf[pair.first] = Int32(truncatingIfNeeded: index)
      pairOf[pair.second] = Int32(truncatingIfNeeded: index)
    }
    mostTerms = builder.mostTerms
    mostParts = builder.mostParts
  }

  /// Whether the problem's pair is searched together.
  func isJoint(_ pair: Int) -> Bool { isSearched[pair] }
}
