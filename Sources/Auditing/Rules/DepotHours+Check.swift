import Districts
import Units

extension RouteCase {
  /// Loading lies inside the depot's hours; amount in seconds.
  func checkDepotHours() -> [Violation] {
    everyStop.compactMap { r, i, stop in
      guard stop.step.type == .load, let depot = depots[DepotID(stop.step.location.text)] else { return nil }
      let (service, departure) = (stop.step.service.moment.seconds, stop.step.departure.moment.seconds)
      guard let from = depot.openFrom, let to = depot.openTo else { return nil }
      let hours = raw.span(from, to)
      let (opens, closes) = (hours.start.seconds, hours.end.seconds)
      // A span that the next calendar date turned round is never open.
      let outside =
        opens >= closes ? departure -| service : max(0, opens -| service) +| max(0, departure -| closes)
      guard outside > 0 else { return nil }
      return violation(.depotHours, place(r, i), outside, "\(depot.id) is closed for \(outside) seconds of the loading")
    }
  }
}
