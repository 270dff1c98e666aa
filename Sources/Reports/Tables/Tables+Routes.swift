import Districts
import Tabulation
import Units

extension ReportContext {
  private var allRoutes: [VehicleRoute] { plan.routes?.routes ?? [] }

  /// One row a vehicle that leaves.
  func vehicleTable() -> SheetTable {
    let rows = allRoutes.map { route -> [SheetCell] in
      let taken = trips(route)
      let packs = taken.flatMap(\.stops).flatMap(\.packs).reduce(0) { $0 + $1.count }
      return vehicleCells(route) + [
        .optional(route.driver.map { name($0) }), route.loaders.isEmpty ? .empty : .text(people(route.loaders)),
        clockCell(route.steps.first?.departure), clockCell(route.steps.last?.arrival), .number(taken.count),
        .number(packs), .decimal(route.metres, places: 3),
      ]
    }
    return sheetTable(
      "vehicles", ["vehicle_id", "vehicle", "driver", "loaders", "from", "to", "trips", "packs", "km"], rows)
  }

  /// One row a step of a route: when to be where, and what to load or leave there.
  func stopTable() -> SheetTable {
    let rows = allRoutes.flatMap { route in
      var before: [String: Int] = [:]
      return route.steps.enumerated().map { index, step -> [SheetCell] in
        let change = changes(from: before, to: step.load).map { (good: $0.good, count: abs($0.count)) }
        before = step.load
        return vehicleCells(route) + [
          .number(index + 1), .text(say("step.\(step.type.rawValue)")), .text(step.location.text),
          .text(place(of: step)), clockCell(step.arrival), clockCell(step.departure),
          change.isEmpty ? .empty : .text(packsText(change)), .number(step.load.values.reduce(0, +)),
        ]
      }
    }
    return sheetTable(
      "stops",
      ["vehicle_id", "vehicle", "stop", "step", "place_id", "place", "arrival", "departure", "goods", "on_board"],
      rows)
  }

  /// One row a good that a trip takes to a stop, in the order of loading: last stop first.
  func loadTable() -> SheetTable {
    let rows = allRoutes.flatMap { route in
      trips(route).enumerated().flatMap { number, trip in
        let depots = trip.loads.map { name($0.location) }.joined(separator: " → ")
        return trip.stops.reversed().enumerated().flatMap { order, stop in
          stop.packs.map { pack -> [SheetCell] in
            vehicleCells(route) + [
              .number(number + 1), .text(depots), clockCell(trip.loads.first?.service), .number(order + 1),
              .text(stop.step.location.text), .text(place(of: stop.step)), clockCell(stop.step.arrival),
              .text(pack.good), .text(goodNames[pack.good] ?? pack.good), .number(pack.count),
            ]
          }
        }
      }
    }
    return sheetTable(
      "loads",
      [
        "vehicle_id", "vehicle", "trip", "depot", "loading", "load_order", "place_id", "place", "arrival", "good_id",
        "good", "packs",
      ], rows)
  }

  /// One row of stock of which something is bought.
  func purchaseTable() -> SheetTable {
    let rows = (plan.purchases ?? []).map { purchase -> [SheetCell] in
      let stock = district.stock.indices.contains(purchase.row - 1) ? district.stock[purchase.row - 1] : nil
      return [
        .text(purchase.depot.text), .text(name(PlaceID(purchase.depot))), .text(purchase.good.text),
        .text(goodName(purchase.good)), momentCell(stock?.ready), .number(purchase.packs),
        stock?.price.map { .decimal($0, places: 2) } ?? .empty, .decimal(purchase.cost, places: 2),
      ]
    }
    return sheetTable(
      "purchases", ["supplier_id", "supplier", "good_id", "good", "ready", "packs", "price", "cost"], rows)
  }

  private func vehicleCells(_ route: VehicleRoute) -> [SheetCell] {
    [.text(route.vehicle.text), .text(vehicleName(route.vehicle))]
  }
}
