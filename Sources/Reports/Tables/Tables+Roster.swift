import Districts
import Tabulation
import Units

extension ReportContext {
  /// One row a person on a duty, and one with an empty name for each seat class that lacks people.
  func rosterTable() -> SheetTable {
    let rows = (plan.roster?.duties ?? []).flatMap { duty in
      let head: [SheetCell] = [
        .date(serviceDay(duty.from)), .text(name(duty.site)), .text(postName(duty)), clockCell(duty.from),
        clockCell(duty.to),
      ]
      return duty.seats.flatMap { seatRows($0, of: duty).map { head + $0 } }
    }
    return sheetTable(
      "roster", ["date", "site", "post", "from", "to", "seat", "cadre", "name", "lead", "missing", "duty"], rows)
  }

  private func seatRows(_ seat: PlannedSeat, of duty: PlannedDuty) -> [[SheetCell]] {
    let people = duty.people.filter { $0.seat == seat.seat }
    let seatCell = SheetCell.text(seatName(seat.seat))
    var rows = people.map { person -> [SheetCell] in
      [
        seatCell, .text(person.cadre.text), .text(name(person.cadre)),
        person.lead ? .text(say("word.lead")) : .empty, .empty, .text(duty.id.text),
      ]
    }
    if people.count < seat.target {
      rows.append([seatCell, .empty, .empty, .empty, .number(seat.target - people.count), .text(duty.id.text)])
    }
    return rows
  }
}
