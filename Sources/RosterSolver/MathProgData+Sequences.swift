import Rostering

extension RosterProblem {
  /// The automata arc by arc, and who follows which.
  func writeAutomata(_ writer: inout MathProgWriter) {
    writer.set("AUTOMATA", Array(sequences.indices))
    writer.table("class", duties.enumerated().map { ([$0], $1.dayClass) })
    var phases: [(key: [Int], value: Int)] = []
    var arcCosts: [(key: [Int], value: Int)] = []
    var endCosts: [(key: [Int], value: Int)] = []
    for (m, automaton) in sequences.enumerated() {
      phases += automaton.phases.enumerated().map { ([m, $0], $1) }
      let arcs = automaton.arcs
      writer.set("ARCS[\(m)]", arcs.map(\.key))
      arcCosts += arcs.map { ([m] + $0.key, $0.cost) }.filter { $0.1 != 0 }
      let ends = automaton.endCosts.enumerated().compactMap { state, cost in cost.map { (state, $0) } }
      writer.set("ENDS", at: [m], ends.map(\.0))
      endCosts += ends.map { ([m, $0], $1) }
    }
    writer.table("phase", phases)
    writer.table("arcCost", arcCosts)
    writer.table("endCost", endCosts)
    var followers: [(key: [Int], value: Int)] = []
    for (p, person) in people.enumerated() {
      if let sequence = person.sequence { followers.append(([p, sequence], person.startState)) }
    }
    writer.set("FOLLOWS", followers.map(\.key))
    writer.table("start", followers)
  }
}

extension RosterProblem.Automaton {
  /// Phase, state, letter and next state of every arc, and its cost. O(phases × states × letters).
  fileprivate var arcs: [(key: [Int], cost: Int)] {
    zip(next, costs).enumerated().compactMap { index, arc in
      guard arc.0 >= 0, letterCount > 0, stateCount > 0 else { return nil }
      let (row, letter) = index.quotientAndRemainder(dividingBy: letterCount)
      let (phase, state) = row.quotientAndRemainder(dividingBy: stateCount)
      return ([phase, state, letter, Int(arc.0)], Int(arc.1))
    }
  }
}
