import Rostering
import Units

/// Everybody's cheapest set under prices of the seats, by kinds; two buddies are searched together.
final class KindSearch {
  let kinds: KindTables
  let joint: JointKinds
  /// Of each seat, in millionths, for people who may not lead, then for people who may.
  let price: Buffer<Int>
  /// Items of everybody's cheapest set, as many a person as `KindTables.mostTogether`, −1 behind the last.
  let chosen: Buffer<Int32>
  /// What that set costs, in millionths; of buddies both sets, as the first one's.
  let value: Buffer<Int>
  /// Of a pair's terms: the least value, and its item or couple.
  let termValue: Buffer<Int>
  let termItem: Buffer<Int32>
  private let seatCount: Int
  // The person at work: the cheapest item of each kind and its value, and what a combination of these costs.
  let cheapest: Buffer<Int32>
  let least: Buffer<Int>
  private let floors: Buffer<Int>
  let partial: Buffer<Int32>
  let couples: KindCouples
  let around: JointLeast

  init(_ kinds: KindTables) {
    self.kinds = kinds
    joint = JointKinds(kinds)
    termValue = Buffer(repeating: 0, count: joint.mostTerms)
    termItem = Buffer(repeating: -1, count: joint.mostTerms)
    let tables = kinds.space.tables
    seatCount = tables.seatCount
    price = Buffer(repeating: 0, count: 2 * tables.seatCount)
    chosen = Buffer(repeating: -1, count: KindTables.mostTogether * tables.personCount)
    value = Buffer(repeating: 0, count: tables.personCount)
    let most = (0..<tables.personCount).map { kinds.kinds(of: $0).count }.max() ?? 0
    cheapest = Buffer(repeating: -1, count: most)
    least = Buffer(repeating: 0, count: most)
    floors = Buffer(repeating: 0, count: (0..<tables.personCount).map { kinds.combos(of: $0).count }.max() ?? 0)
    partial = Buffer(repeating: -1, count: KindTables.mostTogether)
    around = JointLeast(joint)
    couples = KindCouples(kindCount: most, dutyCount: tables.dutyCount)
  }

  /// Everybody; returns the sum. O(items + combinations) where few sets need a second look.
  func run() -> Int128 {
    var sum: Int128 = 0
    for person in 0..<kinds.space.tables.personCount where joint.pairOf[person] < 0 {
      search(person)
      sum += Int128(value[person])
    }
    for pair in 0..<joint.first.count {
      searchPair(pair)
      sum += Int128(value[Int(joint.first[pair])])
    }
    return sum
  }

  @inline(__always) func offset(of person: Int) -> Int { kinds.space.tables.mayLead[person] ? seatCount : 0 }

  @inline(__always) func worth(_ item: Int, _ offset: Int) -> Int {
    Int(kinds.cost[item]) &* RosterMultiplier.scale &+ price[offset &+ Int(kinds.seat[item])]
  }

  /// One person: `chosen` and `value`.
  func search(_ person: Int) {
    let own = kinds.kinds(of: person)
    findLeast(own, offset(of: person))
    let line = person &* KindTables.mostTogether
    var limit = Int.max
    let combos = kinds.combos(of: person)
    for combo in combos {
      var floor = Int(kinds.comboCost[combo]) &* RosterMultiplier.scale
      var size = 0
      while size < KindTables.mostTogether, let kind = kind(combo, size) {
        floor &+= least[kind &- own.lowerBound]
        partial[size] = cheapest[kind &- own.lowerBound]
        size &+= 1
      }
      floors[combo &- combos.lowerBound] = floor
      guard floor < limit, size < 2 || isCompatible(size) else { continue }
      limit = floor
      for place in 0..<KindTables.mostTogether { chosen[line &+ place] = place < size ? partial[place] : -1 }
    }
    couples.begin()
    var needsMore = false
    for combo in combos where floors[combo &- combos.lowerBound] < limit {
      floors[combo &- combos.lowerBound] = raise(floors[combo &- combos.lowerBound], of: combo, person, &limit)
      needsMore = needsMore || floors[combo &- combos.lowerBound] < limit
    }
    if needsMore {
      for combo in combos where floors[combo &- combos.lowerBound] < limit {
        descend(combo, person, floors[combo &- combos.lowerBound], &limit)
      }
    }
    value[person] = limit
  }

  /// The kind at a place of a combination; nil behind the last.
  @inline(__always) func kind(_ combo: Int, _ place: Int) -> Int? {
    let kind = Int(kinds.comboKind[combo &* KindTables.mostTogether &+ place])
    return kind < 0 ? nil : kind
  }

  /// The cheapest item of every kind.
  private func findLeast(_ own: Range<Int>, _ offset: Int) {
    for kind in own {
      var best = Int.max
      var at = -1
      for item in kinds.items(of: kind) {
        let worth = worth(item, offset)
        if worth < best {
          best = worth
          at = item
        }
      }
      least[kind &- own.lowerBound] = best
      cheapest[kind &- own.lowerBound] = Int32(truncatingIfNeeded: at)
    }
  }

  private func isCompatible(_ size: Int) -> Bool {
    for a in 1..<size {
      for b in 0..<a where conflict(Int(partial[a]), Int(partial[b])) { return false }
    }
    return true
  }

  @inline(__always) func conflict(_ item: Int, _ other: Int) -> Bool {
    kinds.space.tables.conflicts[kinds.duty(of: item), kinds.duty(of: other)]
  }
}
