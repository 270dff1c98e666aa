import GLPKBackend
import LinearModel
import Routing
import Synchronization
import Testing
import Units

@testable import RouteSolver

@Suite("Laws of the route search")
struct SearchLawTests {
  static func budget(_ iterations: Int) -> Budget { Budget(deadline: .never(), iterations: iterations) }
  static let shape = RandomProblem(
    locations: 7, demands: 5, vehicles: 3, goods: 2, packs: 12, capacity: 15, steps: 3)

  @Test("Every plan keeps every rule and is worth what the search says", arguments: 0..<24 as Range<UInt64>)
  func plansAreValid(seed: UInt64) throws {
    let problem = Self.shape.draw(seed)
    try problem.validate()
    let result = SupplySearch(problem).run(from: nil, budget: Self.budget(40), seed: seed)
    #expect(result.judgement.faults == [])
    #expect(result.trace.last?.objective == result.judgement.objective)
    #expect(result.judgement.objective.undelivered >= SupplyProofs(problem).undelivered)
  }

  @Test("What was placed step by step is what a fresh count finds", arguments: 0..<12 as Range<UInt64>)
  func draftsAddUp(seed: UInt64) {
    let facts = SupplyFacts(Self.shape.draw(seed))
    var random = SeededRandom(seed: seed)
    var builder = Builder(facts)
    var draft = Draft(facts)
    for round in 0..<30 {
      _ = Ruin(facts: facts).apply(&draft, &random)
      builder.repair(&draft)
      draft.retag(.early, facts)
      builder.settle(&draft)
      Rebuild(facts: facts).fill(
        &draft, &builder, &random, construction: round == 0, budget: Self.budget(1), banned: nil)
      draft.retag(.late, facts)
      builder.repair(&draft)
      draft.expectsToAddUp(facts)
      let objective = builder.objective(draft)
      let verdict = facts.problem.judge(builder.solution(draft))
      #expect(verdict.faults == [])
      #expect(verdict.objective == objective)
    }
  }

  @Test("A placement that is refused leaves the draft as it was")
  func refusalsLeaveNoTrace() {
    #expect((0..<12).reduce(0) { $0 + refusals($1) } > 100)
  }

  private func refusals(_ seed: UInt64) -> Int {
    let facts = SupplyFacts(Self.shape.draw(seed))
    var random = SeededRandom(seed: seed)
    var builder = Builder(facts)
    var draft = Draft(facts)
    var refused = 0
    for _ in 0..<20 {
      for demand in facts.demandPacks.indices {
        var list = CandidateList(facts)
        list.collect(demand, draft, PlacementLimits(most: 3), facts)
        for candidate in list.items {
          // A deadline in the past is refused by the timetable whatever the candidate.
          var late = candidate
          late.tag = 0
          var trial = draft
          if builder.attempt(late, demand, &trial) { continue }
          refused += 1
          trial.expectsToAddUp(facts)
          #expect(trial.placed == draft.placed)
          #expect(trial.tagged == draft.tagged)
          #expect(trial.trips.map(\.latest) == draft.trips.map(\.latest))
          #expect(trial.trips.map(\.metres) == draft.trips.map(\.metres))
        }
        _ = builder.placeOnce(demand, &draft, PlacementLimits(most: 4), skip: 20, &random)
      }
    }
    return refused
  }

  @Test("The same seed finds the same plan, and a longer run begins like a shorter one", arguments: [1, 2, 3])
  func runsRepeat(seed: UInt64) {
    let search = SupplySearch(Self.shape.draw(seed))
    let short = search.run(from: nil, budget: Self.budget(40), seed: seed)
    let again = search.run(from: nil, budget: Self.budget(40), seed: seed)
    let long = search.run(from: nil, budget: Self.budget(80), seed: seed)
    #expect(short.solution == again.solution)
    #expect(short.trace == again.trace)
    #expect(Array(long.trace.prefix(short.trace.count)) == short.trace)
    #expect(long.trace.dropFirst(short.trace.count).allSatisfy { $0.iteration > 40 })
  }

  @Test("Cancelled before it begins, the search still gives a valid plan")
  func cancelledPlansAreValid() {
    let cancellation = Cancellation()
    cancellation.cancel()
    let problem = Self.shape.draw(5)
    let result = SupplySearch(problem).run(
      from: nil, budget: Budget(deadline: .never(cancellation: cancellation)), seed: 1)
    #expect(result.judgement.faults == [])
    #expect(result.stop == .deadline)
  }

  @Test("A deadline at any clock reading leaves a valid plan", arguments: [3, 10, 30, 100])
  func deadlinesLeaveValidPlans(readings: UInt64) {
    let ticks = Counter()
    let clock = MonotonicClock { ticks.next() }
    let budget = Budget(deadline: Deadline(clock: clock, end: readings))
    let result = SupplySearch(Self.shape.draw(6)).run(from: nil, budget: budget, seed: 1)
    #expect(result.judgement.faults == [])
    #expect(result.iterations <= Int(readings))
  }

  @Test("Searching on from a plan never makes it worse", arguments: 0..<8 as Range<UInt64>)
  func restartsKeepWhatIsThere(seed: UInt64) {
    let search = SupplySearch(Self.shape.draw(seed))
    let first = search.run(from: nil, budget: Self.budget(20), seed: seed)
    let none = search.run(from: first.solution, budget: Self.budget(0), seed: seed + 1)
    #expect(none.judgement.objective <= first.judgement.objective)
    let more = search.run(from: first.solution, budget: Self.budget(20), seed: seed + 1)
    #expect(more.judgement.objective <= first.judgement.objective)
    #expect(more.judgement.faults == [])
  }

  @Test(
    "What is loaded is delivered, and a demand gets what it asks less what is missing",
    arguments: 0..<8 as Range<UInt64>)
  func packsAreConserved(seed: UInt64) {
    let problem = Self.shape.draw(seed)
    let result = SupplySearch(problem).run(from: nil, budget: Self.budget(20), seed: seed)
    var loaded = Array(repeating: 0, count: problem.goods.count)
    var delivered = Array(repeating: 0, count: problem.demands.count)
    for step in result.solution.routes.flatMap(\.steps) {
      switch step.action {
      case .load(_, let packs): for good in packs.indices { loaded[good] += packs[good] }
      case .deliver(let demand, let packs): delivered[demand] += packs
      }
    }
    for good in problem.goods.indices {
      let own = problem.demands.indices.filter { problem.demands[$0].good == good }
      #expect(loaded[good] == own.reduce(0) { $0 + delivered[$1] })
    }
    for demand in problem.demands.indices {
      #expect(delivered[demand] + result.judgement.missing[demand] == problem.demands[demand].packs)
    }
  }

  @Test("No plan costs less than the bound", arguments: 0..<24 as Range<UInt64>)
  func boundsHold(seed: UInt64) {
    let problem = Self.shape.draw(seed)
    let result = SupplySearch(problem).run(from: nil, budget: Self.budget(40), seed: seed)
    let objective = result.judgement.objective
    let bound = SupplyBound(problem).cost(
      undelivered: objective.undelivered, solver: GLPKSolver(), deadline: .never(), nodeLimit: 2000)
    #expect(bound != nil)
    #expect(bound ?? 0 <= objective.cost)
  }
}

/// Counts how often it is asked.
final class Counter: Sendable {
  private let value = Atomic<UInt64>(0)
  func next() -> UInt64 { value.add(1, ordering: .relaxed).newValue }
}

extension Draft {
  /// Counts everything anew and compares.
  func expectsToAddUp(_ facts: SupplyFacts) {
    var placed = Array(repeating: 0, count: facts.demandPacks.count)
    var tagged = Array(repeating: 0, count: facts.curveBy.count)
    var taken = Array(repeating: 0, count: facts.depots.count * facts.goods)
    var steps = 0
    for trip in trips {
      var loads = Array(repeating: 0, count: facts.goods)
      steps += 1
      var id = trip.head
      while id >= 0 {
        let piece = pieces[Int(id)]
        let demand = Int(piece.demand)
        placed[demand] += Int(piece.packs)
        tagged[facts.curveStart[demand] + Int(piece.tag)] += Int(piece.packs)
        loads[facts.demandGood[demand]] += Int(piece.packs)
        taken[trip.depot * facts.goods + facts.demandGood[demand]] += Int(piece.packs)
        steps += 1
        id = piece.next
      }
      #expect(trip.packs == loads.reduce(0, +))
      #expect(trip.grams == zip(loads, facts.grams).reduce(0) { $0 + $1.0 * $1.1 })
      #expect(Array(self.loads[trip.slot * facts.goods..<(trip.slot + 1) * facts.goods]) == loads)
    }
    #expect(self.placed == placed)
    #expect(self.tagged == tagged)
    #expect(self.taken == taken)
    #expect(stepCount == steps)
    for demand in placed.indices {
      for tag in 0..<facts.steps(demand) {
        #expect(room(demand, tag: tag, facts) <= facts.demandPacks[demand] - placed[demand])
      }
    }
  }
}
