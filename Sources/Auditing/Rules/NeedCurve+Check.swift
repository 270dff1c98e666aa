import Districts

extension RouteCase {
  /// What is delivered comes in time and is not more than is asked for: delivered + missing = demanded; amount in packs.
  func checkNeedCurve() -> [Violation] {
    demands.indices.compactMap { d in
      let delivered = deliveries[d].map(\.packs).saturatedSum
      let excess = delivered +| missing(d) -| demands[d].packs
      guard excess != 0 else { return nil }
      return violation(
        .needCurve, demands[d].id, magnitude(excess),
        "\(delivered) packs are delivered of \(demands[d].packs), and \(missing(d)) are missing in time")
    }
  }
}
