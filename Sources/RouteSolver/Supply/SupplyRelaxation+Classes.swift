import LinearModel

extension SupplyRelaxation {
  func addRows(_ number: Int, _ own: ClassColumns, to model: inout Model) {
    let group = network.classes[number]
    let zoneCount = zones.demands.count
    _ = model.addRow("begin[\(number)]", lower: 0, upper: 0) { row in
      for first in own.first { row.add(1, first) }
      row.add(-1, own.used)
    }
    for depot in depots {
      _ = model.addRow("departures[\(number),\(depot)]", lower: 0, upper: 0) { row in
        row.add(1, own.first[depot])
        for from in depots {
          if let hop = own.hops[from * depots.count + depot] { row.add(1, hop) }
          if let hop = own.hops[depot * depots.count + from] { row.add(-1, hop) }
          for zone in 0..<zoneCount where from != depot {
            if let trip = own.trips[trip(from, zone, depot)] { row.add(1, trip) }
          }
        }
        // A trip that comes back to its own dock is on both sides.
        for zone in 0..<zoneCount {
          for next in 0...depots.count where next != depot {
            if let trip = own.trips[trip(depot, zone, next)] { row.add(-1, trip) }
          }
        }
      }
      for reach in zones.order[depot].indices {
        let far = zones.order[depot][0...reach]
        _ = model.addRow("reach[\(number),\(depot),\(reach)]", upper: 0) { row in
          for zone in far { row.add(1, own.packs[depot * zoneCount + zone]) }
          for to in depots {
            if let hop = own.hops[depot * depots.count + to] { row.add(-Double(group.capacity), hop) }
          }
          for zone in far {
            for next in 0...depots.count {
              if let trip = own.trips[trip(depot, zone, next)] { row.add(-Double(group.capacity), trip) }
            }
          }
        }
      }
    }
    _ = model.addRow("vehicleCapacity[\(number)]", upper: 0) { row in
      for packs in own.packs { row.add(1, packs) }
      for trip in own.trips { if let trip { row.add(-Double(group.capacity), trip) } }
    }
    for zone in 0..<zoneCount {
      let largest = zones.demands[zone].map { network.demands[$0].packs }.max() ?? 0
      _ = model.addRow("stopRoom[\(number),\(zone)]", upper: 0) { row in
        for depot in depots { row.add(1, own.packs[depot * zoneCount + zone]) }
        row.add(-Double(min(group.capacity, largest)), own.stops[zone])
      }
      _ = model.addRow("stopOfTrip[\(number),\(zone)]", upper: 0) { row in
        for depot in depots {
          for next in 0...depots.count {
            if let trip = own.trips[trip(depot, zone, next)] { row.add(1, trip) }
          }
        }
        row.add(-1, own.stops[zone])
      }
    }
    let most = min(network.packs, group.maximumTrips)
    _ = model.addRow("tripLimit[\(number)]", upper: 0) { row in
      for trip in own.trips { if let trip { row.add(1, trip) } }
      row.add(-Double(most), own.used)
    }
    addHours("vehicleHours[\(number)]", number, own, within: group.span, wayHome: true, to: &model)
    let late = network.deadline - group.from
    addHours("lastDelivery[\(number)]", number, own, within: late, wayHome: false, to: &model)
  }

  /// The seconds of all that a class does, with or without the way home from the last delivery, in its used vehicles.
  private func addHours(
    _ name: String, _ number: Int, _ own: ClassColumns, within seconds: Int, wayHome: Bool, to model: inout Model
  ) {
    let group = network.classes[number]
    let zoneCount = zones.demands.count
    _ = model.addRow(name, upper: 0) { row in
      for depot in depots {
        if group.start[depot].leads { row.add(Double(group.start[depot].seconds), own.first[depot]) }
        let load = network.depots[depot].loadFixed
        for zone in 0..<zoneCount {
          for next in 0...depots.count {
            guard let trip = own.trips[trip(depot, zone, next)] else { continue }
            let drive =
              next == depots.count && !wayHome ? outward(depot, zone) : way(number, depot, zone, next).seconds
            row.add(Double(drive + load), trip)
          }
          let handling = network.depots[depot].loadPerPack + group.unloadPerPack
          row.add(Double(handling), own.packs[depot * zoneCount + zone])
        }
        for to in depots {
          guard let hop = own.hops[depot * depots.count + to] else { continue }
          row.add(Double(network.between[depot * depots.count + to].seconds + load), hop)
        }
      }
      for stop in own.stops { row.add(Double(group.unloadFixed), stop) }
      row.add(-Double(max(0, seconds)), own.used)
    }
  }
}
