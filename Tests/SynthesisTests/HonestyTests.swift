import Synthesis
import Testing
import Units

/// What is drawn keeps the rules that people kept in the days before.
@Suite struct HonestyTests {
  static let districts: [(name: String, files: [DistrictFile])] =
    Sample.allCases.map { ($0.rawValue, $0.files) }
    + ((try? RecipeTests.recipes()) ?? []).map { ($0.name, drawDistrict($0)) }

  @Test("every row has a field for every column, and fields are quoted only where they must be")
  func columns() {
    for (name, files) in HonestyTests.districts {
      for file in files where file.name.hasSuffix(".csv") {
        let table = Table(String(file.name.dropLast(4)), of: files)
        #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(name)/\(file.name)")
        #expect(!file.text.contains("\"") && !file.text.contains("\r") && file.text.hasSuffix("\n"))
      }
    }
  }

  @Test("ids are ASCII words, and those of places are unique across tables")
  func ids() {
    for (name, files) in HonestyTests.districts {
      let people = Table("cadres", of: files)["id"]
      let places = ["compounds", "buildings", "sites", "points", "depots"].flatMap { Table($0, of: files)["id"] }
      let all = people + places
      #expect(Set(all).count == all.count, "\(name)")
      for id in all { #expect(id.utf8.allSatisfy { $0 > 44 && $0 < 123 } && (1...40).contains(id.utf8.count)) }
    }
  }

  @Test("buddies name each other")
  func buddies() {
    for (name, files) in HonestyTests.districts {
      let cadres = Table("cadres", of: files)
      let pairs = Dictionary(uniqueKeysWithValues: zip(cadres["id"], cadres["buddy"]))
      for (person, buddy) in pairs where !buddy.isEmpty {
        #expect(pairs[buddy] == person && buddy != person, "\(name) \(person)")
      }
    }
  }

  @Test("the ledger lies before the plan, with ten hours of rest and at most five days in a row")
  func ledger() throws {
    for (name, files) in HonestyTests.districts {
      let settings = try #require(files.first?.text)
      let date = try #require(settings.split(separator: "date: ").last?.prefix(10))
      let planDate = try #require(CalendarDate(date))
      let noNight = Dictionary(
        uniqueKeysWithValues: zip(Table("cadres", of: files)["id"], Table("cadres", of: files)["no_night"]))
      var last: (person: String, end: Int, run: Int, day: Int) = ("", 0, 0, 0)
      for row in Table("ledger", of: files).rows {
        let (from, to) = (try #require(minutes(row[1])), try #require(minutes(row[2])))
        let day = from.dividedRoundingDown(by: 1440)
        #expect(to > from && to - from <= 720 && day < planDate.dayNumber, "\(name) \(row)")
        // Who serves no nights was home by midnight.
        if noNight[row[0]] == "yes" { #expect(to - day * 1440 <= 1440) }
        var run = 1
        if row[0] == last.person {
          #expect(from - last.end >= 600, "\(name) \(row)")
          run = day == last.day + 1 ? last.run + 1 : 1
        }
        #expect(run <= 5)
        last = (row[0], to, run, day)
      }
    }
  }

  @Test("crews serve at most twelve hours, and there is a driver for every vehicle")
  func crews() throws {
    for (name, files) in HonestyTests.districts {
      let vehicles = Table("vehicles", of: files)
      for (from, to) in zip(vehicles["from"], vehicles["to"]) {
        let (start, end) = (try #require(ClockTime(from)), try #require(ClockTime(to)))
        #expect(end.minutes - start.minutes <= 720 && end > start)
      }
      let drivers = Table("cadres", of: files)["skills"].count { $0.contains("drive") }
      #expect(drivers >= vehicles.rows.count, "\(name)")
    }
  }

  /// Minutes since 1970 of `2022-01-01T06:00`, as if local time were universal.
  private func minutes(_ text: String) -> Int? {
    guard let date = CalendarDate(text.prefix(10)), let time = ClockTime(text.dropFirst(11)) else { return nil }
    return date.dayNumber * 1440 + time.minutes
  }
}
