import Districts
import Units

extension HandOut {
  /// What is done without a program: every building goes to its nearest point; there the buildings are called in the
  /// order of their ids, the same number in every slot, all desks open for all hours.
  ///
  /// ⌈n ÷ s⌉ of n buildings are called in each of s slots, until all have been.
  /// - Complexity: O(buildings · points + buildings · log buildings).
  init(byHandIn district: District) {
    let zone = ZoneClock(identifier: district.timeZone) ?? .utc
    let hours = district.points.map { PointHours($0, in: district, zone: zone) }
    place = HandOut.nearest(district, open: hours.map { $0.count > 0 })
    var lists = Array(repeating: [Int](), count: district.points.count)
    for (building, point) in place.enumerated() { if let point { lists[point].append(building) } }
    for (point, list) in lists.enumerated() where !list.isEmpty {
      let row = district.points[point]
      let open = district.hours(row.openFrom, row.openTo, in: zone)
      let ordered = list.sorted { district.buildings[$0].id < district.buildings[$1].id }
      let each = list.count.dividedRoundingUp(by: hours[point].count)
      let calls = stride(from: 0, to: list.count, by: each).enumerated().map { slot, first in
        Call(
          at: hours[point].start(slot),
          households: ordered[first..<min(first + each, list.count)].reduce(0) {
            $0 + district.buildings[$1].households.rawValue
          })
      }
      stands.append(Stand(point: point, desks: row.desks, opens: open.start, closes: open.end, calls: calls))
    }
  }

  /// By building that collects at a point: the point with a slot, among those it may use, with the fewest foot metres
  /// there and back; the smaller id where they are equal.
  private static func nearest(_ district: District, open: [Bool]) -> [Int?] {
    let travel = FootTravel(district)
    let modes = PointChoices.modes(district)
    let usable = PointChoices.usablePoints(district, modes)
    return district.buildings.enumerated().map { index, building in
      guard modes[index] == .point, building.households > 0 else { return nil }
      var best: (metres: Int, id: PointID, point: Int)?
      for point in usable[index] where open[point] && district.points[point].servesAnybody {
        let metres = travel.returnMetres(building.end, district.points[point].end)
        let id = district.points[point].id
        if best.map({ (metres, id) < ($0.metres, $0.id) }) ?? true { best = (metres, id, point) }
      }
      return best?.point
    }
  }
}

extension DistributionPoint {
  var servesAnybody: Bool { desks > 0 && householdsPerDeskHour > 0 }
}
