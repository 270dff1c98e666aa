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
      for arc in graph.arcs[layer] {
        let (from, letter) = (arc.from, arc.letter)
        let flow = extra(upper: nil, cost: arc.cost * goal.weights[2]) { reading in
          reading.state(person, day) == from && reading.roster.letter(base + day, reading.tables) == letter ? 1 : 0
        }
        out[from, default: CompactSum()].add(1, flow)
        into[arc.to, default: CompactSum()].add(1, flow)
        byLetter[letter, default: CompactSum()].add(-1, flow)
      }
      for letter in byLetter.keys.sorted() {
        put("letter[\(base + day),\(letter)]", lower: 0, upper: 0, byLetter[letter] ?? CompactSum())
      }
      if layer > 0 {
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

/// An automaton unrolled over a person's free days: only states that the start reaches and that reach an end.
///
/// Fixed days between are read through; what they cost is in the arc before them.
struct WordGraph {
  struct Arc {
    var from: Int
    var letter: Int
    var to: Int
    var cost: Int
  }

  /// The free days.
  let days: [Int]
  /// By free day.
  private(set) var arcs: [[Arc]] = []

  /// O(days × states × letters).
  init(_ program: CompactProgram, person: Int, _ automaton: RosterProblem.Automaton) {
    let cells = program.tables.cells(of: person)
    days = (0..<program.tables.dayCount).filter { program.isFree(cells.lowerBound + $0) }
    // Nothing is asked of days that are left out, nor of those after them.
    let end = cells.firstIndex { program.freedom[$0] == .open }.map { $0 - cells.lowerBound } ?? cells.count
    let lastCosts = WordGraph.endCosts(automaton, from: end)
    func read(_ state: Int, _ range: Range<Int>) -> (state: Int, cost: Int)? {
      var (at, cost) = (state, 0)
      for day in range {
        let letter = program.roster.letter(cells.lowerBound + day, program.tables)
        guard let arc = automaton.step(at, letter, day) else { return nil }
        at = arc.to
        cost += arc.cost
      }
      return (at, cost)
    }
    guard let first = days.first, let begin = read(program.tables.problem.people[person].startState, 0..<first) else {
      arcs = days.map { _ in [] }
      return
    }
    var states: Set<Int> = [begin.state]
    for (layer, day) in days.enumerated() {
      let letters = program.possibleLetters(cells.lowerBound + day)
      let next = layer + 1 < days.count ? days[layer + 1] : max(day + 1, end)
      var (found, reached): ([Arc], Set<Int>) = ([], [])
      for state in states.sorted() {
        for letter in letters {
          guard let arc = automaton.step(state, letter, day), let last = read(arc.to, day + 1..<next) else { continue }
          var cost = arc.cost + last.cost
          if layer + 1 == days.count {
            guard let end = lastCosts[last.state] else { continue }
            cost += end
          }
          found.append(Arc(from: state, letter: letter, to: last.state, cost: cost))
          reached.insert(last.state)
        }
      }
      arcs.append(found)
      states = reached
    }
    for layer in days.indices.dropLast().reversed() {
      let open = Set(arcs[layer + 1].map(\.from))
      arcs[layer].removeAll { !open.contains($0.to) }
    }
  }

  /// What it costs to end in each state on the horizon's last day; where days are left out, nothing in each state from
  /// which some word goes on to an end.
  private static func endCosts(_ automaton: RosterProblem.Automaton, from end: Int) -> [Int?] {
    guard end < automaton.phases.count else { return automaton.endCosts }
    var isOpen = automaton.endCosts.map { $0 != nil }
    for day in (end..<automaton.phases.count).reversed() {
      isOpen = (0..<automaton.stateCount).map { state in
        (0..<automaton.letterCount).contains { letter in
          automaton.step(state, letter, day).map { isOpen[$0.to] } ?? false
        }
      }
    }
    return isOpen.map { $0 ? 0 : nil }
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
