import Districts
import Units

extension DistrictAssembly {
  mutating func assemblePeople(_ district: inout District) {
    let table = tables.cadres
    for (index, row) in table.rows.enumerated() {
      var cadre = row.value
      cadre.coordinate = coordinate(row, table, index)
      expect(cadre.homeCompound?.text, in: ids.compounds, table, index, "home_compound")
      expect(cadre.buddy?.text, in: ids.cadres, table, index, "buddy")
      district.cadres.append(cadre)
    }
    checkBuddies(district)
    let located = Set(district.compounds.filter { $0.coordinate != nil }.map(\.id))
    let homeless = district.cadres.count { cadre in
      cadre.coordinate == nil && !(cadre.homeCompound.map(located.contains) ?? false)
    }
    if homeless > 0 {
      log.add(
        Notice(.homesUnknown, values: ["count": String(homeless), "people": String(district.cadres.count)]))
    }
    assembleAvailability(&district)
    assembleLedger(&district)
  }

  private func checkBuddies(_ district: District) {
    let rows = Dictionary(
      district.cadres.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, cadre) in district.cadres.enumerated() {
      guard let buddy = cadre.buddy, !tables.cadres.damaged.contains(index) else { continue }
      if buddy == cadre.id {
        log.add(tables.cadres.problem(.ownBuddy, row: index, column: "buddy", values: ["value": buddy.text]))
      } else if let other = rows[buddy], !tables.cadres.damaged.contains(other),
        district.cadres[other].buddy != cadre.id
      {
        log.add(
          tables.cadres.problem(
            .buddyNotMutual, row: index, column: "buddy",
            values: [
              "value": buddy.text, "cadre": cadre.id.text, "line": String(tables.cadres.lines[other]),
              "other": district.cadres[other].buddy?.text ?? "–",
            ]))
      }
    }
  }

  private mutating func assembleAvailability(_ district: inout District) {
    let table = tables.availability
    district.availability.reserveCapacity(table.rows.count)
    for (index, row) in table.rows.enumerated() {
      expect(row.value.cadre.text, in: ids.cadres, table, index, "cadre")
      guard !table.damaged.contains(index), let from = row.from, let to = row.to else { continue }
      var availability = row.value
      switch (from, to) {
      case (.time(let from), .time(let to)):
        if to <= from { complainNotAfter(table, index, "to", from, to) }
        availability.time = .daily(from: from, to: to, days: row.days ?? .every)
      case (.moment(let from), .moment(let to)):
        if to <= from { complainNotAfter(table, index, "to", from, to) }
        if row.days != nil { log.add(table.problem(.daysWithMoments, row: index, column: "days")) }
        availability.time = .span(Span(start: from, end: to))
      default: log.add(table.problem(.timesMixed, row: index, column: "to"))
      }
      district.availability.append(availability)
    }
  }

  private mutating func assembleLedger(_ district: inout District) {
    let table = tables.ledger
    district.ledger.reserveCapacity(table.rows.count)
    for (index, row) in table.rows.enumerated() {
      expect(row.value.cadre.text, in: ids.cadres, table, index, "cadre")
      expect(row.value.site?.text, in: ids.dutyPlaces, table, index, "site")
      guard !table.damaged.contains(index), case .moment(let from) = row.from, case .moment(let to) = row.to else {
        continue
      }
      if to <= from {
        complainNotAfter(table, index, "to", from, to)
      } else if (to - from).rawValue > 48 * 3600 {
        log.add(table.problem(.tooLong, row: index, column: "to", values: ["most": "48"]))
      }
      var ledger = row.value
      ledger.span = Span(start: from, end: to)
      district.ledger.append(ledger)
    }
    countIgnoredLedger(district)
  }
}
