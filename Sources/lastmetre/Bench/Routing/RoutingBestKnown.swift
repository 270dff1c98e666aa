import Foundation

/// The best cost anybody has published for an instance, read from what lies beside it.
struct RoutingBestKnown: Sendable {
  /// In the problem's units.
  var cost: Int
  /// Where vehicles come first: with so many.
  var routes: Int?

  /// From `NAME.sol`, judged anew, or from the tables `BKS-dimacs.json` (tenths) and `BKS.json` in the folder or above.
  static func of(_ instance: RoutingSuiteInstance, _ routing: PublicRouting) -> RoutingBestKnown? {
    let url = URL(fileURLWithPath: instance.path)
    let solution = url.deletingPathExtension().appendingPathExtension("sol")
    if let text = try? String(contentsOf: solution, encoding: .utf8), let verdict = try? routing.check.judge(text),
      verdict.violations.isEmpty
    {
      return RoutingBestKnown(cost: verdict.cost)
    }
    let folder = url.deletingLastPathComponent()
    for place in [folder, folder.deletingLastPathComponent()] {
      let (dimacs, table) = (place.appendingPathComponent("BKS-dimacs.json"), place.appendingPathComponent("BKS.json"))
      if let found = fromTenths(dimacs, instance.name, routing) ?? fromTable(table, instance.name, routing) {
        return found
      }
    }
    return nil
  }

  /// `{ "R101": 1637.7 }`, comparable only where lengths are cut off after one decimal.
  private static func fromTenths(_ file: URL, _ name: String, _ routing: PublicRouting) -> RoutingBestKnown? {
    guard routing.instance.rounding == .decimal, let data = try? Data(contentsOf: file),
      let costs = try? JSONDecoder().decode([String: Double].self, from: data), let cost = costs[name.uppercased()]
    else { return nil }
    return RoutingBestKnown(cost: Int((cost * 10).rounded()))
  }

  private struct Entry: Decodable {
    var cost: Double
    var vehicles: Int?
    enum CodingKeys: String, CodingKey {
      case cost = "best_known_cost"
      case vehicles = "solved_with_vehicles"
    }
  }

  /// `{ "lc101": { "best_known_cost": 828.94, "solved_with_vehicles": 10 } }`, in real numbers.
  private static func fromTable(_ file: URL, _ name: String, _ routing: PublicRouting) -> RoutingBestKnown? {
    guard routing.instance.rounding == .exact, let data = try? Data(contentsOf: file),
      let entry = try? JSONDecoder().decode([String: Entry].self, from: data)[name]
    else { return nil }
    let isVehiclesFirst = routing.instance.vehicleCharge > 0
    return RoutingBestKnown(
      cost: Int((entry.cost * Double(routing.instance.rounding.scale)).rounded()),
      routes: isVehiclesFirst ? entry.vehicles : nil)
  }
}
