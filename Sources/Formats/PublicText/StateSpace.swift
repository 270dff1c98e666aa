import Rostering

/// Builds an automaton from states with names: only those that can be reached get a number, in order of discovery.
///
/// - Complexity: O(states × letters × phases).
struct StateSpace<State: Hashable> {
  private(set) var states: [State] = []
  private var numbers: [State: Int] = [:]

  /// The number of a state, a new one where it is unknown.
  mutating func number(of state: State) -> Int {
    if let known = numbers[state] { return known }
    numbers[state] = states.count
    states.append(state)
    return states.count - 1
  }

  /// All states that can be reached from those already numbered, as an automaton.
  /// - Parameter step: the state behind a letter, and what the letter costs; nil where it may not follow.
  mutating func automaton(
    letterCount: Int, phases: [Int], step: (_ from: State, _ letter: Int, _ phase: Int) -> (to: State, cost: Int)?
  ) -> RosterProblem.Automaton {
    var arcs: [Arc] = []
    var done = 0
    while done < states.count {
      for phase in 0...(phases.max() ?? 0) {
        for letter in 0..<letterCount {
          guard let (target, cost) = step(states[done], letter, phase) else { continue }
          arcs.append(Arc(phase: phase, from: done, letter: letter, target: number(of: target), cost: cost))
        }
      }
      done += 1
    }
    var automaton = RosterProblem.Automaton(stateCount: states.count, letterCount: letterCount, phases: phases)
    for arc in arcs {
      automaton.setArc(phase: arc.phase, from: arc.from, letter: arc.letter, to: arc.target, cost: arc.cost)
    }
    return automaton
  }
}

private struct Arc {
  var phase: Int
  var from: Int
  var letter: Int
  var target: Int
  var cost: Int
}
