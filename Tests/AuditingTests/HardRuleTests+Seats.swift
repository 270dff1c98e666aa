import Auditing
import Districts
import Testing
import Units

extension HardRuleTests {
  @Test("The way between two duties fits in between: on foot up to 1,500 m, else by vehicle") func noOverlap() {
    func row(_ mode: TravelModeName, _ metres: Int, _ seconds: Int) -> TravelRow {
      TravelRow(
        from: PlaceID("S1"), to: PlaceID("S2"), mode: mode, metres: Metres(metres), seconds: Seconds(seconds))
    }
    // Ten minutes between the duties. 600 s on foot fit, 601 do not; from 1,501 m on the vehicle's 600 s count.
    for (metres, seconds, complaints) in [(1500, 600, [String]()), (1500, 601, ["noOverlap 1"]), (1501, 601, [])] {
      var district = Sample.district(shifts: [("early", "08:00", "09:00"), ("late", "09:10", "10:00")])
      district.posts[1].site = SiteID("S2")
      district.travelRows = [row(.foot, metres, seconds), row(.vehicle, 4000, 600)]
      let held = [("A", Sample.duty("early")), ("A", Sample.duty("late", site: "S2"))]
      #expect(Sample.roster(district, held).complaints == complaints)
    }
    // At one place they may touch, not overlap: one minute is 60 seconds.
    for (from, complaints) in [("09:00", [String]()), ("08:59", ["noOverlap 60"])] {
      let district = Sample.district(shifts: [("early", "08:00", "09:00"), ("late", from, "10:00")])
      #expect(
        Sample.roster(district, [("A", Sample.duty("early")), ("A", Sample.duty("late"))]).complaints == complaints)
    }
  }

  @Test("Unfit people serve nothing, people under watch nothing exposed") func health() {
    for (health, exposure, complaints) in [
      (.fit, 3, [String]()), (.watch, 0, []), (.watch, 1, ["health 1"]), (.unfit, 0, ["health 1"]),
    ] as [(Health, Int, [String])] {
      var district = Sample.district(shifts: [("early", "08:00", "09:00")])
      district.cadres[0].health = health
      district.posts[0].exposure = exposure
      #expect(Sample.roster(district, [("A", Sample.duty("early"))]).complaints == complaints)
    }
  }

  @Test("A seat asks for all its skills and one of its kinds") func qualification() {
    for (skills, kind, complaints) in [
      (["first aid", "drive"], .medic, [String]()), (["drive"], .medic, ["qualification 1"]),
      (["first aid", "drive"], .volunteer, ["qualification 1"]),
    ] as [([String], CadreKind, [String])] {
      var district = Sample.district(shifts: [("early", "08:00", "09:00")])
      district.posts[0].skills = ["drive", "first aid"]
      district.posts[0].kinds = [.medic, .police]
      district.cadres[0].skills = skills
      district.cadres[0].kind = kind
      #expect(Sample.roster(district, [("A", Sample.duty("early"))]).complaints == complaints)
    }
  }

  @Test("No seat class has more than its maximum, nobody two seats of one duty") func maximumCover() {
    var district = Sample.district(people: 3, shifts: [("early", "08:00", "09:00")])
    district.posts[0].maximum = 2
    let duty = Sample.duty("early")
    #expect(Sample.roster(district, [("A", duty), ("B", duty)]).complaints == [])
    #expect(Sample.roster(district, [("A", duty), ("B", duty), ("C", duty)]).complaints == ["maximumCover 1"])
    var second = district.posts[0]
    second.seat = "spare"
    district.posts.append(second)
    let twice: [(String, DutyID, seat: String?)] = [("A", duty, nil), ("A", duty, "spare")]
    #expect(Sample.roster(district, seated: twice).complaints == ["maximumCover 1"])
  }

  @Test("The lead is the smallest id of those who may lead") func oneLead() {
    var district = Sample.district(people: 3, shifts: [("early", "08:00", "09:00")])
    district.posts[0].maximum = 3
    district.posts[0].lead = true
    (district.cadres[1].mayLead, district.cadres[2].mayLead) = (true, true)
    let all = ["A", "B", "C"].map { ($0, Sample.duty("early")) }
    #expect(Sample.roster(district, all, leads: ["B"]).complaints == [])
    #expect(Sample.roster(district, all, leads: ["C"]).complaints == ["oneLead 1"])
    #expect(Sample.roster(district, all, leads: ["B", "C"]).complaints == ["oneLead 1"])
    #expect(Sample.roster(district, all).complaints == ["oneLead 1"])
    #expect(Sample.roster(district, [all[0]], leads: ["A"]).complaints == ["oneLead 1"])
    // Nobody able: the lead is missing, 10 × 9 at level 2 beside nothing else.
    let nobody = Sample.roster(district, [all[0]])
    #expect(nobody.complaints == [])
    #expect(nobody.objective.breakdown["oneLead"] == 90)
  }

  @Test("A frozen pin holds; a who pin yields only to a hard rule, and then it is a gap with that rule") func pins() {
    var district = Sample.district(shifts: [("early", "06:00", "12:00"), ("late", "11:00", "18:00")])
    func pin(_ person: String, _ shift: String, _ level: PinLevel, must: Bool = true) -> Pin {
      var pin = Pin(target: .roster(CadreID(person), Sample.duty(shift)), level: level)
      pin.must = must
      return pin
    }
    district.pins = [pin("A", "early", .frozen)]
    #expect(Sample.roster(district, [("A", Sample.duty("early"))]).complaints == [])
    #expect(Sample.roster(district, [("B", Sample.duty("early"))]).complaints == ["pins 1"])
    district.pins[0].must = false
    #expect(Sample.roster(district, [("A", Sample.duty("early"))]).complaints == ["pins 1"])
    // Both pins on A overlap: the earlier wins, the later is a gap whose reason is noOverlap.
    district.pins = [pin("A", "late", .who), pin("A", "early", .who)]
    let later = Sample.roster(district, [("A", Sample.duty("late"))])
    #expect(later.complaints == [])
    #expect(later.expectedGaps.last?.what.id == "A@S1/gate/early/2022-01-01")
    #expect(later.expectedGaps.last?.reasons == [.init(rule: "noOverlap", count: 1, standing: .proven)])
    #expect(Sample.roster(district, [("A", Sample.duty("early"))]).complaints == ["pins 1"])
    #expect(Sample.roster(district, [("B", Sample.duty("late"))]).complaints == ["pins 1"])
    // A frozen must_not refuses a who pin: reason `pins`. Two pinned on one seat: reason `maximumCover`.
    district.pins = [pin("A", "late", .who), pin("A", "late", .frozen, must: false)]
    #expect(Sample.roster(district, []).expectedGaps.last?.reasons.map(\.rule) == ["pins"])
    district.pins = [pin("A", "late", .who), pin("B", "late", .who)]
    #expect(
      Sample.roster(district, [("A", Sample.duty("late"))]).expectedGaps.last?.reasons.map(\.rule) == ["maximumCover"])
    // A prefer pin only costs: 8.
    district.pins = [pin("A", "late", .prefer)]
    #expect(Sample.roster(district, []).complaints == [])
    #expect(Sample.roster(district, []).objective.breakdown["pins"] == 8)
    #expect(Sample.roster(district, [("A", Sample.duty("late"))]).objective.breakdown["pins"] == 0)
  }
}
