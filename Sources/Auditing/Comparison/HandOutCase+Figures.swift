import Districts
import Units

extension HandOutCase {
  /// The figures that a comparison must show.
  var figures: HandOutFigures {
    var figures = HandOutFigures()
    for (b, building) in raw.district.buildings.enumerated()
    where raw.mode(of: building) == .point && raw.householdsInBatches(building) > 0 {
      guard let i = place[b] else {
        figures.notServed.append(building.id)
        continue
      }
      let metres = raw.metresThereAndBack(building, raw.district.points[i])
      figures.households +|= raw.householdsInBatches(building)
      figures.walkingMetres +|= raw.householdsInBatches(building) *| metres
      figures.elderlyMetres +|= raw.elderlyInBatches(building) *| metres
    }
    var last: Moment?
    for (point, stand) in zip(raw.district.points, stands) {
      guard let stand else { continue }
      let line = WaitingLine(
        rate: stand.desks *| point.householdsPerDeskHour.rawValue, opens: stand.hours.start, called: stand.called)
      last = max(last ?? line.end, line.end)
      let seats = point.staff.map(\.count).saturatedSum *| (point.staffPer == .desk ? stand.desks : 1)
      let open = max(stand.hours.end, line.end).seconds -| stand.hours.start.seconds
      figures.points += 1
      figures.staff +|= seats
      figures.staffSeconds +|= seats *| (open +| point.setup.seconds.rawValue +| point.cleanup.seconds.rawValue)
      figures.waitingSeconds +|= line.seconds
      figures.worstWaitingSeconds = max(figures.worstWaitingSeconds, line.worstSeconds)
      let crowd = Int(clamping: line.crowd)
      figures.crowd = max(figures.crowd, crowd)
      if let limit = point.crowdLimit { figures.crowdOver = max(figures.crowdOver, crowd -| limit) }
    }
    figures.lastServed = last.map(raw.time.local)
    figures.meanWaitingSeconds = figures.waitingSeconds.sharedUp(by: figures.households)
    return figures
  }
}

extension Audit {
  /// Where distribution was planned and somebody collects at a point, both hand-outs counted again.
  func checkComparison(_ plan: Plan, _ distribution: DistributionCase?) -> [Violation] {
    func broken(_ path: String, _ message: String) -> [Violation] {
      [Violation(rule: .structure, place: path, amount: 1, message: message)]
    }
    let collected = raw.district.buildings.contains { raw.mode(of: $0) == .point && raw.householdsInBatches($0) > 0 }
    guard let distribution, collected else {
      return plan.comparison == nil ? [] : broken("comparison", "a comparison where nothing is handed out at points")
    }
    guard let claimed = plan.comparison?.distribution else {
      return broken("comparison", "distribution, and nothing is said of how it would be by hand")
    }
    return checkFigures(claimed.plan, HandOutCase(distribution).figures, "comparison.distribution.plan")
      + checkFigures(claimed.byHand, HandOutCase(byHand: raw).figures, "comparison.distribution.by_hand")
  }

  private func checkFigures(_ claimed: HandOutFigures, _ counted: HandOutFigures, _ path: String) -> [Violation] {
    var found: [Violation] = []
    func complain(_ name: String, _ amount: Int, _ message: String) {
      found.append(
        Violation(rule: .summary, place: "\(path).\(name)", amount: amount, message: "\(path).\(name) is \(message)"))
    }
    func expect(_ name: String, _ value: (HandOutFigures) -> Int) {
      let (told, due) = (value(claimed), value(counted))
      if told != due { complain(name, magnitude(told -| due), "\(due), not \(told)") }
    }
    expect("points", \.points)
    expect("staff", \.staff)
    expect("staff_seconds", \.staffSeconds)
    expect("households", \.households)
    expect("walking_metres", \.walkingMetres)
    expect("elderly_metres", \.elderlyMetres)
    expect("waiting_seconds", \.waitingSeconds)
    expect("mean_waiting_seconds", \.meanWaitingSeconds)
    expect("worst_waiting_seconds", \.worstWaitingSeconds)
    expect("crowd", \.crowd)
    expect("crowd_over", \.crowdOver)
    if claimed.notServed != counted.notServed {
      let difference = Set(claimed.notServed).symmetricDifference(counted.notServed).count
      complain("not_served", max(1, difference), counted.notServed.map(\.text).joined(separator: ", "))
    }
    if claimed.lastServed?.moment != counted.lastServed?.moment {
      let seconds = (claimed.lastServed?.moment.seconds ?? 0) -| (counted.lastServed?.moment.seconds ?? 0)
      complain("last_served", magnitude(seconds), counted.lastServed?.text ?? "no time")
    }
    return found
  }
}
