import Rostering
import Units

/// Pairs of buddies by kinds: what two people can do together and apart.
///
/// A *term* of a pair is a kind of the first person alone, a kind of the second alone, or a kind of each with the same
/// duty for both. A joint combination is a set of terms with the cost that both sets have beside their options; a duty
/// that only one of the two has costs the pair's price, which the terms of one person hold.
///
/// Conflicts between the duties of one person are left out here: the least over joint combinations is at most the least
/// over couples of sets.
final class JointKinds {
  // One a pair.
  let first: Buffer<Int32>
  let second: Buffer<Int32>
  let price: Buffer<Int32>
  /// Terms of both kinds of a pair, in the order of the couples.
  let togetherStart: Buffer<Int32>
  let comboStart: Buffer<Int32>
  /// Couples of items with the same duty, by term.
  let coupleStart: Buffer<Int32>
  let coupleFirst: Buffer<Int32>
  let coupleSecond: Buffer<Int32>
  // Joint combinations: their cost, and their terms.
  let comboCost: Buffer<Int32>
  let termStart: Buffer<Int32>
  let term: Buffer<Int16>
  /// Whether an item's duty is one that the buddy could share.
  let isShared: Buffer<Bool>
  /// The pair of a person, −1 without one.
  let pairOf: Buffer<Int32>
  let mostTerms: Int
  /// By the problem's pairs.
  private let isSearched: [Bool]

  private static let mostCombos = 4000

  init(_ kinds: KindTables) {
    let problem = kinds.space.tables.problem
    var isSearched = Blocks.jointPairs(problem)
    var builder = JointBuilder(kinds)
    var pairs: [RosterProblem.Pair] = []
    for (index, pair) in problem.pairs.enumerated() where isSearched[index] {
      isSearched[index] = builder.add(pair, mostCombos: JointKinds.mostCombos)
      if isSearched[index] { pairs.append(pair) }
    }
    self.isSearched = isSearched
    first = Buffer(pairs.map(\.first))
    second = Buffer(pairs.map(\.second))
    price = Buffer(pairs.map(\.cost))
    togetherStart = Buffer(builder.togetherStart)
    comboStart = Buffer(builder.comboStart)
    coupleStart = Buffer(builder.coupleStart)
    coupleFirst = Buffer(builder.coupleFirst)
    coupleSecond = Buffer(builder.coupleSecond)
    comboCost = Buffer(builder.comboCost)
    termStart = Buffer(builder.termStart)
    term = Buffer(repeating: 0, count: builder.term.count)
    for (index, value) in builder.term.enumerated() { term[index] = Int16(truncatingIfNeeded: value) }
    isShared = Buffer(repeating: false, count: kinds.option.count)
    for couple in 0..<coupleFirst.count {
      isShared[Int(coupleFirst[couple])] = true
      isShared[Int(coupleSecond[couple])] = true
    }
    pairOf = Buffer(repeating: -1, count: problem.people.count)
    for (index, pair) in pairs.enumerated() {
      pairOf[pair.first] = Int32(truncatingIfNeeded: index)
      pairOf[pair.second] = Int32(truncatingIfNeeded: index)
    }
    mostTerms = builder.mostTerms
  }

  /// Whether the problem's pair is searched together.
  func isJoint(_ pair: Int) -> Bool { isSearched[pair] }
}

/// Lists the joint combinations of one pair after another.
struct JointBuilder {
  private let kinds: KindTables
  private(set) var togetherStart = [0]
  private(set) var comboStart = [0]
  private(set) var coupleStart = [0]
  private(set) var coupleFirst: [Int] = []
  private(set) var coupleSecond: [Int] = []
  private(set) var comboCost: [Int] = []
  private(set) var termStart = [0]
  private(set) var term: [Int] = []
  private(set) var mostTerms = 0

  init(_ kinds: KindTables) { self.kinds = kinds }

  /// False where there are too many combinations; the pair is then left out.
  mutating func add(_ pair: RosterProblem.Pair, mostCombos: Int) -> Bool {
    let before = self
    let (one, other) = (kinds.kinds(of: pair.first), kinds.kinds(of: pair.second))
    var together: [[Int]] = []
    var numbers = [Int](repeating: -1, count: one.count * other.count)
    for a in one {
      for b in other {
        let from = coupleFirst.count
        addCouples(a, b)
        guard coupleFirst.count > from else { continue }
        coupleStart.append(coupleFirst.count)
        numbers[(a - one.lowerBound) * other.count + b - other.lowerBound] = one.count + other.count + together.count
        together.append([a, b])
      }
    }
    togetherStart.append(togetherStart[togetherStart.count - 1] + together.count)
    let from = comboCost.count
    for a in kinds.combos(of: pair.first) {
      for b in kinds.combos(of: pair.second) {
        let cost = Int(kinds.comboCost[a]) + Int(kinds.comboCost[b])
        match(kindsOf(a, one), kindsOf(b, other), [], cost, one.count, other.count, numbers)
        if comboCost.count - from > mostCombos {
          self = before
          return false
        }
      }
    }
    comboStart.append(comboCost.count)
    mostTerms = max(mostTerms, one.count + other.count + together.count)
    return true
  }

  /// Items of both kinds with the same duty. Both lists ascend by duty.
  private mutating func addCouples(_ a: Int, _ b: Int) {
    let (mine, theirs) = (kinds.items(of: a), kinds.items(of: b))
    var from = theirs.lowerBound
    for item in mine {
      let duty = kinds.duty(of: item)
      while from < theirs.upperBound, kinds.duty(of: from) < duty { from += 1 }
      var at = from
      while at < theirs.upperBound, kinds.duty(of: at) == duty {
        coupleFirst.append(item)
        coupleSecond.append(at)
        at += 1
      }
    }
  }

  private func kindsOf(_ combo: Int, _ own: Range<Int>) -> [Int] {
    (0..<KindTables.mostTogether).map { Int(kinds.comboKind[combo * KindTables.mostTogether + $0]) }
      .filter { $0 >= 0 }.map { $0 - own.lowerBound }
  }

  /// Every way to do some of both combinations together.
  private mutating func match(
    _ mine: [Int], _ theirs: [Int], _ terms: [Int], _ cost: Int, _ ownCount: Int, _ otherCount: Int, _ numbers: [Int]
  ) {
    guard let kind = mine.first else {
      comboCost.append(cost)
      term += terms + theirs.map { ownCount + $0 }
      termStart.append(term.count)
      return
    }
    let rest = Array(mine.dropFirst())
    match(rest, theirs, terms + [kind], cost, ownCount, otherCount, numbers)
    for other in theirs {
      let number = numbers[kind * otherCount + other]
      guard number >= 0 else { continue }
      match(rest, theirs.filter { $0 != other }, terms + [number], cost, ownCount, otherCount, numbers)
    }
  }
}
