import Districts
import Units

/// What one trip takes along: loads in a row, then where the packs go.
struct SheetTrip {
  var loads: [RouteStep] = []
  var stops: [(step: RouteStep, packs: [(good: String, count: Int)])] = []
}

extension ReportContext {
  /// By driver: when to be where, and what to leave there; a map with the numbers of the list.
  func routeCards(_ facts: MapFacts) -> [String] {
    (plan.routes?.routes ?? []).map { route in
      let crew =
        say("sheets.driver", ["driver": route.driver.map { name($0) } ?? "–"])
        + (route.loaders.isEmpty ? "" : " · " + say("sheets.loaders", ["loaders": people(route.loaders)]))
      var before: [String: Int] = [:]
      let rows = route.steps.enumerated().map { index, step -> [String] in
        let change = changes(from: before, to: step.load)
        before = step.load
        return [
          String(index + 1), clock(step.arrival), escaped(say("step.\(step.type.rawValue)")), escaped(place(of: step)),
          escaped(packsText(change.map { ($0.good, abs($0.count)) })), clock(step.departure),
          "<span class=\"tick\"></span>",
        ]
      }
      let head = [
        "maps.number", "page.arrival", "page.step", "page.place", "page.packs", "page.departure", "sheets.done",
      ]
      return sheet(
        say("sheets.route", ["vehicle": vehicleName(route.vehicle)]),
        element("p", "", escaped(crew + " · \(kilometres(route.metres)) km")) + routeMap(route, facts)
          + table(head: head.map { escaped(say($0)) }, rows: rows, numeric: [0, 1, 5]))
    }
  }

  /// By trip: what goes on board, last stop first.
  func loadingLists() -> [String] {
    (plan.routes?.routes ?? []).map { route in
      let tables = trips(route).enumerated().map { number, trip -> String in
        let depots = trip.loads.map { "\(name($0.location)) \(clockSpan($0.service, $0.departure))" }
        let title = say("sheets.trip", ["trip": "\(number + 1)", "depot": depots.joined(separator: " → ")])
        let rows = trip.stops.reversed().map { stop in
          [escaped(place(of: stop.step)), escaped(packsText(stop.packs)), "<span class=\"tick\"></span>"]
        }
        var sums: [String: Int] = [:]
        for stop in trip.stops { for pack in stop.packs { sums[pack.good, default: 0] += pack.count } }
        let total = packsText(sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        return element("h3", "", escaped(title))
          + table(
            head: ["sheets.last_first", "page.packs", "sheets.done"].map { escaped(say($0)) },
            rows: rows + [[element("b", "", escaped(say("sheets.total"))), element("b", "", escaped(total)), ""]])
      }
      return sheet(say("sheets.loading", ["vehicle": vehicleName(route.vehicle)]), tables.joined())
    }
  }

  func trips(_ route: VehicleRoute) -> [SheetTrip] {
    var trips: [SheetTrip] = []
    var before: [String: Int] = [:]
    var last = RouteStep.StepType.start
    for step in route.steps {
      if step.type == .load {
        if last != .load { trips.append(SheetTrip()) }
        trips[trips.count - 1].loads.append(step)
      } else if step.type == .deliver, !trips.isEmpty {
        let given = changes(from: before, to: step.load).map { (good: $0.good, count: -$0.count) }
        trips[trips.count - 1].stops.append((step, given))
      }
      (before, last) = (step.load, step.type)
    }
    return trips
  }

  /// What comes on board, goods in their order; what leaves is negative.
  func changes(from before: [String: Int], to after: [String: Int]) -> [(good: String, count: Int)] {
    district.goods.compactMap { good in
      let change = (after[good.id.text] ?? 0) - (before[good.id.text] ?? 0)
      return change == 0 ? nil : (good.id.text, change)
    }
  }

  /// By supplier: what to order there.
  func purchaseLists() -> [String] {
    let purchases = plan.purchases ?? []
    return district.depots.compactMap { depot in
      let own = purchases.filter { $0.depot == depot.id }
      guard !own.isEmpty else { return nil }
      let rows = own.map(purchaseCells)
      let sum = own.reduce(0) { $0 + $1.cost }
      let total = [escaped(say("sheets.total")), "", grouped(own.reduce(0) { $0 + $1.packs }), "", money(sum)]
      let head = ["page.good", "page.ready", "page.packs", "page.price", "page.cost"]
      return sheet(
        say("sheets.purchase", ["depot": depot.name]),
        table(
          head: head.map { escaped(say($0)) }, rows: rows + [total.map { element("b", "", $0) }], numeric: [1, 2, 3, 4])
      )
    }
  }
}
