import Districts

extension RouteCase {
  /// Who holds a seat of the vehicle's crew duty, by id.
  private func crew(_ vehicle: Vehicle, _ seat: String) -> [CadreID] {
    guard let roster, let d = roster.dutyIndex[raw.crewDuty(of: vehicle.id)] else { return [] }
    let holders = roster.seated[d].filter { taken in
      taken.seat.map { roster.duties[d].seats[$0].name == seat } ?? false
    }
    return holders.map { raw.district.cadres[$0.person].id }.sorted()
  }

  /// A vehicle that runs has its driver and all its loaders, and they are the holders of its crew duty; amount in people.
  func checkCrewOnDuty() -> [Violation] {
    plan.routes.indices.flatMap { r -> [Violation] in
      guard let vehicle = vehicles[r] else { return [] }
      let (route, id) = (plan.routes[r], vehicle.id.text)
      guard roster != nil else {
        guard route.driver != nil || !route.loaders.isEmpty else { return [] }
        return [violation(.crewOnDuty, id, "without a roster the driver and the loaders are left out")]
      }
      var found: [Violation] = []
      let (drivers, loaders) = (crew(vehicle, "driver"), crew(vehicle, "loader"))
      let short = max(0, 1 - drivers.count) + max(0, vehicle.loaders -| loaders.count)
      if short > 0 { found.append(violation(.crewOnDuty, id, short, "\(short) of the crew of \(id) are not on duty")) }
      if route.driver != drivers.first {
        found.append(
          violation(.crewOnDuty, "\(id).driver", "the driver on duty is \(drivers.first?.text ?? "nobody")"))
      }
      if route.loaders != loaders {
        found.append(
          violation(
            .crewOnDuty, "\(id).loaders", "the loaders on duty are \(loaders.map(\.text).joined(separator: ", "))"))
      }
      return found
    }
  }

  /// Whether the roster gives the vehicle its whole crew.
  func hasCrew(_ vehicle: Vehicle) -> Bool {
    roster == nil || (crew(vehicle, "driver").count >= 1 && crew(vehicle, "loader").count >= vehicle.loaders)
  }

  func violation(_ rule: RuleID, _ place: String, _ message: String) -> Violation { violation(rule, place, 1, message) }
}
