import Districts
import Units

extension DistributionCase {
  /// Points open with a desk or more, from their first to their last slot in use, and every batch is in a slot.
  func checkOpeningHours() -> [Violation] {
    var found: [Violation] = []
    for (i, point) in raw.district.points.enumerated() {
      guard let open = open[i] else { continue }
      let id = point.id.text
      if open.desks < 1 { found.append(violation(.openingHours, id, 1 -| open.desks, "\(id) opens without a desk")) }
      if open.desks > point.desks {
        found.append(
          violation(.openingHours, id, open.desks -| point.desks, "\(id) has \(point.desks) desks, not \(open.desks)"))
      }
      let used = plan.batches.filter { $0.point == point.id }
      guard let first = used.compactMap({ $0.from?.moment }).min(), let last = used.compactMap({ $0.to?.moment }).max()
      else {
        found.append(violation(.openingHours, id, "\(id) opens for nobody"))
        continue
      }
      if open.openFrom.moment != first || open.openTo.moment != last {
        found.append(
          violation(
            .openingHours, id, "\(id) is in use from \(raw.time.written(first)) to \(raw.time.written(last))"))
      }
    }
    let slots = raw.district.points.map { Set(self.slots(of: $0)) }
    for batch in plan.batches where batch.mode == .point {
      let place = "\(batch.building)@\(batch.point?.text ?? "")"
      guard let point = batch.point, let i = raw.pointIndex[point], open[i] != nil else {
        found.append(violation(.openingHours, place, "the batch is at a point that does not open"))
        continue
      }
      guard let from = batch.from?.moment, let to = batch.to?.moment,
        slots[i].contains(Span(start: from, end: to))
      else {
        found.append(violation(.openingHours, place, "the batch is in no slot of \(point)"))
        continue
      }
    }
    return found
  }
}
