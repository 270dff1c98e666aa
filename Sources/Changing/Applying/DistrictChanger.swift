import Districts
import Formats
import Units

/// Makes one change of a district's files.
struct DistrictChanger {
  private(set) var files: DistrictFiles
  private(set) var edits: [Edit] = []
  private(set) var problems: [Problem] = []
  let options: ChangeOptions
  private let word: ChangeWord

  init(_ files: DistrictFiles, _ word: ChangeWord, _ options: ChangeOptions) {
    self.files = files
    self.word = word
    self.options = options
  }

  mutating func make(_ change: Change) {
    switch change {
    case .absent(let people, let date): makeAbsent(people, on: date)
    case .release(let people, let time): makeAvailable(people, from: time)
    case .add(.person(let kind, let skills), let count): addPeople(count, kind: kind, skills: skills)
    case .add(.like(let name), let count): addMore(count, like: name)
    case .close(let names): for name in names { close(name) }
    case .seal(let names): for name in names { seal(name) }
    case .unseal(let names): for name in names { unseal(name) }
    case .scale(let quantity, let factor, let scope): scale(quantity, by: factor, within: scope)
    case .setting(let path, let value): set(path, to: value)
    case .cell(let table, let row, let column, let value): set(table, row, column, to: value)
    case .shift(let id, let hours): setShift(id, hours)
    case .timeLimit: break
    }
  }

  mutating func complain(_ code: ProblemCode, _ values: [String: String] = [:], nearest: String? = nil) {
    problems.append(word.place.problem(code, values, nearest: nearest))
  }

  /// Says what the reader of district.yaml has against the new text.
  mutating func complain(of found: [Problem]) { problems += found.map(word.place.problem) }

  func sheet(_ table: DistrictTable) -> TableSheet { TableSheet(table, in: files) }

  mutating func keep(_ sheet: TableSheet) {
    sheet.store(into: &files)
    edits += sheet.edits
  }

  mutating func keep(_ sheet: SettingsSheet) {
    sheet.store(into: &files)
    edits += sheet.edits
  }

  /// The settings as they are now.
  var settings: District { files.settings(date: options.date, days: options.days).district }
}
