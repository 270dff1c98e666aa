import Districts
import Units

extension DistrictAssembly {
  mutating func assembleSupply(_ district: inout District) {
    assembleDepots(&district)
    district.goods = tables.goods.rows
    for (index, row) in tables.stock.rows.enumerated() {
      expect(row.depot.text, in: ids.depots, tables.stock, index, "depot")
      expect(row.good.text, in: ids.goods, tables.stock, index, "good")
    }
    district.stock = tables.stock.rows
    assembleKit(&district)
    assembleOrders(&district)
    assembleVehicles(&district)
    for (index, row) in tables.travel.rows.enumerated() {
      expect(row.from.text, in: ids.places, tables.travel, index, "from")
      expect(row.to.text, in: ids.places, tables.travel, index, "to")
      if row.from == row.to, !tables.travel.damaged.contains(index) {
        log.add(
          tables.travel.problem(.locationToItself, row: index, column: "to", values: ["value": row.to.text]))
      }
    }
    district.travelRows = tables.travel.rows
  }

  private mutating func assembleKit(_ district: inout District) {
    for (index, row) in tables.kit.rows.enumerated() {
      expect(row.good.text, in: ids.goods, tables.kit, index, "good")
    }
    for (index, row) in tables.onHand.rows.enumerated() {
      expect(row.site.text, in: ids.sites, tables.onHand, index, "site")
      expect(row.good.text, in: ids.goods, tables.onHand, index, "good")
    }
    district.kit = tables.kit.rows
    district.onHand = tables.onHand.rows
  }

  private mutating func assembleDepots(_ district: inout District) {
    let table = tables.depots
    for (index, row) in table.rows.enumerated() {
      var depot = row.value
      if let coordinate = coordinate(row, table, index) { depot.coordinate = coordinate }
      switch (depot.openFrom, depot.openTo) {
      case (ClockTime(minutes: 0), ClockTime(minutes: 1440)): (depot.openFrom, depot.openTo) = (nil, nil)
      case (let from?, let to?):
        let hours = district.hours(from, to)
        (depot.openFrom, depot.openTo) = (hours.from, hours.to)
        if hours.isEmpty, !table.damaged.contains(index) {
          complainNotAfter(table, index, "open_to", from, to)
        }
      case (nil, nil): break
      default:
        if !table.damaged.contains(index) {
          log.add(
            table.problem(.halfOpeningHours, row: index, column: depot.openFrom == nil ? "open_from" : "open_to"))
        }
      }
      district.depots.append(depot)
    }
  }

  private mutating func assembleOrders(_ district: inout District) {
    let table = tables.orders
    district.hasOrders = table.exists
    for (index, row) in table.rows.enumerated() {
      var order = row.order
      expect(order.good.text, in: ids.goods, table, index, "good")
      if row.building != "*" { expect(row.building, in: ids.buildings, table, index, "building") }
      expect(row.compound, in: ids.compounds, table, index, "compound")
      expect(row.site, in: ids.sites, table, index, "site")
      expect(order.collectAt?.text, in: ids.depots, table, index, "collect_at")
      guard !table.damaged.contains(index) else { continue }
      switch (row.building, row.compound, row.site) {
      case ("*", nil, nil): order.destination = .everyBuilding
      case (let building?, nil, nil): order.destination = .building(BuildingID(building))
      case (nil, let compound?, nil): order.destination = .compound(CompoundID(compound))
      case (nil, nil, let site?): order.destination = .site(SiteID(site))
      default: log.add(table.problem(.oneDestination, row: index, column: "building"))
      }
      if case .packsPerHousehold = order.quantity, case .site = order.destination {
        log.add(table.problem(.householdsOfSite, row: index, column: "packs"))
      }
      if let depot = order.collectAt, row.building != nil, row.compound == nil, row.site == nil {
        log.add(
          table.problem(.collectedByBuilding, row: index, column: "collect_at", values: ["value": depot.text]))
      }
      if let asked = order.asked, let due = order.due, due <= asked {
        complainNotAfter(table, index, "due", asked, due)
      }
      district.orders.append(order)
    }
  }

  private mutating func assembleVehicles(_ district: inout District) {
    let table = tables.vehicles
    let limit = settings.district.rules.dailyMaximum.minutes
    for (index, row) in table.rows.enumerated() {
      var vehicle = row.vehicle
      expect(vehicle.depot.text, in: ids.depots, table, index, "depot")
      expect(row.endDepot?.text, in: ids.depots, table, index, "end_depot")
      vehicle.endDepot = row.endDepot ?? vehicle.depot
      let hours = district.hours(vehicle.from, vehicle.to)
      let minutes = hours.to.minutes - hours.from.minutes
      if !table.damaged.contains(index) {
        if hours.isEmpty {
          complainNotAfter(table, index, "to", vehicle.from, vehicle.to)
        } else if minutes > limit.rawValue {
          log.add(
            table.problem(
              .vehicleTooLong, row: index, column: "to",
              values: ["minutes": String(minutes), "most": "\(limit)"]))
        }
      }
      (vehicle.from, vehicle.to) = (hours.from, hours.to)
      district.vehicles.append(vehicle)
    }
  }
}
