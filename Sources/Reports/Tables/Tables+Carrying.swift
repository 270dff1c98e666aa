import Districts
import Tabulation
import Units

extension ReportContext {
  /// One row a step of a team with a cart: its goods as a text, all its packs as a number.
  func cartTable() -> SheetTable {
    let rows = cartTeams.enumerated().flatMap { number, team in
      team.steps.enumerated().map { index, step -> [SheetCell] in
        [
          .text(team.compound.text), .text(name(PlaceID(team.compound))), .number(team.team), clockCell(team.from),
          .number(index + 1), .text(say("step.\(step.type.rawValue)")), .text(step.location.text),
          .text(name(step.location)), step.packs.isEmpty ? .empty : .text(packsText(packs(step))),
          .number(step.count), step.type == .doors ? .number(step.doors) : .empty,
          doorsCell(step, team: number, index: index), clockCell(step.arrival), clockCell(step.service),
          clockCell(step.departure),
        ]
      }
    }
    return sheetTable(
      "carts",
      [
        "compound_id", "compound", "team", "from", "stop", "step", "place_id", "place", "goods", "packs", "doors",
        "which_doors", "arrival", "service", "departure",
      ], rows)
  }

  private func doorsCell(_ step: CarryStep, team: Int, index: Int) -> SheetCell {
    let text = doorsText(step, team: team, index: index)
    return text.isEmpty ? .empty : .text(text)
  }
}
