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
  // The person at work: the cheapest item of each kind and its value.
  private let cheapest: Buffer<Int32>
  let least: Buffer<Int>
  private let partial: Buffer<Int32>
  private var limit = Int.max

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
    partial = Buffer(repeating: -1, count: KindTables.mostTogether)
  }

  /// Everybody; returns the sum. O(items) where few sets need a second look.
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
    let offset = offset(of: person)
    let own = kinds.kinds(of: person)
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
    limit = Int.max
    for combo in kinds.combos(of: person) { search(combo, person, own.lowerBound, offset) }
    value[person] = limit
  }

  /// The cheapest set of the combination, where that is below the limit.
  private func search(_ combo: Int, _ person: Int, _ first: Int, _ offset: Int) {
    let line = combo &* KindTables.mostTogether
    var floor = Int(kinds.comboCost[combo]) &* RosterMultiplier.scale
    var size = 0
    while size < KindTables.mostTogether, kinds.comboKind[line &+ size] >= 0 {
      let kind = Int(kinds.comboKind[line &+ size]) &- first
      floor &+= least[kind]
      partial[size] = cheapest[kind]
      size &+= 1
    }
    guard floor < limit else { return }
    if size < 2 || isCompatible(size) {
      take(size, person, value: floor)
    } else {
      descend(0, line, size, person, first, offset, floor)
    }
  }

  private func isCompatible(_ size: Int) -> Bool {
    for a in 1..<size {
      for b in 0..<a
      where kinds.space.tables.conflicts[kinds.duty(of: Int(partial[a])), kinds.duty(of: Int(partial[b]))] {
        return false
      }
    }
    return true
  }

  private func take(_ size: Int, _ person: Int, value: Int) {
    limit = value
    let line = person &* KindTables.mostTogether
    for place in 0..<KindTables.mostTogether { chosen[line &+ place] = place < size ? partial[place] : -1 }
  }

  /// Every compatible choice from place `depth` on; `floor`: the cost with the cheapest of every kind not chosen yet.
  private func descend(
    _ depth: Int, _ line: Int, _ size: Int, _ person: Int, _ first: Int, _ offset: Int, _ floor: Int
  ) {
    if depth == size { return take(size, person, value: floor) }
    let kind = Int(kinds.comboKind[line &+ depth])
    let rest = floor &- least[kind &- first]
    for item in kinds.items(of: kind) {
      let value = rest &+ worth(item, offset)
      guard value < limit else { continue }
      let duty = kinds.duty(of: item)
      var fits = true
      for before in 0..<depth where kinds.space.tables.conflicts[duty, kinds.duty(of: Int(partial[before]))] {
        fits = false
      }
      guard fits else { continue }
      partial[depth] = Int32(truncatingIfNeeded: item)
      descend(depth &+ 1, line, size, person, first, offset, value)
    }
  }
}
