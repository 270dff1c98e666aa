import Districts
import Units

extension DistrictAssembly {
  mutating func assemblePlaces(_ district: inout District) {
    district.compounds = tables.compounds.rows.enumerated().map { index, row in
      var compound = row.value
      compound.coordinate = coordinate(row, tables.compounds, index)
      return compound
    }
    let compounds = Dictionary(district.compounds.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    assembleBuildings(&district, compounds)
    assembleNeeds(&district)
    assembleSites(&district, compounds)
    assemblePoints(&district)
  }

  private mutating func assembleBuildings(_ district: inout District, _ compounds: [CompoundID: Compound]) {
    let table = tables.buildings
    for (index, row) in table.rows.enumerated() {
      var building = row.value.building
      expect(building.compound.text, in: ids.compounds, table, index, "compound")
      let compound = compounds[building.compound]
      building.coordinate = coordinate(row, table, index) ?? compound?.coordinate
      building.status = row.value.status ?? compound?.status ?? .open
      if building.elderly > building.households, !table.damaged.contains(index) {
        log.add(
          table.problem(
            .elderlyBeyondHouseholds, row: index, column: "elderly",
            values: ["value": "\(building.elderly)", "most": "\(building.households)"]))
      }
      district.buildings.append(building)
    }
  }

  private mutating func assembleNeeds(_ district: inout District) {
    let table = tables.needs
    for (index, need) in table.rows.enumerated() {
      expect(need.building.text, in: ids.buildings, table, index, "building")
      expect(need.good?.text, in: ids.goods, table, index, "good")
      expect(need.pharmacy?.text, in: ids.depots, table, index, "pharmacy")
      expect(need.helper?.text, in: ids.cadres, table, index, "helper")
      if let earliest = need.earliest, let latest = need.latest, latest <= earliest {
        complainNotAfter(table, index, "latest", earliest, latest)
      }
      // Both name what routes bring, and what pins mean.
      if need.good != nil, ids.orders.contains(need.id.text), !need.id.text.isEmpty {
        log.add(
          table.problem(
            .idInTwoTables, row: index, column: "id", values: ["value": need.id.text, "file": tables.orders.file]))
      }
    }
    district.needs = table.rows
  }

  private mutating func assembleSites(_ district: inout District, _ compounds: [CompoundID: Compound]) {
    let table = tables.sites
    for (index, row) in table.rows.enumerated() {
      var site = row.value
      expect(site.compound?.text, in: ids.compounds, table, index, "compound")
      site.coordinate = coordinate(row, table, index) ?? site.compound.flatMap { compounds[$0]?.coordinate }
      district.sites.append(site)
    }
  }

  private mutating func assemblePoints(_ district: inout District) {
    let table = tables.points
    for (index, row) in table.rows.enumerated() {
      var point = row.value
      expect(point.compound.text, in: ids.compounds, table, index, "compound")
      if let coordinate = coordinate(row, table, index) { point.coordinate = coordinate }
      let hours = district.hours(point.openFrom, point.openTo)
      if hours.isEmpty, !table.damaged.contains(index) {
        complainNotAfter(table, index, "open_to", point.openFrom, point.openTo)
      }
      (point.openFrom, point.openTo) = (hours.from, hours.to)
      district.points.append(point)
    }
  }
}
