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

  /// Nothing is unloaded for a need before its earliest moment; amount in packs.
  func checkEarliest() -> [Violation] {
    everyStop.compactMap { r, i, stop in
      guard let job = stop.step.job, let d = demandIndex[job], let earliest = demands[d].earliest,
        stop.step.service.moment.seconds < earliest
      else { return nil }
      let packs = max(1, 0 -| stop.change[demands[d].good])
      return violation(.needCurve, place(r, i), packs, "\(job) is not wanted as early as that")
    }
  }
}
