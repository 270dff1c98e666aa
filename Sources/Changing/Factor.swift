/// A factor from 0 to 1,000 with at most six decimals, exact: `1.1`, `0.8`, `110%`.
public struct Factor: Hashable, Sendable {
  public let numerator: Int
  /// A power of ten, at most 1,000,000.
  public let denominator: Int

  /// Nil for anything else.
  public init?(_ text: String) {
    let isPercent = text.hasSuffix("%")
    let parts = text.dropLast(isPercent ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1] : ""
    guard (1...2).contains(parts.count), let whole = parts.first, (1...6).contains(whole.utf8.count),
      parts.count == 1 || !decimals.isEmpty, decimals.utf8.count <= (isPercent ? 4 : 6),
      (whole + decimals).utf8.allSatisfy({ (48...57).contains($0) }), let digits = Int(whole + decimals)
    else { return nil }
    var scale = isPercent ? 100 : 1
    for _ in decimals.utf8 { scale *= 10 }
    guard digits <= 1000 * scale else { return nil }
    (numerator, denominator) = (digits, scale)
  }

  public var isZero: Bool { numerator == 0 }
  public var isOne: Bool { numerator == denominator }

  /// `value` × the factor, halves up; `value` from 0 to 1,000,000,000.
  func scaled(_ value: Int) -> Int { (2 * value * numerator + denominator) / (2 * denominator) }

  /// `value` ÷ the factor, halves up; the factor is not 0.
  func unscaled(_ value: Int) -> Int { (2 * value * denominator + numerator) / (2 * numerator) }

  /// `value` × the factor, rounded up.
  func part(of value: Int) -> Int { (value * numerator + denominator - 1) / denominator }

  /// `value` × the factor where that is whole.
  func exactly(_ value: Int) -> Int? {
    let product = value * numerator
    return product % denominator == 0 ? product / denominator : nil
  }
}
