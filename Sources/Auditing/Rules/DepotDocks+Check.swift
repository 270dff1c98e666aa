import Districts

extension RouteCase {
  /// At most `docks` vehicles load at a time; amount in vehicles, at the worst moment.
  func checkDepotDocks() -> [Violation] {
    raw.district.depots.compactMap { depot in
      let stays = everyStop.filter { $0.stop.step.type == .load && $0.stop.step.location == PlaceID(depot.id) }
        .map { (from: $0.stop.step.service.moment.seconds, to: $0.stop.step.departure.moment.seconds) }
      let most = stays.map { stay in stays.count { $0.from <= stay.from && stay.from < $0.to } }.max() ?? 0
      guard most > depot.docks else { return nil }
      return violation(
        .depotDocks, depot.id.text, most - depot.docks,
        "\(most) vehicles load at once, \(depot.id) has \(depot.docks) docks")
    }
  }
}
