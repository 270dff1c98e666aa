/// Xoshiro256**, seeded by SplitMix64: the same numbers for the same seed on every machine.
///
/// Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators" (2021).
@frozen public struct SeededRandom: RandomNumberGenerator, Sendable {
  @usableFromInline var a: UInt64
  @usableFromInline var b: UInt64
  @usableFromInline var c: UInt64
  @usableFromInline var d: UInt64

  public init(seed: UInt64) {
    var state = seed
    func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    (a, b, c, d) = (next(), next(), next(), next())
  }

  @inlinable public mutating func next() -> UInt64 {
    let scrambled = rotated(b &* 5, by: 7) &* 9
    let shifted = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotated(d, by: 45)
    return scrambled
  }

  @inlinable @inline(__always) func rotated(_ x: UInt64, by k: UInt64) -> UInt64 { (x << k) | (x >> (64 - k)) }

  /// A whole number in 0 ..< bound, bound > 0 (Lemire's multiply, without the rejection: bias below bound ÷ 2⁶⁴).
  @inlinable public mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: bound)).high)
  }

  /// A number in 0 ..< 1.
  @inlinable public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
