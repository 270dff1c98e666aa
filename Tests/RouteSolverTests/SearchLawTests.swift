import Routing
import Testing
import Units

@testable import RouteSolver

@Suite("Laws of the route search")
struct SearchLawTests {
  static func budget(_ iterations: Int) -> Budget { Budget(deadline: .never(), iterations: iterations) }

  @Test("Every plan keeps every rule and is worth what the search says", arguments: 0..<24 as Range<UInt64>)
  func plansAreValid(seed: UInt64) throws {
    let shape = RandomProblem(
      locations: 7, demands: 5, vehicles: 3, goods: 1 + Int(seed % 2), packs: 12, capacity: 15, steps: 3)
    let problem = shape.draw(seed)
    try problem.validate()
    let result = RouteSearch(problem).run(from: nil, budget: Self.budget(40), seed: seed)
    #expect(result.judgement.faults == [])
    #expect(result.trace.last?.objective == result.judgement.objective)
    #expect(result.judgement.objective.undelivered >= RouteProofs(problem).undelivered)
  }
}
