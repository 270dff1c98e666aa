import Districts
import Formats
import Foundation
import Testing
import Units

@testable import Synthesis

/// The written folder is canonical and says what was drawn: the reader finds no problem and gives the same district.
@Suite struct ReadingTests {
  @Test("every sample is read back as it was drawn", arguments: Sample.allCases)
  func samples(_ sample: Sample) throws {
    try expectSame(read(sample.files), sample.district)
  }

  @Test("districts of any size are read back as they were drawn")
  func recipes() throws {
    for recipe in try RecipeTests.recipes() {
      var draft = DistrictDraft(recipe)
      draft.drawEverything(recipe)
      try expectSame(read(drawDistrict(recipe)), draft.district)
    }
  }

  @Test("hours that begin before the service day, or end after midnight, are read back as they were drawn")
  func hours() throws {
    var district = Sample.rongqiao.district
    district.serviceDayStart = ClockTime(minutes: 360)
    for index in district.depots.indices {
      // 04:00 to 22:00 before and in the service day; 01:00 to 05:00 on the next date, where it ends.
      district.depots[index].openFrom = ClockTime(minutes: index == 0 ? 240 : 1500)
      district.depots[index].openTo = ClockTime(minutes: index == 0 ? 1320 : 1740)
    }
    for index in district.vehicles.indices { district.vehicles[index].from = ClockTime(minutes: 300) }
    for index in district.vehicles.indices { district.vehicles[index].to = ClockTime(minutes: 780) }
    for index in district.points.indices { district.points[index].openFrom = ClockTime(minutes: 330) }
    try expectSame(read(district.canonicalFiles()), district)
  }

  private func read(_ files: [DistrictFile]) throws -> District {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in files { try Data(file.text.utf8).write(to: folder.appending(path: file.name)) }
    let result = try readDistrict(at: folder.path)
    #expect(result.notices.isEmpty)
    #expect(try formatDistrict(at: folder.path).isEmpty, "every table is canonical")
    return result.district
  }

  private func expectSame(_ read: District, _ drawn: District) {
    #expect(read.name == drawn.name)
    #expect(read.planDate == drawn.planDate && read.planDays == drawn.planDays)
    #expect(read.serviceDayStart == drawn.serviceDayStart && read.night == drawn.night)
    #expect(read.defaultAvailability == drawn.defaultAvailability && read.holidays == drawn.holidays)
    #expect(read.shifts == drawn.shifts && read.travel == drawn.travel)
    #expect(read.distribution == drawn.distribution && read.helpers == drawn.helpers && read.rules == drawn.rules)
    #expect(read.carrying == drawn.carrying)
    #expect(read.cadres == drawn.cadres)
    #expect(read.availability == drawn.availability)
    #expect(read.ledger == drawn.ledger)
    #expect(read.compounds == drawn.compounds && read.buildings == drawn.buildings)
    #expect(read.needs == drawn.needs && read.sites == drawn.sites && read.posts == drawn.posts)
    #expect(read.points == drawn.points && read.depots == drawn.depots)
    #expect(read.goods == drawn.goods && read.stock == drawn.stock)
    #expect(read.kit == drawn.kit && read.onHand == drawn.onHand)
    #expect(read.orders == drawn.orders && read.hasOrders == drawn.hasOrders)
    #expect(read.vehicles == drawn.vehicles && read.pins == drawn.pins)
  }
}
