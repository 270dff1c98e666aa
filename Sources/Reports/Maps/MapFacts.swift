import Districts
import Units

/// What maps ask of a plan, looked up once for all of them.
struct MapFacts {
  let coordinates: [PlaceID: Coordinate]
  let batches: [BuildingID: [Batch]]
  let buildings: [CompoundID: [Building]]
  /// Places in `CarryPlan.teams`.
  let teams: [CompoundID: [Int]]
  /// Points that open, in the order of the plan.
  let open: [OpenPoint]
  let points: [PointID: DistributionPoint]
  /// Where vehicles stop.
  let stops: Set<PlaceID>
  private let kinds: [PlaceID: MapPlace.Kind]

  init(_ context: ReportContext) {
    let (district, plan) = (context.district, context.plan)
    coordinates = context.coordinates()
    let batches = Dictionary(grouping: plan.distribution?.batches ?? []) { $0.building }
    self.batches = batches
    buildings = Dictionary(grouping: district.buildings) { $0.compound }
    teams = Dictionary(grouping: context.cartTeams.indices) { context.cartTeams[$0].compound }
    open = plan.distribution?.points ?? []
    points = Dictionary(district.points.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let stops = Set((plan.routes?.routes ?? []).flatMap { $0.steps.map(\.location) })
    self.stops = stops
    var kinds: [PlaceID: MapPlace.Kind] = [:]
    for building in district.buildings {
      let isBrought =
        context.carryVisits.visits[building.id] != nil || stops.contains(PlaceID(building.id))
        || (batches[building.id] ?? []).contains { $0.mode != .point }
      kinds[PlaceID(building.id)] = isBrought ? .brought : batches[building.id] == nil ? .idle : .building
    }
    for compound in district.compounds { kinds[PlaceID(compound.id)] = .gate }
    for site in district.sites { kinds[PlaceID(site.id)] = .site }
    for point in district.points { kinds[PlaceID(point.id)] = .point }
    for depot in district.depots { kinds[PlaceID(depot.id)] = .depot }
    self.kinds = kinds
  }

  func place(_ id: PlaceID, _ name: String) -> MapPlace {
    MapPlace(kind: kinds[id] ?? .site, id: id, name: name, coordinate: coordinates[id])
  }

  func kind(_ building: Building) -> MapPlace.Kind { kinds[PlaceID(building.id)] ?? .idle }
}
