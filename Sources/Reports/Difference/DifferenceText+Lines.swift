import Comparing
import Districts
import Units

extension DifferenceText {
  func line(_ change: PersonChange) -> String {
    let parts =
      change.dropped.map { names.say("difference.dropped", ["work": work($0)]) }
      + change.added.map { names.say("difference.added", ["work": work($0)]) }
    return names.say(
      "difference.item", ["name": names.name(change.cadre), "what": parts.joined(separator: names.list)])
  }

  private func work(_ work: PersonChange.Work) -> String {
    "\(names.name(work.site)) · \(names.post(work.site, work.post)) · \(names.span(work.from, work.to))"
      + " · \(names.seat(work.seat))" + (work.lead ? " · " + names.say("difference.lead") : "")
  }

  func line(_ change: SiteChange) -> String {
    names.say(
      "difference.site",
      [
        "name": names.name(change.site), "before": grouped(change.before.filled),
        "after": grouped(change.after.filled), "missing_before": grouped(change.before.missing),
        "missing_after": grouped(change.after.missing),
      ])
  }

  func line(_ change: BuildingChange) -> String {
    names.say(
      "difference.turn",
      [
        "name": names.name(change.building), "before": calls(change.before), "after": calls(change.after),
      ])
  }

  private func calls(_ calls: [BuildingChange.Call]) -> String {
    guard !calls.isEmpty else { return names.say("difference.nothing") }
    return calls.map { call in
      guard let point = call.point, let from = call.from, let to = call.to else {
        return names.say("difference.mode.\(call.mode.rawValue)")
      }
      let stairs = call.staircases.map(String.init).joined(separator: ",")
      return "\(names.name(PlaceID(point))) \(names.span(from, to)) [\(stairs)]"
    }.joined(separator: names.list)
  }

  func line(_ change: NeedChange) -> String {
    func helper(_ cadre: CadreID?) -> String { cadre.map(names.name) ?? names.say("difference.nobody") }
    return names.say(
      "difference.turn",
      ["name": change.need.text, "before": helper(change.before), "after": helper(change.after)])
  }

  func line(_ change: VehicleChange) -> String {
    if let minutes = change.shiftedMinutes {
      return names.say(
        minutes > 0 ? "difference.later" : "difference.earlier",
        ["name": change.vehicle.text, "minutes": grouped(abs(minutes))])
    }
    return names.say(
      "difference.turn",
      ["name": change.vehicle.text, "before": drive(change.before), "after": drive(change.after)])
  }

  private func drive(_ drive: VehicleChange.Drive?) -> String {
    guard let drive else { return names.say("difference.stays") }
    var places: [String] = []
    for stop in drive.stops where stop.type == .load || stop.type == .deliver || stop.type == .pickup {
      let name = names.name(stop.location)
      if places.last != name { places.append(name) }
    }
    let crew = ([drive.driver].compactMap(\.self) + drive.loaders).map(names.name).joined(separator: names.list)
    return places.joined(separator: " → ") + (crew.isEmpty ? "" : " (\(crew))")
  }
}
