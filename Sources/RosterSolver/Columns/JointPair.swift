import Rostering
import Units

/// Two buddies as one subproblem: the cheapest sets of both together, with the exact price of every duty that only one
/// of them has.
///
/// With c the price of one such duty, two sets S and T cost a(S) + c |S| + b(T) + c |T| − 2 c |S ∩ T|. The least over
/// all couples is the least over S and C ⊆ S of a(S) + c |S| − 2 c |C| + min { b(T) + c |T| : T ⊇ C }.
/// Complexity: O(Σ over sets of 2 to the power of their length).
final class JointPair {
  let first: Int
  let second: Int
  private let price: Int
  /// Shared duties of each set of the first, then of the second person.
  private let shared: Buffer<Int32>
  private let firstSets: Range<Int>
  private let secondSets: Range<Int>
  /// Numbers of the sets' common parts, the empty one left out.
  private let partStart: Buffer<Int32>
  private let part: Buffer<Int32>
  private let partSize: Buffer<Int32>
  // Scratch, one a part; the last is the empty one.
  private let least: Buffer<Int>
  private let leastSet: Buffer<Int32>

  /// Beyond so many duties in a set its parts are too many.
  private static let longest = 6

  /// Nil where sets are too long.
  init?(_ pair: RosterProblem.Pair, _ space: SetSpace, _ book: SetBook) {
    first = pair.first
    second = pair.second
    price = pair.cost * RosterMultiplier.scale
    firstSets = book.first[first]..<book.first[first + 1]
    secondSets = book.first[second]..<book.first[second + 1]
    let tables = space.tables
    var numbers: [[Int32]: Int] = [:]
    var sizes: [Int] = []
    var starts = [0]
    var parts: [Int] = []
    var counts: [Int] = []
    for (sets, mate) in [(firstSets, pair.second), (secondSets, pair.first)] {
      for set in sets {
        let duties = book.options(of: set).map { tables.entryDuty[Int(tables.optionEntry[Int($0)])] }.sorted()
          .filter { tables.entry(person: mate, duty: Int($0)) >= 0 }
        guard duties.count <= JointPair.longest else { return nil }
        counts.append(duties.count)
        for mask in 0..<(1 << duties.count) where mask > 0 {
          let members = duties.indices.filter { mask >> $0 & 1 == 1 }.map { duties[$0] }
          let number = numbers[members] ?? sizes.count
          if number == sizes.count {
            numbers[members] = number
            sizes.append(members.count)
          }
          parts.append(number)
        }
        starts.append(parts.count)
      }
    }
    sizes.append(0)
    shared = Buffer(counts)
    partStart = Buffer(starts)
    part = Buffer(parts)
    partSize = Buffer(sizes)
    least = Buffer(repeating: Int.max, count: sizes.count)
    leastSet = Buffer(repeating: -1, count: sizes.count)
  }

  /// The cheapest couple of sets; ties: the first found; nil where one of the two has no set.
  func cheapest(
    _ book: SetBook, _ prices: borrowing Prices, withSites: Bool
  ) -> (first: Int, second: Int, value: Int)? {
    guard !firstSets.isEmpty, !secondSets.isEmpty else { return nil }
    let empty = least.count - 1
    for index in 0...empty { least[index] = Int.max }
    for set in secondSets {
      let line = firstSets.count &+ set &- secondSets.lowerBound
      let value = book.value(of: set, prices, withSites: withSites) &+ Int(shared[line]) &* price
      offer(set, value, for: empty)
      for index in Int(partStart[line])..<Int(partStart[line &+ 1]) { offer(set, value, for: Int(part[index])) }
    }
    var best = (first: -1, second: -1, value: Int.max)
    for set in firstSets {
      let line = set &- firstSets.lowerBound
      let own = book.value(of: set, prices, withSites: withSites) &+ Int(shared[line]) &* price
      var mate = empty
      var value = least[empty]
      for index in Int(partStart[line])..<Int(partStart[line &+ 1]) {
        let number = Int(part[index])
        guard least[number] != Int.max else { continue }
        let together = least[number] &- 2 &* Int(partSize[number]) &* price
        if together < value {
          value = together
          mate = number
        }
      }
      if own &+ value < best.value { best = (set, Int(leastSet[mate]), own &+ value) }
    }
    return best
  }

  @inline(__always) private func offer(_ set: Int, _ value: Int, for part: Int) {
    if value < least[part] {
      least[part] = value
      leastSet[part] = Int32(truncatingIfNeeded: set)
    }
  }
}
