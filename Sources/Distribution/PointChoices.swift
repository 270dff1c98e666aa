import Districts
import Units

/// What the district's tables say of points and buildings, worked out once: who may go where, and at what cost.
struct PointChoices: Sendable {
  let district: District
  let zone: ZoneClock
  let hours: [PointHours]
  /// Per district point: the numbers of desks worth considering.
  let setups: [[Area.Setup]]
  /// Per building: the points that it may use by place, in the order of points.csv; empty unless it is in mode `point`.
  let usable: [[Int]]
  let modes: [Batch.Mode]
  private let travel: FootTravel

  init(_ district: District, staffPrices: StaffPrices = StaffPrices()) {
    self.district = district
    let zone = ZoneClock(identifier: district.timeZone) ?? .utc
    self.zone = zone
    travel = FootTravel(district)
    hours = district.points.map { PointHours($0, in: district, zone: zone) }
    modes = PointChoices.modes(district)
    usable = PointChoices.usablePoints(district, modes)
    let households = district.buildings.map(\.households.rawValue)
    var users = Array(repeating: [Int](), count: district.points.count)
    for (building, points) in usable.enumerated() {
      for point in points { users[point].append(households[building]) }
    }
    var pinned: Set<PointID> = []
    for pin in district.pins {
      if case .batch(_, let point, _) = pin.target, pin.level != .who { pinned.insert(point) }
    }
    setups = district.points.indices.map { [hours] point in
      PointChoices.setups(
        district, point, slots: hours[point].count, users: users[point],
        pinned: pinned.contains(district.points[point].id), prices: staffPrices)
    }
  }

  /// By building: how it is handed its goods.
  static func modes(_ district: District) -> [Batch.Mode] {
    Handovers(district).modes
  }

  /// Own compound's points, else those of the community, else all.
  static func usablePoints(_ district: District, _ modes: [Batch.Mode]) -> [[Int]] {
    var byCompound: [CompoundID: [Int]] = [:]
    var byCommunity: [String: [Int]] = [:]
    var community: [CompoundID: String] = [:]
    for compound in district.compounds { community[compound.id] = compound.community }
    for (index, point) in district.points.enumerated() {
      byCompound[point.compound, default: []].append(index)
      if let name = community[point.compound] { byCommunity[name, default: []].append(index) }
    }
    let all = Array(district.points.indices)
    return district.buildings.enumerated().map { index, building in
      guard modes[index] == .point else { return [] }
      if let own = byCompound[building.compound] { return own }
      return community[building.compound].flatMap { byCommunity[$0] } ?? all
    }
  }

  /// Households that a slot takes with so many desks.
  static func slotCapacity(_ point: DistributionPoint, desks: Int, slot: Minutes) -> Int {
    let served = desks * point.householdsPerDeskHour.rawValue * slot.rawValue / 60
    return max(0, min(served, point.crowdLimit ?? served))
  }

  /// The numbers of desks that may be best, one setup each, the largest first.
  ///
  /// Fewer desks at the same price can only help where a building is split that otherwise is not, and never where their
  /// slot is at most half as large: filling larger slots one after another leaves no two that fit into one, so n of them
  /// hold more than n half slots. Pins that name a slot void that argument.
  private static func setups(
    _ district: District, _ index: Int, slots: Int, users: [Int], pinned: Bool, prices: StaffPrices
  ) -> [Area.Setup] {
    let point = district.points[index]
    guard slots > 0 else { return [] }
    let staff = point.staff.reduce(0) { $0 + $1.count * prices[$1.kind] }
    var setups: [Area.Setup] = []
    for desks in 1...max(1, point.desks) {
      let capacity = slotCapacity(point, desks: desks, slot: district.distribution.slot)
      guard capacity > (setups.last?.capacity ?? 0) else { continue }
      let price = effortPerStaffSecond * staff * (point.staffPer == .desk ? desks : 1)
      setups.append(
        Area.Setup(
          point: 0, districtPoint: index, desks: desks, capacity: capacity, slots: slots,
          openCost: price * (point.setup + point.cleanup).seconds.rawValue,
          slotCost: price * district.distribution.slot.seconds.rawValue))
    }
    guard let largest = setups.last, point.staffPer == .point || staff == 0 else { return setups.reversed() }
    let smaller = setups.dropLast().filter { setup in
      users.contains { $0 > setup.capacity && $0 <= largest.capacity }
        && (pinned || 2 * setup.capacity > largest.capacity)
    }
    return [largest] + smaller.reversed()
  }

  static let effortPerStaffSecond = 5

  /// Residents' walking effort of a building to a point, there and back.
  func walkingEffort(_ building: Int, _ point: Int) -> Int {
    let house = district.buildings[building]
    let walkers = house.households.rawValue + (district.distribution.elderWalkFactor - 1) * house.elderly.rawValue
    let place = district.points[point]
    return walkers * travel.returnSeconds(place.end, house.end)
  }

  func homeSeconds(_ home: FootTravel.End, _ building: Int) -> Int {
    travel.returnSeconds(home, district.buildings[building].end)
  }

  /// Whether some slot of the point takes the building's largest staircase.
  func takes(_ building: Int, at point: Int) -> Bool {
    let largest = district.buildings[building].staircaseHouseholds.max() ?? 0
    return setups[point].contains { $0.capacity >= largest }
  }
}

extension DistributionPoint {
  var end: FootTravel.End { .init(ids: [PlaceID(id)], coordinate: coordinate) }
}
