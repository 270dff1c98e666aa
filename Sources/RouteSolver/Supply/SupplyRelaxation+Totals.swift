import LinearModel

extension SupplyRelaxation {
  func addDemandRows(_ columns: Columns, to model: inout Model) {
    let zoneCount = zones.demands.count
    let largest = network.classes.map(\.capacity).max() ?? 1
    for (zone, demands) in zones.demands.enumerated() {
      let packs = demands.reduce(0) { $0 + network.demands[$1].packs }
      _ = model.addRow("delivered[\(zone)]", lower: Double(packs)) { row in
        for own in columns.classes {
          for depot in depots { row.add(1, own.packs[depot * zoneCount + zone]) }
        }
        if !columns.missing.isEmpty { for demand in demands { row.add(1, columns.missing[demand]) } }
      }
      // The last of the deliveries that a demand needs falls away when the rest of packs ÷ largest is missing.
      let needed = demands.map { (network.demands[$0].packs - 1) / largest + 1 }
      _ = model.addRow("served[\(zone)]", lower: Double(needed.reduce(0, +))) { row in
        for own in columns.classes { row.add(1, own.stops[zone]) }
        guard !columns.missing.isEmpty else { return }
        for (place, demand) in demands.enumerated() {
          let rest = network.demands[demand].packs - (needed[place] - 1) * largest
          row.add(1 / Double(rest), columns.missing[demand])
        }
      }
    }
  }

  func addDepotRows(_ columns: Columns, to model: inout Model) {
    let zoneCount = zones.demands.count
    var wanted = Array(repeating: 0, count: network.depots.first?.stock.count ?? 0)
    for demand in network.demands { wanted[demand.good] += demand.packs }
    for (depot, facts) in network.depots.enumerated() {
      let there = zip(facts.stock, wanted).reduce(0) { $0 + min($1.0, $1.1) }
      _ = model.addRow("depotStock[\(depot)]", upper: Double(there)) { row in
        for own in columns.classes {
          for zone in 0..<zoneCount { row.add(1, own.packs[depot * zoneCount + zone]) }
        }
      }
      let nearest = zones.demands.indices.map { outward(depot, $0) }.min() ?? 0
      let arrival = network.classes.map { $0.from + min($0.start[depot].seconds, SupplyNetwork.Way.never) }.min() ?? 0
      let window = min(facts.closes, network.deadline - nearest) - max(facts.opens, arrival)
      _ = model.addRow("depotDocks[\(depot)]", upper: Double(facts.docks) * Double(max(0, window))) { row in
        for own in columns.classes {
          for zone in 0..<zoneCount {
            row.add(Double(facts.loadPerPack), own.packs[depot * zoneCount + zone])
            for next in 0...depots.count {
              if let trip = own.trips[trip(depot, zone, next)] { row.add(Double(facts.loadFixed), trip) }
            }
          }
          for to in depots {
            if let hop = own.hops[depot * depots.count + to] { row.add(Double(facts.loadFixed), hop) }
          }
        }
      }
    }
  }

  /// What used vehicles can have delivered by a moment of the curves, in all.
  func addFleetRows(_ columns: Columns, to model: inout Model) {
    let moments = Set(network.demands.flatMap { $0.curve.map(\.by) }).sorted()
    let step = moments.count / 60 + 1
    for moment in stride(from: 0, to: moments.count, by: step).map({ moments[$0] }) {
      let need = network.need(by: moment)
      _ = model.addRow("fleet[\(moment)]", lower: Double(need)) { row in
        for (number, own) in columns.classes.enumerated() {
          row.add(Double(network.mostDelivered(number, by: moment)), own.used)
        }
        for variable in columns.missing { row.add(1, variable) }
      }
    }
  }
}

extension SupplyNetwork {
  /// Packs that one vehicle of a class can have delivered by a moment if docks and stock never fail it: the best number
  /// of trips, each with the least ways and handling. O(depots × demands + trips).
  func mostDelivered(_ number: Int, by moment: Int) -> Int {
    let group = classes[number]
    let out = depots.indices.map { depot in demands.map { $0.out[depot].seconds }.min() ?? 0 }
    let back = depots.indices.map { depot in demands.map { $0.back[depot].seconds }.min() ?? 0 }
    let there =
      depots.indices.map { max(group.from + group.start[$0].seconds, depots[$0].opens) + out[$0] }.min() ?? .max
    let cycle = (out.min() ?? 0) + (back.min() ?? 0)
    let fixed = (depots.map(\.loadFixed).min() ?? 0) + group.unloadFixed
    let perPack = (depots.map(\.loadPerPack).min() ?? 0) + group.unloadPerPack
    var most = 0
    var trips = 0
    while most < packs, trips < min(packs, group.maximumTrips ?? .max) {
      trips += 1
      let left = moment - there - (trips - 1) * cycle - trips * fixed
      guard left >= 0 else { break }
      most = max(most, min(trips * group.capacity, perPack > 0 ? left / perPack : .max))
    }
    return min(most, packs)
  }
}
