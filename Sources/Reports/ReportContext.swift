import Districts
import Units
import Wording

/// A plan, the district behind it, and the reader's language: what every report needs.
public struct ReportContext: Sendable {
  public let district: District
  public let plan: Plan
  public let language: Language
  let zone: ZoneClock
  let cadreNames: [CadreID: String]
  let placeNames: [PlaceID: String]
  let buildingNames: [BuildingID: String]
  let postNames: [String: String]
  let shiftNames: [String: String]
  let goodNames: [String: String]
  let needsByID: [String: Need]
  let helperOfNeed: [NeedID: CadreID]
  let buildingsByID: [BuildingID: Building]
  let carryVisits: CarryVisits

  /// Nil where the system does not know the district's time zone.
  public init?(district: District, plan: Plan, language: Language) {
    guard let zone = ZoneClock(identifier: district.timeZone) else { return nil }
    self.district = district
    self.plan = plan
    self.language = language
    self.zone = zone
    cadreNames = Dictionary(district.cadres.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var places: [PlaceID: String] = [:]
    for site in district.sites { places[PlaceID(site.id)] = site.name }
    for point in district.points { places[PlaceID(point.id)] = point.name ?? point.id.text }
    for depot in district.depots { places[PlaceID(depot.id)] = depot.name }
    for compound in district.compounds { places[PlaceID(compound.id)] = compound.name }
    let compounds = Dictionary(
      district.compounds.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var buildings: [BuildingID: String] = [:]
    let several = district.compounds.count > 1
    for building in district.buildings {
      let name = building.name ?? building.id.text
      buildings[building.id] = several ? (compounds[building.compound] ?? "") + " " + name : name
      places[PlaceID(building.id)] = buildings[building.id]
    }
    placeNames = places
    buildingNames = buildings
    postNames = Dictionary(
      district.posts.map { ("\($0.site.text)/\($0.post)", $0.name ?? $0.post) }, uniquingKeysWith: { first, _ in first }
    )
    goodNames = Dictionary(
      district.goods.map { ($0.id.text, $0.name) }, uniquingKeysWith: { first, _ in first })
    needsByID = Dictionary(district.needs.map { ($0.id.text, $0) }, uniquingKeysWith: { first, _ in first })
    helperOfNeed = Dictionary(
      (plan.distribution?.helpers ?? []).flatMap { helper in helper.needs.map { ($0, helper.cadre) } },
      uniquingKeysWith: { first, _ in first })
    shiftNames = Dictionary(
      district.shifts.map { ($0.id.text, $0.name) }, uniquingKeysWith: { first, _ in first })
    buildingsByID = Dictionary(district.buildings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    carryVisits = CarryVisits(district: district, plan: plan)
  }

  func say(_ key: String, _ values: [String: String] = [:]) -> String {
    Catalogue.text(key, values, in: language)
  }
  func name(_ cadre: CadreID) -> String { cadreNames[cadre] ?? cadre.text }
  func name(_ place: PlaceID) -> String { placeNames[place] ?? place.text }
  func name(_ building: BuildingID) -> String { buildingNames[building] ?? building.text }
  func ruleName(_ rule: String) -> String {
    let key = "rule.\(rule).name"
    return Catalogue.has(key) ? say(key) : rule
  }

  /// The post's name; generated duties have names of their own, those of a team its number too.
  func postName(_ duty: PlannedDuty) -> String {
    guard let team = teamNumber(duty) else { return laneName(duty) }
    return say("post.carrying.team", ["team": team])
  }

  /// Of `COMPOUND/carrying/teamN/DATE`; nil for all others.
  private func teamNumber(_ duty: PlannedDuty) -> String? {
    guard duty.post == "carrying", postNames["\(duty.site.text)/carrying"] == nil,
      let shift = duty.id.text.split(separator: "/").dropLast().last, shift.hasPrefix("team")
    else { return nil }
    return String(shift.dropFirst("team".count))
  }

  /// The same for all duties of a post.
  func laneName(_ duty: PlannedDuty) -> String {
    if let name = postNames["\(duty.site.text)/\(duty.post)"] { return name }
    switch duty.post {
    case "distribution": return say("post.distribution")
    case "crew": return say("post.crew")
    case "carrying": return say("post.carrying")
    case "sorting": return say("post.sorting")
    default: return duty.post
    }
  }

  /// `distribution` for seats by kind, a word for `any`, else the seat's own name.
  func seatName(_ seat: String) -> String {
    let key = "seat.\(seat)"
    return Catalogue.has(key) ? say(key) : seat
  }

  func clock(_ moment: LocalMoment) -> String { zone.clockText(moment.moment) }
  /// `16:00–22:00`, with `+1` where it ends on a later date than it starts.
  func clockSpan(_ from: LocalMoment, _ to: LocalMoment) -> String {
    let next = zone.local(from.moment).date != zone.local(to.moment).date
    return "\(clock(from))–\(clock(to))" + (next ? "+1" : "")
  }
  func serviceDay(_ moment: LocalMoment) -> CalendarDate {
    zone.serviceDay(moment.moment, dayStart: district.serviceDayStart)
  }

  /// The plan's duties by service day, days ascending.
  func dutiesByDay() -> [(day: CalendarDate, duties: [PlannedDuty])] {
    let duties = plan.roster?.duties ?? []
    let grouped = Dictionary(grouping: duties) { serviceDay($0.from) }
    return grouped.keys.sorted().map { ($0, grouped[$0] ?? []) }
  }
}

/// 12345 → `12,345`.
func grouped(_ number: Int) -> String {
  var text = ""
  for (index, digit) in String(abs(number)).reversed().enumerated() {
    if index > 0, index % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return (number < 0 ? "-" : "") + String(text.reversed())
}

/// Metres as kilometres with one decimal.
func kilometres(_ metres: Int) -> String {
  let tenths = (metres + 50) / 100
  return "\(grouped(tenths / 10)).\(tenths % 10)"
}

/// A gap such as 0.012345 as `1.24 %`, rounded up; nil as a dash.
func percent(_ share: Double?) -> String {
  guard let share else { return "–" }
  let hundredths = Int((share * 10_000).rounded(.up))
  return "\(grouped(hundredths / 100)).\(padTwo(hundredths % 100)) %"
}

private func padTwo(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
