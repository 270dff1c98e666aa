import Districts
import Units

extension RawInput {
  /// The crews of the vehicles on the first service day.
  func dutiesOfVehicles() -> [AuditedDuty] {
    guard time.days > 0 else { return [] }
    return district.vehicles.compactMap { vehicle in
      let span = span(vehicle.from, vehicle.to)
      guard !span.isEmpty else { return nil }
      return AuditedDuty(
        id: crewDuty(of: vehicle.id), site: PlaceID(vehicle.depot), coordinate: places[vehicle.depot.text] ?? nil,
        post: "crew", span: span, shiftStart: span.start, day: 0, exposure: 0, asksForLead: false,
        seats: [
          seat("driver", minimum: 0, target: 1, skills: vehicle.driverSkills),
          seat("loader", minimum: 0, target: vehicle.loaders),
        ].filter { $0.target > 0 }, isNight: time.isNight(span))
    }
  }

  /// The staff of the points that a plan opens, from set-up to clean-up.
  func dutiesOfPoints(_ distribution: DistributionPlan?) -> [AuditedDuty] {
    guard let distribution, time.days > 0 else { return [] }
    return district.points.compactMap { point in
      guard !point.staff.isEmpty, let open = distribution.points.first(where: { $0.point == point.id }) else {
        return nil
      }
      let span = Span(start: open.openFrom.moment - point.setup, end: open.openTo.moment + point.cleanup)
      let times = point.staffPer == .desk ? open.desks : 1
      return AuditedDuty(
        id: "\(point.id)/distribution/open/\(time.first)", site: PlaceID(point.id), coordinate: point.coordinate,
        post: "distribution", span: span, shiftStart: open.openFrom.moment, day: 0, exposure: 0, asksForLead: false,
        seats: point.staff.map { staff in
          seat(
            staff.kind.rawValue, minimum: staff.count *| times, target: staff.count *| times, kinds: [staff.kind])
        }, isNight: time.isNight(span))
    }
  }

  func crewDuty(of vehicle: VehicleID) -> String { "\(vehicle)/crew/run/\(time.first)" }

  func seat(
    _ name: String, minimum: Int, target: Int, skills: [String] = [], kinds: [CadreKind] = []
  ) -> AuditedDuty.Seat {
    AuditedDuty.Seat(
      name: name, minimum: minimum, target: target, maximum: target, weight: weight(ofPriority: 3), skills: skills,
      kinds: kinds)
  }
}
