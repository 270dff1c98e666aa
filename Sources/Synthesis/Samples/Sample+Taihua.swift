import Districts
import Units

extension Sample {
  /// Twelve cadres of one community in two groups that take turns; six are on duty each day, two in each shift.
  static func drawTaihua() -> District {
    let newYear = CalendarDate(dayNumber: 18_993)  // 2022-01-01
    var draft = DistrictDraft(
      name: "泰华南路社区", date: newYear, days: 7, seed: taihua.seed, location: .xian)
    draft.district.defaultAvailability = .always
    draft.district.holidays = [0, 1, 2].map { newYear.advanced(by: $0) }
    draft.district.rules.rotation.cycle = ["A", "B"]
    draft.district.rules.rotation.from = newYear
    draft.addThreeShifts()

    let gate = Position(east: -1200, north: 800)
    draft.addSite("S1", "泰华南路社区南门卡口", community: "泰华南路社区", at: gate)
    for shift in ["day", "evening", "night"] {
      draft.addPost("S1", "gate", "卡口值守", .checkpoint, shift, target: 1) {
        $0.seat = "register"
        $0.skills = ["entry"]
        $0.lead = true
        $0.priority = 2
      }
      draft.addPost("S1", "gate", "卡口值守", .checkpoint, shift, target: 1) {
        $0.seat = "guard"
        $0.lead = true
        $0.priority = 2
      }
    }

    let teams = ["集团机关", "销售分公司", "物流分公司", "设备分公司"]
    draft.add(
      PeopleSketch(
        kind: .cadre, count: 12, sendingUnits: teams, home: .around(gate, radius: 1800)))
    for person in 0..<12 {
      draft.district.cadres[person].group = person < 6 ? "A" : "B"
      // Of each pair the first may lead and registers; so each shift of a group can have its lead.
      if person % 2 == 0 { draft.district.cadres[person].mayLead = true }
      if person % 3 != 2 { draft.district.cadres[person].skills = ["entry"] }
    }
    for first in stride(from: 0, to: 12, by: 2) { draft.pair(first, first + 1) }
    for person in [3, 9] {
      draft.district.cadres[person].noNight = true
      draft.district.cadres[person].note = "家有两名幼儿园儿童"
    }

    let work = [
      PastWork("S1", "gate", 6, 14), PastWork("S1", "gate", 14, 22), PastWork("S1", "gate", 22, 30),
    ]
    for person in 0..<12 {
      let isFirst = person < 6
      draft.addLedger(person, work: work, percent: 88) { day in
        day.days(to: newYear).isMultiple(of: 2) == isFirst
      }
    }
    draft.say(1, .undesired, day: 2, 22, 30)
    draft.say(4, .desired, day: 0, 6, 14)
    draft.say(5, .undesired, day: 0, 22, 30)
    draft.say(7, .desired, day: 1, 14, 22)
    draft.say(9, .undesired, day: 3, 14, 22)
    draft.say(10, .desired, day: 5, 22, 30)
    return draft.district
  }
}
