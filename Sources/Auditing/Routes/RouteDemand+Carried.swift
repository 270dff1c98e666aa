import Districts

/// What vehicles bring for teams to carry on: to the gates of compounds, and to buildings in mode `door`
/// (docs/format.md §9, §16).
extension RawInput {
  /// By compound, then good: the packs of its buildings in mode `property`.
  func demandsOfGates(_ carrying: CarryPlan?, _ orders: [[Due]]) -> [RouteDemand] {
    let behind = Dictionary(grouping: district.buildings.indices.filter { modes[$0] == .property }) {
      district.buildings[$0].compound
    }
    return district.compounds.flatMap { compound in
      demandsOfCarried(PlaceID(compound.id), of: behind[compound.id] ?? [], carrying, orders)
    }
  }

  /// By building in mode `door`, then good.
  func demandsOfDoors(_ carrying: CarryPlan?, _ orders: [[Due]]) -> [RouteDemand] {
    district.buildings.indices.filter { modes[$0] == .door }.flatMap { b in
      demandsOfCarried(PlaceID(district.buildings[b].id), of: [b], carrying, orders)
    }
  }

  /// By good: the packs of buildings whose packs lie at one place, all there by their earliest `due`, else by the end of
  /// the first service day, and whatever teams load by then.
  private func demandsOfCarried(
    _ place: PlaceID, of buildings: [Int], _ carrying: CarryPlan?, _ orders: [[Due]]
  ) -> [RouteDemand] {
    let dayEnd = time.span(ofDay: 0).end.seconds
    let loads = (carrying?.teams ?? []).flatMap(\.steps).filter { $0.type == .load && $0.location == place }
    return district.goods.enumerated().compactMap { g, good -> RouteDemand? in
      let due = buildings.map { (by: orders[$0][g].due ?? dayEnd, packs: orders[$0][g].packs) }
      let packs = due.map(\.packs).saturatedSum
      guard packs > 0 else { return nil }
      let loaded = loads.map { (by: $0.service.moment.seconds, packs: max(0, $0.packs[good.id.text] ?? 0)) }
      return RouteDemand(
        id: "\(place):\(good.id)", good: g, place: place, packs: packs, priority: 3,
        curve: larger(due, loaded, most: packs))
    }
  }

  typealias Amount = (by: Int, packs: Int)

  /// At each moment the larger of two running sums, but never more than `most`; where it rises.
  private func larger(_ due: [Amount], _ loaded: [Amount], most: Int) -> [Amount] {
    let events =
      due.map { (by: $0.by, due: $0.packs, loaded: 0) } + loaded.map { (by: $0.by, due: 0, loaded: $0.packs) }
    var (dueSoFar, loadedSoFar) = (0, 0)
    var curve: [Amount] = []
    for event in events.sorted(by: { $0.by < $1.by }) {
      dueSoFar +|= event.due
      loadedSoFar +|= event.loaded
      let packs = min(most, max(dueSoFar, loadedSoFar))
      guard packs > (curve.last?.packs ?? 0) else { continue }
      if curve.last?.by == event.by { curve.removeLast() }
      curve.append((event.by, packs))
    }
    return curve
  }

  /// The demand that holds a building's packs of a good: its own, or that of its gate.
  func demandHolding(_ building: BuildingID, _ good: GoodID) -> String {
    if let b = buildingIndex[building], modes[b] == .property { return "\(district.buildings[b].compound):\(good)" }
    return "\(building):\(good)"
  }
}
