import Rostering

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
  /// By free day: the state that stands for each, and for those from which the same words go on at the same costs.
  private(set) var standIn: [[Int: Int]] = []

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
      (arcs, standIn) = (days.map { _ in [] }, days.map { _ in [:] })
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
    merge()
  }

  private struct Outgoing: Hashable {
    var letter: Int
    var to: Int
    var cost: Int
  }

  /// From the last day back. O(arcs).
  private mutating func merge() {
    standIn = arcs.map { _ in [:] }
    for layer in arcs.indices.reversed() {
      var outgoing: [Int: [Outgoing]] = [:]
      for index in arcs[layer].indices {
        let isLast = layer + 1 == arcs.count
        arcs[layer][index].to = isLast ? 0 : standIn[layer + 1][arcs[layer][index].to] ?? arcs[layer][index].to
        let arc = arcs[layer][index]
        outgoing[arc.from, default: []].append(Outgoing(letter: arc.letter, to: arc.to, cost: arc.cost))
      }
      var first: [[Outgoing]: Int] = [:]
      for state in outgoing.keys.sorted() {
        let key = outgoing[state] ?? []
        standIn[layer][state] = first[key] ?? state
        first[key] = first[key] ?? state
      }
      let names = standIn[layer]
      arcs[layer].removeAll { names[$0.from] != $0.from }
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
