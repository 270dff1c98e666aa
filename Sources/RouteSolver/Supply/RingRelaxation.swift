import LinearModel
import Units

/// The small program of docs/route-bound.md in which a trip is known by its farthest ring of demands alone.
///
/// All depots count as the nearest; curves, docks and stock are left out. Size: classes × rings whole columns.
struct RingRelaxation {
  private let network: SupplyNetwork
  /// Demands, by ring, the farthest first.
  private let rings: [[Int]]
  private let total: Int
  /// More rings make the bound a little tighter and the program larger; demands of neighbouring distance share one.
  private static let ringLimit = 40

  init(_ network: SupplyNetwork) {
    self.network = network
    total = network.packs
    let far = network.demands.map { Self.out($0).metres + SupplyNetwork.Way.least($0.back).metres }
    let sorted = network.demands.indices.sorted { (-far[$0], $0) < (-far[$1], $1) }
    let size = max(1, sorted.count.dividedRoundingUp(by: Self.ringLimit))
    rings = stride(from: 0, to: sorted.count, by: size).map { Array(sorted[$0..<min(sorted.count, $0 + size)]) }
  }

  private static func out(_ demand: SupplyNetwork.Demand) -> SupplyNetwork.Way { .least(demand.out) }

  private struct Columns {
    var trips: [Variable]
    var packs: Variable
  }

  /// Rows are named as in docs/route-bound.md.
  func model(undelivered: Int) -> Model {
    var model = Model(name: "route-bound")
    let columns = network.classes.indices.map { addClass($0, to: &model) }
    var missing: [Variable] = []
    if undelivered > 0 {
      missing = network.demands.enumerated().map { model.addVariable("missing[\($0)]", upper: Double($1.packs)) }
      _ = model.addRow("undelivered", upper: Double(undelivered)) { row in
        for (index, demand) in network.demands.enumerated() { row.add(Double(demand.weight), missing[index]) }
      }
    }
    var beyond: [Int] = []
    for (number, ring) in rings.enumerated() {
      beyond += ring
      let packs = beyond.reduce(0) { $0 + network.demands[$1].packs }
      _ = model.addRow("reach[\(number)]", lower: Double(packs)) { row in
        for (group, own) in zip(network.classes, columns) {
          for trip in own.trips[0...number] { row.add(Double(group.capacity), trip) }
        }
        if !missing.isEmpty { for demand in beyond { row.add(1, missing[demand]) } }
      }
    }
    _ = model.addRow("delivered", lower: Double(total)) { row in
      for own in columns { row.add(1, own.packs) }
      for variable in missing { row.add(1, variable) }
    }
    return model
  }

  private func addClass(_ number: Int, to model: inout Model) -> Columns {
    let group = network.classes[number]
    let loadFixed = network.depots.map(\.loadFixed).min() ?? 0
    let perPack = (network.depots.map(\.loadPerPack).min() ?? 0) + group.unloadPerPack
    let start = SupplyNetwork.Way.least(group.start)
    let ways = rings.map { ring in
      SupplyNetwork.Way.least(
        ring.map { index in
          let demand = network.demands[index]
          return Self.out(demand) + .least([.least(demand.back), group.end[index]])
        })
    }
    let used = model.addVariable(
      "used[\(number)]", kind: .integer, upper: Double(group.count), cost: Double(group.fixedCost) + group.price(start))
    let most = min(total, group.maximumTrips)
    let handling = loadFixed + group.unloadFixed
    let trips = ways.enumerated().map { ring, way in
      model.addVariable(
        "trips[\(number),\(ring)]", kind: .integer, upper: Double(group.count) * Double(most),
        cost: group.price(way, handling: handling))
    }
    let packs = model.addVariable(
      "packs[\(number)]", upper: Double(total), cost: Double(perPack) * Double(group.costPerHour) / 3600)
    _ = model.addRow("vehicleHours[\(number)]", upper: 0) { row in
      for (trip, way) in zip(trips, ways) { row.add(Double(way.seconds + handling), trip) }
      row.add(Double(perPack), packs)
      row.add(Double(start.seconds - group.span), used)
    }
    _ = model.addRow("tripLimit[\(number)]", upper: 0) { row in
      for trip in trips { row.add(1, trip) }
      row.add(-Double(most), used)
    }
    _ = model.addRow("vehicleCapacity[\(number)]", upper: 0) { row in
      row.add(1, packs)
      for trip in trips { row.add(-Double(group.capacity), trip) }
    }
    return Columns(trips: trips, packs: packs)
  }
}
