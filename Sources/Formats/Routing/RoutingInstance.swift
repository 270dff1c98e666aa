import Routing

/// An instance of a public routing format: the problem, and what is needed to write its solutions.
public struct RoutingInstance: Sendable {
  public enum Format: String, Sendable {
    case vrplib, solomon, cordeau
    case liLim = "li-lim"
  }

  public var name: String
  public var format: Format
  /// `CVRP`, `VRPTW`, …: what VRPLIB calls the type.
  public var type: String
  public var rounding: RoutingRounding
  public var problem: RoutingProblem
  /// Part of each vehicle's `fixedCost` that makes fewer vehicles better than any distance, and which is no cost of
  /// the file: Li and Lim count vehicles first.
  public var vehicleCharge = 0
  /// What the file calls each client and each depot, by index.
  public var clientNumbers: [Int]
  public var depotNumbers: [Int]
  /// The kind of each vehicle in the file's order where a solution's n-th line is the n-th vehicle's; nil where its
  /// lines are any vehicles.
  public var vehicleLines: [Int]?

  init(
    name: String, format: Format, type: String, rounding: RoutingRounding, problem: RoutingProblem,
    clientNumbers: [Int], depotNumbers: [Int], vehicleLines: [Int]? = nil
  ) {
    self.name = name
    self.format = format
    self.type = type
    self.rounding = rounding
    self.problem = problem
    self.clientNumbers = clientNumbers
    self.depotNumbers = depotNumbers
    self.vehicleLines = vehicleLines
  }

  /// The cost of a plan in the file's own terms: without what vehicles are charged to be few.
  public func fileCost(_ cost: Int, routes: Int) -> Int { cost - vehicleCharge * routes }

  /// A cost in the file's units: `42444.8` for 424448 tenths.
  public func written(cost: Int) -> String { writtenAmount(cost, scale: rounding.scale) }
}

/// A whole number of tenths, thousandths … as a decimal.
func writtenAmount(_ amount: Int, scale: Int) -> String {
  guard scale > 1 else { return String(amount) }
  let digits = String(scale).utf8.count - 1
  let fraction = String(amount.magnitude % UInt(scale))
  let zeros = String(repeating: "0", count: digits - fraction.utf8.count)
  return (amount < 0 ? "-" : "") + "\(amount.magnitude / UInt(scale)).\(zeros)\(fraction)"
}

/// Sizes beyond which no public routing instance goes; within them no total overflows.
enum RoutingLimit {
  static let nodes = 1...1_000_000
  static let vehicles = 1...1_000_000
  /// Locations where ways are in a matrix.
  static let matrix = 10_000
  static let coordinate = -100_000.0...100_000.0
  static let length = 0.0...1_000_000.0
  static let moment = 0.0...100_000_000.0
  static let load = 0...1_000_000_000
  static let price = 0...1_000_000
}
