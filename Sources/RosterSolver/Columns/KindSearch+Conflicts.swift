import Rostering
import Units

/// Combinations whose cheapest items exclude each other.
extension KindSearch {
  /// A greater floor of the combination: two of its kinds at what they cost together. A combination of two kinds is then
  /// known and becomes the limit, with `chosen`, where it is below.
  func raise(_ floor: Int, of combo: Int, _ person: Int, _ limit: inout Int) -> Int {
    let first = kinds.kinds(of: person).lowerBound
    var size = 0
    while size < KindTables.mostTogether, kind(combo, size) != nil { size &+= 1 }
    var excess = 0
    for b in 1..<size {
      for a in 0..<b {
        guard let one = kind(combo, a), let other = kind(combo, b) else { continue }
        let (x, y) = (one &- first, other &- first)
        guard conflict(Int(cheapest[x]), Int(cheapest[y])) else { continue }
        excess = max(excess, couple(one, other, first, offset(of: person)) &- least[x] &- least[y])
        if floor &+ excess >= limit { return floor &+ excess }
      }
    }
    guard size == 2, let one = kind(combo, 0), let other = kind(combo, 1) else { return floor &+ excess }
    let number = couples.number(one &- first, other &- first)
    partial[0] = couples.first[number]
    partial[1] = couples.second[number]
    take(2, person)
    limit = floor &+ excess
    return limit
  }

  private func take(_ size: Int, _ person: Int) {
    let line = person &* KindTables.mostTogether
    for place in 0..<KindTables.mostTogether { chosen[line &+ place] = place < size ? partial[place] : -1 }
  }

  /// The least value of compatible items of two kinds, or `KindCouples.none`.
  private func couple(_ one: Int, _ other: Int, _ first: Int, _ offset: Int) -> Int {
    let (x, y) = (one &- first, other &- first)
    let number = couples.number(x, y)
    if couples.turnOf[number] == couples.turn { return couples.least[number] }
    spread(one, x, offset)
    spread(other, y, offset)
    var best = KindCouples.none
    var pick = (first: Int32(-1), second: Int32(-1))
    // The cheapest one's best partner makes most others not worth a look.
    look(Int(cheapest[x]), other, offset, &best, &pick)
    for item in kinds.items(of: one) where worth(item, offset) &+ least[y] < best {
      look(item, other, offset, &best, &pick)
    }
    couples.turnOf[number] = couples.turn
    couples.least[number] = best
    couples.first[number] = pick.first
    couples.second[number] = pick.second
    return best
  }

  private func look(
    _ item: Int, _ other: Int, _ offset: Int, _ best: inout Int, _ pick: inout (first: Int32, second: Int32)
  ) {
    let own = worth(item, offset)
    let duty = kinds.duty(of: item)
    var index = Int(kinds.wordStart[other])
    var word = Int(kinds.firstWord[other])
    while index < Int(kinds.wordStart[other &+ 1]) {
      var bits = kinds.word[index] & ~kinds.space.tables.conflicts.word(duty, word)
      while bits != 0 {
        let partner = word &<< 6 &+ bits.trailingZeroBitCount
        bits &= bits &- 1
        let sum = own &+ couples.worth[partner]
        if sum < best {
          best = sum
          pick = (Int32(truncatingIfNeeded: item), couples.item[partner])
        }
      }
      index &+= 1
      word &+= 1
    }
  }

  /// Writes the kind's cheapest items down by duty.
  private func spread(_ kind: Int, _ own: Int, _ offset: Int) {
    guard couples.spread[own] != couples.turn else { return }
    couples.spread[own] = couples.turn
    for item in kinds.items(of: kind) { couples.worth[kinds.duty(of: item)] = Int.max }
    for item in kinds.items(of: kind) {
      let (duty, worth) = (kinds.duty(of: item), worth(item, offset))
      guard worth < couples.worth[duty] else { continue }
      couples.worth[duty] = worth
      couples.item[duty] = Int32(truncatingIfNeeded: item)
    }
  }

  /// The cheapest set of a combination of three kinds or more, where that is below the limit.
  func descend(_ combo: Int, _ person: Int, _ floor: Int, _ limit: inout Int) {
    let first = kinds.kinds(of: person).lowerBound
    var size = 0
    var sum = Int(kinds.comboCost[combo]) &* RosterMultiplier.scale
    while size < KindTables.mostTogether, let kind = kind(combo, size) {
      spread(kind, kind &- first, offset(of: person))
      sum &+= least[kind &- first]
      size &+= 1
    }
    descend(0, combo, size, person, first, sum, &limit)
  }

  /// Every compatible choice from place `depth` on; `floor`: the cost with the cheapest of every kind not chosen yet.
  private func descend(
    _ depth: Int, _ combo: Int, _ size: Int, _ person: Int, _ first: Int, _ floor: Int, _ limit: inout Int
  ) {
    if depth == size {
      limit = floor
      return take(size, person)
    }
    guard let kind = kind(combo, depth) else { return }
    let rest = floor &- least[kind &- first]
    var index = Int(kinds.wordStart[kind])
    var word = Int(kinds.firstWord[kind])
    while index < Int(kinds.wordStart[kind &+ 1]) {
      var bits = kinds.word[index]
      for before in 0..<depth {
        bits &= ~kinds.space.tables.conflicts.word(kinds.duty(of: Int(partial[before])), word)
      }
      while bits != 0 {
        let duty = word &<< 6 &+ bits.trailingZeroBitCount
        bits &= bits &- 1
        let value = rest &+ couples.worth[duty]
        guard value < limit else { continue }
        partial[depth] = couples.item[duty]
        descend(depth &+ 1, combo, size, person, first, value, &limit)
      }
      index &+= 1
      word &+= 1
    }
  }
}
