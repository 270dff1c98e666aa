import Formats
import Synthesis
import Testing
import Units

@testable import Changing

@Suite struct EditingLawTests {
  static let samples = [Sample.rongqiao, .xiangyang, .frozenConflict, .junyi]

  @Test("a cell that is set and set back leaves a canonical table as it was; so does a row put in and taken out")
  func backAgain() {
    var random = SeededRandom(seed: 3)
    for sample in Self.samples {
      let files = DistrictFiles(sample.files)
      for table in DistrictTable.allCases where files[table.file] != nil {
        let columns = Set(files.lines(table.file)[0].split(separator: ",").map(String.init))
        for _ in 0..<8 {
          var sheet = TableSheet(table, in: files)
          guard !sheet.isEmpty, let column = columns.sorted().randomElement(using: &random) else { continue }
          let row = random.below(sheet.indices.count)
          let before = sheet[row, column]
          sheet.set(row, column, ["7", "a,\"b\"", "x;y", ""][random.below(4)])
          var changed = files
          sheet.store(into: &changed)
          #expect((changed == files) == sheet.edits.isEmpty)
          var back = TableSheet(table, in: changed)
          back.set(row, column, before)
          back.store(into: &changed)
          #expect(changed == files, "\(table) \(column) \(before)")

          var longer = TableSheet(table, in: files)
          longer.insert([longer.cells(of: row)], behind: row)
          longer.store(into: &changed)
          #expect(changed.lines(table.file).count == files.lines(table.file).count + 1)
          var shorter = TableSheet(table, in: changed)
          shorter.remove([row])
          shorter.store(into: &changed)
          #expect(changed == files)
        }
      }
    }
  }

  /// Values that each path takes.
  static let settings: [(path: [String], values: [String])] = [
    (["helpers", "most"], ["6", "9"]), (["rules", "minimumRest", "minutes"], ["0", "720"]),
    (["rules", "fairHours", "weight"], ["0", "7", "1000"]), (["night", "from"], ["21:30", "23:00"]),
    (["name"], ["东区 # 2", "a: b, {c}", "\"q\" 'r' \\s", "~x", "- y"]), (["plan", "days"], ["1", "3"]),
    (["distribution", "slot_minutes"], ["10", "30"]), (["default_availability"], ["always", "never"]),
    (["carrying", "seconds_per_door"], ["30", "90"]), (["service_day_start"], ["04:00", "06:00"]),
    (["travel", "foot", "metres_per_hour"], ["4000"]), (["shifts", "day", "name"], ["早班", "早, 中"]),
  ]

  static let comments = """
    # first
    format: lastmetre/district/1 # a
    name: '东区' # b
    plan:
        date: 2022-01-01 # c
        days: 2
    # d
    night: { from: "22:00", # e
      to: "06:00" }
    shifts:
      # f
      day: {name: 白班, from: "08:00", to: "16:00"} # g
    rules:   # h
    helpers: {   most: 5   }
    # i

    """

  @Test("a setting is what it was set to, all others are what they were, and no comment is lost")
  func settings() {
    var random = SeededRandom(seed: 4)
    let texts = Self.samples.compactMap { sample in sample.files.first { $0.name == "district.yaml" }?.text }
    for text in texts + [Self.comments, Self.comments.replacing("\n", with: "\r\n")] {
      for _ in 0..<3 {
        var files = Town.files.replacing("district.yaml", text)
        for _ in 0..<12 {
          let (path, values) = Self.settings[random.below(Self.settings.count)]
          let value = values[random.below(values.count)]
          let before = SettingsSheet(files)
          var sheet = SettingsSheet(files)
          sheet.set(path, to: .word(value))
          sheet.store(into: &files)
          let after = SettingsSheet(files)
          #expect(after.value(at: path) == value)
          for (other, _) in Self.settings where other != path {
            #expect(after.value(at: other) == before.value(at: other))
          }
        }
        #expect(files.settings().problems.isEmpty)
        let written = String(decoding: files["district.yaml"] ?? [], as: UTF8.self)
        for mark in "abcdefghi" where text.contains("# \(mark)") {
          #expect(written.contains("# \(mark)"), "\(written)")
        }
      }
    }
  }

  @Test("what the edits say is what was there before and is there after")
  func edits() throws {
    for (number, files) in try smallDistricts().enumerated() {
      var words = RandomWords(seed: UInt64(500 + number))
      let stored = try Town.stored(files)
      let before = statements(of: files)
      for _ in 0..<12 {
        guard let word = words.word(for: stored.read.district) else { continue }
        let changed = try Scenario(baseline: stored, name: "").changed(by: ChangeList([word]), options: ChangeOptions())
        let after = statements(of: changed.files)
        for edit in changed.edits {
          #expect(edit.before.map { before.contains(statement(edit, $0)) } ?? true, "\(word) \(edit)")
          #expect(edit.after.map { after.contains(statement(edit, $0)) } ?? true, "\(word) \(edit)")
        }
      }
    }
  }

  private func statement(_ edit: Edit, _ value: String) -> String {
    "\(edit.file) \(edit.row) \(edit.column ?? ""): \(value)"
  }

  /// All that the files say: rows, cells and the settings that random words change.
  private func statements(of files: DistrictFiles) -> Set<String> {
    var statements: Set<String> = []
    for table in DistrictTable.allCases where files[table.file] != nil {
      let sheet = TableSheet(table, in: files)
      let header = files.lines(table.file)[0].split(separator: ",").map(String.init)
      for row in sheet.indices {
        let place = "\(table.file) \(sheet.name(of: row)) "
        statements.insert(place + ": " + header.map { sheet[row, $0] }.joined(separator: ","))
        for column in table.columns { statements.insert(place + column + ": " + sheet[row, column]) }
      }
    }
    let settings = SettingsSheet(files)
    var paths: [[String]] = [[]]
    while let path = paths.popLast() {
      statements.insert("district.yaml \(path.joined(separator: ".")) : \(settings.value(at: path) ?? "")")
      paths += settings.keys(at: path).map { path + [$0] }
    }
    return statements
  }
}
