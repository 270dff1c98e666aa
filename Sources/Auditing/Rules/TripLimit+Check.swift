import Districts

extension RouteCase {
  /// At most max_trips trips; amount in trips.
  func checkTripLimit() -> [Violation] {
    plan.routes.indices.compactMap { r in
      guard let vehicle = vehicles[r], let most = vehicle.maximumTrips, trips(r) > most else { return nil }
      return violation(
        .tripLimit, vehicle.id.text, trips(r) - most, "\(vehicle.id) makes \(trips(r)) trips, at most \(most)")
    }
  }
}
