/// One buddy's least costs, by the duties that the set at least has; each duty with a price costs it on top.
///
/// Two sets that cost their prices for every duty that only one of them has cost together
/// a(S) + p(S) + b(T) + p(T) − 2 p(S ∩ T); as prices are not negative, the least over all couples is the least over
/// C of (a + p)(sets with C) + (b + p)(sets with C) − 2 p(C).
struct BuddyParts {
  private let prices: [Int: Int128]
  /// A set whose a + p is no less even when all that it shares is paid back is of no use to anybody.
  private let apart: Int128?
  /// The duties that both could have, numbered from 1.
  private let number: [Int: Int128]
  private struct Least {
    var value: Int128
    /// p(C).
    var price: Int128
  }
  /// By the part, its numbers written as the digits of one number.
  private var least: [Int128: Least] = [:]
  /// Of the set at hand: its duties that both could have, and the keys and prices of its parts.
  private var common: [(number: Int128, price: Int128)] = []
  private var parts: [(key: Int128, price: Int128)] = []
  /// Whether every set was short enough to be taken apart.
  private(set) var isWhole = true

  /// Sets with more duties that both could have, have too many parts.
  static let longest = 6

  /// - Parameter prices: by duty, not negative.
  /// - Parameter shared: the duties that both could have; no other is in a common part.
  /// - Parameter apart: the least of a + p over all sets; nil: every set counts.
  init(prices: [Int: Int128], shared: Set<Int>, apart: Int128? = nil) {
    self.prices = prices
    self.apart = apart
    var number: [Int: Int128] = [:]
    for duty in shared.sorted() { number[duty] = Int128(number.count + 1) }
    self.number = number
    if let apart { least[0] = Least(value: apart, price: 0) }
  }

  /// Counts a set in. O(2 to the power of its shared duties).
  mutating func note(_ duties: [Int], cost: Int128) {
    var value = cost
    var back: Int128 = 0
    common.removeAll(keepingCapacity: true)
    for duty in duties {
      let price = prices[duty] ?? 0
      value += price
      if let number = number[duty] {
        common.append((number, price))
        back += 2 * price
      }
    }
    guard common.count <= Self.longest else {
      isWhole = false
      return
    }
    if let apart, value - back >= apart { return }
    common.sort { $0.number < $1.number }
    parts.removeAll(keepingCapacity: true)
    parts.append((0, 0))
    let base = Int128(number.count + 1)
    for one in common {
      for index in parts.indices {
        parts.append((parts[index].key * base + one.number, parts[index].price + one.price))
      }
    }
    for part in parts {
      if let known = least[part.key], known.value <= value { continue }
      least[part.key] = Least(value: value, price: part.price)
    }
  }

  /// The least of two buddies together; nil where a set was too long, or one of the two has none.
  func least(with mate: BuddyParts) -> Int128? {
    guard isWhole, mate.isWhole else { return nil }
    var best: Int128?
    for (part, mine) in least {
      guard let theirs = mate.least[part] else { continue }
      let value = mine.value + theirs.value - 2 * mine.price
      if best.map({ value < $0 }) ?? true { best = value }
    }
    return best
  }
}
