import Units

/// Demands cut into zones: by nearest depot, and by the way out and back within.
///
/// O(demands × (depots + log demands)).
struct SupplyZones: Sendable {
  /// Demands, by zone.
  let demands: [[Int]]
  /// Zones, farthest first, by depot. Any order is right; this one makes the bound tight.
  let order: [[Int]]

  init(_ network: SupplyNetwork, limit: Int) {
    let round = network.demands.map { demand in
      network.depots.indices.map { (demand.out[$0] + demand.back[$0]).seconds }
    }
    let nearest = round.map { ways in ways.indices.min { (ways[$0], $0) < (ways[$1], $1) } ?? 0 }
    let sorted = network.demands.indices.sorted { a, b in
      let (ka, kb) = (
        network.depots.isEmpty ? 0 : round[a][nearest[a]], network.depots.isEmpty ? 0 : round[b][nearest[b]]
      )
      return (nearest[a], -ka, a) < (nearest[b], -kb, b)
    }
    let size = max(1, sorted.count.dividedRoundingUp(by: max(1, limit)))
    let zones = stride(from: 0, to: sorted.count, by: size).map {
      Array(sorted[$0..<min(sorted.count, $0 + size)])
    }
    demands = zones
    order = network.depots.indices.map { depot in
      let key = zones.map { zone in zone.map { round[$0][depot] }.min() ?? 0 }
      return zones.indices.sorted { (-key[$0], $0) < (-key[$1], $1) }
    }
  }
}
