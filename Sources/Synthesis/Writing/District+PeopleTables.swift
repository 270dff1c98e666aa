import Districts
import Units

extension District {
  func cadresTable() -> CanonicalTable {
    var table = CanonicalTable(
      "cadres",
      columns: "id name kind sending_unit phone skills lat lon home_compound lead health group buddy no_night "
        + "max_minutes_day max_minutes_week note")
    for cadre in cadres {
      table.add([
        cadre.id.text, cadre.name, Cell.word(cadre.kind), cadre.sendingUnit ?? "", cadre.phone ?? "",
        Cell.list(cadre.skills), Cell.degrees(cadre.coordinate?.latitude), Cell.degrees(cadre.coordinate?.longitude),
        cadre.homeCompound?.text ?? "", Cell.yes(cadre.mayLead), Cell.word(cadre.health, default: .fit),
        cadre.group ?? "", cadre.buddy?.text ?? "", Cell.yes(cadre.noNight), Cell.whole(cadre.maximumDay?.rawValue),
        Cell.whole(cadre.maximumWeek?.rawValue), cadre.note ?? "",
      ])
    }
    return table
  }

  func availabilityTable() -> CanonicalTable {
    var table = CanonicalTable("availability", columns: "cadre from to days level")
    for row in availability {
      switch row.time {
      case .span(let span):
        table.add([row.cadre.text, Cell.moment(span.start), Cell.moment(span.end), "", Cell.word(row.level)])
      case .daily(let from, let to, let days):
        table.add([
          row.cadre.text, from.description, to.description, Cell.days(days, default: nil), Cell.word(row.level),
        ])
      }
    }
    return table
  }

  func ledgerTable() -> CanonicalTable {
    var table = CanonicalTable("ledger", columns: "cadre from to kind site post exposure")
    for row in ledger {
      table.add([
        row.cadre.text, Cell.moment(row.span.start), Cell.moment(row.span.end), Cell.word(row.kind),
        row.site?.text ?? "", row.post ?? "", Cell.whole(row.exposure, default: 0),
      ])
    }
    return table
  }
}
