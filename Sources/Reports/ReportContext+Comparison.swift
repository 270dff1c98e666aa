import Districts
import Units

extension ReportContext {
  /// The hand-out of this plan beside one planned by hand, row by row: name, plan, by hand. Empty without a comparison.
  ///
  /// Times, hours and minutes are rounded up, kilometres to the nearest tenth.
  var comparisonRows: [[String]] {
    guard let compared = plan.comparison?.distribution else { return [] }
    func row(_ key: String, _ value: (HandOutFigures) -> String) -> [String] {
      [say("comparison.\(key)"), value(compared.plan), value(compared.byHand)]
    }
    var rows = [
      row("points") { grouped($0.points) },
      row("staff") { grouped($0.staff) },
      row("staff_hours") { tenthsOfHours($0.staffSeconds) },
      row("households") { grouped($0.households) },
    ]
    if !compared.plan.notServed.isEmpty || !compared.byHand.notServed.isEmpty {
      rows.append(row("not_served") { grouped($0.notServed.count) })
    }
    return rows + [
      row("last_served") { $0.lastServed.map(clockAndDay) ?? "–" },
      row("walking") { kilometres($0.walkingMetres) },
      row("elderly") { kilometres($0.elderlyMetres) },
      row("waiting") { tenthsOfHours($0.waitingSeconds) },
      row("mean_waiting") { minutes($0.meanWaitingSeconds) },
      row("worst_waiting") { minutes($0.worstWaitingSeconds) },
      row("crowd") { grouped($0.crowd) },
      row("crowd_over") { grouped($0.crowdOver) },
    ]
  }

  /// The same as lines of a screen, numbers flush right.
  func comparisonLines() -> [String] {
    guard plan.comparison?.distribution != nil else { return [] }
    let head = [say("comparison.title"), say("comparison.plan"), say("comparison.by_hand")]
    let rows = [head] + comparisonRows.map { ["  " + $0[0], $0[1], $0[2]] }
    let widths = (0..<3).map { column in rows.map { $0[column].columns }.max() ?? 0 }
    return rows.map { row in
      "  " + row[0].padded(toColumns: widths[0]) + "  " + row[1].padded(toColumns: widths[1], onTheLeft: true) + "  "
        + row[2].padded(toColumns: widths[2], onTheLeft: true)
    }
  }

  /// `16:52`, the minute by which it is over; `+1` for each date after the plan's.
  private func clockAndDay(_ moment: LocalMoment) -> String {
    let over = moment.moment + Seconds((60 - zone.local(moment.moment).secondOfDay % 60) % 60)
    let later = plan.district.date.days(to: zone.local(over).date)
    return zone.clockText(over) + (later > 0 ? "+\(later)" : "")
  }

  func tenthsOfHours(_ seconds: Int) -> String {
    let tenths = seconds / 360 + (seconds % 360 > 0 ? 1 : 0)
    return "\(grouped(tenths / 10)).\(tenths % 10)"
  }

  private func minutes(_ seconds: Int) -> String { grouped(seconds / 60 + (seconds % 60 > 0 ? 1 : 0)) }
}
