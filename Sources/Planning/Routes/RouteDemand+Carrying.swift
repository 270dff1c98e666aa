import Districts
import Units

extension RouteDemands {
  /// What is unloaded where teams fetch it: at the gates of compounds, then at buildings whose goods all go to the doors.
  func ofPlaces() -> [RouteDemand] {
    var gates: [CompoundID: [Int: Due]] = [:]
    var doors: [RouteDemand] = []
    let loaded = loadedByTeams()
    for (row, building) in district.buildings.enumerated() where handovers.modes[row] != .point {
      for need in needs(of: building) {
        let due = (by: need.due ?? endOfDay, packs: need.packs)
        if handovers.modes[row] == .property {
          gates[building.compound, default: [:]][need.good, default: []].append(due)
        } else {
          doors.append(
            demand(PlaceID(building.id), building.coordinate, need.good, [due], loaded))
        }
      }
    }
    let atGates = district.compounds.flatMap { compound -> [RouteDemand] in
      guard let goods = gates[compound.id] else { return [] }
      return goods.sorted { $0.key < $1.key }.map { good, due in
        demand(PlaceID(compound.id), compound.coordinate, good, due, loaded)
      }
    }
    return atGates + doors
  }

  typealias Due = [(by: Moment, packs: Int)]

  private struct Source: Hashable {
    var place: PlaceID
    var good: String
  }

  private func loadedByTeams() -> [Source: Due] {
    var loaded: [Source: Due] = [:]
    for step in (carrying?.teams ?? []).flatMap(\.steps) where step.type == .load {
      for (good, packs) in step.packs {
        loaded[Source(place: step.location, good: good), default: []].append((step.service.moment, packs))
      }
    }
    return loaded
  }

  private func demand(
    _ place: PlaceID, _ coordinate: Coordinate?, _ good: Int, _ due: Due, _ loaded: [Source: Due]
  ) -> RouteDemand {
    let id = district.goods[good].id.text
    let curve = RouteDemand.larger(due, loaded[Source(place: place, good: id)] ?? [])
    return RouteDemand(
      id: "\(place):\(id)", place: place, coordinate: coordinate, good: good, priority: 3, curve: curve)
  }
}

extension RouteDemand {
  /// At each moment the larger of two sums.
  static func larger(_ a: [(by: Moment, packs: Int)], _ b: [(by: Moment, packs: Int)]) -> [Step] {
    let moments = Set(a.map(\.by) + b.map(\.by)).sorted()
    func sums(_ list: [(by: Moment, packs: Int)]) -> [Int] {
      let sorted = list.sorted { $0.by < $1.by }
      var (next, sum) = (0, 0)
      return moments.map { moment in
        while next < sorted.count, sorted[next].by <= moment {
          sum += sorted[next].packs
          next += 1
        }
        return sum
      }
    }
    var curve: [Step] = []
    for (moment, sums) in zip(moments, zip(sums(a), sums(b))) {
      let packs = max(sums.0, sums.1)
      if packs > curve.last?.packs ?? 0 { curve.append(.init(by: moment, packs: packs)) }
    }
    return curve
  }
}
