/// A whole number that knows what it counts.
///
/// Quantities of different kinds do not mix: `Minutes + Metres` does not compile. Arithmetic traps on overflow, as
/// `Int` does; totals stay far below 2⁶³ within the limits of a district.
public protocol Quantity: RawRepresentable, Hashable, Comparable, Sendable, Codable, AdditiveArithmetic,
  ExpressibleByIntegerLiteral, CustomStringConvertible
where RawValue == Int {
  init(rawValue: Int)
}

extension Quantity {
  @inlinable public init(_ value: Int) { self.init(rawValue: value) }
  @inlinable public init(integerLiteral value: Int) { self.init(rawValue: value) }
  @inlinable public static var zero: Self { Self(rawValue: 0) }
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  @inlinable public static func + (a: Self, b: Self) -> Self { Self(rawValue: a.rawValue + b.rawValue) }
  @inlinable public static func - (a: Self, b: Self) -> Self { Self(rawValue: a.rawValue - b.rawValue) }
  @inlinable public static func * (a: Self, times: Int) -> Self { Self(rawValue: a.rawValue * times) }
  public var description: String { String(rawValue) }

  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(Int.self))
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// Elapsed minutes.
@frozen public struct Minutes: Quantity {
  public var rawValue: Int
  @inlinable public init(rawValue: Int) { self.rawValue = rawValue }
  @inlinable public var seconds: Seconds { Seconds(rawValue * 60) }
}

/// Elapsed seconds.
@frozen public struct Seconds: Quantity {
  public var rawValue: Int
  @inlinable public init(rawValue: Int) { self.rawValue = rawValue }
}

/// Metres along the way.
@frozen public struct Metres: Quantity {
  public var rawValue: Int
  @inlinable public init(rawValue: Int) { self.rawValue = rawValue }
}

/// Doors.
@frozen public struct Households: Quantity {
  public var rawValue: Int
  @inlinable public init(rawValue: Int) { self.rawValue = rawValue }
}

extension Int {
  /// The quotient rounded up, for a non-negative dividend and a positive divisor.
  @inlinable public func dividedRoundingUp(by divisor: Int) -> Int { (self + divisor - 1) / divisor }
  /// The quotient rounded towards minus infinity, for a positive divisor.
  @inlinable public func dividedRoundingDown(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }
}
