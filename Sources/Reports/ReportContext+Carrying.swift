import Districts
import Units

/// A span that people are told: whole minutes.
struct ToldSpan: Sendable, Hashable {
  var from: LocalMoment
  var to: LocalMoment
}

extension ReportContext {
  var cartTeams: [CarryTeam] { plan.carrying?.teams ?? [] }

  /// Who pulls the cart, where the roster has them.
  func teamDuty(_ team: CarryTeam) -> PlannedDuty? {
    plan.roster?.duties.first {
      $0.post == "carrying" && $0.id.text.hasPrefix("\(team.compound.text)/carrying/team\(team.team)/")
    }
  }

  /// When the team meets: it is set up by the time it leaves.
  func meeting(_ team: CarryTeam) -> LocalMoment {
    LocalMoment(team.from.moment - Seconds(district.carrying.setup.rawValue * 60), in: zone)
  }

  func teamName(_ team: CarryTeam) -> String {
    say("carts.team", ["compound": name(PlaceID(team.compound)), "team": String(team.team)])
  }

  /// From the first moment to the last, rounded to whole minutes that hold both.
  func told(_ from: LocalMoment, _ to: LocalMoment) -> ToldSpan {
    let (first, last) = (zone.local(from.moment).secondOfDay % 60, zone.local(to.moment).secondOfDay % 60)
    return ToldSpan(
      from: LocalMoment(from.moment - Seconds(first), in: zone),
      to: LocalMoment(to.moment + Seconds((60 - last) % 60), in: zone))
  }

  /// From the start of a building's first visit to the end of its last.
  func told(_ visits: [CarryVisits.Visit]) -> ToldSpan? {
    guard let from = visits.map(\.step.service).min(by: { $0.moment < $1.moment }),
      let to = visits.map(\.step.departure).max(by: { $0.moment < $1.moment })
    else { return nil }
    return told(from, to)
  }

  /// Of one step, goods in their order.
  func packs(_ step: CarryStep) -> [(good: String, count: Int)] { changes(from: [:], to: step.packs) }

  /// Given at entrances and doors; what is loaded twice counts once.
  func carriedPacks(_ team: CarryTeam) -> Int {
    team.steps.filter { $0.type != .load }.reduce(0) { $0 + $1.count }
  }

  func carriedDoors(_ team: CarryTeam) -> Int { team.steps.reduce(0) { $0 + $1.doors } }

  /// The whole team, set-up included.
  func staffSeconds(_ team: CarryTeam) -> Int {
    (team.to.moment - meeting(team).moment).rawValue * district.carrying.teamSize
  }

  /// Which doors a step reaches: every household, a part of them by number, or those of needs.csv by door.
  func doorsText(_ step: CarryStep, team: Int, index: Int) -> String {
    guard step.type == .doors else { return "" }
    let id = BuildingID(step.location.text)
    let before =
      carryVisits.of(id, .doors).first { $0.team == team && $0.index == index }?.doorsBefore ?? 0
    guard carryVisits.wholeBuildings.contains(id) else {
      let households = (carryVisits.households[id] ?? []).dropFirst(before).prefix(step.doors)
      return households.map(householdText).joined(separator: say("punctuation.list"))
    }
    let all = buildingsByID[id]?.households.rawValue ?? 0
    guard step.doors < all else { return say("carts.every") }
    return say("carts.some", ["first": grouped(before + 1), "last": grouped(before + step.doors), "all": grouped(all)])
  }

  private func householdText(_ household: CarryVisits.Household) -> String {
    say(
      "carts.door",
      [
        "door": household.door ?? say("carts.no_door"),
        "kind": say(household.isIsolated ? "carts.isolated" : "carts.alone"),
      ])
  }
}

extension CarryStep {
  /// Packs of all goods.
  var count: Int { packs.values.reduce(0, +) }
}
