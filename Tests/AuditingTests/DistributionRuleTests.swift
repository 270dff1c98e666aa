import Auditing
import Districts
import Testing
import Units

/// Each rule of distribution, kept and broken by one, on the plan of `SmallTown`.
@Suite("Rules of distribution") struct DistributionRuleTests {
  private func complaints(
    _ district: District = SmallTown.district(), _ change: (inout DistributionPlan) -> Void = { _ in }
  ) -> [String] {
    var plan = SmallTown.distribution
    change(&plan)
    return DistributionCase(SmallTown.audit(district), distribution: plan).violations.map { "\($0.rule) \($0.amount)" }
  }

  @Test("A slot takes desks × rate × minutes ÷ 60, and no more than the crowd limit") func slotCapacity() {
    // 2 × 30 × 20 ÷ 60 = 20 households: B1's halves just fit. A crowd limit of 19, or 29 an hour (⌊19.3⌋): 1 too many,
    // in each of both slots.
    #expect(complaints() == [])
    var district = SmallTown.district()
    district.points[0].crowdLimit = 20
    #expect(complaints(district) == [])
    district.points[0].crowdLimit = 19
    #expect(complaints(district) == ["slotCapacity 1", "slotCapacity 1"])
    district.points[0].crowdLimit = nil
    district.points[0].householdsPerDeskHour = 29
    #expect(complaints(district) == ["slotCapacity 1", "slotCapacity 1"])
  }

  @Test("A building that fits into a slot is one batch") func batchSplit() {
    // 39 an hour and desk: 26 a slot; 60: 40 a slot, and B1 with 40 should be one batch.
    var district = SmallTown.district()
    district.points[0].householdsPerDeskHour = 59
    #expect(complaints(district) == [])
    district.points[0].householdsPerDeskHour = 60
    #expect(complaints(district) == ["batchSplit 1"])
  }

  @Test("Batches lie in slots of a point that is open exactly while in use") func openingHours() {
    #expect(complaints { $0.points[0].openTo = SmallTown.at("17:20") } == ["openingHours 1"])
    #expect(complaints { $0.points[0].desks = 3 } == ["openingHours 1"])
    // Slots begin at 16:00 + k × 20 min: the last three end at 17:20, 17:40 and 18:00.
    func last(_ from: String, _ to: String) -> [String] {
      complaints { plan in
        plan.batches[3].from = SmallTown.at(from)
        plan.batches[3].to = SmallTown.at(to)
        plan.points[0].openTo = SmallTown.at(to)
      }
    }
    #expect(last("17:40", "18:00") == [])
    #expect(last("17:41", "18:01") == ["openingHours 1"])
    // With the point closing at 17:59 the last, partial slot is dropped.
    var district = SmallTown.district()
    district.points[0].openTo = Sample.time("17:19")
    #expect(complaints(district) == [])
    district.points[0].openTo = Sample.time("16:59")
    #expect(complaints(district) == ["openingHours 1"])
  }

  @Test("Every staircase is in exactly one batch, with its households and packs") func servedOnce() {
    #expect(complaints { $0.batches[3].households = 11 }.contains("servedOnce 1"))
    #expect(complaints { $0.batches[3].packs = 13 } == ["servedOnce 1"])
    // Both batches name the first staircase: it is there twice and the second not at all.
    #expect(complaints { $0.batches[1].staircases = [1] } == ["servedOnce 2"])
  }

  @Test("Packs are shared over staircases as households are") func shares() {
    // 41 households in 2 staircases: 21 + 20; 30 packs: ⌊30 × 21 ÷ 41⌋ = 15, ⌊30 × 20 ÷ 41⌋ = 14, the rest to the first.
    var district = SmallTown.district()
    district.buildings[0].households = 41
    district.points[0].householdsPerDeskHour = 32
    district.orders[0] = Order(
      id: OrderID("O1"), destination: .building(BuildingID("B1")), good: GoodID("veg"), quantity: .packs(30))
    let found = complaints(district) { plan in
      (plan.batches[0].households, plan.batches[0].packs) = (21, 16)
      (plan.batches[1].households, plan.batches[1].packs) = (20, 14)
      plan.batches[2].packs = 0
      plan.batches[3].packs = 0
    }
    #expect(found == [])
  }

  @Test("Sealed buildings are served at the door, in one batch without place and time") func handoverMode() {
    #expect(complaints { $0.batches[2].mode = .property } == ["handoverMode 1"])
    #expect(complaints { $0.batches[2].from = SmallTown.at("16:00") } == ["handoverMode 1"])
    var district = SmallTown.district()
    district.buildings[1].handover = .property
    #expect(complaints(district) == ["handoverMode 1"])
    // Without a batch it is missing with all its 30 households, and a gap nobody wrote down.
    #expect(complaints { $0.batches.remove(at: 2) }.sorted() == ["handoverMode 1", "structure 1", "structure 1"])
  }

  @Test("A building uses the points of its compound, else of its community, else any") func usablePoints() {
    var district = SmallTown.district()
    district.compounds += ["K2", "K3"].map { Compound(id: CompoundID($0), name: $0) }
    district.compounds[0].community = "north"
    district.compounds[1].community = "north"
    district.compounds[2].community = "south"
    var second = district.points[0]
    second.id = PointID("P2")
    second.compound = CompoundID("K3")
    district.points.append(second)
    // B3 in K2 has no point of its own; its community has P1.
    district.buildings[2].compound = CompoundID("K2")
    #expect(complaints(district) == [])
    district.compounds[1].community = "south"
    #expect(complaints(district) == ["handoverMode 1"])
    district.compounds[1].community = nil
    #expect(complaints(district) == [])
    district.buildings[2].compound = CompoundID("K3")
    #expect(complaints(district) == ["handoverMode 1"])
  }

  @Test("A helper has between least and most needs") func helperLoad() {
    var district = SmallTown.district()
    #expect(complaints(district) == [])
    district.helpers.least = 4
    #expect(complaints(district) == ["helperLoad 1"])
    (district.helpers.least, district.helpers.most) = (2, 2)
    #expect(complaints(district) == ["helperLoad 1"])
    (district.helpers.least, district.helpers.most) = (3, 5)
    for change in [
      { $0.kind = .medic }, { $0.health = .watch }, { $0.homeCompound = nil }, { $0.kind = .driver },
    ] as [(inout Cadre) -> Void] {
      var other = district
      change(&other.cadres[0])
      #expect(complaints(other) == ["helperLoad 1"])
    }
  }

  @Test("Batch pins: the place for who, place and first time for the others") func pins() {
    var district = SmallTown.district()
    func pin(_ level: PinLevel, _ time: String, must: Bool = true) {
      district.pins = [
        Pin(target: .batch(BuildingID("B1"), PointID("P1"), Sample.time(time)), level: level)
      ]
      district.pins[0].must = must
    }
    func preference() -> [Int] {
      DistributionCase(SmallTown.audit(district), distribution: SmallTown.distribution).objective.levels.map(\.amount)
    }
    pin(.frozen, "16:00")
    #expect(complaints(district) == [])
    pin(.frozen, "16:20")
    #expect(complaints(district) == ["pins 1"])
    pin(.frozen, "16:20", must: false)
    #expect(complaints(district) == ["pins 1"])
    pin(.who, "17:00")
    #expect(complaints(district) == [])
    pin(.whoOrder, "17:00")
    // It does not hold, and there is no gap for it.
    #expect(complaints(district) == ["structure 1"])
    pin(.prefer, "17:00")
    #expect(complaints(district) == [] && preference().last == 8 && preference().count == 3)
    pin(.prefer, "16:00")
    #expect(preference().last == 0)
  }

  @Test("What no points can do is in the floor: 9 for each household behind too large a staircase") func floor() {
    // B1's staircases have 20 households; with 29 an hour the largest slot takes ⌊19.3⌋ = 19: 9 × 40 = 360.
    var district = SmallTown.district()
    func floors() -> [Int] { DistributionCase(SmallTown.audit(district), distribution: SmallTown.distribution).floors }
    #expect(floors() == [0, 0])
    district.points[0].householdsPerDeskHour = 29
    #expect(floors() == [360, 0])
  }
}
