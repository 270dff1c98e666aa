import Districts

/// The multipliers of one level by row, and which of them were asked for.
struct MultiplierTable {
  let scale: Int128
  private let values: [String: Int]
  private var asked = 0

  /// Multipliers beyond this are no evidence of anything; below it no sum overflows 128 bits.
  static let most = 1_000_000_000_000_000

  /// Nil where a multiplier is negative or beyond all measure, or the scale is not positive.
  init?(_ level: LevelMultipliers) {
    guard (1...Self.most).contains(level.scale), level.multipliers.values.allSatisfy({ (0...Self.most).contains($0) })
    else { return nil }
    scale = Int128(level.scale)
    values = level.multipliers
  }

  /// The multiplier of a row, 0 where it is left out; each row is asked for once.
  mutating func take(_ row: String) -> Int128 {
    guard let value = values[row] else { return 0 }
    asked += 1
    return Int128(value)
  }

  /// Whether every multiplier belongs to a row of the relaxation.
  var isExhausted: Bool { asked == values.count }
}

/// ⌈value ÷ scale⌉ for a positive scale.
func roundedUp(_ value: Int128, by scale: Int128) -> Int128 {
  let quotient = value / scale
  return quotient * scale < value ? quotient + 1 : quotient
}

/// The least of coefficient × v over v in 0 … most.
func least(_ coefficient: Int128, upTo most: Int) -> Int128 { coefficient < 0 ? coefficient * Int128(max(0, most)) : 0 }
