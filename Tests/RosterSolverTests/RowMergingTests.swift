import GLPKBackend
import Rostering
import Testing
import Units

@testable import RosterSolver

@Suite("Rows merged into sums")
struct RowMergingTests {
  /// The bound that column generation ends with, before and after rows of their own come back.
  private func bounds(
    _ problem: RosterProblem, from best: RosterAssignment, merging: ((PatternTables) -> RowMerging)?
  ) throws -> [Double] {
    let tables = PatternTables(problem)
    let pool = PatternPool(tables)
    let master = try PatternMaster(
      pool, people: Array(problem.people.indices), roster: PatternRoster(best, tables), solver: GLPKSolver(),
      merging: merging?(tables))
    defer { master.close() }
    var generation = PatternGeneration(master, pricer: PatternPricer(tables), deadline: .never())
    var bounds: [Double] = []
    while true {
      while !generation.isConverged { guard try generation.round() else { return bounds } }
      bounds.append(generation.bound)
      guard try master.split(most: 1) else { return bounds }
      generation.reopen()
    }
  }

  @Test(
    "each row that comes back leaves the bound or raises it, never above the best; with all of them it is what single rows prove"
  )
  func endsWhereSingleRowsDo() throws {
    var (compared, weaker) = (0, 0)
    for seed in 0..<50 as Range<UInt64> {
      var source = RandomRoster(seed: seed + 60_000)
      var problem = source.problem(days: 2, people: 2...3, duties: 3...5)
      problem.pairs = []
      problem.groups = []
      guard problem.patternObstacle() == nil, let best = BruteForce(problem: problem).bestRoster() else { continue }
      let value = LevelWeights(problem).value(problem.objective(of: best)) * LevelWeights.scale
      let single = try bounds(problem, from: best, merging: nil)
      let merged = try bounds(problem, from: best) { tables in
        RowMerging(groups: [Array(0..<tables.seatCount)], steepest: .infinity)
      }
      guard let end = single.last, let last = merged.last, let first = merged.first else { continue }
      compared += 1
      #expect(merged.allSatisfy { $0 <= value + 1 }, "seed \(seed)")
      #expect(zip(merged, merged.dropFirst()).allSatisfy { $0 <= $1 }, "seed \(seed)")
      #expect(abs(end - last) < LevelWeights.scale, "seed \(seed): \(end) \(merged)")
      if first < last - LevelWeights.scale { weaker += 1 }
    }
    #expect(compared >= 25)
    #expect(weaker >= 3)
  }

  @Test("prices that may not be steep prove a bound all the same")
  func steepest() throws {
    for seed in 0..<20 as Range<UInt64> {
      var source = RandomRoster(seed: seed + 61_000)
      let problem = source.problem(days: 2, people: 2...3, duties: 2...5)
      guard problem.patternObstacle() == nil, let best = BruteForce(problem: problem).bestRoster() else { continue }
      let value = LevelWeights(problem).value(problem.objective(of: best)) * LevelWeights.scale
      let merged = try bounds(problem, from: best) { RowMerging(groups: $0.rowsBySpan(), steepest: 20) }
      #expect(merged.allSatisfy { $0 <= value + 1 }, "seed \(seed)")
    }
  }
}
