import Districts
import Units

extension CarryCase {
  /// What is loaded lies there and goes to those for whom it lies there; nobody is brought more than is theirs.
  func checkCarrySource() -> [Violation] { checkPlaces() + checkBalance() + checkBuildings() }

  /// Teams load where packs of their compound's buildings lie, and bring them to these; amount in packs, or doors.
  private func checkPlaces() -> [Violation] {
    let buildings = raw.district.buildings
    var lying: [CompoundID: Set<PlaceID>] = [:]
    for b in buildings.indices where carried[b].packs > 0 {
      if let source = sources[b] { lying[buildings[b].compound, default: []].insert(source.place) }
    }
    return everyStop.compactMap { t, i, stop in
      let (compound, location) = (plan.teams[t].compound, stop.step.location)
      let amount = max(1, stop.packs.saturatedSum +| stop.doors)
      if stop.step.type == .load {
        if lying[compound]?.contains(location) == true { return nil }
        return violation(.carrySource, place(t, i), amount, "no packs of \(compound) to be carried lie at \(location)")
      }
      guard let b = stop.building, buildings[b].compound != compound else { return nil }
      return violation(.carrySource, place(t, i), amount, "\(location) is no building of \(compound)")
    }
  }

  /// By place and good what is loaded lies there by then, and all that is loaded is given to those for whom it lies
  /// there; amount in packs, of the worst moment.
  private func checkBalance() -> [Violation] {
    let loads = Dictionary(grouping: stops.joined().filter { $0.step.type == .load }, by: \.step.location)
    var buildings: [PlaceID: [Int]] = [:]
    for b in carried.indices { if let source = sources[b] { buildings[source.place, default: []].append(b) } }
    return Set(loads.keys).union(buildings.keys).sorted().flatMap { place in
      raw.district.goods.indices.flatMap { checkBalance(place, $0, loads[place] ?? [], buildings[place] ?? []) }
    }
  }

  private func checkBalance(_ place: PlaceID, _ g: Int, _ loads: [Stop], _ buildings: [Int]) -> [Violation] {
    let name = "\(place):\(raw.district.goods[g].id)"
    var worst = 0
    for load in loads where load.packs[g] > 0 {
      let now = load.step.service.moment.seconds
      let taken = loads.filter { $0.step.service.moment.seconds <= now }.map { $0.packs[g] }.saturatedSum
      let there = buildings.filter { (sources[$0]?.from ?? .max) <= now }.map { b in
        carried[b].toEntrance[g] +| carried[b].toDoors[g]
      }.saturatedSum
      worst = max(worst, taken -| there)
    }
    var found: [Violation] = []
    if worst > 0 {
      found.append(violation(.carrySource, name, worst, "\(worst) packs more are loaded than lie there by then"))
    }
    let loaded = loads.map { $0.packs[g] }.saturatedSum
    let brought = buildings.map { given[$0].toEntrance[g] +| given[$0].toDoors[g] }.saturatedSum
    if loaded != brought {
      found.append(
        violation(
          .carrySource, name, magnitude(loaded -| brought),
          "\(loaded) packs are loaded, \(brought) carried to those whose packs lie there"))
    }
    return found
  }

  /// No building is brought more packs to its entrance or its doors than are due there, or more doors; nothing where its
  /// packs lie nowhere.
  private func checkBuildings() -> [Violation] {
    carried.indices.flatMap { b -> [Violation] in
      let id = raw.district.buildings[b].id.text
      let due = sources[b] == nil ? nil : carried[b]
      var found: [Violation] = []
      func most(_ what: String, _ given: Int, _ due: Int) {
        guard given > due else { return }
        found.append(violation(.carrySource, id, given -| due, "\(given) \(what) of \(id), at most \(due)"))
      }
      for (g, good) in raw.district.goods.enumerated() {
        most("packs of \(good.id) at the entrance", given[b].toEntrance[g], due?.toEntrance[g] ?? 0)
        most("packs of \(good.id) at the doors", given[b].toDoors[g], due?.toDoors[g] ?? 0)
      }
      most("doors", given[b].doors, due?.doors ?? 0)
      return found
    }
  }
}
