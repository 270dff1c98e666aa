import Districts
import Units

extension District {
  func depotsTable() -> CanonicalTable {
    var table = CanonicalTable(
      "depots",
      columns: "id name kind lat lon open_from open_to docks load_fixed_seconds load_seconds_per_pack")
    for depot in depots {
      table.add([
        depot.id.text, depot.name, Cell.word(depot.kind), Cell.degrees(depot.coordinate.latitude),
        Cell.degrees(depot.coordinate.longitude), depot.openFrom?.description ?? "", depot.openTo?.description ?? "",
        Cell.whole(depot.docks, default: 1), Cell.whole(depot.loadFixed.rawValue, default: 300),
        Cell.whole(depot.loadPerPack.rawValue, default: 2),
      ])
    }
    return table
  }

  func goodsTable() -> CanonicalTable {
    var table = CanonicalTable("goods", columns: "id name kind grams litres")
    for good in goods {
      table.add([
        good.id.text, good.name, Cell.word(good.kind), Cell.whole(good.grams), Cell.thousandths(good.millilitres),
      ])
    }
    return table
  }

  func stockTable() -> CanonicalTable {
    var table = CanonicalTable("stock", columns: "depot good packs price ready")
    for row in stock {
      table.add([
        row.depot.text, row.good.text, String(row.packs), Cell.whole(row.price), Cell.moment(row.ready),
      ])
    }
    return table
  }

  func kitTable() -> CanonicalTable {
    var table = CanonicalTable("kit", columns: "exposure kind good packs per")
    for row in kit {
      table.add([
        String(row.exposure), row.kind.map { Cell.word($0) } ?? "", row.good.text, Cell.whole(row.packs, default: 1),
        row.per == .person ? "" : Cell.word(row.per),
      ])
    }
    return table
  }

  func onHandTable() -> CanonicalTable {
    var table = CanonicalTable("onhand", columns: "site good packs")
    for row in onHand { table.add([row.site.text, row.good.text, String(row.packs)]) }
    return table
  }

  func ordersTable() -> CanonicalTable {
    let collects = orders.contains { $0.collectAt != nil }
    var table = CanonicalTable(
      "orders",
      columns: "id building compound site good packs asked due priority" + (collects ? " collect_at" : ""))
    for order in orders {
      var place = ["", "", ""]
      switch order.destination {
      case .building(let id): place[0] = id.text
      case .everyBuilding: place[0] = "*"
      case .compound(let id): place[1] = id.text
      case .site(let id): place[2] = id.text
      }
      let packs =
        switch order.quantity {
        case .packs(let count): String(count)
        case .packsPerHousehold(let count): "\(count)/household"
        }
      table.add(
        [order.id.text] + place + [
          order.good.text, packs, Cell.moment(order.asked), Cell.moment(order.due),
          Cell.whole(order.priority, default: 3),
        ] + (collects ? [order.collectAt?.text ?? ""] : []))
    }
    return table
  }

  func vehiclesTable() -> CanonicalTable {
    var table = CanonicalTable(
      "vehicles",
      columns: "id name depot end_depot capacity_packs capacity_kg from to driver_skills loaders max_trips fixed_cost "
        + "cost_per_km cost_per_hour unload_fixed_seconds unload_seconds_per_pack")
    for vehicle in vehicles {
      table.add([
        vehicle.id.text, vehicle.name ?? "", vehicle.depot.text,
        vehicle.endDepot == vehicle.depot ? "" : vehicle.endDepot.text, String(vehicle.capacityPacks),
        Cell.thousandths(vehicle.capacityGrams), vehicle.from.description, vehicle.to.description,
        vehicle.driverSkills == ["drive"] ? "" : Cell.list(vehicle.driverSkills),
        Cell.whole(vehicle.loaders, default: 0), Cell.whole(vehicle.maximumTrips),
        Cell.whole(vehicle.fixedCost, default: 0), Cell.whole(vehicle.costPerKilometre, default: 0),
        Cell.whole(vehicle.costPerHour, default: 0), Cell.whole(vehicle.unloadFixed.rawValue, default: 300),
        Cell.whole(vehicle.unloadPerPack.rawValue, default: 2),
      ])
    }
    return table
  }

  func pinsTable() -> CanonicalTable {
    var table = CanonicalTable("pins", columns: "kind subject object level must")
    for pin in pins {
      let target =
        switch pin.target {
        case .roster(let cadre, let duty): ["roster", cadre.text, duty.text]
        case .batch(let building, let point, let time): ["batch", building.text, "\(point)@\(time)"]
        case .route(let vehicle, let job): ["route", vehicle.text, job]
        }
      table.add(target + [pin.level.rawValue, pin.must ? "" : "must_not"])
    }
    return table
  }
}
