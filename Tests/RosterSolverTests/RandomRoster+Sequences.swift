import Rostering
import Units

extension RandomRoster {
  /// Adds what a roster may ask for beyond a district: automata, blocks, least totals, slack and wanted cover.
  mutating func addSequences(to problem: inout RosterProblem) {
    for duty in problem.duties.indices {
      problem.duties[duty].dayClass = within(1...2)
      for seat in problem.duties[duty].seats.indices {
        problem.duties[duty].seats[seat].wanted = within(0...2)
        problem.duties[duty].seats[seat].underCost = within(0...5)
        problem.duties[duty].seats[seat].overCost = within(0...5)
      }
    }
    problem.sequences = (0..<within(1...2)).map { _ in automaton(days: problem.dayCount) }
    for person in problem.people.indices {
      if chance(60) {
        let sequence = random.below(problem.sequences.count)
        problem.people[person].sequence = sequence
        problem.people[person].startState = random.below(problem.sequences[sequence].stateCount)
      }
      if chance(70) { problem.people[person].totals.append(blocks(of: problem.duties.count)) }
    }
  }

  private mutating func automaton(days: Int) -> RosterProblem.Automaton {
    let phases = (0..<days).map { _ in within(0...1) }
    var automaton = RosterProblem.Automaton(stateCount: within(1...3), letterCount: 3, phases: phases)
    for phase in 0...(phases.max() ?? 0) {
      for state in 0..<automaton.stateCount {
        for letter in 0..<3 where letter == 0 || chance(70) {
          automaton.setArc(
            phase: phase, from: state, letter: letter, to: random.below(automaton.stateCount), cost: within(-2...6))
        }
      }
    }
    automaton.endCosts = (0..<automaton.stateCount).map { _ in chance(80) ? within(0...4) : nil }
    return automaton
  }

  private mutating func blocks(of duties: Int) -> RosterProblem.Total {
    let amounts = (0..<duties).filter { _ in chance(40) }.map {
      RosterProblem.Amount(duty: $0, amount: within(0...2))
    }
    var total = RosterProblem.Total(amounts: amounts, base: within(0...2))
    total.blocks = (0...1).map { parity in
      .init(duties: (0..<duties).filter { $0 % 2 == parity }, amount: within(0...3))
    }
    if chance(30) { total.minimum = within(1...3) }
    if chance(50) { total.maximum = within(2...6) }
    var cost = RosterProblem.StepCost(
      target: within(0...4), step: within(1...2), weight: within(0...3),
      prices: [.init(upTo: 1, price: 1), .init(upTo: Int.max, price: 3)])
    cost.slack = within(0...2)
    if chance(70) { total.cost = cost }
    return total
  }
}
