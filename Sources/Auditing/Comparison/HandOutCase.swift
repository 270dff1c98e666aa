import Districts
import Units

/// A hand-out at points read back from a plan, or made by hand from the raw input, to be counted (docs/format.md §14).
struct HandOutCase {
  let raw: RawInput
  /// By row of buildings.csv: the row of points.csv; nil where the building collects nowhere.
  var place: [Int?]
  /// By row of points.csv: nil where it stays closed.
  var stands: [Stand?]

  struct Stand {
    var desks: Int
    var hours: Span
    /// Households by the moment at which they are called.
    var called: [Moment: Int] = [:]
  }

  /// From the batches of a plan. Only what happens in slots of points that open, and only as many households and desks
  /// as there are, so that no number of a broken plan grows beyond bounds.
  init(_ distribution: DistributionCase) {
    raw = distribution.raw
    place = raw.district.buildings.map { _ in nil }
    stands = raw.district.points.enumerated().map { i, point in
      distribution.open[i].map {
        Stand(desks: min(max(0, $0.desks), point.desks), hours: Span(start: $0.openFrom.moment, end: $0.openTo.moment))
      }
    }
    let slots = raw.district.points.map { Set(raw.slots(of: $0).map(\.start)) }
    for (b, building) in raw.district.buildings.enumerated() {
      let households = raw.households(of: building)
      for batch in distribution.batches[b] where batch.mode == .point {
        guard let i = batch.point.flatMap({ raw.pointIndex[$0] }), stands[i] != nil, let from = batch.from?.moment,
          slots[i].contains(from)
        else { continue }
        place[b] = i
        let count = Set(batch.staircases).map { households.indices.contains($0 -| 1) ? households[$0 - 1] : 0 }
        stands[i]?.called[from, default: 0] +|= count.saturatedSum
      }
    }
  }

  /// Every building at the nearest of its points, the points' lists cut into equal slots.
  init(byHand raw: RawInput) {
    self.raw = raw
    let slots = raw.district.points.map { raw.slots(of: $0) }
    place = raw.district.buildings.map { building in
      guard raw.mode(of: building) == .point, raw.householdsInBatches(building) > 0 else { return nil }
      let able = raw.usablePoints(building).filter { i in
        let point = raw.district.points[i]
        return !slots[i].isEmpty && point.desks > 0 && point.householdsPerDeskHour > 0
      }
      let ways = able.map { i in (i, raw.metresThereAndBack(building, raw.district.points[i])) }
      return ways.min { a, b in
        a.1 != b.1 ? a.1 < b.1 : raw.district.points[a.0].id < raw.district.points[b.0].id
      }?.0
    }
    stands = raw.district.points.map { _ in nil }
    for (i, point) in raw.district.points.enumerated() {
      let list = raw.district.buildings.indices.filter { place[$0] == i }.map { raw.district.buildings[$0] }
        .sorted { $0.id < $1.id }
      guard !list.isEmpty else { continue }
      // ⌈n ÷ s⌉ buildings a slot.
      let each = list.count.sharedUp(by: slots[i].count)
      var stand = Stand(desks: point.desks, hours: raw.span(point.openFrom, point.openTo))
      for (n, building) in list.enumerated() {
        stand.called[slots[i][n / each].start, default: 0] +|= raw.householdsInBatches(building)
      }
      stands[i] = stand
    }
  }
}

extension RawInput {
  /// On foot; a way that nobody knows has no length.
  func metresThereAndBack(_ building: Building, _ point: DistributionPoint) -> Int {
    let (home, there) = (spot(PlaceID(building.id)), spot(PlaceID(point.id)))
    return (way(home, there, .foot)?.metres ?? 0) +| (way(there, home, .foot)?.metres ?? 0)
  }
}
