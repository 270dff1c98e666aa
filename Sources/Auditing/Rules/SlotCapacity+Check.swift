import Districts
import Units

extension DistributionCase {
  /// The batches of a slot together keep its capacity; amount in households.
  func checkSlotCapacity() -> [Violation] {
    var found: [Violation] = []
    for (i, point) in raw.district.points.enumerated() {
      let capacity = capacity(of: point, desks: open[i]?.desks ?? 0)
      var called: [Moment: Int] = [:]
      for batch in plan.batches where batch.point == point.id {
        if let from = batch.from?.moment { called[from] = called[from, default: 0] +| batch.households }
      }
      for (start, households) in called.sorted(by: { $0.key < $1.key }) where households > capacity {
        found.append(
          violation(
            .slotCapacity, "\(point.id)@\(raw.time.zone.clockText(start))", households -| capacity,
            "\(households) households are called at \(raw.time.written(start)), the slot takes \(capacity)"))
      }
    }
    return found
  }
}
