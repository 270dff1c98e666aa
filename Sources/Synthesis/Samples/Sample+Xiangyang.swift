import Districts
import Units

extension Sample {
  /// Compounds whose property managers receive the goods, and alleys where nobody does, on a day of orders.
  static func drawXiangyang() -> District {
    let date = CalendarDate(dayNumber: 19_283)  // 2022-10-18
    var draft = DistrictDraft(name: "向阳片区", date: date, seed: xiangyang.seed, location: .linfen)
    draft.addThreeShifts()
    draft.addShift("testing", "采样", from: (6, 30), to: (9, 30))
    let compounds = draft.compoundsOfXiangyang()
    for compound in compounds { draft.add(compound) }
    draft.sealBuilding(of: "K2")
    draft.addPostsOfXiangyang(compounds)
    draft.addPeopleOfXiangyang(compounds)
    draft.addPointsOfXiangyang(compounds)
    draft.setCarryingOfXiangyang()
    draft.addSupplyOfXiangyang()
    draft.addOrdersOfXiangyang()
    draft.addNeedsOfXiangyang()
    return draft.district
  }
}

extension DistrictDraft {
  static let communityOfXiangyang = "向阳片区"

  /// Three compounds with property management, and two old alleys without.
  fileprivate mutating func compoundsOfXiangyang() -> [CompoundSketch] {
    [
      managed(
        "K1", "华强小区", households: 420, shapes: [.midRise, .walkUp, .midRise], at: Position(east: -720, north: 380)),
      managed("K2", "富源小区", households: 380, shapes: [.highSlab, .midRise], at: Position(east: 180, north: 520)),
      alley("K3", "食品巷", households: 170, at: Position(east: 520, north: -140)),
      alley("K4", "交警巷", households: 150, at: Position(east: -460, north: -330)),
      managed("K5", "望春花园", households: 260, shapes: [.walkUp], at: Position(east: 40, north: -1050)),
    ]
  }

  /// Its goods arrive at a gate in the south.
  private mutating func managed(
    _ id: String, _ name: String, households: Int, shapes: [BuildingShape], at corner: Position
  ) -> CompoundSketch {
    var sketch = CompoundSketch(
      id: id, name: name, community: Self.communityOfXiangyang, corner: corner,
      sizes: sizes(households: households, shapes: shapes))
    sketch.gate = sketch.at(eastPercent: 50, northPercent: -30)
    return sketch
  }

  /// Low buildings close together; vans come as far as its mouth.
  private mutating func alley(_ id: String, _ name: String, households: Int, at corner: Position) -> CompoundSketch {
    var sketch = CompoundSketch(
      id: id, name: name, community: Self.communityOfXiangyang, corner: corner, propertyManagement: false, weak: true,
      spacing: 32, sizes: sizes(households: households, shapes: BuildingShape.alley))
    sketch.gate = sketch.at(eastPercent: 0, northPercent: -20)
    return sketch
  }

  /// The first building of a compound, which is served at the door.
  fileprivate mutating func sealBuilding(of compound: String) {
    if let index = district.buildings.firstIndex(where: { $0.compound == CompoundID(compound) }) {
      district.buildings[index].status = .sealed
    }
  }

  /// A place at the mouth of each alley: what is unloaded there is sorted, then buildings are called.
  fileprivate mutating func addPointsOfXiangyang(_ compounds: [CompoundSketch]) {
    for (id, name, sketch) in [("P1", "食品巷口", compounds[2]), ("P2", "交警巷停车场", compounds[3])] {
      addPoint(id, name, compound: sketch.id, at: sketch.at(eastPercent: 10, northPercent: -10)) {
        $0.desks = 2
        $0.householdsPerDeskHour = 60
        $0.openFrom = ClockTime(minutes: 14 * 60)
        $0.openTo = ClockTime(minutes: 17 * 60)
        $0.crowdLimit = 50
        $0.staff = [StaffNeed(kind: .cadre, count: 1), StaffNeed(kind: .volunteer, count: 3)]
        $0.setup = 45
        $0.sortPerHour = 60
      }
    }
  }

  /// Vans bring goods to the gates before the teams begin.
  fileprivate mutating func setCarryingOfXiangyang() {
    district.carrying.cartPacks = 30
    district.carrying.from = ClockTime(minutes: 13 * 60)
    district.carrying.to = ClockTime(minutes: 18 * 60 + 30)
  }
}
