import Rostering
import Testing
import Units

@testable import RosterSolver

@Suite("Bounds and prices for long horizons")
struct HorizonDualTests {
  @Test("At whatever prices, no roster is below the bound")
  func boundHolds() {
    for (problem, best) in RandomPatternRoster.feasibleProblems(60) {
      let weights = LevelWeights(problem)
      let dual = HorizonDual(SearchTables(problem), weights: weights)
      let value = weights.value(best)
      for _ in 0..<80 {
        // A target far above what can be reached makes for wild prices.
        let target = (value + (dual.iterations % 2 == 0 ? 1 : 1000)) * HorizonWalk.scale
        guard dual.iterate(target: target, deadline: .never()) else { break }
        #expect(dual.bound <= value * HorizonWalk.scale)
      }
    }
  }

  @Test("One person without totals: the first bound is already what the best days cost")
  func onePerson() {
    let seat = RosterProblem.Seat(minimum: 0, target: 0, maximum: 1, weight: 0)
    let duties = (0..<6).map { RosterProblem.Duty(day: $0, start: $0 * 1440, end: $0 * 1440 + 480, seats: [seat]) }
    var person = RosterProblem.Person(
      options: duties.indices.map { .init(duty: $0, seat: 0, cost: $0 % 2 == 0 ? -3 : 2) })
    person.sequence = 0
    var problem = RosterProblem(dayCount: 6, people: [person], duties: duties)
    // Any word; costs are the options' alone: days 0, 2 and 4 at −3 each.
    var automaton = RosterProblem.Automaton(stateCount: 1, letterCount: 2, phases: [Int](repeating: 0, count: 6))
    for letter in 0..<2 { automaton.setArc(phase: 0, from: 0, letter: letter, to: 0) }
    problem.sequences = [automaton]
    let dual = HorizonDual(SearchTables(problem), weights: LevelWeights(problem))
    #expect(dual.iterate(target: 0, deadline: .never()))
    #expect(dual.bound == -9 * HorizonWalk.scale)
  }
}
