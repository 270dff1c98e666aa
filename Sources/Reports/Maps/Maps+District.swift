import Districts
import Units

extension ReportContext {
  /// More buildings than these are left to the maps of their compounds; more places than these are on no map at all.
  static let mostBuildings = 300
  static let mostPlaces = 600
  /// More buildings than these, and those of several compounds, have no names on the map of the whole.
  private static let mostBuildingNames = 60

  /// The whole on one page, or a page that says why not; nothing where nothing is known.
  ///
  /// - Parameter withoutMap: compounds that are in the plan and have no page of their own.
  func districtMap(_ facts: MapFacts, withoutMap: Int) -> [String] {
    let title = say("maps.district", ["name": plan.district.name])
    let buildings = district.buildings.map { facts.place(PlaceID($0.id), shortName($0)) }
    let isCrowded = buildings.count > Self.mostBuildings
    let places = (isCrowded ? [] : buildings) + landmarks(facts)
    if places.count > Self.mostPlaces {
      let values = ["count": grouped(places.count), "most": grouped(Self.mostPlaces)]
      return [sheet(title, element("p", "", escaped(say("maps.too_many", values))))]
    }
    guard var drawing = MapDrawing(places.compactMap(\.coordinate), width: 700, tallest: 800) else { return [] }
    let legs = vehicleLegs(drawing, facts)
    drawing.addLine(legs.map(\.leg), "leg")
    let spots = drawing.addMarks(places)
    addNames(spots, legs, to: &drawing)
    let notes = leftOut([
      ("maps.buildings_left_out", isCrowded ? buildings.count : 0), ("maps.unknown", unknownPlaces(places)),
      ("maps.unnamed", drawing.labels.leftOut), ("maps.without_map", withoutMap),
    ])
    return [
      sheet(title, mapSVG(drawing) + legend(places, lines: legs.isEmpty ? [] : ["maps.leg"]) + notes)
    ]
  }

  /// All that has a part in the plan but buildings.
  private func landmarks(_ facts: MapFacts) -> [MapPlace] {
    let open = Set(facts.open.map(\.point))
    let compounds = district.compounds.filter { facts.stops.contains(PlaceID($0.id)) || facts.teams[$0.id] != nil }
    let points = district.points.filter { open.contains($0.id) || facts.stops.contains(PlaceID($0.id)) }
    let ids =
      district.sites.map { PlaceID($0.id) } + compounds.map { PlaceID($0.id) } + points.map { PlaceID($0.id) }
      + district.depots.map { PlaceID($0.id) }
    return ids.map { facts.place($0, name($0)) }
  }

  /// First depots, points and gates, with a leg of every vehicle; then the rest as far as there is room.
  private func addNames(
    _ spots: [(spot: MapSpot, places: [MapPlace])], _ legs: [VehicleLeg], to drawing: inout MapDrawing
  ) {
    func addNames(of kinds: Set<MapPlace.Kind>, to drawing: inout MapDrawing) {
      for (spot, places) in spots {
        guard let first = places.max(by: { $0.kind.weight < $1.kind.weight }), kinds.contains(first.kind) else {
          continue
        }
        let names = places.filter { $0.kind.weight >= MapPlace.Kind.site.weight || kinds.contains($0.kind) }
        drawing.addName(together(names.sorted { $0.kind.weight > $1.kind.weight }.map(\.name)), at: spot)
      }
    }
    addNames(of: [.depot], to: &drawing)
    addLegNames(legs.filter(\.isFirst), to: &drawing)
    addNames(of: [.point], to: &drawing)
    addNames(of: [.gate], to: &drawing)
    addLegNames(legs.filter { !$0.isFirst }, to: &drawing)
    addNames(of: [.site], to: &drawing)
    let buildings = spots.flatMap(\.places).filter { $0.kind.weight < MapPlace.Kind.site.weight }
    if district.compounds.count == 1, buildings.count <= Self.mostBuildingNames {
      addNames(of: [.idle, .building, .brought], to: &drawing)
    }
  }

  // MARK: Vehicles

  /// A leg that vehicles go in one direction or both, with their ids.
  private struct VehicleLeg {
    var leg: MapLeg
    var vehicles: [String]
    /// The longest that some vehicle goes.
    var isFirst = false
  }

  /// The longest first; of legs of one length, those of the first vehicles.
  private func vehicleLegs(_ drawing: MapDrawing, _ facts: MapFacts) -> [VehicleLeg] {
    var legs: [VehicleLeg] = []
    var known: [MapLeg: Int] = [:]
    for route in plan.routes?.routes ?? [] {
      let spots = route.steps.compactMap { facts.coordinates[$0.location].map(drawing.spot) }
      for (from, to) in zip(spots, spots.dropFirst()) where from != to {
        let leg = MapLeg(from: from, to: to).undirected
        let index = known[leg] ?? legs.count
        if index == legs.count { legs.append(VehicleLeg(leg: leg, vehicles: [])) }
        known[leg] = index
        if legs[index].vehicles.last != route.vehicle.text { legs[index].vehicles.append(route.vehicle.text) }
      }
    }
    legs = legs.enumerated().sorted { ($1.element.leg.length, $0.offset) < ($0.element.leg.length, $1.offset) }
      .map(\.element)
    var seen: Set<String> = []
    for index in legs.indices {
      legs[index].isFirst = legs[index].vehicles.contains { !seen.contains($0) }
      seen.formUnion(legs[index].vehicles)
    }
    return legs
  }

  private func addLegNames(_ legs: [VehicleLeg], to drawing: inout MapDrawing) {
    for leg in legs { drawing.addName(together(leg.vehicles), on: leg.leg) }
  }
}
