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
    for (depot, facts) in network.depots.enumerated() {
      _ = model.addRow("depotStock[\(depot)]", upper: Double(network.offer(depot))) { row in
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

  /// What used vehicles can have delivered by a moment of the curves, in all, and with the packs of one depot counted
  /// less.
  func addFleetRows(_ columns: Columns, to model: inout Model) {
    let moments = Set(network.demands.flatMap { $0.curve.map(\.by) }).sorted()
    let step = moments.count / 30 + 1
    let chosen = stride(from: 0, to: moments.count, by: step).map { moments[$0] }
    for moment in chosen {
      let need = network.need(by: moment)
      _ = model.addRow("fleet[\(moment)]", lower: Double(need)) { row in
        for (number, own) in columns.classes.enumerated() {
          row.add(Double(network.mostDelivered(number, by: moment)), own.used)
        }
        for variable in columns.missing { row.add(1, variable) }
      }
    }
    guard (2...4).contains(depots.count) else { return }
    for depot in depots {
      let clocks = network.classes.indices.map { FleetClock(network, group: $0, apart: depot) }
      for moment in chosen {
        for eighths in [1, 2, 3, 4, 6] {
          let need = 8 * network.need(by: moment) - eighths * network.offer(depot)
          let most = clocks.map { $0.mostDelivered(by: moment, less: eighths) }
          // A row that any one vehicle keeps says nothing.
          guard need > 0, most.contains(where: { $0 < Double(need) }) else { continue }
          _ = model.addRow("fleetApart[\(depot),\(moment),\(eighths)]", lower: Double(need)) { row in
            for (own, most) in zip(columns.classes, most) { row.add(most, own.used) }
            for variable in columns.missing { row.add(8, variable) }
          }
        }
      }
    }
  }
}
