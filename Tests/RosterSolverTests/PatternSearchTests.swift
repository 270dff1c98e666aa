import Rostering
import Testing
import Units

@testable import RosterSolver

@Suite("Local search over several days")
struct PatternSearchTests {
  private struct NotHandled: Error { var obstacle: SearchObstacle? }

  private func makeSearch(_ problem: RosterProblem, seed: UInt64) throws -> PatternSearch {
    guard let search = PatternSearch(problem, seed: seed) else {
      throw NotHandled(obstacle: SearchObstacle.first(in: problem))
    }
    return search
  }

  @Test("After every move the running sums are what the problem's own words say of the roster")
  func everyDeltaEqualsReevaluation() throws {
    for seed in UInt64(1)...120 {
      var random = RandomPatternRoster(seed: seed)
      let problem = random.problem(days: 1...9, people: 1...5, mostDuties: 20)
      #expect(problem.flaws().isEmpty)
      var search = try makeSearch(problem, seed: seed)
      for _ in 0..<60 {
        _ = search.iterate(7)
        guard search.stuck.isEmpty else { break }
        let roster = search.current
        #expect(problem.objective(of: roster) == search.currentObjective)
        #expect(problem.violations(of: roster).isEmpty == search.isCurrentFeasible)
      }
    }
  }

  @Test("Once a roster without a violation was found, the best has none, and it never gets worse")
  func feasibleStaysFeasible() throws {
    for seed in UInt64(1)...60 {
      var random = RandomPatternRoster(seed: seed)
      let problem = random.problem(days: 1...7, people: 1...4, mostDuties: 16)
      var search = try makeSearch(problem, seed: 1)
      var wasFeasible = search.isFeasible
      var before = search.bestObjective
      for _ in 0..<40 {
        _ = search.iterate(25)
        #expect(problem.violations(of: search.best).isEmpty == search.isFeasible)
        #expect(problem.objective(of: search.best) == search.bestObjective)
        #expect(search.isFeasible || !wasFeasible)
        if wasFeasible { #expect(search.bestObjective <= before) }
        (wasFeasible, before) = (search.isFeasible, search.bestObjective)
      }
    }
  }

  @Test("One person alone is given the best days at once, wherever a roster without a violation exists")
  func onePersonIsSolvedExactly() throws {
    var judged = 0
    for seed in UInt64(1)...150 {
      var random = RandomPatternRoster(seed: seed)
      var problem = random.problem(days: 1...6, people: 1...1, mostDuties: 7)
      // Two totals are counted exactly; shortage is priced, not compared level by level.
      problem.people[0].totals = Array(problem.people[0].totals.prefix(2))
      problem.people[0].wishes = problem.people[0].wishes.filter { $0.duties.count == 1 }
      for duty in problem.duties.indices {
        for seat in problem.duties[duty].seats.indices { problem.duties[duty].seats[seat].weight = 0 }
      }
      guard let best = BruteForce(problem: problem).best() else { continue }
      var search = try makeSearch(problem, seed: 1)
      search.construct(deadline: .never())
      #expect(search.isFeasible == true)
      #expect(search.bestObjective == best)
      judged += 1
    }
    #expect(judged > 60)
  }

  @Test("A first roster keeps the running sums, and takes nothing away from a better one")
  func constructionIsCounted() throws {
    for seed in UInt64(1)...60 {
      var random = RandomPatternRoster(seed: seed)
      let problem = random.problem(days: 1...9, people: 1...5, mostDuties: 20)
      var search = try makeSearch(problem, seed: seed)
      for _ in 0..<2 {
        let before = search.isFeasible ? search.bestObjective : nil
        search.construct(deadline: .never())
        if let before { #expect(search.isFeasible == true && search.bestObjective <= before) }
        #expect(problem.objective(of: search.best) == search.bestObjective)
        #expect(problem.violations(of: search.best).isEmpty == search.isFeasible)
        guard search.stuck.isEmpty else { break }
        #expect(problem.objective(of: search.current) == search.currentObjective)
        _ = search.iterate(200)
      }
    }
  }

  @Test("The optimum of tiny problems is found, as brute force knows it")
  func tinyOptimaAreFound() throws {
    for (problem, best) in RandomPatternRoster.feasibleProblems(100, from: 0) {
      var search = try makeSearch(problem, seed: 3)
      var moves = 0
      while moves < 60_000, !(search.isFeasible && search.bestObjective == best) {
        _ = search.iterate(500)
        moves += 500
      }
      #expect(search.isFeasible == true)
      #expect(search.bestObjective == best)
    }
  }

  @Test("The same seed and moves give the same roster, and a longer run begins like a shorter one")
  func longerRunsBeginLikeShorterOnes() throws {
    for seed in UInt64(1)...12 {
      var random = RandomPatternRoster(seed: seed)
      let problem = random.problem(days: 5...9, people: 3...5, mostDuties: 24)
      var inOne = try makeSearch(problem, seed: seed)
      var inTwo = try makeSearch(problem, seed: seed)
      _ = inOne.iterate(4_000)
      _ = inTwo.iterate(1_500)
      _ = inTwo.iterate(2_500)
      #expect(inOne.best == inTwo.best)
      #expect(inOne.current == inTwo.current)
      _ = inOne.iterate(3_000)
      _ = inTwo.iterate(3_000)
      #expect(inOne.best == inTwo.best)
    }
  }

  @Test("A better roster from elsewhere becomes the best; a worse one, or one that is no roster, changes nothing")
  func incumbentsAreTaken() throws {
    for (index, entry) in RandomPatternRoster.feasibleProblems(40, from: 500).enumerated() {
      var search = try makeSearch(entry.problem, seed: 1)
      var better = try makeSearch(entry.problem, seed: 2)
      _ = better.iterate(20_000)
      let objective = min(better.bestObjective, search.isFeasible ? search.bestObjective : better.bestObjective)
      guard better.isFeasible else { continue }
      search.take(better.best)
      #expect(search.isFeasible && search.bestObjective == objective)
      search.take(
        RosterAssignment(seats: [.init(person: index, duty: 99, seat: 7), .init(person: 0, duty: 0, seat: -1)]))
      search.take(RosterAssignment())
      #expect(search.isFeasible && search.bestObjective <= objective)
      _ = search.iterate(100)
      #expect(entry.problem.objective(of: search.best) == search.bestObjective)
    }
  }

  @Test("A horizon of one day, or of none, people without options, and nothing wanted are no special cases")
  func edgesOfTheProblem() throws {
    for seed in UInt64(1)...40 {
      var random = RandomPatternRoster(seed: seed)
      var problem = random.problem(days: 1...1, people: 1...2, mostDuties: 3)
      for index in problem.duties.indices {
        for seat in problem.duties[index].seats.indices {
          problem.duties[index].seats[seat] = .init(minimum: 0, target: 0, maximum: 1, weight: 1)
        }
      }
      problem.people.append(RosterProblem.Person(options: []))
      var search = try makeSearch(problem, seed: seed)
      _ = search.iterate(500)
      guard let best = BruteForce(problem: problem).best() else {
        #expect(search.isFeasible == false)
        continue
      }
      #expect(search.isFeasible && search.bestObjective == best)
    }
    var empty = try makeSearch(RosterProblem(dayCount: 0, people: [.init(options: [])], duties: []), seed: 1)
    #expect(!empty.iterate(10) && empty.isFeasible && empty.best.seats.isEmpty)
    var nobody = try makeSearch(RosterProblem(dayCount: 3, people: [], duties: []), seed: 1)
    #expect(!nobody.iterate(10) && nobody.isFeasible)
  }

  @Test("Somebody whose automaton accepts no word stays off, and the roster is not called feasible")
  func nobodyIsForcedIntoAWord() throws {
    var random = RandomPatternRoster(seed: 4)
    var problem = random.problem(days: 3...3, people: 2...2)
    problem.sequences.append(RosterProblem.Automaton(stateCount: 1, letterCount: 4, phases: [0, 0, 0]))
    problem.people[1].sequence = 2
    problem.people[1].startState = 0
    var search = try makeSearch(problem, seed: 1)
    _ = search.iterate(2_000)
    #expect(search.stuck == [1] && !search.isFeasible)
    #expect(search.best.seats.allSatisfy { $0.person != 1 })
    #expect(problem.objective(of: search.best) == search.bestObjective)
  }

  @Test("What the search does not handle is named")
  func obstaclesAreNamed() {
    var random = RandomPatternRoster(seed: 1)
    let sound = random.problem(days: 4...4, people: 2...2, mostDuties: 5)
    #expect(SearchObstacle.first(in: sound) == nil)
    func obstacle(_ change: (inout RosterProblem) -> Void) -> SearchObstacle? {
      var problem = sound
      change(&problem)
      return SearchObstacle.first(in: problem)
    }
    #expect(obstacle { $0.longestRun = 3 } == .runs)
    #expect(obstacle { $0.runCost = 1 } == .runs)
    #expect(obstacle { $0.pairs = [.init(first: 0, second: 1, cost: 1)] } == .pairs)
    #expect(obstacle { $0.groups = [.init(people: [0], places: [], allowed: 0, cost: 1)] } == .groups)
    #expect(obstacle { $0.people[0].startState = 9 } == .flaw(.sequence(person: 0)))
    #expect(obstacle { $0.constant = 1 << 40 } == .numbersTooLarge)
    #expect(
      obstacle {
        $0.duties[0].asksForLead = true; $0.duties[0].leadWeight = 2
      } == .lead(duty: 0))
  }
}
