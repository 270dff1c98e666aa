/// The tables of a district (docs/format.md §3).
public enum DistrictTable: String, CaseIterable, Sendable {
  case cadres, availability, ledger, compounds, buildings, needs, sites, posts, points, depots, goods, stock, kit
  case onHand = "onhand"
  case orders, vehicles, pins, travel

  public var file: String { rawValue + ".csv" }
  /// English, in canonical order.
  public var columns: [String] { shape.columns.map(\.name) }

  /// What names a row to its reader; several rows may share it.
  public var keyColumns: [String] {
    switch self {
    case .cadres, .compounds, .buildings, .needs, .sites, .points, .depots, .goods, .orders, .vehicles: ["id"]
    case .availability, .ledger: ["cadre"]
    case .posts: ["site", "post", "shift"]
    case .stock: ["depot", "good"]
    case .kit: ["exposure", "good"]
    case .onHand: ["site", "good"]
    case .pins: ["subject", "object"]
    case .travel: ["from", "to"]
    }
  }

  var shape: TableShape {
    switch self {
    case .cadres: Tables.cadres.shape
    case .availability: Tables.availability.shape
    case .ledger: Tables.ledger.shape
    case .compounds: Tables.compounds.shape
    case .buildings: Tables.buildings.shape
    case .needs: Tables.needs.shape
    case .sites: Tables.sites.shape
    case .posts: Tables.posts.shape
    case .points: Tables.points.shape
    case .depots: Tables.depots.shape
    case .goods: Tables.goods.shape
    case .stock: Tables.stock.shape
    case .kit: Tables.kit.shape
    case .onHand: Tables.onHand.shape
    case .orders: Tables.orders.shape
    case .vehicles: Tables.vehicles.shape
    case .pins: Tables.pins.shape
    case .travel: Tables.travel.shape
    }
  }
}
