import Districts
import Testing
import Units

@testable import Formats

@Suite("A good district is read as it is written") struct ReadingTests {
  let read: ReadDistrict
  var district: District { read.district }
  init() throws { read = try Fixture.read(Fixture.bytes) }

  @Test("settings") func settings() throws {
    #expect(district.name == "样例小区")
    #expect(district.planDate == CalendarDate("2022-01-01"))
    #expect(district.planDays == 2)
    #expect(district.shifts.map(\.id.text) == ["day", "evening", "night"])
    // 06:00 of the next day is 24 · 60 + 360 = 1800 minutes after midnight.
    #expect(district.shifts[2].to == ClockTime(minutes: 1800))
    #expect(district.night.to == ClockTime(minutes: 1800))
    #expect(district.rules.minimumRest.minutes == 660)
    #expect(district.rules.fairHours.weight == 0)
    #expect(district.rules.fairNights.weight == 10)
    #expect(district.rules.rotation.cycle == ["A", "B"])
    #expect(district.rules.rotation.from == CalendarDate("2022-01-01"))
    #expect(district.travel.vehicle.metresPerHour == 25_000)
  }

  @Test("people, with quoted text, defaults and the home left to the compound") func people() {
    #expect(district.cadres.map(\.id.text) == ["C001", "C002", "C003"])
    #expect(district.cadres[0].skills == ["entry", "order"])
    #expect(district.cadres[0].maximumDay == 600)
    #expect(district.cadres[0].buddy == CadreID("C002"))
    #expect(district.cadres[1].note == "说 \"慢\", 细")
    #expect(district.cadres[1].health == .watch)
    #expect(district.cadres[1].coordinate == nil)
    #expect(district.cadres[1].homeCompound == CompoundID("K1"))
    #expect(district.cadres[2].health == .fit && !district.cadres[2].mayLead)
    #expect(read.notices.contains(Notice(.homesUnknown, values: ["count": "1", "people": "3"])))
  }

  @Test("availability and ledger in the district's time zone") func times() throws {
    #expect(
      district.availability[0].time == .daily(from: ClockTime(minutes: 300), to: ClockTime(minutes: 1800), days: .every)
    )
    // 2022-01-01T06:00 in Shanghai is 2021-12-31T22:00Z.
    let start = try #require(Moment(rfc3339: "2021-12-31T22:00:00Z"))
    let end = try #require(Moment(rfc3339: "2022-01-02T14:00:00Z"))
    #expect(district.availability[1].time == .span(Span(start: start, end: end)))
    guard case .daily(_, _, .weekdays([1, 6])) = district.availability[2].time else {
      Issue.record("mon;sat is not the first and sixth weekday")
      return
    }
    #expect(district.ledger[0].span.minutes == 480)
    #expect(read.notices.contains(Notice(.ledgerIgnored, values: ["count": "1", "rows": "3"])))
  }

  @Test("what a building, a site or a seat leaves open falls back") func fallBacks() {
    let compound = district.compounds[0]
    #expect(district.buildings[0].status == .controlled)
    #expect(district.buildings[1].status == .sealed)
    #expect(district.buildings[1].coordinate == compound.coordinate)
    #expect(district.sites[1].coordinate == compound.coordinate)
    #expect(district.posts[0].minimum == 1 && district.posts[0].maximum == 3)
    #expect(district.posts[1].minimum == 1 && district.posts[1].maximum == 1)
    #expect(district.posts[0].seat == "any" && district.posts[1].seat == "guide")
    #expect(district.vehicles[0].endDepot == district.vehicles[0].depot)
  }

  @Test("supply, orders and pins") func supply() {
    #expect(district.goods[0].millilitres == 12_500)
    #expect(district.vehicles[0].capacityGrams == 1_500_500)
    #expect(district.orders.map(\.destination) == [.everyBuilding, .building(BuildingID("B01")), .site(SiteID("S1"))])
    #expect(district.orders.map(\.quantity) == [.packsPerHousehold(1), .packs(2), .packs(4)])
    #expect(district.orders.map(\.collectAt) == [nil, nil, DepotID("D1")])
    #expect(district.hasOrders)
    #expect(
      district.pins.map(\.target) == [
        .roster(CadreID("C001"), DutyID("S1/gate/evening/2022-01-01")),
        .batch(BuildingID("B01"), PointID("P1"), ClockTime(minutes: 17 * 60 + 20)),
        .route(VehicleID("V1"), "O2"),
      ])
    #expect(district.pins.map(\.must) == [true, true, false])
    #expect(district.points[0].staff == [StaffNeed(kind: .cadre, count: 1), StaffNeed(kind: .volunteer, count: 3)])
  }

  @Test("a date given from outside wins over district.yaml") func override() throws {
    let date = try #require(CalendarDate("2022-03-05"))
    let folder = try Fixture.folder()
    let other = try withExtendedLifetime(folder) { try readDistrict(at: folder.path, date: date, days: 7) }
    #expect(other.district.planDate == date && other.district.planDays == 7)
    #expect(other.digest == read.digest)
  }

  @Test("every sample reads without a problem", arguments: try sampleNames())
  func samples(_ name: String) throws {
    do {
      let sample = try readDistrict(at: samplesFolder.appendingPathComponent(name).path)
      #expect(!sample.district.cadres.isEmpty)
    } catch {
      Issue.record("\(error.lines(in: .english).prefix(20).joined(separator: "\n"))")
    }
  }
}
