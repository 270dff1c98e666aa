import LinearModel
import Rostering

/// Automata: one unit flows through the states before each free day of a person, letter by letter.
extension CompactProgram {
  mutating func addWords() {
    for person in people {
      guard let sequence = tables.problem.people[person].sequence else { continue }
      addFlow(of: person, WordGraph(self, person: person, tables.problem.sequences[sequence]))
    }
  }

  private mutating func addFlow(of person: Int, _ graph: WordGraph) {
    let base = person * tables.dayCount
    var before: [Int: CompactSum] = [:]
    for (layer, day) in graph.days.enumerated() {
      var (into, out): ([Int: CompactSum], [Int: CompactSum]) = ([:], [:])
      var byLetter = letters(base + day)
      let names = graph.standIn[layer]
      for arc in graph.arcs[layer] {
        let (from, letter) = (arc.from, arc.letter)
        let flow = extra(upper: nil, cost: arc.cost * goal.weights[2]) { reading in
          let isHere = names[reading.state(person, day)] == from
          return isHere && reading.roster.letter(base + day, reading.tables) == letter ? 1 : 0
        }
        out[from, default: CompactSum()].add(1, flow)
        into[arc.to, default: CompactSum()].add(1, flow)
        byLetter[letter, default: CompactSum()].add(-1, flow)
      }
      for letter in byLetter.keys.sorted() {
        put("letter[\(base + day),\(letter)]", lower: 0, upper: 0, byLetter[letter] ?? CompactSum())
      }
      if layer == 0 {
        let unit = out.keys.sorted().reduce(CompactSum()) { $0 + (out[$1] ?? CompactSum()) }
        put("startState[\(person)]", lower: 1, upper: 1, unit)
      } else {
        for state in Set(out.keys).union(before.keys).sorted() {
          let sum = (out[state] ?? CompactSum()) - (before[state] ?? CompactSum())
          put("nextState[\(base + day),\(state)]", lower: 0, upper: 0, sum)
        }
      }
      before = into
    }
  }

  /// The cell's sets by letter.
  private func letters(_ cell: Int) -> [Int: CompactSum] {
    var byLetter: [Int: CompactSum] = [:]
    switch columns[cell] {
    case .sets(let sets, let first)?:
      for (number, set) in sets.enumerated() {
        byLetter[letter(of: set.options), default: CompactSum()].add(1, Variable(number: first + number))
      }
    case .items(let options, let first)?:
      // Nothing is what remains of one.
      var off = CompactSum(1)
      for (number, option) in options.enumerated() {
        off.add(-1, Variable(number: first + number))
        byLetter[letter(of: [option]), default: CompactSum()].add(1, Variable(number: first + number))
      }
      byLetter[0] = off
    case nil: break
    }
    return byLetter
  }

  func letter(of options: [Int]) -> Int {
    options.last.map { tables.problem.duties[tables.duty($0)].dayClass } ?? 0
  }

  /// The letters of a cell.
  func possibleLetters(_ cell: Int) -> [Int] {
    switch columns[cell] {
    case .sets(let sets, _)?: Set(sets.map { letter(of: $0.options) }).sorted()
    case .items(let options, _)?: Set(options.map { letter(of: [$0]) } + [0]).sorted()
    case nil: [roster.letter(cell, tables)]
    }
  }
}

extension RosterProblem.Automaton {
  /// Where a letter leads from a state on a day, and at what cost.
  func step(_ state: Int, _ letter: Int, _ day: Int) -> (to: Int, cost: Int)? {
    guard (0..<letterCount).contains(letter) else { return nil }
    let arc = arc(phase: phases[day], state: state, letter: letter)
    return next[arc] < 0 ? nil : (Int(next[arc]), Int(costs[arc]))
  }
}
