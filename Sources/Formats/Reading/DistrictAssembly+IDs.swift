extension DistrictAssembly {
  /// Ids are unique in their table, and those of located things across tables.
  mutating func checkUniqueIDs() {
    var owners: [String: String] = [:]
    checkUnique(tables.compounds, located: &owners) { $0.value.id.text }
    checkUnique(tables.buildings, located: &owners) { $0.value.building.id.text }
    checkUnique(tables.sites, located: &owners) { $0.value.id.text }
    checkUnique(tables.points, located: &owners) { $0.value.id.text }
    checkUnique(tables.depots, located: &owners) { $0.value.id.text }
    checkUnique(tables.cadres, located: &owners) { $0.value.id.text }
    checkUnique(tables.goods) { $0.id.text }
    checkUnique(tables.vehicles) { $0.vehicle.id.text }
    checkUnique(tables.needs) { $0.id.text }
    checkUnique(tables.orders) { $0.order.id.text }
    checkUnique(tables.kit, column: "good", code: .duplicateRow) {
      "\($0.exposure) \($0.kind?.rawValue ?? "") \($0.good) \($0.per.rawValue)"
    }
    checkUnique(tables.onHand, column: "good", code: .duplicateRow) { "\($0.site) \($0.good)" }
    checkUnique(tables.travel, column: "to", code: .duplicateRow) { "\($0.from) \($0.to) \($0.mode.rawValue)" }
  }

  private func checkUnique<Row>(
    _ table: ReadTable<Row>, column: String = "id", code: ProblemCode = .duplicateID, _ id: (Row) -> String
  ) {
    var lines: [String: Int32] = [:]
    lines.reserveCapacity(table.rows.count)
    for row in table.rows.indices {
      let id = id(table.rows[row])
      if id.isEmpty || (code == .duplicateRow && table.damaged.contains(row)) { continue }
      if let line = lines[id] {
        log.add(table.problem(code, row: row, column: column, values: ["value": id, "line": String(line)]))
      } else {
        lines[id] = table.lines[row]
      }
    }
  }

  private func checkUnique<Row>(
    _ table: ReadTable<Row>, located owners: inout [String: String], _ id: (Row) -> String
  ) {
    checkUnique(table, id)
    for row in table.rows.indices {
      let id = id(table.rows[row])
      if id.isEmpty { continue }
      if let owner = owners[id], owner != table.file {
        log.add(table.problem(.idInTwoTables, row: row, column: "id", values: ["value": id, "file": owner]))
      } else {
        owners[id] = table.file
      }
    }
  }
}
