import Districts
import Units

extension Area {
  /// The pinned buildings of one point alone.
  init(_ choices: PointChoices, pinned claims: [BatchPins.Claim]) {
    var buildings: [Int] = []
    for claim in claims where claim.must && !buildings.contains(claim.building) { buildings.append(claim.building) }
    let points = claims.first.map { [$0.point] } ?? []
    self.init(choices, buildings: buildings, points: points, claims: claims, wishes: [])
  }

  /// Buildings and points of one part of the district, with the pins that hold there.
  init(
    _ choices: PointChoices, buildings: [Int], points: [Int], claims: [BatchPins.Claim], wishes: [BatchPins.Claim]
  ) {
    let district = choices.district
    houses = []
    setups = []
    pointCount = points.count
    walk = []
    for (local, point) in points.enumerated() {
      for var setup in choices.setups[point] {
        setup.point = local
        setups.append(setup)
      }
    }
    for building in buildings {
      let own = claims.filter { $0.building == building }
      let place = own.first { $0.must }?.point
      let away = own.filter { !$0.must && $0.slot == nil }.map(\.point)
      let house = House(
        building: building, households: district.buildings[building].households.rawValue,
        stairs: district.buildings[building].staircaseHouseholds, forced: place != nil,
        firstSlot: own.first { $0.must && $0.slot != nil }?.slot)
      let costs = setups.map { setup in
        guard choices.usable[building].contains(setup.districtPoint), setup.capacity >= house.largestStair,
          place == nil || place == setup.districtPoint, !away.contains(setup.districtPoint)
        else { return -1 }
        return choices.walkingEffort(building, setup.districtPoint)
      }
      houses.append(house)
      walk += costs
    }
    func local(_ claim: BatchPins.Claim) -> TimedRequest? {
      guard let house = buildings.firstIndex(of: claim.building), let point = points.firstIndex(of: claim.point) else {
        return nil
      }
      return TimedRequest(house: house, point: point, slot: claim.slot, must: claim.must)
    }
    bans = claims.filter { !$0.must && $0.slot != nil }.compactMap(local)
    self.wishes = wishes.compactMap(local)
    keepLevelsApart()
  }

  /// Chooses the scales so that no sum of lower levels reaches one unit of a higher one.
  private mutating func keepLevelsApart() {
    effortScale = wishes.count * Area.wishCost + 1
    var most = 0
    for house in houses.indices {
      most += setups.indices.map { walk(house, $0) }.max() ?? 0
    }
    for setup in setups { most += setup.openCost + setup.slotCost * setup.slots }
    unservedScale = (most + 1) * effortScale
  }
}

/// The district's point problem, cut into parts that do not touch.
struct Areas: Sendable {
  var areas: [Area] = []
  /// Buildings in mode `point` that no slot can take, whatever is decided; with the reason.
  var outOfReach: [OutOfReach] = []

  struct OutOfReach: Sendable {
    var building: Int
    var rule: RuleID
  }

  init(_ choices: PointChoices, _ pins: BatchPins) {
    let district = choices.district
    let pointCount = district.points.count
    var parent = Array(0..<pointCount)
    func root(_ point: Int) -> Int {
      var point = point
      while parent[point] != point { point = parent[point] }
      return point
    }
    var reachable = Array(repeating: [Int](), count: district.buildings.count)
    for building in district.buildings.indices
    where choices.modes[building] == .point && district.buildings[building].households > 0 {
      let claims = pins.held.filter { $0.building == building }
      let away = claims.filter { !$0.must && $0.slot == nil }.map(\.point)
      let able = choices.usable[building].filter { choices.takes(building, at: $0) }
      let open = able.filter { !away.contains($0) }
      if open.isEmpty {
        let closed = choices.usable[building].allSatisfy { choices.hours[$0].count == 0 }
        outOfReach.append(
          .init(building: building, rule: !able.isEmpty ? .pins : closed ? .openingHours : .slotCapacity))
        continue
      }
      reachable[building] = open
      for point in open.dropFirst() { parent[root(point)] = root(open[0]) }
    }
    var pointsOf = Array(repeating: [Int](), count: pointCount)
    var buildingsOf = Array(repeating: [Int](), count: pointCount)
    for point in 0..<pointCount { pointsOf[root(point)].append(point) }
    for building in district.buildings.indices {
      if let first = reachable[building].first { buildingsOf[root(first)].append(building) }
    }
    for point in 0..<pointCount where !buildingsOf[point].isEmpty {
      let buildings = buildingsOf[point]
      let inside = Set(buildings)
      areas.append(
        Area(
          choices, buildings: buildings, points: pointsOf[point],
          claims: pins.held.filter { inside.contains($0.building) },
          wishes: pins.preferred.filter { inside.contains($0.building) }))
    }
  }
}
