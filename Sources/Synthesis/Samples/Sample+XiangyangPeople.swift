import Districts
import Units

extension DistrictDraft {
  /// A hundred and twenty people: enough for posts, points, sorting, vans and carts on one day.
  mutating func addPeopleOfXiangyang(_ compounds: [CompoundSketch]) {
    let middle = Position(east: 0, north: 0)
    let units = ["区教育局", "区住建局", "区文旅局", "区司法局", "区统计局", "区水务局"]
    add(
      PeopleSketch(
        kind: .cadre, count: 34, sendingUnits: units, sometimes: [("entry", 45)], leadPercent: 50, noNightPercent: 15,
        home: .around(middle, radius: 1100)))
    add(
      PeopleSketch(
        kind: .volunteer, count: 58, sometimes: [("entry", 25)], leadPercent: 8, noNightPercent: 25,
        home: .compounds(compounds.map(\.id))))
    add(
      PeopleSketch(
        kind: .driver, count: 8, sendingUnits: ["百汇超市", "惠农超市"], skills: ["drive"],
        home: .around(middle, radius: 3000)))
    add(
      PeopleSketch(
        kind: .medic, count: 2, sendingUnits: ["向阳卫生服务站"], skills: ["medic"], home: .around(middle, radius: 2000)))
    add(
      PeopleSketch(
        kind: .community, count: 8, sendingUnits: ["向阳片区网格"], skills: ["entry"], leadPercent: 70,
        home: .around(middle, radius: 1200)))
    add(
      PeopleSketch(
        kind: .property, count: 10, sendingUnits: ["华强物业", "富源物业", "望春物业"], leadPercent: 20,
        home: .around(middle, radius: 2000)))
    pairSome(percent: 20)
    for (person, health) in [(4, Health.watch), (27, .unfit), (51, .watch), (73, .unfit)] {
      district.cadres[person].health = health
    }
    addPresenceOfXiangyang()
    addWishesOfXiangyang()
    addPastOfXiangyang()
  }

  private mutating func addPresenceOfXiangyang() {
    for person in district.cadres.indices {
      let (from, to): (Int, Int) =
        switch district.cadres[person].kind {
        case .cadre: pick([(5, 30), (5, 30), (6, 23), (13, 30)])
        case .volunteer: pick([(12, 22), (12, 20), (7, 20), (6, 22)])
        case .driver: (6, 20)
        case .medic: (6, 22)
        case .community, .property, .police: (5, 30)
        }
      sayDaily(person, .available, from: ClockTime(minutes: from * 60), to: ClockTime(minutes: to * 60))
    }
  }

  private mutating func addWishesOfXiangyang() {
    for person in shuffled(Array(district.cadres.indices)).prefix(20).sorted()
    where district.cadres[person].kind != .driver {
      switch number(0...3) {
      case 0: say(person, .undesired, 22, 30)
      case 1: say(person, .undesired, 6, 10)
      case 2: say(person, .desired, 13, 18)
      default: say(person, .undesired, 18, 22)
      }
    }
  }

  private mutating func addPastOfXiangyang() {
    let gates = ["S1", "S2", "S3", "S4", "S5"].flatMap { gate in
      [PastWork(gate, "gate", 6, 14), PastWork(gate, "gate", 14, 22), PastWork(gate, "gate", 22, 30)]
    }
    let help = [PastWork("P1", "distribution", 13, 18), PastWork("P2", "distribution", 13, 18)]
    for person in district.cadres.indices {
      switch district.cadres[person].kind {
      case .cadre: addLedger(person, work: gates + help, percent: 46)
      case .volunteer: addLedger(person, work: help, percent: 40)
      case .community, .property: addLedger(person, work: gates, percent: 50)
      // Five days of nine hours and one of twelve are 57 hours.
      case .driver: addLedger(person, work: [PastWork("D1", "crew", 8, 17)], percent: 45)
      case .medic: addLedger(person, work: [PastWork("S6", "standby", 14, 22)], percent: 40)
      case .police: break
      }
    }
  }
}
