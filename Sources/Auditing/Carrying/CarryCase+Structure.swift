import Districts
import Units

extension CarryCase {
  /// Teams of known compounds, by compound and number, with steps; whole minutes; known places and goods.
  func checkStructure() -> [Violation] {
    checkOrder() + plan.teams.indices.flatMap(checkTeam) + everyStop.flatMap { checkStep($0.team, $0.index, $0.stop) }
  }

  private func checkOrder() -> [Violation] {
    var found: [Violation] = []
    let rows = plan.teams.compactMap { raw.compoundIndex[$0.compound] }
    if zip(rows, rows.dropFirst()).contains(where: { $0 > $1 }) {
      found.append(violation(.structure, "carrying.teams", "teams stand by compound, in the order of compounds.csv"))
    }
    var numbers: [CompoundID: Int] = [:]
    for team in plan.teams {
      let due = (numbers[team.compound] ?? 0) + 1
      numbers[team.compound] = due
      if team.team != due {
        found.append(
          violation(
            .structure, "\(team.compound)/team\(team.team)", "teams count from 1 without gaps: this is team \(due)"))
      }
    }
    return found
  }

  private func checkTeam(_ t: Int) -> [Violation] {
    let team = plan.teams[t]
    var found: [Violation] = []
    func complain(_ message: String) { found.append(violation(.structure, name(t), message)) }
    if raw.compoundIndex[team.compound] == nil { complain("the compound \(team.compound) is unknown") }
    if team.steps.isEmpty { complain("\(name(t)) has no step") }
    for moment in [team.from, team.to] where moment.moment.seconds % 60 != 0 {
      complain("\(moment.text) is no whole minute")
    }
    return found
  }

  private func checkStep(_ t: Int, _ i: Int, _ stop: Stop) -> [Violation] {
    let step = stop.step
    var found: [Violation] = []
    func complain(_ message: String) { found.append(violation(.structure, place(t, i), message)) }
    if !raw.places.keys.contains(step.location.text) {
      complain("the place \(step.location) is unknown")
    } else if step.type != .load, stop.building == nil {
      complain("\(step.location) is no building")
    }
    for (good, packs) in step.packs.sorted(by: { $0.key < $1.key }) {
      if raw.goodIndex[GoodID(good)] == nil { complain("the good \(good) is unknown") }
      if packs <= 0 { complain("\(packs) packs of \(good); zeros are left out") }
    }
    if step.doors < 0 || (step.doors > 0 && step.type != .doors) {
      complain("a \(step.type.rawValue) step visits \(step.doors) doors")
    }
    return found
  }
}
