import Districts
import Units

/// Districts small enough to look at every plan, with every feature of the stage somewhere.
enum TinyDistricts {
  static func random(_ seed: UInt64, pins: Bool = false) -> District {
    var random = SeededRandom(seed: seed)
    var district = District()
    district.planDate = CalendarDate(dayNumber: 18_993)
    district.defaultAvailability = .always
    district.distribution.slot = 20
    district.distribution.elderWalkFactor = 1 + random.below(3)
    district.goods = [Good(id: GoodID("G"), name: "Vegetables")]
    district.compounds = [
      Compound(id: CompoundID("K"), name: "One"), Compound(id: CompoundID("L"), name: "Two"),
    ]
    let points = 1 + random.below(2)
    for number in 0..<points {
      var point = DistributionPoint(
        id: PointID("P\(number)"), compound: CompoundID("K"),
        coordinate: Coordinate(latitude: 34, longitude: 109),
        householdsPerDeskHour: Households(9 + 3 * random.below(4)),
        openFrom: ClockTime(minutes: 960),
        openTo: ClockTime(minutes: 960 + 20 * (1 + random.below(3)) + random.below(20)))
      point.desks = 1 + random.below(3)
      if random.below(3) == 0 { point.crowdLimit = 4 + random.below(6) }
      if random.below(6) > 0 { point.staff = [StaffNeed(kind: .volunteer, count: 1 + random.below(2))] }
      point.staffPer = random.below(2) == 0 ? .point : .desk
      district.points.append(point)
    }
    for number in 0..<(1 + random.below(4)) {
      var building = Building(
        id: BuildingID("B\(number)"), compound: CompoundID(random.below(5) == 0 ? "L" : "K"),
        households: Households(random.below(9) == 0 ? 0 : 1 + random.below(10)))
      building.staircases = 1 + random.below(2)
      building.elderly = Households(min(building.households.rawValue, random.below(3)))
      if random.below(8) == 0 { building.handover = [.door, .property][random.below(2)] }
      district.buildings.append(building)
      for point in district.points {
        district.travelRows += walk(building.id, point.id, 20 + random.below(200), 20 + random.below(200))
      }
    }
    addHelpers(to: &district, &random)
    if pins { addPins(to: &district, &random) }
    return district
  }

  private static func walk(_ building: BuildingID, _ point: PointID, _ there: Int, _ back: Int) -> [TravelRow] {
    [
      TravelRow(from: PlaceID(building), to: PlaceID(point), mode: .foot, metres: 1, seconds: Seconds(there)),
      TravelRow(from: PlaceID(point), to: PlaceID(building), mode: .foot, metres: 1, seconds: Seconds(back)),
    ]
  }

  private static func addHelpers(to district: inout District, _ random: inout SeededRandom) {
    let least = 1 + random.below(3)
    district.helpers.least = least
    district.helpers.most = least + random.below(2)
    for number in 0..<random.below(4) {
      var cadre = Cadre(id: CadreID("C\(number)"), name: "C", kind: random.below(6) == 0 ? .medic : .cadre)
      cadre.coordinate = Coordinate(latitude: 34, longitude: 109 + 0.0001 * Double(random.below(50)))
      if random.below(6) == 0 { cadre.health = .watch }
      district.cadres.append(cadre)
      for building in district.buildings {
        district.travelRows.append(
          TravelRow(
            from: PlaceID(cadre.id), to: PlaceID(building.id), mode: .foot, metres: 1,
            seconds: Seconds(50 + random.below(900))))
        district.travelRows.append(
          TravelRow(
            from: PlaceID(building.id), to: PlaceID(cadre.id), mode: .foot, metres: 1,
            seconds: Seconds(50 + random.below(900))))
      }
    }
    for number in 0..<random.below(6) {
      let building = district.buildings[random.below(district.buildings.count)].id
      var need = Need(id: NeedID("N\(number)"), building: building, what: .visit)
      need.priority = 1 + random.below(5)
      if random.below(2) == 0, !district.cadres.isEmpty {
        need.helper = district.cadres[random.below(district.cadres.count)].id
      }
      district.needs.append(need)
    }
  }

  private static func addPins(to district: inout District, _ random: inout SeededRandom) {
    for _ in 0..<(1 + random.below(3)) {
      let point = district.points[random.below(district.points.count)]
      let minutes = point.openFrom.minutes + 20 * random.below(3)
      var pin = Pin(
        target: .batch(
          district.buildings[random.below(district.buildings.count)].id, point.id, ClockTime(minutes: minutes)),
        level: random.below(2) == 0 ? .frozen : .prefer)
      pin.must = random.below(3) > 0
      district.pins.append(pin)
    }
  }
}
