import Rostering
import Units

/// One whole number, in millionths and not negative, for every row of the relaxation in docs/bounds.md.
struct Multipliers: Sendable {
  var minimum: [Int]
  var target: [Int]
  var maximum: [Int]
  var lead: [Int]
  /// Of `PairRows`: one a row.
  var plus: [Int]
  var minus: [Int]
  /// Of `Sites`: one a person and place.
  var site: [Int]
  var spread: [Int]
  /// Of the rows that hold levels 1 and 2.
  var levels = [0, 0]

  init(_ space: SetSpace) {
    minimum = [Int](repeating: 0, count: space.tables.seatCount)
    target = minimum
    maximum = minimum
    lead = [Int](repeating: 0, count: space.tables.dutyCount)
    plus = [Int](repeating: 0, count: space.pairRows.count)
    minus = plus
    site = [Int](repeating: 0, count: space.siteCount)
    spread = [Int](repeating: 0, count: space.tables.problem.groups.count)
  }

  /// Larger ones help no bound and could overflow a sum.
  static let largest = 100_000_000_000

  /// A solver's dual as a multiplier.
  static func rounded(_ dual: Double) -> Int {
    guard dual.isFinite, dual > 0 else { return 0 }
    return Int(min(Double(largest), (dual * Double(RosterMultiplier.scale)).rounded()))
  }
}
