import Districts
import Formats
import Units

extension DistrictChanger {
  /// A value of district.yaml, judged by its reader at once.
  mutating func set(_ path: [String], to value: SettingText) {
    var sheet = SettingsSheet(files)
    switch value {
    case .word(let word): sheet.set(path, to: .word(word))
    case .list(let words): sheet.set(path, to: .list(words))
    }
    keepIfRead(sheet)
  }

  private mutating func keepIfRead(_ sheet: SettingsSheet) {
    var changed = files
    sheet.store(into: &changed)
    let found = changed.settings(date: options.date, days: options.days).problems
    if found.isEmpty { keep(sheet) } else { complain(of: found) }
  }

  /// A cell of every row of that name; whether it can say so is judged when the table is read.
  mutating func set(_ name: String, _ row: String, _ column: String, to value: String) {
    guard let table = DistrictTable(rawValue: name) else { return }
    var sheet = sheet(table)
    let rows = sheet.indices.filter { sheet.name(of: $0) == row }
    guard !rows.isEmpty else {
      complain(
        .unknownObject, ["value": row, "file": table.file],
        nearest: nearestName(to: row, among: sheet.indices.map { sheet.name(of: $0) }))
      return
    }
    for row in rows { sheet.set(row, column, value) }
    keep(sheet)
  }

  mutating func setShift(_ id: String, _ hours: ShiftHours) {
    let known = settings.shifts
    guard let shift = known.first(where: { $0.id.text == id }) else {
      complain(
        .unknownObject, ["value": id, "file": "district.yaml"],
        nearest: nearestName(to: id, among: known.map(\.id.text)))
      return
    }
    var (from, to) = (shift.from, shift.to)
    switch hours {
    case .times(let first, let last):
      from = first
      to = last > first ? last : ClockTime(minutes: last.minutes + 1440)
    case .longer(let minutes): to = ClockTime(minutes: shift.to.minutes + minutes)
    }
    let length = to.minutes - from.minutes
    guard (1...1440).contains(length) else {
      complain(.badShift, ["value": id, "minutes": String(length)])
      return
    }
    var sheet = SettingsSheet(files)
    if from != shift.from { sheet.set(["shifts", id, "from"], to: .word("\(from)")) }
    // A `to` that is not after `from` means the next day.
    let end = to.minutes > 1440 ? ClockTime(minutes: to.minutes - 1440) : to
    if to != shift.to || from != shift.from { sheet.set(["shifts", id, "to"], to: .word("\(end)")) }
    keepIfRead(sheet)
  }
}
