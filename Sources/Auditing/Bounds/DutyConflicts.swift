import Districts

/// Which duties no person has together, as sets.
struct DutyConflicts {
  /// Machine words of a set of duties.
  let words: Int
  /// Row by row, a set each.
  private var bits: [UInt64]
  /// By service day: the duties of the days after it.
  private(set) var after: [[UInt64]]

  /// O(duties²).
  init(_ relaxation: RosterRelaxation) {
    let (roster, duties) = (relaxation.roster, relaxation.roster.duties)
    words = (duties.count + 63) / 64
    bits = [UInt64](repeating: 0, count: words * duties.count)
    after = [[UInt64]](repeating: [UInt64](repeating: 0, count: words), count: roster.raw.time.days)
    for a in duties.indices {
      for day in after.indices where duties[a].day > day { after[day].insert(a) }
      for b in duties.indices where !relaxation.together[a * duties.count + b] {
        bits[a * words + b / 64] |= 1 << UInt64(b % 64)
      }
    }
  }

  func holds(_ a: Int, _ b: Int) -> Bool { bits[a * words + b / 64] & (1 << UInt64(b % 64)) != 0 }

  /// The duties of a set that do not go with one duty.
  func excluded(by duty: Int, among set: [UInt64]) -> [UInt64] {
    (0..<words).map { set[$0] & bits[duty * words + $0] }
  }
}

/// A set of duties as bits.
extension [UInt64] {
  mutating func insert(_ duty: Int) { self[duty / 64] |= 1 << UInt64(duty % 64) }
  func has(_ duty: Int) -> Bool { self[duty / 64] & (1 << UInt64(duty % 64)) != 0 }
}

/// Sets of duties that a person's earlier duties exclude, each kept once and known by its number; 0 is the empty set.
struct ExcludedSets {
  private var sets: [[UInt64]]
  private var numbers: [[UInt64]: Int]
  private struct Couple: Hashable {
    var a: Int
    var b: Int
  }
  private var unions: [Couple: Int] = [:]

  init(words: Int) {
    let empty = [UInt64](repeating: 0, count: words)
    sets = [empty]
    numbers = [empty: 0]
  }

  subscript(number: Int) -> [UInt64] { sets[number] }

  mutating func number(of set: [UInt64]) -> Int {
    if let known = numbers[set] { return known }
    numbers[set] = sets.count
    sets.append(set)
    return sets.count - 1
  }

  mutating func union(_ a: Int, _ b: Int) -> Int {
    if a == b || b == 0 { return a }
    if a == 0 { return b }
    let couple = Couple(a: min(a, b), b: max(a, b))
    if let known = unions[couple] { return known }
    let result = number(of: zip(sets[a], sets[b]).map { $0 | $1 })
    unions[couple] = result
    return result
  }

  mutating func cut(_ a: Int, to set: [UInt64]) -> Int {
    a == 0 ? 0 : number(of: zip(sets[a], set).map { $0 & $1 })
  }
}
