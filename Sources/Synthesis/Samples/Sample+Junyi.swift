import Districts
import Units

extension Sample {
  /// One compound with all its counted doors: tests in the morning, three shifts at the gate, vegetables at dusk.
  static func drawJunyi() -> District {
    let date = CalendarDate(dayNumber: 19_280)  // 2022-10-15
    var draft = DistrictDraft(name: "君怡家园", date: date, seed: junyi.seed, location: .linfen)
    draft.district.holidays = []
    draft.addThreeShifts()
    draft.addShift("testing", "采样", from: (6, 30), to: (10, 30))

    let staircases = [3, 4, 3, 3, 4, 3, 3, 3, 4, 3]
    var sizes = staircases.map { BuildingSize(floors: 6, lift: false, staircases: $0, households: 12 * $0) }
    draft.trim(&sizes, surplus: sizes.reduce(0) { $0 + $1.households } - 388)
    let sketch = CompoundSketch(
      id: "K1", name: "君怡家园", community: "五一社区", corner: Position(east: -100, north: -60), sizes: sizes)
    draft.add(sketch)

    let south = sketch.at(eastPercent: 45, northPercent: -25)
    draft.addSite("S1", "君怡家园南门", community: "五一社区", at: south, compound: "K1")
    draft.addSite(
      "S2", "中心花园采样点", community: "五一社区", at: sketch.at(eastPercent: 60, northPercent: 55), compound: "K1")
    for shift in ["day", "evening", "night"] {
      draft.addPost("S1", "gate", "小区卡口", .checkpoint, shift, target: 2) {
        $0.minimum = 1
        $0.lead = shift == "day"
        $0.priority = 2
      }
    }
    draft.addPost("S2", "entry", "信息录入", .entry, "testing", target: 2) {
      $0.skills = ["entry"]
      $0.minimum = 1
      $0.setup = 15
      $0.exposure = 1
    }
    draft.addPost("S2", "order", "秩序维护", .order, "testing", target: 1) {
      $0.setup = 15
      $0.exposure = 1
    }

    draft.addPeopleOfJunyi(around: sketch)
    draft.addSupplyOfJunyi(compound: sketch)
    return draft.district
  }
}

extension DistrictDraft {
  fileprivate mutating func addPeopleOfJunyi(around sketch: CompoundSketch) {
    let units = ["区委办", "区教育局", "区财政局"]
    add(
      PeopleSketch(
        kind: .community, count: 2, sendingUnits: ["五一社区"], skills: ["entry"], leadPercent: 100,
        home: .around(sketch.centre, radius: 900)))
    add(
      PeopleSketch(
        kind: .cadre, count: 6, sendingUnits: units, sometimes: [("entry", 60)], leadPercent: 40,
        noNightPercent: 20, home: .around(sketch.centre, radius: 1500)))
    add(
      PeopleSketch(
        kind: .volunteer, count: 8, sometimes: [("entry", 30)], noNightPercent: 30,
        home: .compounds([sketch.id])))
    add(
      PeopleSketch(
        kind: .property, count: 2, sendingUnits: ["君怡物业"],
        home: .around(sketch.centre, radius: 2000)))
    add(
      PeopleSketch(
        kind: .driver, count: 2, sendingUnits: ["红星超市"], skills: ["drive"],
        home: .around(sketch.centre, radius: 2500)))
    district.cadres[2].mayLead = true
    for person in [2, 3, 8] where !district.cadres[person].skills.contains("entry") {
      district.cadres[person].skills.append("entry")
    }
    pair(4, 7)
    pair(8, 9)
    for person in district.cadres.indices {
      switch district.cadres[person].kind {
      case .driver:
        sayDaily(person, .available, from: ClockTime(minutes: 14 * 60), to: ClockTime(minutes: 22 * 60))
      case .volunteer where person % 2 == 0:
        sayDaily(person, .available, from: ClockTime(minutes: 6 * 60), to: ClockTime(minutes: 22 * 60))
      default:
        sayDaily(person, .available, from: ClockTime(minutes: 5 * 60), to: ClockTime(minutes: 30 * 60))
      }
    }
    say(3, .undesired, 22, 30)
    say(5, .desired, 6, 14)
    say(10, .undesired, 6, 10)
    say(11, .desired, 16, 21)
    let work = [
      PastWork("S1", "gate", 6, 14), PastWork("S1", "gate", 14, 22), PastWork("S1", "gate", 22, 30),
      PastWork("S2", "order", 6, 10, exposure: 1),
    ]
    for person in district.cadres.indices where district.cadres[person].kind != .driver {
      addLedger(person, work: work, percent: district.cadres[person].kind == .volunteer ? 35 : 50)
    }
  }

  fileprivate mutating func addSupplyOfJunyi(compound sketch: CompoundSketch) {
    for (id, name, east, north) in [("P1", "南门广场", 40, -20), ("P2", "北侧篮球场", 70, 115)] {
      addPoint(id, name, compound: sketch.id, at: sketch.at(eastPercent: east, northPercent: north)) {
        $0.desks = 3
        $0.householdsPerDeskHour = 60
        $0.openFrom = ClockTime(minutes: 17 * 60)
        $0.openTo = ClockTime(minutes: 20 * 60 + 40)
        $0.crowdLimit = 50
        $0.staff = [StaffNeed(kind: .cadre, count: 1), StaffNeed(kind: .volunteer, count: 3)]
        $0.setup = 20
      }
    }
    var vegetables = Good(id: GoodID("veg"), name: "蔬菜包")
    vegetables.grams = 5000
    district.goods = [vegetables]
    addDepot("D1", "红星超市解放路店", .supermarket, at: Position(east: 2100, north: 1300)) {
      $0.openFrom = ClockTime(minutes: 8 * 60)
      $0.openTo = ClockTime(minutes: 21 * 60)
    }
    var stock = StockRow(depot: DepotID("D1"), good: vegetables.id, packs: 450)
    stock.price = 3000
    district.stock = [stock]
    addVehicle("V1", "晋L·A1001", depot: "D1", packs: 240, from: 15, to: 21) {
      $0.loaders = 1
      $0.fixedCost = 10_000
      $0.costPerKilometre = 180
      $0.costPerHour = 3000
    }
    addVehicle("V2", "晋L·A1002", depot: "D1", packs: 160, from: 15, to: 21) {
      $0.fixedCost = 6000
      $0.costPerKilometre = 120
      $0.costPerHour = 3000
    }
    addNeeds(9, priorities: 1...4, helpers: [0, 2, 3])
  }
}
