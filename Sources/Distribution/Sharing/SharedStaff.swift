import Districts
import LinearModel
import Units

/// Lets points of a district open one after another where they have not people enough to open all at once, and so that
/// the vehicles can follow.
///
/// Every point keeps its buildings and the order of their batches; only its hours move, within those of points.csv, so
/// that neither level of distribution changes. A master program chooses each point's hours from all it may have: a
/// column a point and shift (Dantzig & Wolfe 1960), with the people of a kind, all people, and the packs that the
/// vehicles can have brought, in each slot's length of the day as shared resources.
public struct SharedStaff: Sendable {
  private let district: District
  private let zone: ZoneClock
  private let timetable: StaffTimetable
  private let fleet: FleetThroughput

  public init(_ district: District) {
    self.district = district
    zone = ZoneClock(identifier: district.timeZone) ?? .utc
    timetable = StaffTimetable(district, zone: zone)
    fleet = FleetThroughput(district, zone: zone)
  }

  /// An open point with all hours that it may have.
  struct Choice: Sendable {
    var point: Int
    var span: Span
    /// By kind: people.
    var staff: [Int]
    /// Slots earlier (below 0) or later.
    var shifts: ClosedRange<Int>
    /// Packs by slot in use, at its start.
    var packs: [(at: Moment, packs: Int)]
  }

  /// The plan with the hours of its points moved; the same where nobody is missing, or nothing better is found.
  ///
  /// O(points × shifts × steps) terms, and what the solver takes.
  public func shared(
    _ plan: DistributionPlan, solver: any LinearSolver, deadline: Deadline, nodeLimit: Int
  ) -> DistributionPlan {
    let choices = choices(plan)
    guard choices.contains(where: { $0.shifts.count > 1 }) else { return plan }
    let program = SharingProgram(choices, timetable, fleet, step: district.distribution.slot)
    guard program.missing(choices.map { _ in 0 }) > 0 else { return plan }
    let shifts = program.solve(solver, deadline: deadline, nodeLimit: nodeLimit)
    return moved(plan, Dictionary(uniqueKeysWithValues: zip(choices.map { district.points[$0.point].id }, shifts)))
  }

  private func choices(_ plan: DistributionPlan) -> [Choice] {
    let rows = Dictionary(
      district.points.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let fixed = pinnedPoints
    let batches = Dictionary(grouping: plan.batches.filter { $0.point != nil }) { $0.point }
    return plan.points.compactMap { open in
      guard let index = rows[open.point] else { return nil }
      let point = district.points[index]
      let hours = PointHours(point, in: district, zone: zone)
      let times = point.staffPer == .desk ? open.desks : 1
      let slot = max(1, district.distribution.slot.seconds.rawValue)
      let first = (open.openFrom.moment - hours.opens).rawValue / slot
      let last = (open.openTo.moment - hours.opens).rawValue / slot
      let mayMove = !fixed.contains(open.point) && last <= hours.count
      return Choice(
        point: index,
        span: Span(start: open.openFrom.moment - point.setup, end: open.openTo.moment + point.cleanup),
        staff: CadreKind.allCases.map { kind in
          point.staff.reduce(0) { $0 + ($1.kind == kind ? $1.count * times : 0) }
        },
        shifts: mayMove ? -first...(hours.count - last) : 0...0,
        packs: (batches[open.point] ?? []).compactMap { batch in batch.from.map { ($0.moment, batch.packs) } })
    }
  }

  /// Points where a pin names a time.
  private var pinnedPoints: Set<PointID> {
    var pinned: Set<PointID> = []
    for pin in district.pins {
      if case .batch(_, let point, _) = pin.target, pin.level != .who { pinned.insert(point) }
    }
    return pinned
  }

  private func moved(_ plan: DistributionPlan, _ shifts: [PointID: Int]) -> DistributionPlan {
    func moved(_ moment: LocalMoment, _ point: PointID) -> LocalMoment {
      LocalMoment(
        moment.moment + Minutes(district.distribution.slot.rawValue * shifts[point, default: 0]), in: zone)
    }
    var result = plan
    for index in result.points.indices {
      let point = result.points[index].point
      result.points[index].openFrom = moved(result.points[index].openFrom, point)
      result.points[index].openTo = moved(result.points[index].openTo, point)
    }
    for index in result.batches.indices {
      guard let point = result.batches[index].point else { continue }
      result.batches[index].from = result.batches[index].from.map { moved($0, point) }
      result.batches[index].to = result.batches[index].to.map { moved($0, point) }
    }
    return result
  }
}
