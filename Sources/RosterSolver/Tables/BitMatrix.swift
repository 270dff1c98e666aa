import Rostering
import Units

/// Which duties no person has both, as bits: duties² ÷ 8 bytes.
struct BitMatrix: ~Copyable {
  private let words: Buffer<UInt64>
  let width: Int

  init(pairs: [RosterProblem.DutyPair], count: Int) {
    width = (count + 63) / 64
    words = Buffer(repeating: 0, count: width * count)
    for pair in pairs {
      words[pair.first * width + pair.second >> 6] |= 1 << UInt64(pair.second & 63)
      words[pair.second * width + pair.first >> 6] |= 1 << UInt64(pair.first & 63)
    }
  }

  @inline(__always) subscript(a: Int, b: Int) -> Bool {
    words[a &* width &+ b >> 6] & (1 << UInt64(truncatingIfNeeded: b & 63)) != 0
  }

  /// The bits of duties 64 · `word` and on.
  @inline(__always) func word(_ a: Int, _ word: Int) -> UInt64 { words[a &* width &+ word] }
}
