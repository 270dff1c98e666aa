import Districts
import Units

extension BuildingChange {
  static func all(_ before: DistributionPlan?, _ after: DistributionPlan?) -> [BuildingChange] {
    let (old, new) = (calls(before), calls(after))
    return Set(old.keys).union(new.keys).sorted().compactMap { building in
      let (had, has) = (old[building] ?? [], new[building] ?? [])
      return had == has ? nil : BuildingChange(building: building, before: had, after: has)
    }
  }

  private static func calls(_ plan: DistributionPlan?) -> [BuildingID: [Call]] {
    var calls: [BuildingID: [Call]] = [:]
    for batch in plan?.batches ?? [] {
      calls[batch.building, default: []].append(
        Call(
          staircases: batch.staircases.sorted(), mode: batch.mode, point: batch.point, from: batch.from,
          to: batch.to))
    }
    return calls.mapValues { own in own.sorted { $0.staircases.lexicographicallyPrecedes($1.staircases) } }
  }
}

extension NeedChange {
  static func all(_ before: DistributionPlan?, _ after: DistributionPlan?) -> [NeedChange] {
    let (old, new) = (helpers(before), helpers(after))
    return Set(old.keys).union(new.keys).sorted().compactMap { need in
      old[need] == new[need] ? nil : NeedChange(need: need, before: old[need], after: new[need])
    }
  }

  private static func helpers(_ plan: DistributionPlan?) -> [NeedID: CadreID] {
    Dictionary(
      (plan?.helpers ?? []).flatMap { helper in helper.needs.map { ($0, helper.cadre) } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension VehicleChange {
  /// What a crew would not call a change of time.
  static let unnoticed = Seconds(5 * 60)

  static func all(_ before: RoutePlan?, _ after: RoutePlan?) -> [VehicleChange] {
    let (old, new) = (drives(before), drives(after))
    return Set(old.keys).union(new.keys).sorted().compactMap { vehicle in
      change(of: vehicle, old[vehicle], new[vehicle])
    }
  }

  private static func change(of vehicle: VehicleID, _ old: Drive?, _ new: Drive?) -> VehicleChange? {
    var change = VehicleChange(vehicle: vehicle, before: old, after: new)
    guard let old, let new, old.driver == new.driver, old.loaders == new.loaders, old.places == new.places else {
      return change
    }
    let shifts = zip(old.stops, new.stops).map { $1.service.moment - $0.service.moment }
    guard let most = shifts.max(by: { abs($0.rawValue) < abs($1.rawValue) }), abs(most.rawValue) >= unnoticed.rawValue
    else { return nil }
    change.shiftedMinutes = most.rawValue / 60
    return change
  }

  private static func drives(_ plan: RoutePlan?) -> [VehicleID: Drive] {
    Dictionary(
      (plan?.routes ?? []).map { route in
        let stops = route.steps.map {
          Stop(type: $0.type, location: $0.location, job: $0.job, service: $0.service)
        }
        return (
          route.vehicle,
          Drive(driver: route.driver, loaders: route.loaders.sorted(), stops: stops, metres: route.metres)
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension VehicleChange.Drive {
  fileprivate struct Place: Hashable {
    var type: RouteStep.StepType
    var location: PlaceID
    var job: String?
  }

  /// Where it goes for what, without times.
  fileprivate var places: [Place] {
    stops.map { Place(type: $0.type, location: $0.location, job: $0.job) }
  }
}
