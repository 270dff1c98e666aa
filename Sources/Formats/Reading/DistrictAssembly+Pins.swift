import Districts
import Units

extension DistrictAssembly {
  mutating func assemblePins(_ district: inout District) {
    let table = tables.pins
    let postNames = Set(district.posts.map { "\($0.site)/\($0.post)/\($0.shift)" })
    for index in table.sound {
      let row = table.rows[index]
      let target: PinTarget?
      switch row.kind {
      case .roster:
        expect(row.subject, in: ids.cadres, table, index, "subject")
        target = duty(row.object, postNames).map { .roster(CadreID(row.subject), $0) }
      case .batch:
        expect(row.subject, in: ids.buildings, table, index, "subject")
        target = batch(row.object, index, district).map { .batch(BuildingID(row.subject), $0, $1) }
      case .route:
        expect(row.subject, in: ids.vehicles, table, index, "subject")
        expect(
          row.object, in: IDSet("orders.csv, needs.csv", [ids.orders, ids.needs]), table, index, "object")
        target = .route(VehicleID(row.subject), row.object)
      }
      guard let target else {
        log.add(
          table.problem(
            .notAPinObject, row: index, column: "object",
            values: ["value": row.object, "example": "@pin.\(row.kind.rawValue)"]))
        continue
      }
      var pin = Pin(target: target, level: row.level)
      pin.must = row.must
      district.pins.append(pin)
    }
  }

  /// `SITE/POST/SHIFT/DATE` of a row of posts.csv, or a generated duty of a point or a vehicle.
  private func duty(_ text: String, _ posts: Set<String>) -> DutyID? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, parts[3].withCell({ Parse.date($0.bytes) }) != nil else { return nil }
    let isGenerated =
      (parts[1] == "distribution" && parts[2] == "open" && ids.points.contains(parts[0]))
      || (parts[1] == "crew" && parts[2] == "run" && ids.vehicles.contains(parts[0]))
    return isGenerated || posts.contains(parts[..<3].joined(separator: "/")) ? DutyID(text) : nil
  }

  /// `POINT@16:20`
  private mutating func batch(_ text: String, _ row: Int, _ district: District) -> (PointID, ClockTime)? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let time = parts[1].withCell({ Parse.time($0.bytes) }) else { return nil }
    expect(parts[0], in: ids.points, tables.pins, row, "object")
    let point = district.points.first { $0.id.text == parts[0] }
    let isNextDate = time < district.serviceDayStart && time < point?.openFrom ?? district.serviceDayStart
    return (PointID(parts[0]), isNextDate ? ClockTime(minutes: time.minutes + 1440) : time)
  }
}
