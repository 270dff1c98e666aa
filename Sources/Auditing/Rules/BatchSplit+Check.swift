import Districts

extension DistributionCase {
  /// A building that fits into a slot of its point is one batch; a larger one is cut, all at one point, one batch a slot.
  func checkBatchSplit() -> [Violation] {
    raw.district.buildings.indices.flatMap { b -> [Violation] in
      let building = raw.district.buildings[b]
      let id = building.id.text
      guard batches[b].count > 1 else { return [] }
      guard raw.mode(of: building) == .point else {
        return [violation(.batchSplit, id, batches[b].count - 1, "\(id) is one batch")]
      }
      var found: [Violation] = []
      let points = Set(batches[b].compactMap(\.point))
      if points.count > 1 {
        found.append(violation(.batchSplit, id, points.count - 1, "the batches of \(id) are at \(points.count) points"))
      }
      let starts = Set(batches[b].compactMap { $0.from?.moment })
      if starts.count < batches[b].count {
        found.append(
          violation(
            .batchSplit, id, batches[b].count - starts.count, "the batches of \(id) in one slot are one batch"))
      }
      if let point = batches[b][0].point, let i = raw.pointIndex[point], let open = open[i] {
        let capacity = capacity(of: raw.district.points[i], desks: open.desks)
        let coming = raw.householdsInBatches(building)
        if coming <= capacity {
          found.append(
            violation(
              .batchSplit, id, batches[b].count - 1,
              "\(id) with \(coming) households fits into a slot of \(capacity) and is one batch"))
        }
        let households = raw.households(of: building)
        let called = batches[b].sorted { ($0.from?.moment.seconds ?? 0) < ($1.from?.moment.seconds ?? 0) }
        let late = called.dropFirst().flatMap(\.staircases).count {
          households.indices.contains($0 -| 1) && households[$0 - 1] == 0
        }
        if late > 0 {
          found.append(
            violation(.batchSplit, id, late, "staircases of \(id) without households go with its first batch"))
        }
      }
      return found
    }
  }
}
