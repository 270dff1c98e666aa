import Districts
import Units

/// The parts of the two levels of distribution (docs/format.md §8).
extension DistributionCase {
  /// 9 × households of buildings not served.
  var unservedHouseholds: Int { batches.indices.map { 9 *| missing($0) }.saturatedSum }

  /// Needs without a helper × 81 … 1 by priority.
  var unservedNeeds: Int {
    helpers.indices.map { helpers[$0].isEmpty ? weight(ofPriority: raw.district.needs[$0].priority) : 0 }.saturatedSum
  }

  /// 5 × staff × seconds from set-up to clean-up.
  var staffTime: Int {
    raw.district.points.indices.map { i in
      let (staff, seconds) = staffing(i)
      return 5 *| staff *| seconds
    }.saturatedSum
  }

  /// People at a point, and seconds from set-up to clean-up; none where it stays closed.
  func staffing(_ i: Int) -> (staff: Int, seconds: Int) {
    guard let open = open[i] else { return (0, 0) }
    let point = raw.district.points[i]
    let staff = point.staff.map(\.count).saturatedSum *| (point.staffPer == .desk ? open.desks : 1)
    let seconds = (open.openTo.moment - open.openFrom.moment) + point.setup.seconds + point.cleanup.seconds
    return (staff, seconds.rawValue)
  }

  /// (households + (elder_walk_factor − 1) × elderly) × foot seconds there and back.
  var walking: Int { batches.indices.map(walking).saturatedSum }

  func walking(_ b: Int) -> Int {
    let building = raw.district.buildings[b]
    let elderly = raw.shared(raw.elderlyInBatches(building), over: raw.households(of: building))
    return batches[b].map { batch in
      guard batch.mode == .point, let point = batch.point else { return 0 }
      let old = batch.staircases.map { elderly.indices.contains($0 -| 1) ? elderly[$0 - 1] : 0 }.saturatedSum
      let walkers = batch.households +| (raw.district.distribution.elderWalkFactor - 1) *| old
      let (from, to) = (raw.spot(PlaceID(building.id)), raw.spot(PlaceID(point)))
      return walkers *| (raw.footSeconds(from, to) +| raw.footSeconds(to, from))
    }.saturatedSum
  }

  /// Foot seconds of every helper from home to each need and back.
  var helperWalking: Int {
    helpers.indices.map { n in helpers[n].map { walking(helper: $0, n) }.saturatedSum }.saturatedSum
  }

  func walking(helper p: Int, _ n: Int) -> Int {
    let building = raw.spot(PlaceID(raw.district.needs[n].building))
    let home = raw.home(of: raw.district.cadres[p])
    return raw.footSeconds(home, building) +| raw.footSeconds(building, home)
  }

  /// 600 for every need whose helper is not the one whom needs.csv names.
  var changedHelper: Int { helpers.indices.map { n in 600 * helpers[n].count { isOther($0, n) } }.saturatedSum }

  func isOther(_ p: Int, _ n: Int) -> Bool {
    raw.district.needs[n].helper.map { raw.district.cadres[p].id != $0 } ?? false
  }
}
