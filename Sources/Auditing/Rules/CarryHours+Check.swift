import Districts
import Units

extension CarryCase {
  /// A team is away from the gate inside the hours of carrying, and not for too long; amount in minutes.
  func checkCarryHours() -> [Violation] {
    let hours = raw.span(raw.district.carrying.from, raw.district.carrying.to)
    let longest = raw.district.carrying.longest.rawValue
    var found: [Violation] = []
    for (t, team) in plan.teams.enumerated() {
      let (from, to) = (team.from.moment.seconds, team.to.moment.seconds)
      let outside =
        (hours.start.seconds -| from).sharedUp(by: 60) +| (to -| hours.end.seconds).sharedUp(by: 60)
      if outside > 0 {
        found.append(
          violation(
            .carryHours, name(t), outside,
            "teams carry from \(raw.time.written(hours.start)) to \(raw.time.written(hours.end))"))
      }
      let minutes = (to -| from).sharedUp(by: 60)
      if minutes > longest {
        found.append(
          violation(
            .carryHours, name(t), minutes -| longest, "\(name(t)) is away for \(minutes) minutes, at most \(longest)"))
      }
    }
    return found
  }
}
