import Districts
import Units

/// Which map the coordinates of a district were taken from.
enum CoordinateSystem: String, WrittenChoice {
  case wgs84, gcj02, bd09
  var chinese: String { rawValue }
}

extension DefaultAvailability: WrittenChoice {
  public static var allCases: [DefaultAvailability] { [.never, .always] }
  var chinese: String {
    switch self {
    case .never: "不可"
    case .always: "可"
    }
  }
}

/// district.yaml as read: the settings of a district without tables.
struct Settings {
  var district = District()
  var coordinates = CoordinateSystem.wgs84
  /// Whether district.yaml could be taken apart, so that what it does not name is not there.
  var isReadable = false
  /// Nil where the zone is not known.
  var clock: ZoneClock?
}

let settingsFile = "district.yaml"
let formatName = "lastmetre/district/1"

/// Reads district.yaml; `date` and `days` win over what it says of the horizon.
func readSettings(_ text: [UInt8]?, date: CalendarDate?, days: Int?, log: ProblemLog) -> Settings {
  var settings = Settings()
  let reader = YAMLReader(file: settingsFile, log: log)
  if let text, let root = yamlTree(text, file: settingsFile, log: log) {
    settings.isReadable = true
    reader.read(root, into: &settings, dateIsGiven: date != nil)
  }
  if let date { settings.district.planDate = date }
  if let days { settings.district.planDays = days }
  return settings
}

extension YAMLReader {
  static let topKeys = [
    "format", "name", "time_zone", "plan", "service_day_start", "coordinates", "default_availability", "night",
    "holidays", "shifts", "travel", "distribution", "helpers", "carrying", "rules", "osrm",
  ]

  func read(_ root: YAMLTree, into settings: inout Settings, dateIsGiven: Bool) {
    guard let values = map(root, "", keys: YAMLReader.topKeys) else { return }
    require("format", in: values, "", root.mark)
    require("name", in: values, "", root.mark)
    if let format = text(values["format"], "format"), format != formatName, let mark = values["format"]?.mark {
      complain(.unsupportedFormat, at: mark, "format", ["value": format, "expected": formatName])
    }
    if let osrm = values["osrm"] { complain(.notYet, at: osrm.mark, "osrm") }
    if let name = text(values["name"], "name") { settings.district.name = name }
    readZone(values["time_zone"], into: &settings)
    readPlan(values["plan"], root.mark, into: &settings, dateIsGiven: dateIsGiven)
    if let start = time(values["service_day_start"], "service_day_start"), let tree = values["service_day_start"] {
      if start.minutes >= 1440 { complain(.notATime, at: tree.mark, "service_day_start", ["value": "\(start)"]) }
      settings.district.serviceDayStart = start
    }
    if let system = choice(values["coordinates"], "coordinates", CoordinateSystem.self) {
      settings.coordinates = system
    }
    if let level = choice(values["default_availability"], "default_availability", DefaultAvailability.self) {
      settings.district.defaultAvailability = level
    }
    settings.district.holidays = items(values["holidays"], "holidays").compactMap { date($0, "holidays") }
    readSpans(values, into: &settings.district)
    readTravel(values["travel"], into: &settings.district.travel)
    readDistribution(values, into: &settings.district)
    readCarrying(values["carrying"], into: &settings.district.carrying)
    if let rules = values["rules"] { readRules(rules, into: &settings.district.rules) }
  }

  private func readZone(_ tree: YAMLTree?, into settings: inout Settings) {
    if let zone = text(tree, "time_zone"), let mark = tree?.mark {
      settings.district.timeZone = zone
      // Only names: the system would also take a path.
      let isName = zone.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "/")
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      }
      settings.clock = isName ? ZoneClock(identifier: zone) : nil
      if settings.clock == nil { complain(.unknownZone, at: mark, "time_zone", ["value": zone]) }
    } else {
      settings.clock = ZoneClock(identifier: settings.district.timeZone)
    }
  }

  private func readPlan(_ tree: YAMLTree?, _ mark: TextMark, into settings: inout Settings, dateIsGiven: Bool) {
    guard let tree else {
      if !dateIsGiven { complain(.missingKey, at: mark, "", ["value": "plan"]) }
      return
    }
    guard let values = map(tree, "plan", keys: ["date", "days"]) else { return }
    if !dateIsGiven { require("date", in: values, "plan", tree.mark) }
    if let date = date(values["date"], "plan.date") { settings.district.planDate = date }
    if let days = whole(values["days"], "plan.days", Limit.horizon, .days) { settings.district.planDays = days }
  }

  private func readSpans(_ values: [String: YAMLTree], into district: inout District) {
    if let night = values["night"], let keys = map(night, "night", keys: ["from", "to", "at_least_minutes"]) {
      let from = startTime(keys["from"], "night.from") ?? district.night.from
      let to = time(keys["to"], "night.to") ?? ClockTime(minutes: district.night.to.minutes % 1440)
      district.night.from = from
      district.night.to = after(from, to)
      if let least = whole(keys["at_least_minutes"], "night.at_least_minutes", 1...1440, .minutes) {
        district.night.atLeast = Minutes(least)
      }
    }
    guard let shifts = values["shifts"], let entries = entries(shifts, "shifts") else { return }
    for entry in entries {
      let path = "shifts.\(entry.key)"
      (cells.line, cells.field, cells.column) = (entry.mark.line, entry.mark.column, "shifts")
      guard entry.key.withCell({ cells.id($0) }) != nil,
        let keys = map(entry.value, path, keys: ["name", "from", "to"])
      else { continue }
      for key in ["from", "to"] { require(key, in: keys, path, entry.mark) }
      let name = text(keys["name"], "\(path).name") ?? entry.key
      let from = startTime(keys["from"], "\(path).from") ?? ClockTime(minutes: 0)
      let to = time(keys["to"], "\(path).to") ?? from
      district.shifts.append(Shift(id: ShiftID(entry.key), name: name, from: from, to: after(from, to)))
    }
  }

  /// A time of the day itself, before 24:00.
  private func startTime(_ tree: YAMLTree?, _ path: String) -> ClockTime? {
    guard let time = time(tree, path), let tree else { return nil }
    if time.minutes >= 1440 { complain(.notATime, at: tree.mark, path, ["value": "\(time)"]) }
    return time
  }

  /// A `to` that is not after `from` means the next day.
  private func after(_ from: ClockTime, _ to: ClockTime) -> ClockTime {
    to > from ? to : ClockTime(minutes: to.minutes + 1440)
  }

  private func readTravel(_ tree: YAMLTree?, into travel: inout TravelSettings) {
    guard let tree, let modes = map(tree, "travel", keys: ["foot", "cart", "vehicle"]) else { return }
    for (name, path) in [("foot", \TravelSettings.foot), ("cart", \.cart), ("vehicle", \.vehicle)] {
      guard let mode = modes[name], let keys = map(mode, "travel.\(name)", keys: ["metres_per_hour", "detour_percent"])
      else { continue }
      if let speed = whole(keys["metres_per_hour"], "travel.\(name).metres_per_hour", 100...200_000, .metres) {
        travel[keyPath: path].metresPerHour = speed
      }
      if let detour = whole(keys["detour_percent"], "travel.\(name).detour_percent", 100...1000, .percent) {
        travel[keyPath: path].detourPercent = detour
      }
    }
  }

  private func readDistribution(_ values: [String: YAMLTree], into district: inout District) {
    if let tree = values["distribution"],
      let keys = map(tree, "distribution", keys: ["slot_minutes", "reserve_percent", "elder_walk_factor"])
    {
      if let slot = whole(keys["slot_minutes"], "distribution.slot_minutes", 1...1440, .minutes) {
        district.distribution.slot = Minutes(slot)
      }
      if let reserve = whole(keys["reserve_percent"], "distribution.reserve_percent", 0...100, .percent) {
        district.distribution.reservePercent = reserve
      }
      if let factor = whole(keys["elder_walk_factor"], "distribution.elder_walk_factor", 1...100, .number) {
        district.distribution.elderWalkFactor = factor
      }
    }
    if let tree = values["helpers"], let keys = map(tree, "helpers", keys: ["least", "most"]) {
      if let least = whole(keys["least"], "helpers.least", 1...1000, .number) { district.helpers.least = least }
      if let most = whole(keys["most"], "helpers.most", 1...1000, .number) { district.helpers.most = most }
      if district.helpers.least > district.helpers.most {
        complain(
          .leastBeyondMost, at: tree.mark, "helpers",
          ["least": String(district.helpers.least), "most": String(district.helpers.most)])
      }
    }
  }
}
