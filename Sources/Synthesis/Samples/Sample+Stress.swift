import Districts
import Units

extension Sample {
  /// Eight people for fourteen seats.
  static func drawShortHanded() -> District {
    var draft = smallDraft(name: "人手不足", seed: shortHanded.seed, people: 8)
    for shift in ["day", "evening", "night"] {
      draft.addPost("S1", "gate", "小区卡口", .checkpoint, shift, target: 3) {
        $0.minimum = 2
        $0.priority = 2
      }
    }
    draft.addPost("S2", "order", "秩序维护", .order, "day", target: 5) { $0.minimum = 3 }
    return draft.district
  }

  /// Three people may serve at night, and all three are ill.
  static func drawNightIll() -> District {
    var draft = smallDraft(name: "夜班全病", seed: nightIll.seed, people: 12)
    for person in draft.district.cadres.indices {
      if person < 3 {
        draft.district.cadres[person].health = .unfit
      } else {
        draft.district.cadres[person].noNight = true
      }
    }
    for shift in ["day", "evening", "night"] {
      draft.addPost("S1", "gate", "小区卡口", .checkpoint, shift, target: 2) { $0.minimum = 1 }
    }
    return draft.district
  }

  /// Frozen pins want one person at two gates at once.
  static func drawFrozenConflict() -> District {
    var draft = smallDraft(name: "固定安排冲突", seed: frozenConflict.seed, people: 10)
    for site in ["S1", "S2"] {
      for shift in ["day", "evening"] {
        draft.addPost(site, "gate", "小区卡口", .checkpoint, shift, target: 2) { $0.minimum = 1 }
      }
    }
    for (person, site, shift) in [("C001", "S1", "day"), ("C002", "S1", "day"), ("C002", "S2", "day")] {
      let duty = DutyID(
        site: PlaceID(site), post: "gate", shift: shift, date: draft.district.planDate.description)
      draft.district.pins.append(Pin(target: .roster(CadreID(person), duty), level: .frozen))
    }
    return draft.district
  }

  private static func smallDraft(name: String, seed: UInt64, people: Int) -> DistrictDraft {
    let date = CalendarDate(dayNumber: 18_993)  // 2022-01-01
    var draft = DistrictDraft(name: name, date: date, seed: seed, location: .xian)
    draft.district.defaultAvailability = .always
    draft.district.holidays = [date]
    draft.addThreeShifts()
    let community = "新生社区"
    draft.addSite("S1", "新生小区北门", community: community, at: Position(east: 0, north: 0))
    draft.addSite("S2", "新生小区南门", community: community, at: Position(east: 60, north: -420))
    draft.add(
      PeopleSketch(
        kind: .cadre, count: people, sendingUnits: ["区委组织部", "区城管局"], leadPercent: 30,
        home: .around(Position(east: 0, north: -200), radius: 1500)))
    return draft
  }
}
