import Districts
import Units

extension RouteCase {
  /// How long a step takes: loading or unloading, a fixed time and a time for each pack.
  private func duration(_ stop: Stop, _ vehicle: Vehicle) -> Int {
    switch stop.step.type {
    case .load:
      guard let depot = depots[DepotID(stop.step.location.text)] else { return 0 }
      return depot.loadFixed.rawValue +| depot.loadPerPack.rawValue *| stop.taken
    case .deliver: return vehicle.unloadFixed.rawValue +| vehicle.unloadPerPack.rawValue *| stop.given
    case .start, .end, .pickup, .break: return 0
    }
  }

  /// Arrival is the departure before plus the way; service is not before arrival; departure is service plus the time
  /// of the step; amount in seconds.
  func checkTravelTime() -> [Violation] {
    var found: [Violation] = []
    for (r, i, stop) in everyStop {
      guard let vehicle = vehicles[r] else { continue }
      let (arrival, service, departure) = (
        stop.step.arrival.moment.seconds, stop.step.service.moment.seconds, stop.step.departure.moment.seconds
      )
      if i > 0 {
        let before = steps[r][i - 1].step
        if let way = raw.way(raw.spot(before.location), raw.spot(stop.step.location), .vehicle) {
          let due = before.departure.moment.seconds +| way.seconds
          if arrival != due {
            found.append(
              violation(
                .travelTime, place(r, i), magnitude(arrival -| due),
                "\(way.seconds) seconds from \(before.location) to \(stop.step.location): \(vehicle.id) arrives at "
                  + raw.time.written(Moment(seconds: due))))
          }
        } else {
          found.append(
            violation(.travelTime, place(r, i), "no way from \(before.location) to \(stop.step.location) is known"))
        }
      }
      let still = stop.step.type == .start || stop.step.type == .end
      if service < arrival || (still && service != arrival) {
        found.append(
          violation(.travelTime, place(r, i), magnitude(service -| arrival), "service and arrival do not agree"))
      }
      let due = service +| duration(stop, vehicle)
      if departure != due {
        found.append(
          violation(
            .travelTime, place(r, i), magnitude(departure -| due),
            "the step takes \(due -| service) seconds, not \(departure -| service)"))
      }
    }
    return found
  }
}
