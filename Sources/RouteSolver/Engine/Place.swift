import Units

/// Where a request can go, and what that costs.
struct Place: BitwiseCopyable {
  enum Mode: UInt8, BitwiseCopyable {
    /// Behind a position of a route.
    case plain
    /// Behind a position, with a load at a depot before the client, or after it.
    case loadBefore, loadAfter
    /// A route of its own.
    case alone
    /// Picked up and delivered on one route.
    case pair
    case none
  }
  var mode = Mode.none
  var slot = 0
  /// Behind this position of the route (0: the start).
  var index = 0
  /// Where the second client of a pair goes: behind this position of the route without the first.
  var second = 0
  var client = 0
  /// For `alone`.
  var kind = 0
  /// For loads in between; for `alone` where the vehicle goes to load first, −1 for its start.
  var depot = 0
  /// What it costs more; places at or above this are not looked for.
  var cost: Int

  init(below limit: Int) { cost = limit }
}

/// Skips a place now and then (Christiaens and Vanden Berghe 2020, "blinks"), at no cost for those not skipped.
struct Blinker: BitwiseCopyable {
  private var left: Int
  /// ln(1 − rate).
  private let base: Double

  init(rate: Double, _ random: inout SeededRandom) {
    base = rate > 0 ? log(1 - rate) : 0
    left = 0
    left = gap(&random)
  }

  private func gap(_ random: inout SeededRandom) -> Int {
    guard base < 0 else { return 1 << 60 }
    return Int(log(1 - random.unit()) / base)
  }

  /// Whether this place is to be skipped.
  @inline(__always) mutating func blinks(_ random: inout SeededRandom) -> Bool {
    if left > 0 {
      left &-= 1
      return false
    }
    left = gap(&random)
    return true
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
