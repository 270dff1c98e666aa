import Districts
import Units

extension Sample {
  /// 310 cadres of 31 sending units on 31 sites over the city, in three shifts and two short ones.
  static func drawShaanxiCoal() -> District {
    let date = CalendarDate(dayNumber: 18_994)  // 2022-01-02
    var draft = DistrictDraft(name: "陕煤驻社区工作队", date: date, seed: shaanxiCoal.seed, location: .xian)
    draft.district.defaultAvailability = .always
    draft.district.holidays = [-1, 0, 1].map { date.advanced(by: $0) }
    draft.addThreeShifts()
    draft.addShift("testing", "采样", from: (6, 0), to: (9, 0))
    draft.addShift("vegetables", "发菜", from: (17, 0), to: (20, 0))
    let names = draft.shuffled(PlaceNames.roots)
    for site in 0..<31 { draft.addSiteOfCoal(site, name: names[site]) }
    draft.add(
      PeopleSketch(
        kind: .cadre, count: 310, sendingUnits: PlaceNames.coalUnits, sometimes: [("entry", 50)], leadPercent: 45,
        noNightPercent: 18, home: .around(Position(east: 0, north: 0), radius: 8000)))
    draft.pairSome(percent: 25)
    draft.addStateOfCoal()
    return draft.district
  }
}

extension DistrictDraft {
  fileprivate mutating func addSiteOfCoal(_ index: Int, name: String) {
    let id = "S" + padded(index + 1, to: 2)
    let place = Position(east: number(-7500...7500), north: number(-6500...6500))
    addSite(id, name + pick(PlaceNames.compoundEndings) + "门岗", community: name + "社区", at: place)
    let large = index % 3 == 0
    for shift in ["day", "evening", "night"] {
      addPost(id, "gate", "小区卡口", .checkpoint, shift, target: shift == "night" && !large ? 1 : 2) {
        $0.minimum = 1
        $0.lead = shift != "evening"
        $0.priority = 2
      }
    }
    addPost(id, "testing", "采样协助", .testing, "testing", target: 1) {
      $0.seat = "entry"
      $0.skills = ["entry"]
      $0.exposure = 1
    }
    addPost(id, "testing", "采样协助", .testing, "testing", target: large ? 2 : 1) {
      $0.seat = "order"
      $0.minimum = 0
      $0.exposure = 1
    }
    addPost(id, "vegetables", "发菜秩序", .order, "vegetables", target: 2) { $0.minimum = 1 }
  }

  fileprivate mutating func addStateOfCoal() {
    for person in district.cadres.indices {
      if chance(percent: 4) { district.cadres[person].health = pick([.watch, .watch, .unfit]) }
      if chance(percent: 6) { district.cadres[person].maximumDay = 480 }
      if chance(percent: 4) { district.cadres[person].maximumWeek = 2880 }
      // Some sending units release their people for a part of the day only.
      switch person / 10 {
      case 4, 17: say(person, .available, 5, 19)
      case 9, 22, 28: say(person, .available, 12, 31)
      default: if chance(percent: 6) { say(person, .unavailable, pick([5, 13]), pick([15, 22])) }
      }
      switch number(0...19) {
      case 0: say(person, .undesired, 22, 30)
      case 1: say(person, .undesired, 6, 9)
      case 2: say(person, .undesired, 14, 22)
      case 3: say(person, .desired, 6, 14)
      default: break
      }
      let site = "S" + padded(person / 10 + 1, to: 2)
      let work = [
        PastWork(site, "gate", 6, 14), PastWork(site, "gate", 14, 22), PastWork(site, "gate", 22, 30),
        PastWork(site, "testing", 6, 9, exposure: 1), PastWork(site, "vegetables", 17, 20),
      ]
      addLedger(person, work: work, percent: 74)
    }
  }
}
