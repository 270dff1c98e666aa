import Districts

extension District {
  /// The folder of this district in canonical form; tables without rows are left out, except `cadres.csv`.
  ///
  /// Coordinates must be whole micro-degrees and moments those of UTC+8, as drawn districts have them.
  func canonicalFiles() -> [DistrictFile] {
    var files = [settings(), cadresTable().file]
    func add(_ isEmpty: Bool, _ table: () -> CanonicalTable) {
      if !isEmpty { files.append(table().file) }
    }
    add(availability.isEmpty, availabilityTable)
    add(ledger.isEmpty, ledgerTable)
    add(compounds.isEmpty, compoundsTable)
    add(buildings.isEmpty, buildingsTable)
    add(needs.isEmpty, needsTable)
    add(sites.isEmpty, sitesTable)
    add(posts.isEmpty, postsTable)
    add(points.isEmpty, pointsTable)
    add(depots.isEmpty, depotsTable)
    add(goods.isEmpty, goodsTable)
    add(stock.isEmpty, stockTable)
    add(kit.isEmpty, kitTable)
    add(onHand.isEmpty, onHandTable)
    add(!hasOrders, ordersTable)
    add(vehicles.isEmpty, vehiclesTable)
    add(pins.isEmpty, pinsTable)
    return files
  }
}
