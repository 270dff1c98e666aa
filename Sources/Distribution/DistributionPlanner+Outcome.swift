import Districts
import Units

extension DistributionPlanner {
  /// Puts the parts together into a plan with its certificate.
  func outcome(
    _ plans: [AreaPlan], _ helperPlan: HelperPlan, areaProofs: [PartProof], helperProof: HelperProof,
    method: Certificate.Method, stop: Certificate.StopReason
  ) -> DistributionOutcome {
    let plan = DistributionPlan(
      points: openPoints(plans), batches: batches(plans), helpers: helperRows(helperPlan),
      gaps: gaps(plans, helperPlan))
    let costs = zip(areas.areas, plans).map { $0.cost(of: $1) }
    let lost = areas.outOfReach.reduce(0) {
      $0 + Area.unservedWeight * district.buildings[$1.building].households.rawValue
    }
    let breakdown: [RuleID: Int] = [
      .unservedHouseholds: lost + costs.reduce(0) { $0 + $1.unserved },
      .unservedNeeds: helpers.unserved(helperPlan),
      .staffTime: costs.reduce(0) { $0 + $1.staff },
      .walking: costs.reduce(0) { $0 + $1.walking },
      .helperWalking: helpers.walking(helperPlan),
      .changedHelper: helpers.changing(helperPlan),
      .pins: fixedPreference + costs.reduce(0) { $0 + $1.preference },
    ]
    func sum(_ rules: RuleID...) -> Int { rules.reduce(0) { $0 + (breakdown[$1] ?? 0) } }
    let objectives = [
      sum(.unservedHouseholds, .unservedNeeds), sum(.staffTime, .walking, .helperWalking, .changedHelper), sum(.pins),
    ]
    let bounds = LevelBounds(
      planner: self, plans: plans, costs: costs, helperPlan: helperPlan, areaProofs: areaProofs,
      helperProof: helperProof, lost: lost, fixedPreference: fixedPreference)
    let names: [CertifiedLevel.LevelName] = [.unserved, .effort, .preference]
    var levels: [CertifiedLevel] = []
    for level in 0..<(pins.hasPreferences ? 3 : 2) {
      levels.append(
        CertifiedLevel(
          name: names[level], objective: objectives[level], bound: bounds.values[level],
          floor: level == 0 ? floor : 0, boundEvidence: bounds.evidence(level, objective: objectives[level])))
    }
    let optimal = levels.allSatisfy { $0.optimalityGap == 0 }
    var keyed: [String: Int] = [:]
    for (rule, amount) in breakdown { keyed[rule.rawValue] = amount }
    return DistributionOutcome(
      plan: plan,
      certificate: Certificate(
        levels: levels, solutionStatus: optimal ? .optimal : .feasible, stopReason: optimal ? .proved : stop,
        method: method, breakdown: keyed))
  }

  /// Preferred pins that no plan can meet.
  var fixedPreference: Int {
    let outside = Set(areas.outOfReach.map(\.building))
    let lost = pins.preferred.filter { $0.must && outside.contains($0.building) }.count
    return (pins.lostPreferences + lost) * Area.wishCost
  }

  /// Households of buildings whose largest staircase exceeds every slot of every point they may use.
  var floor: Int {
    district.buildings.indices.reduce(0) { sum, building in
      guard choices.modes[building] == .point,
        !choices.usable[building].contains(where: { choices.takes(building, at: $0) })
      else { return sum }
      return sum + Area.unservedWeight * district.buildings[building].households.rawValue
    }
  }

  private func openPoints(_ plans: [AreaPlan]) -> [OpenPoint] {
    var open: [(point: Int, row: OpenPoint)] = []
    for (area, plan) in zip(areas.areas, plans) {
      for (number, setup) in area.setups.enumerated() {
        guard let window = plan.window(number) else { continue }
        let hours = choices.hours[setup.districtPoint]
        open.append(
          (
            setup.districtPoint,
            OpenPoint(
              point: district.points[setup.districtPoint].id, desks: plan.desks[number],
              openFrom: LocalMoment(hours.start(window.lowerBound), in: choices.zone),
              openTo: LocalMoment(hours.start(window.upperBound + 1), in: choices.zone))
          ))
      }
    }
    return open.sorted { $0.point < $1.point }.map(\.row)
  }

  private func batches(_ plans: [AreaPlan]) -> [Batch] {
    let packs = PackCounts(asked)
    var rows = district.buildings.map { _ in [Batch]() }
    for (building, house) in district.buildings.enumerated()
    where choices.modes[building] != .point && house.households > 0 {
      rows[building] = [
        Batch(
          building: house.id, staircases: Array(1...max(1, house.staircases)), mode: choices.modes[building],
          households: house.households.rawValue, packs: packs.of(building))
      ]
    }
    for (area, plan) in zip(areas.areas, plans) {
      for (number, house) in area.houses.enumerated() where plan.setup[number] >= 0 {
        let setup = area.setups[plan.setup[number]]
        let hours = choices.hours[setup.districtPoint]
        let row = district.buildings[house.building]
        let shares = row.sharedLikeHouseholds(packs.of(house.building))
        let slots = plan.slots[number]
        for slot in Set(slots).sorted() {
          let stairs = slots.indices.filter { slots[$0] == slot }
          rows[house.building].append(
            Batch(
              building: row.id, staircases: stairs.map { $0 + 1 }, mode: .point,
              point: district.points[setup.districtPoint].id,
              from: LocalMoment(hours.start(slot), in: choices.zone),
              to: LocalMoment(hours.start(slot + 1), in: choices.zone),
              households: stairs.reduce(0) { $0 + house.stairs[$1] }, packs: stairs.reduce(0) { $0 + shares[$1] }))
        }
      }
    }
    return rows.flatMap { $0 }
  }

  private func helperRows(_ plan: HelperPlan) -> [Helper] {
    var rows: [Helper] = []
    for (person, index) in helpers.people.enumerated() {
      let own = plan.helper.indices.filter { plan.helper[$0] == person }
      guard !own.isEmpty else { continue }
      rows.append(
        Helper(cadre: district.cadres[index].id, needs: own.map { district.needs[helpers.needs[$0]].id }))
    }
    return rows
  }

  private func gaps(_ plans: [AreaPlan], _ helperPlan: HelperPlan) -> [Gap] {
    var open: [(building: Int, reason: Gap.Reason)] = []
    for lost in areas.outOfReach {
      let households = district.buildings[lost.building].households.rawValue
      open.append((lost.building, .init(rule: lost.rule.rawValue, count: households, standing: .proven)))
    }
    for (area, plan) in zip(areas.areas, plans) {
      for (number, house) in area.houses.enumerated() where plan.setup[number] < 0 {
        open.append(
          (
            house.building,
            .init(rule: RuleID.slotCapacity.rawValue, count: house.households, standing: .observed)
          ))
      }
    }
    var gaps: [Gap] = []
    func add(_ kind: Gap.What.Kind, _ id: String, _ missing: Int, _ reason: Gap.Reason) {
      gaps.append(
        Gap(
          id: "D\(gaps.count + 1)", what: .init(kind: kind, id: id, level: .service), missing: missing,
          reasons: [reason]))
    }
    for (building, reason) in open.sorted(by: { $0.building < $1.building }) {
      add(.building, district.buildings[building].id.text, district.buildings[building].households.rawValue, reason)
    }
    let nobody = helpers.people.isEmpty || helpers.mostServed == 0
    for need in helperPlan.helper.indices where helperPlan.helper[need] < 0 {
      add(
        .need, district.needs[helpers.needs[need]].id.text, 1,
        .init(rule: RuleID.helperLoad.rawValue, count: 1, standing: nobody ? .proven : .observed))
    }
    for refusal in pins.refused {
      guard case .batch(let building, let point, let time) = district.pins[refusal.pin].target else { continue }
      add(
        .pin, "\(building)@\(point)@\(time)", 1,
        .init(rule: refusal.rule.rawValue, count: 1, standing: .proven))
    }
    return gaps
  }
}

/// Packs by building, of all goods: from orders.csv, or one of the first good per household.
struct PackCounts {
  private var packs: [Int]

  init(_ district: District) {
    packs = district.buildings.map { district.hasOrders || district.goods.isEmpty ? 0 : $0.households.rawValue }
    guard district.hasOrders else { return }
    var number: [BuildingID: Int] = [:]
    for (index, building) in district.buildings.enumerated() { number[building.id] = index }
    for order in district.orders {
      func amount(_ building: Int) -> Int {
        order.quantity.packs(households: district.buildings[building].households)
      }
      switch order.destination {
      case .building(let id):
        if let building = number[id] { packs[building] += amount(building) }
      case .everyBuilding:
        for building in packs.indices { packs[building] += amount(building) }
      case .compound, .site: break
      }
    }
  }

  func of(_ building: Int) -> Int { packs[building] }
}
