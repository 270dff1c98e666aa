import Auditing
import Distribution
import Districts
import Planning
import Testing
import Units

/// A day on which something is shut, sealed or too small: always a plan, with the gap that says so.
@Suite("Trouble is a gap with its reason, never silence") struct TroubleTests {
  private func plan(_ change: (inout District) -> Void) throws -> Plan {
    var district = try PipelineTests.district("junyi")
    change(&district)
    let plan = try PipelineTests.plan(district, iterations: 100).plan
    #expect(plan.audit.passed)
    #expect(Conservation(district, plan).faults == [])
    return plan
  }

  @Test("a depot that is shut all day gives nothing: every pack is short, and none is driven")
  func closedDepot() throws {
    let plan = try plan {
      $0.depots[0].openFrom = ClockTime(minutes: 720)
      $0.depots[0].openTo = ClockTime(minutes: 720)
    }
    let gaps = try #require(plan.supply?.gaps)
    #expect(gaps.reduce(0) { $0 + $1.missing } == 388)
    #expect(gaps.flatMap(\.reasons).allSatisfy { $0.rule == "needCurve" && $0.standing == .proven })
    #expect(plan.summary.packs == 0)
    #expect(plan.routes?.routes ?? [] == [])
    #expect(plan.purchases ?? [] == [])
  }

  @Test("points that close after two slots serve whom they can, the other buildings are named")
  func earlyClosing() throws {
    let plan = try plan {
      for index in $0.points.indices { $0.points[index].openTo = ClockTime(minutes: 17 * 60 + 40) }
    }
    let gaps = try #require(plan.distribution?.gaps).filter { $0.what.kind == .building }
    #expect(!gaps.isEmpty)
    #expect(plan.summary.householdsServed > 0)
    let unreached = try #require(plan.carrying?.gaps).filter { gap in gaps.contains { $0.what.id == gap.what.id } }
    #expect(!unreached.isEmpty)
    #expect(gaps.reduce(plan.summary.householdsServed) { $0 + $1.missing } < 388)
    // What nobody calls for is not brought: two points, two slots, 50 households at most in each.
    #expect(plan.summary.householdsServed <= 200)
  }

  @Test("a building sealed in the afternoon is served at the door, and nobody there is called to a point")
  func sealedBuilding() throws {
    let plan = try plan { $0.buildings[0].status = .sealed }
    let first = try PipelineTests.district("junyi").buildings[0]
    let batches = try #require(plan.distribution?.batches).filter { $0.building == first.id }
    #expect(batches.map(\.mode) == [.door])
    #expect(batches.allSatisfy { $0.point == nil && $0.from == nil })
    let doors = try #require(plan.routes).routes.flatMap(\.steps).filter { $0.location == PlaceID(first.id) }
    #expect(!doors.isEmpty)
    #expect(plan.summary.gaps == 0)
  }

  @Test("vehicles that cannot lift one pack bring none, and that is proved")
  func weakVehicles() throws {
    let plan = try plan {
      for index in $0.vehicles.indices { $0.vehicles[index].capacityGrams = 4999 }
    }
    let gaps = try #require(plan.routes?.unassigned)
    #expect(gaps.reduce(0) { $0 + $1.missing } == 400)
    #expect(gaps.flatMap(\.reasons).allSatisfy { $0.rule == "vehicleCapacity" && $0.standing == .proven })
    #expect(plan.summary.packs == 0)
  }

  @Test(
    "on drawn days nothing is lost: bought is delivered, and every household is served once or named", arguments: 1...8)
  func conservation(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var district = try PipelineTests.district("junyi")
    for index in district.stock.indices { district.stock[index].packs = 200 + random.below(400) }
    for index in district.points.indices {
      district.points[index].openTo = ClockTime(minutes: 17 * 60 + 20 * (2 + random.below(10)))
    }
    for index in district.vehicles.indices {
      district.vehicles[index].capacityPacks = 20 + random.below(200)
      if random.below(3) == 0 { district.vehicles[index].maximumTrips = 1 }
    }
    for index in district.buildings.indices where random.below(4) == 0 { district.buildings[index].status = .sealed }
    let plan = try PipelineTests.plan(district, iterations: 40).plan
    #expect(plan.audit.passed)
    #expect(Conservation(district, plan).faults == [])
  }
}

/// What a plan says of packs and households, added up from its steps and batches alone.
struct Conservation {
  var faults: [String] { ofPacks + ofHouseholds }
  private(set) var ofPacks: [String] = []
  private(set) var ofHouseholds: [String] = []

  init(_ district: District, _ plan: Plan) {
    for good in district.goods {
      var (loaded, delivered) = (0, 0)
      for route in plan.routes?.routes ?? [] {
        for (before, after) in zip(route.steps, route.steps.dropFirst()) {
          let change = (after.load[good.id.text] ?? 0) - (before.load[good.id.text] ?? 0)
          if change > 0 { loaded += change } else { delivered -= change }
        }
      }
      let bought = (plan.purchases ?? []).filter { $0.good == good.id }.reduce(0) { $0 + $1.packs }
      let stock = district.stock.filter { $0.good == good.id }.reduce(0) { $0 + $1.packs }
      let collected = (plan.collections ?? []).filter { $0.good == good.id }.reduce(0) { $0 + $1.packs }
      if bought != loaded + collected || loaded != delivered || bought > stock {
        ofPacks.append(
          "\(good.id): bought \(bought) of \(stock), loaded \(loaded), delivered \(delivered), collected \(collected)")
      }
    }
    let handovers = Handovers(district)
    for (row, building) in district.buildings.enumerated() {
      let batches = (plan.distribution?.batches ?? []).filter { $0.building == building.id }
      let served = batches.reduce(0) { $0 + $1.households }
      let staircases = batches.flatMap(\.staircases)
      let missing = (plan.distribution?.gaps ?? []).filter { $0.what.id == building.id.text }
        .reduce(0) { $0 + $1.missing }
      // Those brought their packs at the door are in no batch at a point: a team reaches them, or says whom it does not.
      let atHome = handovers.modes[row] == .point ? handovers.atDoor[row] : 0
      let steps = (plan.carrying?.teams ?? []).flatMap(\.steps).filter { $0.location == PlaceID(building.id) }
      let unreached = handovers.atDoor[row] - steps.reduce(0) { $0 + $1.doors }
      let named = (plan.carrying?.gaps ?? []).filter { $0.what.id == building.id.text }.reduce(0) { $0 + $1.missing }
      if unreached < 0 || named < unreached {
        ofHouseholds.append("\(building.id): \(unreached) doors not reached, \(named) named")
      }
      if served + missing + atHome != building.households.rawValue || Set(staircases).count != staircases.count {
        ofHouseholds.append("\(building.id): \(served) served and \(missing) missing of \(building.households)")
      }
    }
  }
}
