import Districts
import Units

extension DistrictDraft {
  /// Ninety-six people: more than the evening needs, and many of them only in the evening.
  mutating func addPeopleOfRongqiao(_ zones: [CompoundSketch]) {
    let middle = zones[0].at(eastPercent: 50, northPercent: 110)
    let units = ["区发改局", "区教育局", "区财政局", "区人社局", "区住建局", "区文旅局", "区司法局", "区统计局"]
    add(
      PeopleSketch(
        kind: .cadre, count: 26, sendingUnits: units, sometimes: [("entry", 45)], leadPercent: 55, noNightPercent: 15,
        home: .around(middle, radius: 2600)))
    add(
      PeopleSketch(
        kind: .volunteer, count: 46, sometimes: [("entry", 25)], leadPercent: 8, noNightPercent: 25,
        home: .compounds(zones.map(\.id))))
    add(
      PeopleSketch(
        kind: .driver, count: 8, sendingUnits: ["城东物流公司", "永辉路生活超市"], skills: ["drive"],
        home: .around(middle, radius: 5000)))
    add(
      PeopleSketch(
        kind: .medic, count: 3, sendingUnits: ["融侨社区卫生服务站"], skills: ["medic"], home: .around(middle, radius: 3000)))
    add(
      PeopleSketch(
        kind: .community, count: 6, sendingUnits: ["融侨社区居委会"], skills: ["entry"], leadPercent: 70,
        home: .around(middle, radius: 1500)))
    add(
      PeopleSketch(
        kind: .property, count: 7, sendingUnits: ["融侨物业"], leadPercent: 20, home: .around(middle, radius: 2500)))
    pairSome(percent: 22)
    for (person, health) in [(5, Health.watch), (30, .unfit), (44, .watch), (61, .unfit)] {
      district.cadres[person].health = health
    }
    addPresenceOfRongqiao()
    addWishesOfRongqiao()
    addPastOfRongqiao()
  }

  private mutating func addPresenceOfRongqiao() {
    for person in district.cadres.indices {
      let (from, to): (Int, Int) =
        switch district.cadres[person].kind {
        case .cadre: pick([(5 * 60, 1800), (5 * 60, 1800), (14 * 60, 1800), (6 * 60, 23 * 60)])
        case .volunteer:
          pick([
            (15 * 60 + 30, 22 * 60 + 30), (15 * 60 + 30, 22 * 60 + 30), (15 * 60, 22 * 60), (6 * 60, 22 * 60 + 30),
            (6 * 60, 22 * 60),
          ])
        case .driver: (12 * 60, 22 * 60)
        case .medic: pick([(6 * 60, 22 * 60), (12 * 60, 1800)])
        case .community, .property, .police: (5 * 60, 1800)
        }
      sayDaily(person, .available, from: ClockTime(minutes: from), to: ClockTime(minutes: to))
      if district.cadres[person].kind == .cadre, chance(percent: 12) { say(person, .unavailable, 9, 12) }
    }
  }

  private mutating func addWishesOfRongqiao() {
    for person in shuffled(Array(district.cadres.indices)).prefix(18).sorted() {
      switch number(0...3) {
      case 0: say(person, .undesired, 22, 30)
      case 1: say(person, .undesired, 6, 10)
      case 2 where district.cadres[person].kind != .driver: say(person, .desired, 16, 21)
      default: say(person, .undesired, 19, 22)
      }
    }
  }

  private mutating func addPastOfRongqiao() {
    let gates = ["S1", "S2"].flatMap { gate in
      [PastWork(gate, "gate", 6, 14), PastWork(gate, "gate", 14, 22), PastWork(gate, "gate", 22, 30)]
    }
    let help = [
      PastWork("S3", "order", 6, 10, exposure: 1), PastWork("S5", "errands", 10, 15),
      PastWork("S4", "order", 6, 10, exposure: 1),
    ]
    for person in district.cadres.indices {
      switch district.cadres[person].kind {
      case .cadre: addLedger(person, work: gates, percent: 46)
      case .volunteer: addLedger(person, work: help, percent: 38)
      case .community, .property: addLedger(person, work: gates + [PastWork("S5", "duty-room", 6, 14)], percent: 52)
      case .driver: addLedger(person, work: [PastWork("D1", "crew", 13, 21)], percent: 60)
      case .medic: addLedger(person, work: [PastWork("S5", "standby", 14, 22)], percent: 40)
      case .police: break
      }
    }
  }
}
