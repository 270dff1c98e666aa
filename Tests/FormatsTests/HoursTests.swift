import Districts
import Testing
import Units

@testable import Formats

/// The hours of points, depots and vehicles beside the start of the service day (docs/format.md §6).
@Suite("Hours around the start of the service day") struct HoursTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var dayStart: String
    var from: String
    var to: String
    /// In minutes after midnight of `plan.date`; nil: refused.
    var read: [Int]?
    var testDescription: String { "\(from) to \(to), service day from \(dayStart)" }
  }

  static let examples = [
    // A market: 4 · 60 = 240, 22 · 60 = 1320, both on plan.date.
    Example(dayStart: "06:00", from: "04:00", to: "22:00", read: [240, 1320]),
    Example(dayStart: "06:00", from: "05:59", to: "06:01", read: [359, 361]),
    Example(dayStart: "06:00", from: "04:00", to: "04:00+1", read: [240, 1680]),
    // More than a day of it: as before, from the next date on.
    Example(dayStart: "06:00", from: "04:00", to: "06:30+1", read: [1680, 1830]),
    // All of it before the service day ends: the next date.
    Example(dayStart: "06:00", from: "02:00", to: "05:00", read: [1560, 1740]),
    Example(dayStart: "06:00", from: "02:00", to: "06:00", read: [1560, 1800]),
    Example(dayStart: "05:00", from: "18:00", to: "02:00", read: [1080, 1560]),
    Example(dayStart: "05:00", from: "18:00", to: "02:00+1", read: [1080, 1560]),
    Example(dayStart: "05:00", from: "05:00", to: "24:00", read: [300, 1440]),
    Example(dayStart: "05:00", from: "20:00", to: "05:00", read: nil),
    Example(dayStart: "05:00", from: "20:00", to: "19:00", read: nil),
    Example(dayStart: "06:00", from: "05:00", to: "04:00", read: nil),
    Example(dayStart: "06:00", from: "05:00", to: "05:00", read: nil),
  ]

  private func files(_ example: Example) throws -> [String: [UInt8]] {
    var files = Fixture.bytes
    for (name, old, new) in [
      ("district.yaml", "service_day_start: \"05:00\"", "service_day_start: \"\(example.dayStart)\""),
      ("district.yaml", "minimumRest: { minutes: 660 }", "dailyMaximum: { minutes: 1440 }"),
      ("points.csv", "17:00,20:40", "\(example.from),\(example.to)"),
      ("depots.csv", "08:00,21:00", "\(example.from),\(example.to)"),
      ("vehicles.csv", "15:00,21:00", "\(example.from),\(example.to)"),
    ] {
      let text = String(decoding: try #require(files[name]), as: UTF8.self)
      try #require(text.contains(old))
      files[name] = Array(text.replacingOccurrences(of: old, with: new).utf8)
    }
    return files
  }

  @Test("points, depots and vehicles are read alike", arguments: examples)
  func alike(_ example: Example) throws {
    let files = try files(example)
    do {
      let district = try Fixture.read(files).district
      let point = district.points[0]
      let vehicle = district.vehicles[0]
      #expect([point.openFrom.minutes, point.openTo.minutes] == example.read)
      #expect([district.depots[0].openFrom, district.depots[0].openTo].compactMap { $0?.minutes } == example.read)
      #expect([vehicle.from.minutes, vehicle.to.minutes] == example.read)
      #expect(district.hours(point.openFrom, point.openTo) == ClockSpan(from: point.openFrom, to: point.openTo))
    } catch {
      #expect(example.read == nil)
      let codes = error.lines(in: .english).map { $0.suffix(7) }
      #expect(codes == ["[E1207]", "[E1207]", "[E1207]"])
    }
  }

  @Test("a batch pin before the service day's start is of the date on which its point is open")
  func pins() throws {
    for (from, to, pinned, minutes) in [("04:00", "22:00", "05:20", 320), ("02:00", "05:00", "02:20", 1580)] {
      var files = try files(Example(dayStart: "06:00", from: from, to: to))
      files["pins.csv"] = Array("kind,subject,object,level,must\nbatch,B01,P1@\(pinned),who_order,\n".utf8)
      let pin = try #require(try Fixture.read(files).district.pins.first)
      #expect(pin.target == .batch(BuildingID("B01"), PointID("P1"), ClockTime(minutes: minutes)))
    }
  }
}
