import Districts
import Testing
import Units

@testable import Auditing

/// What carrying changes elsewhere: modes, households at points, duties, demands, reach and the document.
@Suite("What follows from carrying") struct CarryEffectTests {
  private func raw(_ change: (inout District) -> Void = { _ in }) -> RawInput {
    var district = Courts.district()
    change(&district)
    return RawInput(district)
  }

  @Test("Sealed is the door, property management without a point the gate, all else a point") func modes() {
    #expect(raw().modes == [.point, .door, .property])
    #expect(raw { $0.compounds[1].propertyManagement = false }.modes == [.point, .door, .point])
    #expect(raw { $0.compounds[0].propertyManagement = true }.modes == [.point, .door, .property])
    #expect(raw { $0.points[0].compound = CompoundID("K2") }.modes == [.point, .door, .point])
    #expect(raw { $0.buildings[2].status = .sealed }.modes == [.point, .door, .door])
    #expect(raw { $0.buildings[1].handover = .point }.modes == [.point, .point, .property])
    // All of A1's ten alone: nobody comes.
    let alone = (0..<10).map { Courts.need("M\($0)", "A1", "\($0)", [.alone]) }
    #expect(raw { $0.needs = alone }.modes[0] == .door)
    #expect(raw { $0.needs = Array(alone.dropLast()) }.modes[0] == .point)
    #expect(
      raw { district in
        district.needs = alone
        district.buildings[0].handover = .point
      }.modes[0] == .door)
    #expect(raw { $0.buildings[0].households = 0 }.modes[0] == .point)
  }

  @Test("Households at the door are counted once, by building and door") func households() {
    func atDoor(_ needs: [Need]) -> Int {
      let raw = raw { $0.needs = needs }
      return raw.householdsAtDoor(raw.district.buildings[2])
    }
    let one = Courts.need("M1", "B1", "1", [.alone])
    #expect(atDoor([one, Courts.need("M2", "B1", "1", [.isolated])]) == 1)
    #expect(atDoor([one, Courts.need("M2", "B1", "2", [.isolated])]) == 2)
    #expect(atDoor([one, Courts.need("M2", "B1", "2", [.infant, .ill])]) == 1)
    // Rows without a door are one household.
    #expect(atDoor([one] + (2...5).map { Courts.need("M\($0)", "B1", nil, [.alone]) }) == 2)
    #expect(atDoor((1...9).map { Courts.need("M\($0)", "B1", "\($0)", [.alone]) }) == 4)
    #expect(raw().district.buildings.map { raw().householdsAtDoor($0) } == [1, 3, 1])
    #expect(raw().district.buildings.map { raw().householdsInBatches($0) } == [9, 3, 4])
    #expect(raw().elderlyInBatches(raw().district.buildings[0]) == 9)
  }

  @Test("To the doors goes their part of each good, rounded up; behind a gate the rest to the entrance")
  func carried() {
    let raw = raw { $0.orders[1].quantity = .packs(7) }
    let carried = raw.carried(raw.orders)
    // 10 × 1 ÷ 10; 3; 4 × 1 ÷ 4 and ⌈7 × 1 ÷ 4⌉.
    #expect(carried.map(\.toDoors) == [[1, 0], [3, 0], [1, 2]])
    #expect(carried.map(\.toEntrance) == [[0, 0], [0, 0], [3, 5]])
    #expect(carried.map(\.doors) == [1, 3, 1])
    // Nobody lives there: nothing to the doors, all to the entrance.
    let empty = self.raw { $0.buildings[2].households = 0 }
    #expect(empty.carried(empty.orders)[2].toEntrance == [0, 3] && empty.carried(empty.orders)[2].doors == 0)
    // Nothing is asked for: the doors are visited all the same.
    let nothing = self.raw { $0.orders = [] }
    #expect(nothing.carried(nothing.orders).map(\.isAny) == [true, true, true])
  }

  @Test("A batch has the households that come, and the packs of all") func batches() {
    func complaints(_ change: (inout DistributionPlan) -> Void, _ rate: Households = 27) -> [String] {
      var (district, plan) = (Courts.district(), Courts.distribution)
      district.points[0].householdsPerDeskHour = rate
      change(&plan)
      return DistributionCase(SmallTown.audit(district), distribution: plan).violations.map {
        "\($0.rule) \($0.amount)"
      }
    }
    #expect(complaints { _ in } == [])
    #expect(complaints { $0.batches[0].households = 10 } == ["servedOnce 1", "slotCapacity 1"])
    #expect(complaints { $0.batches[0].packs = 9 } == ["servedOnce 1"])
    // 26 an hour: ⌊8.7⌋ = 8. Staircases of 5 and 4 share 10 packs as ⌊50 ÷ 9⌋ and ⌊40 ÷ 9⌋ and one more for the first.
    #expect(complaints({ _ in }, 26) == ["slotCapacity 1"])
    let halves = { (plan: inout DistributionPlan) in
      plan.batches.insert(plan.batches[0], at: 1)
      (plan.batches[0].staircases, plan.batches[0].households, plan.batches[0].packs) = ([1], 5, 6)
      (plan.batches[1].staircases, plan.batches[1].households, plan.batches[1].packs) = ([2], 4, 4)
      (plan.batches[1].from, plan.batches[1].to) = (Courts.at("17:20"), Courts.at("17:40"))
      plan.points[0].openTo = Courts.at("17:40")
    }
    #expect(complaints(halves, 26) == [])
    #expect(complaints(halves) == ["batchSplit 1"])
    // 9 × 9 households not served; as a floor where no slot takes staircases of five.
    var district = Courts.district()
    var plan = Courts.distribution
    plan.batches.remove(at: 0)
    let audit = SmallTown.audit(district)
    #expect(DistributionCase(audit, distribution: plan).objective.breakdown["unservedHouseholds"] == 81)
    district.points[0].householdsPerDeskHour = 14
    #expect(DistributionCase(SmallTown.audit(district), distribution: plan).floors == [81, 0])
  }

  @Test("Every team is a duty at its gate, from set-up until it is back, in whole half hours") func duties() {
    func duties(_ change: (inout District) -> Void = { _ in }) -> [PlannedDuty] {
      var district = Courts.district()
      change(&district)
      return RosterCase(
        SmallTown.audit(district), roster: nil, distribution: Courts.distribution, carrying: Courts.carrying
      ).emptyRoster.duties
    }
    let all = duties()
    #expect(all.map(\.id.text) == ["K1/carrying/team1/2022-01-01", "K2/carrying/team1/2022-01-01"])
    #expect(all.map(\.site.text) == ["K1", "K2"] && all.map(\.post) == ["carrying", "carrying"])
    #expect(all.map(\.from) == [Courts.at("16:50"), Courts.at("17:50")])
    #expect(all.map(\.to) == [Courts.at("17:20"), Courts.at("18:20")])
    #expect(all[0].seats == [PlannedSeat(seat: "volunteer", minimum: 2, target: 2, maximum: 2)])
    // 10 packs of the fullest slot × 60 ÷ (15 an hour × 20 minutes) = 2; of 14 an hour ⌈2.14⌉ = 3.
    let sorting = duties { $0.points[0].sortPerHour = 15 }[0]
    #expect(sorting.id.text == "P1/sorting/open/2022-01-01" && sorting.site.text == "P1")
    #expect(sorting.from == Courts.at("16:40") && sorting.to == Courts.at("17:00"))
    #expect(sorting.seats == [PlannedSeat(seat: "volunteer", minimum: 2, target: 2, maximum: 2)])
    #expect(duties { $0.points[0].sortPerHour = 14 }[0].seats[0].target == 3)
  }

  private func curves(_ carrying: CarryPlan?, _ change: (inout District) -> Void = { _ in }) -> [String] {
    let raw = raw(change)
    return raw.demands(Courts.distribution, carrying, nil).map { demand in
      let curve = demand.curve.map { need in
        "\(raw.time.zone.clockText(Moment(seconds: need.by))) \(need.packs)"
      }
      return "\(demand.id)@\(demand.place) \(demand.packs): \(curve.joined(separator: ", "))"
    }
  }

  @Test("Gates and sealed buildings ask for what teams load there, and for all of it when it is due") func demands() {
    // Without carrying: by the due of the milk, else by the end of the service day at 05:00. The point's reserve of ten
    // is one.
    #expect(
      curves(nil) == [
        "P1:veg@P1 11: 17:00 11", "K2:veg@K2 4: 05:00 4", "K2:milk@K2 3: 18:30 3", "A2:veg@A2 3: 05:00 3",
      ])
    #expect(
      curves(Courts.carrying) == [
        "P1:veg@P1 11: 17:00 11", "K2:veg@K2 4: 18:00 4", "K2:milk@K2 3: 18:00 2, 18:06:01 3",
        "A2:veg@A2 3: 17:06:16 3",
      ])
    // Due at 18:05 and loaded at 18:06:01: the due counts. B2 behind the same gate: its 2 by the end of the day.
    let more = { (district: inout District) in
      district.orders[1].due = Sample.moment(0, "18:05")
      district.buildings.append(Building(id: BuildingID("B2"), compound: CompoundID("K2"), households: 2))
      district.points[0].sortPerHour = 100
    }
    #expect(
      curves(Courts.carrying, more) == [
        "P1:veg@P1 11: 16:40 11", "K2:veg@K2 6: 18:00 4, 05:00 6", "K2:milk@K2 3: 18:00 2, 18:05 3",
        "A2:veg@A2 3: 17:06:16 3",
      ])
  }

  @Test("A pin on a building's order means the demand that holds its packs") func pins() {
    let raw = raw()
    #expect(raw.demandHolding(BuildingID("A2"), GoodID("veg")) == "A2:veg")
    #expect(raw.demandHolding(BuildingID("B1"), GoodID("milk")) == "K2:milk")
  }

  @Test("Stock reaches a building behind a gate at the gate") func reach() {
    let ends = raw().supplyLines().map { line in "\(line.id) \(line.ends.map(\.place.text).joined(separator: " "))" }
    #expect(ends == ["A1:veg P1", "A2:veg A2", "B1:veg K2", "B1:milk K2"])
    #expect(raw().supplyLines().map(\.households) == [10, 3, 4, 4])
  }

  @Test("Carrying stands with a distribution of which something is carried, and nowhere else") func presence() throws {
    let audit = SmallTown.audit(Courts.district())
    func found(_ audit: Audit, _ change: (inout Plan) -> Void) throws -> [String] {
      var plan = try Courts.plan(audit)
      change(&plan)
      return audit.content(plan).map { "\($0.rule) \($0.place) \($0.amount)" }
        .filter { $0.contains("carrying") || $0.contains("summary") }
    }
    #expect(try found(audit) { _ in } == [])
    #expect(
      try found(audit) { $0.carrying = nil } == [
        "structure carrying 1", "structure certificates.carrying 1", "summary summary.households_served 1",
      ])
    #expect(try found(audit) { $0.certificates.carrying = nil } == ["structure certificates.carrying 1"])
    #expect(
      try found(audit) { $0.certificates.carrying?.levels[1].floor = 3 }
        == ["objective certificates.carrying.levels.effort.floor 3", "bound certificates.carrying.levels.effort 1"])
    #expect(try found(audit) { $0.summary.householdsServed -= 1 } == ["summary summary.households_served 1"])
    // Everybody comes to the point: nothing is to be carried.
    var open = Courts.district()
    open.needs = []
    for b in open.buildings.indices { open.buildings[b].handover = .point }
    #expect(try found(SmallTown.audit(open)) { _ in }.contains("structure carrying 1"))
    #expect(
      try found(SmallTown.audit(open)) { plan in
        (plan.carrying, plan.certificates.carrying) = (nil, nil)
      }.contains { $0.contains("carrying") } == false)
  }

  @Test("No moment of a team is written otherwise than in the district's clock") func moments() throws {
    let audit = SmallTown.audit(Courts.district())
    var plan = try Courts.plan(audit)
    plan.carrying?.teams[1].steps[2].service.text = "2022-01-01T10:02:53Z"
    #expect(audit.content(plan).map { "\($0.rule) \($0.place)" } == ["structure K2/team1#2.service"])
  }
}
