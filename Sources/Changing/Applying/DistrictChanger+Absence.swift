import Districts
import Formats
import Units

extension DistrictChanger {
  /// One more row of availability.csv each, and no pin that asks for them.
  mutating func makeAbsent(_ people: [People], on date: CalendarDate?) {
    let ids = chosen(people)
    var span = (from: "00:00", to: "24:00", days: "*")
    if let date {
      let settings = settings
      let last = settings.planDate.advanced(by: settings.planDays - 1)
      guard (settings.planDate...last).contains(date) else {
        complain(.dayOutsideHorizon, ["value": "\(date)", "from": "\(settings.planDate)", "to": "\(last)"])
        return
      }
      let start = settings.serviceDayStart
      span = ("\(start)", "\(ClockTime(minutes: start.minutes + 1440))", "\(date)")
    }
    addAbsences(ids) { ["cadre": $0, "from": span.from, "to": span.to, "days": span.days, "level": "unavailable"] }
    removePins { sheet, row in
      sheet[row, "kind"] == "roster" && ids.contains(sheet[row, "subject"])
        && (date == nil || sheet[row, "object"].hasSuffix("/\(date.map(\.description) ?? "")"))
    }
  }

  mutating func makeAvailable(_ people: [People], from time: ReleaseTime) {
    let ids = chosen(people)
    let settings = settings
    let (date, clock) =
      switch time {
      case .time(let clock):
        (settings.planDate.advanced(by: clock < settings.serviceDayStart ? 1 : 0), clock)
      case .moment(let date, let clock): (date, clock)
      }
    let start = "\(settings.planDate)T00:00"
    let end = written(date, clock)
    guard end > start else { return }
    addAbsences(ids) { ["cadre": $0, "from": start, "to": end, "level": "unavailable"] }
  }

  /// `2022-01-01T10:00`; a time of the next day on its own date.
  private func written(_ date: CalendarDate, _ time: ClockTime) -> String {
    let days = time.minutes / 1440
    return "\(date.advanced(by: days))T\(ClockTime(minutes: time.minutes - 1440 * days))"
  }

  private mutating func addAbsences(_ ids: [String], _ row: (String) -> [String: String]) {
    var sheet = sheet(.availability)
    let unavailable = sheet.indices.filter { sheet[$0, "level"] == "unavailable" }
    let known = Set(unavailable.map { sheet.cells(of: $0) })
    for id in ids where !known.contains(row(id)) { sheet.insert(row(id)) }
    keep(sheet)
  }

  /// Takes out pins that ask for what cannot be. Those that forbid it stay, unless what they name is not there any more.
  mutating func removePins(isAll: Bool = false, _ isGone: (TableSheet, Int) -> Bool) {
    var sheet = sheet(.pins)
    sheet.remove(sheet.indices.filter { (isAll || sheet[$0, "must"] != "must_not") && isGone(sheet, $0) })
    keep(sheet)
  }

  /// The ids in the order of cadres.csv, each once.
  private mutating func chosen(_ people: [People]) -> [String] {
    let sheet = sheet(.cadres)
    let everybody = sheet.values(of: "id")
    var chosen: Set<String> = []
    for entry in people {
      let pool: [String]
      switch entry.group {
      case .person(let id):
        pool = everybody.contains(id) ? [id] : []
        if pool.isEmpty { complainUnknown(id, among: everybody) }
      case .unit(let name):
        let units = sheet.values(of: "sending_unit")
        pool = sheet.indices.filter { units[$0] == name }.map { everybody[$0] }
        if pool.isEmpty { complainUnknown(name, among: units) }
      case .kind(let kind):
        pool = sheet.indices.filter { sheet[$0, "kind"] == kind }.map { everybody[$0] }
      case .everybody: pool = everybody
      }
      chosen.formUnion(entry.share.map { drawn($0, of: pool, seed: options.seed) } ?? pool)
    }
    return everybody.filter(chosen.contains)
  }

  private mutating func complainUnknown(_ name: String, among known: [String]) {
    complain(
      .unknownObject, ["value": name, "file": DistrictTable.cadres.file],
      nearest: nearestName(to: name, among: known.filter { !$0.isEmpty }))
  }
}

/// A share of some people, rounded up: those with the smallest keys, each person's key depending on seed and id alone.
///
/// So whoever is drawn does not depend on what was changed before, and a larger share holds every smaller one.
func drawn(_ share: Factor, of ids: [String], seed: UInt64) -> [String] {
  let keyed = ids.map { (key: drawKey($0, seed: seed), id: $0) }
  return keyed.sorted { ($0.key, $0.id) < ($1.key, $1.id) }.prefix(share.part(of: ids.count)).map(\.id)
}

/// FNV-1a of the id, mixed with the seed.
private func drawKey(_ id: String, seed: UInt64) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  var mixed = SeededRandom(seed: seed)
  var random = SeededRandom(seed: hash ^ mixed.next())
  return random.next()
}
