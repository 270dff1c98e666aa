import Rostering
import Units

/// Everybody's duties by kind, and the combinations of kinds that a set can be made of.
///
/// A person's duties of one *kind* exclude each other, add the same to all of the person's totals and grant the same
/// wishes. What a set costs beside its options then depends on its kinds alone, and is worked out once a combination:
/// under new prices the cheapest set of a person is the least over a few combinations of that cost and the cheapest
/// compatible options of its kinds. A fixed duty is a kind by itself and in every combination.
final class KindTables {
  let space: SetSpace
  /// Kinds of a person: kindStart[person] ..< kindStart[person + 1]; items of a kind alike.
  let kindStart: Buffer<Int32>
  let itemStart: Buffer<Int32>
  // One an item: its option, the seat there, and the option's own cost with the price of duties that a buddy cannot
  // share.
  let option: Buffer<Int32>
  let seat: Buffer<Int32>
  let cost: Buffer<Int32>
  /// Combinations of a person, ascending by size, that without free duties first.
  let comboStart: Buffer<Int32>
  let comboCost: Buffer<Int32>
  /// Kinds of a combination, as many as `mostTogether`, −1 behind the last.
  let comboKind: Buffer<Int32>

  /// The duties of a kind as bits: of words firstWord[kind] and on, wordStart[kind] ..< wordStart[kind + 1].
  let firstWord: Buffer<Int32>
  let wordStart: Buffer<Int32>
  let word: Buffer<UInt64>

  /// Duties of one set.
  static let mostTogether = 4
  private static let mostKinds = 128
  private static let mostCombos = 1600

  /// Nil where somebody has too many kinds, or sets too long. O(entries + combinations).
  init?(_ space: SetSpace) {
    let tables = space.tables
    self.space = space
    let builder = KindBuilder(space)
    for person in 0..<tables.personCount {
      guard builder.add(person, mostKinds: KindTables.mostKinds, mostCombos: KindTables.mostCombos) else { return nil }
    }
    kindStart = Buffer(builder.kindStart)
    itemStart = Buffer(builder.itemStart)
    comboStart = Buffer(builder.comboStart)
    comboCost = Buffer(builder.comboCost)
    comboKind = Buffer(builder.comboKind)
    option = Buffer(repeating: 0, count: builder.items.count)
    seat = Buffer(repeating: 0, count: builder.items.count)
    cost = Buffer(repeating: 0, count: builder.items.count)
    for (item, number) in builder.items.enumerated() {
      option[item] = number
      seat[item] = tables.optionSeat[Int(number)]
      var own = Int(tables.optionCost[Int(number)])
      for index in space.pairRowsOfEntry.range(Int(tables.optionEntry[Int(number)])) {
        let row = space.pairRows[Int(space.pairRowsOfEntry.item[index])]
        if !row.isShared { own += row.cost }
      }
      cost[item] = Int32(clamping: own)
    }
    let words = KindWords(tables, itemStart: builder.itemStart, items: builder.items)
    firstWord = Buffer(words.first)
    wordStart = Buffer(words.start)
    word = Buffer(repeating: 0, count: words.word.count)
    for (index, bits) in words.word.enumerated() { word[index] = bits }
  }

  /// At most so many sets are there, conflicts within combinations apart; O(combinations).
  var setCount: Int {
    var sum = 0.0
    for combo in 0..<comboCost.count {
      var sets = 1.0
      for place in 0..<KindTables.mostTogether {
        let kind = Int(comboKind[combo * KindTables.mostTogether + place])
        if kind >= 0 { sets *= Double(items(of: kind).count) }
      }
      sum += sets
    }
    return Int(min(sum, 1e15))
  }

  @inline(__always) func combos(of person: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(comboStart[person]), Int(comboStart[person &+ 1])))
  }
  @inline(__always) func kinds(of person: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(kindStart[person]), Int(kindStart[person &+ 1])))
  }
  @inline(__always) func items(of kind: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(itemStart[kind]), Int(itemStart[kind &+ 1])))
  }
  @inline(__always) func duty(of item: Int) -> Int {
    Int(space.tables.entryDuty[Int(space.tables.optionEntry[Int(option[item])])])
  }
}

/// The duties of every kind as bits, as few words as hold them all.
private struct KindWords {
  var first: [Int] = []
  var start = [0]
  var word: [UInt64] = []

  init(_ tables: RosterTables, itemStart: [Int], items: [Int32]) {
    for kind in 0..<itemStart.count - 1 {
      let duties = items[itemStart[kind]..<itemStart[kind + 1]].map {
        Int(tables.entryDuty[Int(tables.optionEntry[Int($0)])])
      }
      let low = (duties.min() ?? 0) >> 6
      let high = (duties.max() ?? -1) >> 6
      var bits = [UInt64](repeating: 0, count: high - low + 1)
      for duty in duties { bits[duty >> 6 - low] |= 1 << UInt64(duty & 63) }
      first.append(low)
      word += bits
      start.append(word.count)
    }
  }
}
