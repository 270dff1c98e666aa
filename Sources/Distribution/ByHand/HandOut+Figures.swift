import Districts
import Units

extension HandOut {
  /// What the hand-out asks of residents and staff, with the same yardstick for all (docs/format.md §14).
  /// - Complexity: O(buildings + calls).
  func figures(in district: District, travel: FootTravel, zone: ZoneClock) -> HandOutFigures {
    var figures = HandOutFigures()
    addResidents(to: &figures, district, travel)
    var last: Moment?
    for stand in stands {
      let point = district.points[stand.point]
      var queue = CallQueue(
        opens: stand.opens, desks: stand.desks, householdsPerDeskHour: point.householdsPerDeskHour.rawValue)
      for call in stand.calls { queue.call(call.households, at: call.at) }
      last = max(last ?? queue.lastServed, queue.lastServed)
      figures.points += 1
      let staff = point.staff.reduce(0) { $0 + $1.count } * (point.staffPer == .desk ? stand.desks : 1)
      let span = max(stand.closes, queue.lastServed) - stand.opens + (point.setup + point.cleanup).seconds
      figures.staff = figures.staff.capped(plus: staff)
      figures.staffSeconds = figures.staffSeconds.capped(plus: staff.capped(times: span.rawValue))
      figures.waitingSeconds = figures.waitingSeconds.capped(plus: queue.waitingSeconds)
      figures.worstWaitingSeconds = max(figures.worstWaitingSeconds, queue.worstSeconds)
      figures.crowd = max(figures.crowd, queue.crowd)
      figures.crowdOver = max(figures.crowdOver, queue.crowd - (point.crowdLimit ?? queue.crowd))
    }
    figures.lastServed = last.map { LocalMoment($0, in: zone) }
    if figures.households > 0 {
      let (whole, rest) = figures.waitingSeconds.quotientAndRemainder(dividingBy: figures.households)
      figures.meanWaitingSeconds = whole + (rest > 0 ? 1 : 0)
    }
    return figures
  }

  /// Who collects, who cannot, and how far they walk.
  private func addResidents(to figures: inout HandOutFigures, _ district: District, _ travel: FootTravel) {
    let modes = PointChoices.modes(district)
    for (index, building) in district.buildings.enumerated() where modes[index] == .point && building.households > 0 {
      guard let point = place[index] else {
        figures.notServed.append(building.id)
        continue
      }
      let metres = travel.returnMetres(building.end, district.points[point].end)
      figures.households = figures.households.capped(plus: building.households.rawValue)
      figures.walkingMetres = figures.walkingMetres.capped(plus: metres.capped(times: building.households.rawValue))
      figures.elderlyMetres = figures.elderlyMetres.capped(plus: metres.capped(times: building.elderly.rawValue))
    }
  }
}

extension DistributionComparison {
  /// A plan beside the one made by hand; nil where nobody is to collect at a point.
  /// - Complexity: O(buildings · points + calls), with a logarithm where they are sorted.
  public init?(of plan: DistributionPlan, in district: District) {
    let modes = PointChoices.modes(district)
    let district = Handovers(district).collecting(district)
    guard zip(modes, district.buildings).contains(where: { $0 == .point && $1.households > 0 }) else { return nil }
    let travel = FootTravel(district)
    let zone = ZoneClock(identifier: district.timeZone) ?? .utc
    self.init(
      plan: HandOut(of: plan, in: district).figures(in: district, travel: travel, zone: zone),
      byHand: HandOut(byHandIn: district).figures(in: district, travel: travel, zone: zone))
  }
}

/// Of amounts that are not negative; what is beyond 64 bits stops there.
extension Int {
  fileprivate func capped(plus other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
  fileprivate func capped(times other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
