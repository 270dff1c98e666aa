import Districts
import Units

extension CarryCase {
  /// Each step is arrived at by the cart's way from the step before, served after that and not left before its work is
  /// done; then there is the way to the gate. Amount in seconds.
  func checkCarryTime() -> [Violation] {
    everyStop.flatMap { checkStepTime($0.team, $0.index) } + plan.teams.indices.flatMap(checkReturn)
  }

  private func checkStepTime(_ t: Int, _ i: Int) -> [Violation] {
    let (team, stop) = (plan.teams[t], stops[t][i])
    let gate = PlaceID(team.compound)
    let (before, left) = i == 0 ? (gate, team.from) : (stops[t][i - 1].step.location, stops[t][i - 1].step.departure)
    let due = left.moment.seconds +| cartSeconds(before, stop.step.location)
    let (arrival, service) = (stop.step.arrival.moment.seconds, stop.step.service.moment.seconds)
    var found: [Violation] = []
    if arrival != due {
      found.append(
        violation(
          .carryTime, place(t, i), magnitude(arrival -| due),
          "from \(before) to \(stop.step.location): the team arrives at \(raw.time.written(Moment(seconds: due)))"))
    }
    if service < arrival {
      found.append(violation(.carryTime, place(t, i), arrival -| service, "served before the team arrives"))
    }
    let needed = (stop.step.location == before ? 0 : raw.district.carrying.perStop.rawValue) +| work(stop)
    let taken = stop.step.departure.moment.seconds -| service
    if taken < needed {
      found.append(
        violation(.carryTime, place(t, i), needed -| taken, "the step takes \(needed) seconds, not \(taken)"))
    }
    return found
  }

  private func checkReturn(_ t: Int) -> [Violation] {
    guard let last = plan.teams[t].steps.last else { return [] }
    let due = last.departure.moment.seconds +| cartSeconds(last.location, PlaceID(plan.teams[t].compound))
    let late = due -| plan.teams[t].to.moment.seconds
    guard late > 0 else { return [] }
    let message = "\(name(t)) is back at the gate at \(raw.time.written(Moment(seconds: due)))"
    return [violation(.carryTime, name(t), late, message)]
  }

  /// A way that nobody knows takes no time.
  private func cartSeconds(_ from: PlaceID, _ to: PlaceID) -> Int {
    raw.way(raw.spot(from), raw.spot(to), .cart)?.seconds ?? 0
  }

  /// Seconds for the packs and the doors of a step.
  private func work(_ stop: Stop) -> Int {
    let carrying = raw.district.carrying
    let door = carrying.perDoor.rawValue +| (stop.building.map(climb) ?? 0)
    return carrying.perPack.rawValue *| stop.packs.saturatedSum +| door *| stop.doors
  }

  /// Seconds up and down for a door: by lift, or to the middle floor on foot.
  private func climb(_ b: Int) -> Int {
    let building = raw.district.buildings[b]
    guard let floors = building.floors, floors > 1 else { return 0 }
    if building.lift { return raw.district.carrying.lift.rawValue }
    return raw.district.carrying.perFloor.rawValue *| (floors - 1).sharedUp(by: 2)
  }
}
