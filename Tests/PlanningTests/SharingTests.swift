import Districts
import Testing
import Units

@testable import Planning

/// Two compounds with a point each, open all evening, and people for one of them at a time.
@Suite("Points that lack people open one after another with the same people") struct SharingTests {
  private func district(volunteers: Int, hours: Int = 6) -> District {
    var district = District()
    district.planDate = CalendarDate(dayNumber: 18_993)
    district.defaultAvailability = .always
    district.goods = [Good(id: "G", name: "G")]
    district.rules.fairHours.weight = 0
    for number in 0..<2 {
      var compound = Compound(id: CompoundID("K\(number)"), name: "K")
      let place = Coordinate(latitude: 34 + 0.003 * Double(number), longitude: 109)
      compound.coordinate = place
      district.compounds.append(compound)
      var building = Building(
        id: BuildingID("B\(number)"), compound: compound.id, households: Households(60))
      building.coordinate = compound.coordinate
      building.staircases = 6
      district.buildings.append(building)
      var point = DistributionPoint(
        id: PointID("P\(number)"), compound: compound.id, coordinate: place,
        householdsPerDeskHour: Households(60), openFrom: ClockTime(minutes: 960),
        openTo: ClockTime(minutes: 960 + 60 * hours))
      point.staff = [StaffNeed(kind: .volunteer, count: 3)]
      district.points.append(point)
    }
    for number in 0..<volunteers {
      district.cadres.append(Cadre(id: CadreID("V\(number)"), name: "V", kind: .volunteer))
    }
    return district
  }

  @Test("three volunteers serve two points, one after the other; neither level of distribution is worse for it")
  func oneAfterTheOther() throws {
    let plan = try PipelineTests.plan(district(volunteers: 3), iterations: 200).plan
    #expect(plan.audit.passed)
    #expect(plan.roster?.gaps == [])
    let points = try #require(plan.distribution?.points)
    #expect(points.count == 2)
    let (a, b) = (points[0], points[1])
    #expect(a.openTo.moment <= b.openFrom.moment || b.openTo.moment <= a.openFrom.moment)
    let rich = try PipelineTests.plan(district(volunteers: 6), iterations: 200).plan
    #expect(
      rich.certificates.distribution?.levels.map(\.objective)
        == plan.certificates.distribution?.levels.map(\.objective))
    #expect(plan.certificates.distribution?.solutionStatus == .optimal)
  }

  @Test("where nobody is missing, no hours are moved")
  func enoughPeople() throws {
    let plan = try PipelineTests.plan(district(volunteers: 6), iterations: 200).plan
    #expect(plan.distribution?.points.allSatisfy { $0.openFrom.text.contains("T16:00") } == true)
  }

  @Test("where the hours do not allow it, the seats stay open and are named")
  func noTime() throws {
    let plan = try PipelineTests.plan(district(volunteers: 3, hours: 1), iterations: 200).plan
    #expect(plan.roster?.gaps.contains { $0.what.level == .minimum } == true)
  }

  /// Both points in one compound, far apart, an hour long: each alone could serve everybody with two desks.
  private func oneCompound(volunteers: Int) -> District {
    var district = district(volunteers: volunteers, hours: 1)
    district.compounds.removeLast()
    for index in district.points.indices {
      district.points[index].compound = CompoundID("K0")
      district.points[index].coordinate = Coordinate(latitude: 34 + 0.01 * Double(index), longitude: 109)
      district.points[index].desks = 2
      district.buildings[index].compound = CompoundID("K0")
      district.buildings[index].coordinate = Coordinate(latitude: 34 + 0.01 * Double(index), longitude: 109)
    }
    return district
  }

  @Test("where two points cannot take turns, people become dearer until the compound makes do with one")
  func dearerPeople() throws {
    let rich = try PipelineTests.plan(oneCompound(volunteers: 6), iterations: 200).plan
    #expect(rich.distribution?.points.count == 2)
    let plan = try PipelineTests.plan(oneCompound(volunteers: 3), iterations: 200).plan
    #expect(plan.audit.passed)
    #expect(plan.roster?.gaps == [])
    #expect(plan.distribution?.points.count == 1)
    let (dear, cheap) = (plan.certificates.distribution?.levels ?? [], rich.certificates.distribution?.levels ?? [])
    #expect(dear.map(\.bound) == cheap.map(\.objective), "the bound is that of the district as it is")
    #expect(dear[0].objective == cheap[0].objective && dear[1].objective > cheap[1].objective)
  }

  @Test("where one point could not serve everybody either, the points stay as they were")
  func noSacrifice() throws {
    var district = oneCompound(volunteers: 3)
    for index in district.points.indices { district.points[index].desks = 1 }
    let plan = try PipelineTests.plan(district, iterations: 200).plan
    #expect(plan.distribution?.points.count == 2)
    #expect(plan.distribution?.gaps == [])
    #expect(plan.roster?.gaps.contains { $0.what.level == .minimum } == true)
  }
}
