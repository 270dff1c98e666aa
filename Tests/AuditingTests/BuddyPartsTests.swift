import Testing
import Units

@testable import Auditing

@Suite("Two buddies' sets together")
struct BuddyPartsTests {
  private static func sets(_ random: inout SeededRandom) -> [(duties: [Int], cost: Int128)] {
    (0..<1 + random.below(12)).map { _ in
      ((0..<6).filter { _ in random.below(3) == 0 }, Int128(random.below(60)))
    }
  }

  @Test("the least part by part is the least over all couples")
  func couples() throws {
    var random = SeededRandom(seed: 11)
    for _ in 0..<300 {
      let (mine, theirs) = (Self.sets(&random), Self.sets(&random))
      var prices: [Int: Int128] = [:]
      for duty in 0..<5 { prices[duty] = Int128(random.below(20)) }
      let shared = Set(mine.flatMap(\.duties)).intersection(theirs.flatMap(\.duties))
      var first = BuddyParts(prices: prices, shared: shared)
      var second = BuddyParts(prices: prices, shared: shared)
      for set in mine { first.note(set.duties, cost: set.cost) }
      for set in theirs { second.note(set.duties, cost: set.cost) }
      var least = Int128.max
      for one in mine {
        for other in theirs {
          let apart = Set(one.duties).symmetricDifference(other.duties).reduce(0) { $0 + (prices[$1] ?? 0) }
          least = min(least, one.cost + other.cost + apart)
        }
      }
      #expect(try #require(first.least(with: second)) == least)
    }
  }

  @Test("a set of seven duties that both could have is not taken apart")
  func tooLong() {
    var parts = BuddyParts(prices: [0: 1], shared: Set(0..<7))
    parts.note(Array(0..<7), cost: 0)
    #expect(parts.least(with: parts) == nil)
  }
}
