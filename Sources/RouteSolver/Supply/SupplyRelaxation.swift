import LinearModel

/// The whole-number program of docs/route-bound.md in which depots stay apart: every plan is a point of it.
///
/// A trip is known by its class, the last depot it loads at, the farthest zone it delivers to (in that depot's order)
/// and where it goes next: a depot, or home. Size: classes × depots × zones × (depots + 1) whole columns.
struct SupplyRelaxation {
  let network: SupplyNetwork
  let zones: SupplyZones

  /// All columns of a program.
  struct Columns {
    var classes: [ClassColumns]
    /// By demand; empty where nothing may be missing.
    var missing: [Variable]
  }

  struct ClassColumns {
    var used: Variable
    /// By depot: where the first load is.
    var first: [Variable]
    /// Entry (depot × zones + zone) × (depots + 1) + next; nil where no way leads.
    var trips: [Variable?]
    /// Entry from × depots + to: goes on to another dock with packs on board.
    var hops: [Variable?]
    /// By zone: deliveries.
    var stops: [Variable]
    /// Entry depot × zones + zone: packs fetched there for there.
    var packs: [Variable]
  }

  /// Whole columns at most; beyond, branch and cut gets nowhere in seconds.
  static let columnLimit = 1600

  /// Nil where even few zones make the program too large.
  init?(_ network: SupplyNetwork) {
    let depots = network.depots.count
    let perZone = network.classes.count * (depots * (depots + 1) + 1)
    guard perZone > 0, Self.columnLimit / perZone >= 3 else { return nil }
    self.network = network
    zones = SupplyZones(network, limit: min(40, Self.columnLimit / perZone))
  }

  /// Rows are named as in docs/route-bound.md.
  func program(undelivered: Int) -> (model: Model, used: [Variable]) {
    var model = Model(name: "route-bound")
    let classes = network.classes.indices.map { addColumns($0, to: &model) }
    let columns = Columns(classes: classes, missing: addMissing(undelivered, to: &model))
    for (number, own) in classes.enumerated() { addRows(number, own, to: &model) }
    addDemandRows(columns, to: &model)
    addDepotRows(columns, to: &model)
    addFleetRows(columns, to: &model)
    return (model, classes.map(\.used))
  }

  var depots: Range<Int> { network.depots.indices }
  func trip(_ depot: Int, _ zone: Int, _ next: Int) -> Int {
    (depot * zones.demands.count + zone) * (depots.count + 1) + next
  }

  /// The least ways out of a depot to a zone and on to a depot or home.
  func way(_ number: Int, _ depot: Int, _ zone: Int, _ next: Int) -> SupplyNetwork.Way {
    .least(
      zones.demands[zone].map { index in
        let demand = network.demands[index]
        return demand.out[depot] + (next < depots.count ? demand.back[next] : network.classes[number].end[index])
      })
  }
  /// Seconds from a depot to the nearest demand of a zone.
  func outward(_ depot: Int, _ zone: Int) -> Int {
    zones.demands[zone].map { network.demands[$0].out[depot].seconds }.min() ?? 0
  }

  private func addColumns(_ number: Int, to model: inout Model) -> ClassColumns {
    let group = network.classes[number]
    let total = network.packs
    let most = Double(group.count) * Double(min(total, group.maximumTrips))
    let used = model.addVariable(
      "used[\(number)]", kind: .integer, upper: Double(group.count), cost: Double(group.fixedCost))
    let first = depots.map {
      model.addVariable(
        "first[\(number),\($0)]", upper: group.start[$0].leads ? Double(group.count) : 0,
        cost: group.start[$0].leads ? group.price(group.start[$0]) : 0)
    }
    var trips: [Variable?] = []
    for depot in depots {
      for zone in zones.demands.indices {
        for next in 0...depots.count {
          let way = way(number, depot, zone, next)
          trips.append(
            way.leads
              ? model.addVariable(
                "trips[\(number),\(depot),\(zone),\(next)]", kind: .integer, upper: most,
                cost: group.price(way, handling: network.depots[depot].loadFixed)) : nil)
        }
      }
    }
    var hops: [Variable?] = []
    for from in depots {
      for to in depots {
        let way = network.between[from * depots.count + to]
        hops.append(
          from != to && way.leads
            ? model.addVariable(
              "hops[\(number),\(from),\(to)]", upper: Double(group.count) * Double(total),
              cost: group.price(way, handling: network.depots[from].loadFixed)) : nil)
      }
    }
    let stops = zones.demands.indices.map {
      model.addVariable(
        "stops[\(number),\($0)]", kind: .integer, upper: Double(group.count) * Double(total),
        cost: group.price(.init(metres: 0, seconds: 0), handling: group.unloadFixed))
    }
    let packs = depots.flatMap { depot in
      zones.demands.indices.map { zone in
        model.addVariable(
          "packs[\(number),\(depot),\(zone)]", upper: Double(total),
          cost: group.price(
            .init(metres: 0, seconds: 0), handling: network.depots[depot].loadPerPack + group.unloadPerPack))
      }
    }
    return ClassColumns(used: used, first: first, trips: trips, hops: hops, stops: stops, packs: packs)
  }

  private func addMissing(_ undelivered: Int, to model: inout Model) -> [Variable] {
    guard undelivered > 0 else { return [] }
    let missing = network.demands.enumerated().map { model.addVariable("missing[\($0)]", upper: Double($1.packs)) }
    _ = model.addRow("undelivered", upper: Double(undelivered)) { row in
      for (index, demand) in network.demands.enumerated() { row.add(Double(demand.weight), missing[index]) }
    }
    return missing
  }
}
