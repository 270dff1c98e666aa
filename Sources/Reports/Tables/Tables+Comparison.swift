import Districts
import Tabulation
import Units

extension ReportContext {
  /// The hand-out of this plan beside one planned by hand, a row a figure; hours and minutes are rounded up.
  func comparisonTable() -> SheetTable {
    let compared = plan.comparison?.distribution
    func row(_ key: String, _ cell: (HandOutFigures) -> SheetCell) -> [SheetCell] {
      [
        .text(say("comparison.\(key)")), compared.map { cell($0.plan) } ?? .empty,
        compared.map { cell($0.byHand) } ?? .empty,
      ]
    }
    let rows = [
      row("points") { .number($0.points) },
      row("staff") { .number($0.staff) },
      row("staff_hours") { hours($0.staffSeconds) },
      row("households") { .number($0.households) },
      row("not_served") { .number($0.notServed.count) },
      row("last_served") { clockCell($0.lastServed) },
      row("walking") { .decimal($0.walkingMetres, places: 3) },
      row("elderly") { .decimal($0.elderlyMetres, places: 3) },
      row("waiting") { hours($0.waitingSeconds) },
      row("mean_waiting") { minutes($0.meanWaitingSeconds) },
      row("worst_waiting") { minutes($0.worstWaitingSeconds) },
      row("crowd") { .number($0.crowd) },
      row("crowd_over") { .number($0.crowdOver) },
    ]
    var table = sheetTable("comparison", ["item"], compared == nil ? [] : rows)
    table.titles += ["plan", "by_hand"].map { say("comparison.\($0)") }
    return table
  }

  private func hours(_ seconds: Int) -> SheetCell { .decimal(seconds.dividedRoundingUp(by: 360), places: 1) }
  private func minutes(_ seconds: Int) -> SheetCell { .number(seconds.dividedRoundingUp(by: 60)) }
}
