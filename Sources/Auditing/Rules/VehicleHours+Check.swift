import Districts
import Units

extension RouteCase {
  /// Start and end lie inside the vehicle's hours on the first service day; amount in seconds.
  func checkVehicleHours() -> [Violation] {
    plan.routes.indices.compactMap { r in
      guard let vehicle = vehicles[r], let first = plan.routes[r].steps.first, let last = plan.routes[r].steps.last
      else { return nil }
      let hours = raw.span(vehicle.from, vehicle.to)
      let early = max(0, hours.start.seconds -| first.departure.moment.seconds)
      let late = max(0, last.arrival.moment.seconds -| hours.end.seconds)
      guard early +| late > 0 else { return nil }
      return violation(
        .vehicleHours, vehicle.id.text, early +| late,
        "\(vehicle.id) runs from \(raw.time.written(hours.start)) to \(raw.time.written(hours.end))")
    }
  }
}
