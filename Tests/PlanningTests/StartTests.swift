import Districts
import Planning
import Testing
import Units

/// Planning from a plan that is there already, of the same district or of another.
@Suite("A plan to go on from") struct StartTests {
  @Test("from its own plan every stage is as good or better, and what is proved stays as it is")
  func ownPlan() throws {
    let district = try CarryTests.district()
    let first = try PipelineTests.plan(district, iterations: 60).plan
    let second = try PipelineTests.plan(district, iterations: 60, start: first).plan
    #expect(second.audit.passed)
    for (had, has) in zip(PipelineTests.levels(first), PipelineTests.levels(second)) {
      #expect(!had.lexicographicallyPrecedes(has), "\(had) → \(has)")
    }
    #expect(second.distribution == first.distribution)
  }

  @Test("one iteration from a long search's plan keeps what that found")
  func keepsWork() throws {
    // Without teams with carts, whose tours are planned anew and make other duties.
    var district = try PipelineTests.district("junyi")
    district.needs = []
    let long = try PipelineTests.plan(district, method: .heuristic, iterations: 2000).plan
    let short = try PipelineTests.plan(district, method: .heuristic, iterations: 1, start: long).plan
    #expect(long.carrying == nil)
    for (had, has) in zip(PipelineTests.levels(long), PipelineTests.levels(short)) {
      #expect(!had.lexicographicallyPrecedes(has), "\(had) → \(has)")
    }
  }

  @Test("a plan of another district never leads to one that is refused", arguments: 1...12 as ClosedRange<UInt64>)
  func otherDistrict(seed: UInt64) throws {
    let known = try PipelineTests.plan(try CarryTests.district(), iterations: 20).plan
    var random = SeededRandom(seed: seed)
    var changed = try CarryTests.district()
    changed.cadres.removeAll { _ in random.below(5) == 0 }
    let there = Set(changed.cadres.map(\.id))
    for index in changed.cadres.indices {
      if let buddy = changed.cadres[index].buddy, !there.contains(buddy) { changed.cadres[index].buddy = nil }
    }
    changed.availability.removeAll { !there.contains($0.cadre) }
    changed.ledger.removeAll { !there.contains($0.cadre) }
    if random.below(2) == 0 { changed.points.removeLast() }
    if random.below(2) == 0 { changed.vehicles.removeLast() }
    if random.below(2) == 0 { changed.stock[0].packs /= 1 + random.below(3) }
    for index in changed.points.indices {
      changed.points[index].householdsPerDeskHour = Households(20 + random.below(80))
      if random.below(3) == 0 { changed.points[index].openTo.minutes -= 60 }
    }
    for index in changed.buildings.indices where random.below(6) == 0 {
      changed.buildings[index].households = Households(random.below(60))
      changed.buildings[index].elderly = Households(0)
      let emptied = changed.buildings[index].id
      changed.needs.removeAll { $0.building == emptied }
    }
    let plan = try PipelineTests.plan(changed, iterations: 20, seed: seed, start: known).plan
    #expect(plan.audit.passed)
  }
}
