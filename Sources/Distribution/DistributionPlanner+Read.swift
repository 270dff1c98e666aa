import Districts
import Units

extension DistributionPlanner {
  /// The parts of a plan; nil where it is not a plan of this district.
  func read(_ plan: DistributionPlan) -> (areas: [AreaPlan], helpers: HelperPlan)? {
    let areaPlans = areas.areas.compactMap { self.plan(of: $0, in: plan) }
    guard areaPlans.count == areas.areas.count, let helping = helperPlan(plan) else { return nil }
    return (areaPlans, helping)
  }

  /// An area's part of a plan; nil where that is no plan of it. O(batches + buildings of the area × setups).
  func plan(of area: Area, in plan: DistributionPlan) -> AreaPlan? {
    let inside = Set(area.houses.map { district.buildings[$0.building].id })
    var batches: [BuildingID: [Batch]] = [:]
    for batch in plan.batches where inside.contains(batch.building) {
      batches[batch.building, default: []].append(batch)
    }
    let desks = Dictionary(plan.points.map { ($0.point, $0.desks) }, uniquingKeysWith: { first, _ in first })
    var parts = AreaPlan(empty: area)
    for (number, house) in area.houses.enumerated() {
      let own = batches[district.buildings[house.building].id] ?? []
      guard let point = own.first?.point else { continue }
      let setup = area.setups.indices.first { setup in
        district.points[area.setups[setup].districtPoint].id == point && area.setups[setup].desks == desks[point]
      }
      guard let setup, let slots = slots(own, of: house, at: setup, in: area) else { return nil }
      parts.setup[number] = setup
      parts.slots[number] = slots
      parts.desks[setup] = desks[point] ?? 0
    }
    return area.isPlan(parts) ? parts : nil
  }

  /// By staircase; nil where one has no slot, or another point.
  private func slots(_ batches: [Batch], of house: Area.House, at setup: Int, in area: Area) -> [Int]? {
    let point = area.setups[setup].districtPoint
    let hours = choices.hours[point]
    var slots = Array(repeating: -1, count: house.stairs.count)
    for batch in batches {
      guard let from = batch.from?.moment, batch.point == district.points[point].id else { return nil }
      let slot = (from - hours.opens).rawValue / max(1, hours.slot.seconds.rawValue)
      for stair in batch.staircases where slots.indices.contains(stair - 1) { slots[stair - 1] = slot }
    }
    return slots
  }

  /// Who helps whom in a plan, with the people and needs of this district; nil where somebody is no helper here, or has
  /// too few or too many.
  func helperPlan(_ plan: DistributionPlan) -> HelperPlan? {
    var person: [CadreID: Int] = [:]
    for (index, cadre) in helpers.people.enumerated() { person[district.cadres[cadre].id] = index }
    var number: [NeedID: Int] = [:]
    for (index, need) in helpers.needs.enumerated() { number[district.needs[need].id] = index }
    var helping = HelperPlan(helper: Array(repeating: -1, count: helpers.needs.count))
    for row in plan.helpers {
      guard let helper = person[row.cadre] else { return nil }
      for need in row.needs {
        guard let index = number[need] else { return nil }
        helping.helper[index] = helper
      }
    }
    return helpers.isPlan(helping) ? helping : nil
  }
}

extension Area {
  /// Whether a plan keeps every rule of the area: reach, desks, hours, slots' capacities, whole buildings, frozen pins.
  func isPlan(_ plan: AreaPlan) -> Bool {
    var load: [Int: Int] = [:]
    var setupOfPoint: [Int: Int] = [:]
    for (number, house) in houses.enumerated() {
      let setup = plan.setup[number]
      guard setup >= 0 else {
        if house.forced { return false }
        continue
      }
      let (choice, slots) = (setups[setup], plan.slots[number])
      guard allows(number, setup), slots.count == house.stairs.count,
        slots.allSatisfy({ (0..<choice.slots).contains($0) }),
        house.firstSlot.map({ slots.min() == $0 }) ?? true,
        setupOfPoint[choice.point, default: setup] == setup,
        pieces(number, setup).count > 1 || Set(slots).count == 1
      else { return false }
      setupOfPoint[choice.point] = setup
      for (stair, slot) in slots.enumerated() {
        load[setup * 4096 + slot, default: 0] += house.stairs[stair]
      }
    }
    return load.allSatisfy { $0.value <= setups[$0.key / 4096].capacity } && bans.allSatisfy { holds($0, in: plan) }
  }

  /// The plan that costs less; the first where they cost the same.
  func better(_ known: AreaPlan?, _ other: AreaPlan) -> AreaPlan {
    guard let known, scaled(cost(of: known)) <= scaled(cost(of: other)) else { return other }
    return known
  }
}

extension HelperProblem {
  /// Whether every helper has none, or as many as a helper may have.
  func isPlan(_ plan: HelperPlan) -> Bool {
    var counts = Array(repeating: 0, count: people.count)
    for helper in plan.helper where helper >= 0 { counts[helper] += 1 }
    return counts.allSatisfy { $0 == 0 || ($0 >= least && $0 <= most) }
  }

  /// The plan that leaves less and costs less; the first where they are alike.
  func better(_ known: HelperPlan?, _ other: HelperPlan) -> HelperPlan {
    func worth(_ plan: HelperPlan) -> (Int, Int) { (unserved(plan), walking(plan) + changing(plan)) }
    guard let known, worth(known) <= worth(other) else { return other }
    return known
  }
}
