import Districts
import Units

/// Packs of one good that one place needs, step by step: what the routes are asked for.
public struct PackNeed: Sendable {
  /// Row of goods.csv.
  public var good: Int
  public var place: PlaceID
  public var coordinate: Coordinate?
  /// The only depot that they may come from; nil: any.
  public var source: DepotID?
  /// Packs in all by each moment, ascending in both.
  public var steps: [(by: Moment, packs: Int)]
  public init(
    good: Int, place: PlaceID, coordinate: Coordinate?, source: DepotID? = nil, steps: [(by: Moment, packs: Int)]
  ) {
    self.good = good
    self.place = place
    self.coordinate = coordinate
    self.source = source
    self.steps = steps
  }
}

/// How much of each row of stock.csv may be bought, so that what is cheap is bought first (docs/format.md §12).
///
/// What can be bought to meet the needs in time is a polymatroid over the rows, so that taking as much as possible of the
/// cheapest, then of the next, costs least (Edmonds, "Submodular functions, matroids, and certain polyhedra", 1970).
public struct PurchaseLimits: Sendable, Hashable {
  /// By row of stock.csv.
  public private(set) var most: [Int]

  /// Everything that there is.
  public init(all district: District) { most = district.stock.map(\.packs) }

  /// O(rows × needs' steps) for each good that has several prices; the others are not limited: any of their rows costs
  /// the same.
  public init(_ district: District, needs: [PackNeed]) {
    self.init(all: district)
    let zone = ZoneClock(identifier: district.timeZone) ?? .utc
    let depots = Dictionary(district.depots.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let travel = WheelTravel.vehicle(district)
    for good in district.goods.indices {
      let rows = district.stock.indices.filter { district.stock[$0].good == district.goods[good].id }
      let prices = Set(rows.map { district.stock[$0].price ?? 0 })
      guard prices.count > 1 else { continue }
      var wanted: [Int] = []
      var reach = rows.map { _ in [Int]() }
      for need in needs where need.good == good {
        let ready = rows.map { row -> Moment? in
          guard let depot = depots[district.stock[row].depot], need.source == nil || need.source == depot.id,
            let loaded = SupplyReach.loaded(district.stock[row], at: depot, in: district, zone),
            let way = travel.seconds(PlaceID(depot.id), depot.coordinate, need.place, need.coordinate)
          else { return nil }
          return loaded + Seconds(way)
        }
        for (index, step) in need.steps.enumerated() {
          for row in rows.indices where ready[row].map({ $0 <= step.by }) ?? false { reach[row].append(wanted.count) }
          wanted.append(step.packs - (index == 0 ? 0 : need.steps[index - 1].packs))
        }
      }
      limit(rows, district, wanted, reach)
    }
  }

  /// Rows of a price that is taken whole stay as they are; of the dearest price that is needed there may be bought what
  /// it takes and a little more, of those beyond that little: packs come in trips.
  private mutating func limit(_ rows: [Int], _ district: District, _ wanted: [Int], _ reach: [[Int]]) {
    var flow = StockFlow(stock: wanted, reach: reach)
    let slack = (wanted.reduce(0, +) * Self.slackPercent).dividedRoundingUp(by: 100)
    let prices = Set(rows.map { district.stock[$0].price ?? 0 }).sorted()
    // What cannot all be there in time is for the routes to choose from.
    var whole = flow
    guard rows.indices.reduce(0, { $0 + whole.give(district.stock[rows[$1]].packs, to: $1) }) == wanted.reduce(0, +)
    else {
      return
    }
    for price in prices {
      let own = rows.indices.filter { (district.stock[rows[$0]].price ?? 0) == price }
      var bought = 0
      for row in own { bought += flow.give(district.stock[rows[row]].packs, to: row) }
      guard bought < own.reduce(0, { $0 + district.stock[rows[$1]].packs }) else { continue }
      limit(own.map { rows[$0] }, to: bought + slack, in: district)
    }
  }

  /// So many packs at each depot, of what is ready first.
  private mutating func limit(_ rows: [Int], to packs: Int, in district: District) {
    for depot in Set(rows.map { district.stock[$0].depot }) {
      var left = packs
      let own = rows.filter { district.stock[$0].depot == depot }
      func ready(_ row: Int) -> Moment { district.stock[row].ready ?? Moment(seconds: .min) }
      for row in own.sorted(by: { (ready($0), $0) < (ready($1), $1) }) {
        most[row] = min(most[row], left)
        left -= most[row]
      }
    }
  }

  private static let slackPercent = 1

  /// The district with no more in stock than may be bought.
  public func applied(to district: District) -> District {
    var limited = district
    for row in limited.stock.indices { limited.stock[row].packs = min(limited.stock[row].packs, most[row]) }
    return limited
  }
}
