import Districts
import Formats
import Units

extension DistrictChanger {
  /// People of a kind who can do what everyone of the kind can, have nothing in the way and no home.
  mutating func addPeople(_ count: Int, kind: String, skills: [String]) {
    var cadres = sheet(.cadres)
    guard areKnown(skills, cadres) else { return }
    let all = (commonSkills(of: kind, cadres) + skills).reduce(into: [String]()) { skills, skill in
      if !skills.contains(skill) { skills.append(skill) }
    }
    var availability = sheet(.availability)
    var fresh = FreshIDs(usedIDs())
    let isAwayByDefault = settings.defaultAvailability == .never
    for _ in 0..<count {
      let id = fresh.id(like: kind)
      cadres.insert(["id": id, "name": id, "kind": kind, "skills": all.joined(separator: ";")])
      if isAwayByDefault {
        availability.insert(["cadre": id, "from": "00:00", "to": "24:00", "days": "*", "level": "available"])
      }
    }
    keep(cadres)
    keep(availability)
  }

  private func list(_ cell: String) -> [String] { cell.split(separator: ";").map(String.init) }

  /// In the order of the first who has them; of a kind that nobody is, drivers drive.
  private func commonSkills(of kind: String, _ cadres: TableSheet) -> [String] {
    let rows = cadres.indices.filter { cadres[$0, "kind"] == kind }
    guard let first = rows.first else { return kind == CadreKind.driver.rawValue ? ["drive"] : [] }
    return list(cadres[first, "skills"]).filter { skill in
      rows.allSatisfy { list(cadres[$0, "skills"]).contains(skill) }
    }
  }

  /// Whether somebody has each skill, or something asks for it.
  private mutating func areKnown(_ skills: [String], _ cadres: TableSheet) -> Bool {
    guard !skills.isEmpty else { return true }
    let asked = sheet(.posts).values(of: "skills") + sheet(.vehicles).values(of: "driver_skills")
    let known = Set((cadres.values(of: "skills") + asked).flatMap(list) + ["drive"])
    let unknown = skills.filter { !known.contains($0) }
    for skill in unknown {
      complain(
        .unknownTopic, ["value": skill, "known": known.sorted().joined(separator: ", ")],
        nearest: nearestName(to: skill, among: known.sorted()))
    }
    return unknown.isEmpty
  }

  /// Copies of a row under new ids, with what belongs to it.
  mutating func addMore(_ count: Int, like name: ObjectName) {
    guard let object = find(name, among: [.person, .point, .site, .depot, .vehicle]) else { return }
    var sheet = sheet(object.kind.table)
    guard let row = sheet.indices.first(where: { sheet[$0, "id"] == object.id }) else { return }
    var fresh = FreshIDs(usedIDs())
    let cells = sheet.cells(of: row)
    var copies: [String] = []
    for number in 1...count {
      var copy = cells
      copy["id"] = fresh.id(like: object.id)
      if let name = cells["name"] { copy["name"] = name.prefix(190) + "+\(number)" }
      // Nobody's twin: well, without a partner, not to be called under the other's number.
      for column in ["phone", "health", "buddy", "note"] { copy[column] = nil }
      sheet.insert(copy)
      copies.append(copy["id"] ?? "")
    }
    keep(sheet)
    copyRows(of: object, to: copies)
  }

  private mutating func copyRows(of object: KnownObject, to copies: [String]) {
    switch object.kind {
    case .person: copyRows(.availability, "cadre", object.id, to: copies, but: isSingleAbsence)
    case .site:
      copyRows(.posts, "site", object.id, to: copies)
      copyRows(.onHand, "site", object.id, to: copies)
    case .depot: copyRows(.stock, "depot", object.id, to: copies)
    case .point, .vehicle, .compound, .building, .good: break
    }
    guard object.kind != .vehicle else { return }
    copyRows(.travel, "from", object.id, to: copies)
    copyRows(.travel, "to", object.id, to: copies)
  }

  private mutating func copyRows(
    _ table: DistrictTable, _ column: String, _ id: String, to copies: [String],
    but isLeftOut: (TableSheet, Int) -> Bool = { _, _ in false }
  ) {
    var sheet = sheet(table)
    let rows = sheet.indices.filter { sheet[$0, column] == id && !isLeftOut(sheet, $0) }
    for copy in copies {
      for row in rows { sheet.insert(sheet.cells(of: row).merging([column: copy]) { $1 }) }
    }
    keep(sheet)
  }

  /// What keeps a person away once, or always, is not copied; what comes again every week is.
  private func isSingleAbsence(_ sheet: TableSheet, _ row: Int) -> Bool {
    guard sheet[row, "level"] == "unavailable" else { return false }
    let days = sheet[row, "days"]
    let isMoment = sheet[row, "from"].contains("T")
    let isAlways = ["", "*"].contains(days) && sheet[row, "from"] == "00:00" && sheet[row, "to"] == "24:00"
    return isMoment || isAlways || days.utf8.first.map { (48...57).contains($0) } ?? false
  }
}
