import Districts

extension RouteCase {
  struct RoutePin {
    var vehicle: VehicleID
    var level: PinLevel
    var must: Bool
    var id: String
    /// The demands of the order.
    var demands: [String]
  }

  var routePins: [RoutePin] {
    raw.district.pins.compactMap { pin in
      guard case .route(let vehicle, let subject) = pin.target else { return nil }
      var demands: [String] = []
      if let order = raw.district.orders.first(where: { $0.id.text == subject }) {
        switch order.destination {
        case .building(let building): demands = [raw.demandHolding(building, order.good)]
        case .everyBuilding: demands = raw.district.buildings.map { raw.demandHolding($0.id, order.good) }
        case .compound, .site: demands = [subject]
        }
      } else if raw.district.needs.contains(where: { $0.id.text == subject && $0.good != nil }) {
        demands = [subject]
      }
      return RoutePin(
        vehicle: vehicle, level: pin.level, must: pin.must, id: "\(vehicle)@\(subject)", demands: demands)
    }
  }

  func holds(_ pin: RoutePin) -> Bool {
    let jobs = plan.routes.filter { $0.vehicle == pin.vehicle }.flatMap(\.steps).filter { $0.type == .deliver }
      .compactMap(\.job)
    return jobs.contains { pin.demands.contains($0) } == pin.must
  }

  var routePinsAmount: Int { routePins.count { $0.level == .prefer && !holds($0) } * 8 }
  var hasPreferences: Bool { routePins.contains { $0.level == .prefer } }

  /// Frozen pins hold.
  func checkRoutePins() -> [Violation] {
    routePins.filter { $0.level == .frozen && !holds($0) }.map { pin in
      violation(.pins, pin.id, "the frozen pin wants \(pin.must ? "a" : "no") delivery by \(pin.vehicle)")
    }
  }
}
