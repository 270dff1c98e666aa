import Districts
import Units

extension ReportContext {
  /// One table a vehicle, with every stop.
  func routeSection() -> String {
    guard let routes = plan.routes, !routes.routes.isEmpty else { return "" }
    let vehicles = Dictionary(
      district.vehicles.map { ($0.id, $0.name ?? $0.id.text) }, uniquingKeysWith: { first, _ in first })
    let tables = routes.routes.map { route in
      var title = say(
        "page.crew",
        ["vehicle": vehicles[route.vehicle] ?? route.vehicle.text, "driver": route.driver.map { name($0) } ?? "–"])
      if !route.loaders.isEmpty {
        let loaders = route.loaders.map { name($0) }.joined(separator: language == .chinese ? "、" : ", ")
        title += say("page.crew.loaders", ["loaders": loaders])
      }
      title += " · \(kilometres(route.metres)) km"
      let rows = route.steps.map { step in
        let load = step.load.sorted { $0.key < $1.key }.map { "\(goodNames[$0.key] ?? $0.key) \(grouped($0.value))" }
        return [
          escaped(say("step.\(step.type.rawValue)")), escaped(place(of: step)), clock(step.arrival),
          clock(step.departure), escaped(load.isEmpty ? "–" : load.joined(separator: " ")),
        ]
      }
      let head = ["page.step", "page.place", "page.arrival", "page.departure", "page.load"].map { escaped(say($0)) }
      return element("div", "", element("h3", "", escaped(title)) + table(head: head, rows: rows, numeric: [2, 3, 4]))
    }
    return section(say("page.routes"), element("div", "class=\"columns\"", tables.joined(separator: "\n")))
  }
}
