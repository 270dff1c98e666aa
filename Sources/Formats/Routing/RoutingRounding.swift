import Routing

/// How lengths and times of a public routing instance become whole numbers; published costs are only comparable under
/// the convention that they were made with.
public enum RoutingRounding: String, Sendable, CaseIterable {
  /// To the nearest whole number: CVRP (Uchoa et al. 2017; Arnold et al. 2019), backhauls.
  case nearest
  /// Truncated to one decimal: what the 12th DIMACS implementation challenge asks for, VRPTW above all.
  case decimal
  /// To the nearest thousandth: in place of real numbers.
  case exact

  /// Units to one unit of the file.
  public var scale: Int {
    switch self {
    case .nearest: 1
    case .decimal: 10
    case .exact: 1000
    }
  }

  var travel: Travel.Rounding {
    Travel.Rounding(scale: Double(scale), rule: self == .decimal ? .down : .nearest)
  }

  /// A moment, a duration or a price of the file in the problem's units.
  func whole(_ value: Double) -> Int {
    let scaled = value * Double(scale)
    return Int(self == .decimal ? scaled.rounded(.towardZero) : (scaled + 0.5).rounded(.down))
  }
}
