import Districts
import Units

extension RawInput {
  /// The slots of a point: the k-th begins at open_from + k × slot, a last partial one is dropped.
  func slots(of point: DistributionPoint) -> [Span] {
    let hours = span(point.openFrom, point.openTo)
    let length = district.distribution.slot
    guard length > 0 else { return [] }
    var slots: [Span] = []
    var start = hours.start
    while start + length <= hours.end {
      slots.append(Span(start: start, end: start + length))
      start = start + length
    }
    return slots
  }

  /// Points of the building's own compound, else of its community, else all; as rows of points.csv.
  func usablePoints(_ building: Building) -> [Int] {
    let points = district.points
    let own = points.indices.filter { points[$0].compound == building.compound }
    if !own.isEmpty { return own }
    if let community = compoundIndex[building.compound].flatMap({ district.compounds[$0].community }) {
      let near = points.indices.filter { i in
        compoundIndex[points[i].compound].flatMap { district.compounds[$0].community } == community
      }
      if !near.isEmpty { return near }
    }
    return Array(points.indices)
  }
}
