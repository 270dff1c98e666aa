import Units

/// What two kinds of the person at work cost together at least, each couple of kinds worked out at most once.
final class KindCouples {
  private let kindCount: Int
  /// The person at work, counted: what was written for another one is not there.
  private(set) var turn: Int32 = 0
  // By couple of kinds, the lesser first.
  let turnOf: Buffer<Int32>
  let least: Buffer<Int>
  let first: Buffer<Int32>
  let second: Buffer<Int32>
  /// By kind: whether its duties below are the person's.
  let spread: Buffer<Int32>
  // By duty of a kind that is spread: the cheapest item and its value.
  let item: Buffer<Int32>
  let worth: Buffer<Int>

  /// More than any sum of values, and far from overflowing.
  static let none = Int.max / 8

  init(kindCount: Int, dutyCount: Int) {
    self.kindCount = kindCount
    turnOf = Buffer(repeating: 0, count: kindCount * kindCount)
    least = Buffer(repeating: 0, count: kindCount * kindCount)
    first = Buffer(repeating: -1, count: kindCount * kindCount)
    second = Buffer(repeating: -1, count: kindCount * kindCount)
    spread = Buffer(repeating: 0, count: kindCount)
    item = Buffer(repeating: -1, count: dutyCount)
    worth = Buffer(repeating: 0, count: dutyCount)
  }

  /// Another person, or the same under other prices.
  func begin() {
    if turn == Int32.max {
      for couple in 0..<turnOf.count { turnOf[couple] = 0 }
      for kind in 0..<kindCount { spread[kind] = 0 }
      turn = 0
    }
    turn &+= 1
  }

  @inline(__always) func number(_ kind: Int, _ other: Int) -> Int { kind &* kindCount &+ other }
}
