import Rostering
import Units

/// The automata of all people, one after another, with one last that accepts any word for people without a sequence.
///
/// States from which no accepted end can be reached keep their arcs: that depends on the person.
struct WordTables: ~Copyable {
  struct Arc: BitwiseCopyable {
    /// −1: the letter may not follow.
    var next: Int32
    var cost: Int32
  }
  let arcs: Buffer<Arc>
  /// [automaton × dayCount + day]: where the day's arcs of the automaton begin.
  let dayArcs: Buffer<Int32>
  let letterCount: Buffer<Int32>
  let stateCount: Buffer<Int32>
  /// The first of the automaton's entries in `endCost`; `SearchTables.forbidden` where a word may not end.
  let endStart: Buffer<Int32>
  let endCost: Buffer<Int32>
  /// The first of the automaton's entries in `letterLike`: for each letter the lowest that has the same arcs.
  let letterStart: Buffer<Int32>
  let letterLike: Buffer<Int32>
  /// Of each person.
  let automaton: Buffer<Int32>
  let startState: Buffer<Int32>
  let dayCount: Int
  let mostStates: Int

  init(_ problem: RosterProblem) {
    dayCount = problem.dayCount
    let list = problem.sequences + [WordTables.anyWord(problem)]
    mostStates = list.map(\.stateCount).max() ?? 1
    arcs = Buffer(repeating: Arc(next: -1, cost: 0), count: list.reduce(0) { $0 + $1.next.count })
    dayArcs = Buffer(repeating: 0, count: list.count * dayCount)
    letterCount = Buffer(repeating: 0, count: list.count)
    stateCount = Buffer(repeating: 0, count: list.count)
    endStart = Buffer(repeating: 0, count: list.count)
    endCost = Buffer(repeating: 0, count: list.reduce(0) { $0 + $1.stateCount })
    var firstArc = 0
    var firstEnd = 0
    for (index, automaton) in list.enumerated() {
      letterCount[index] = Int32(automaton.letterCount)
      stateCount[index] = Int32(automaton.stateCount)
      endStart[index] = Int32(firstEnd)
      for arc in automaton.next.indices {
        arcs[firstArc + arc] = Arc(next: automaton.next[arc], cost: automaton.costs[arc])
      }
      for day in 0..<dayCount {
        let phase = automaton.phases[day] * automaton.stateCount * automaton.letterCount
        dayArcs[index * dayCount + day] = Int32(firstArc + phase)
      }
      for (state, cost) in automaton.endCosts.enumerated() {
        endCost[firstEnd + state] = cost.map(Int32.init) ?? SearchTables.forbidden
      }
      firstArc += automaton.next.count
      firstEnd += automaton.stateCount
    }
    letterStart = Buffer(list.reduce(into: [Int32(0)]) { $0.append(($0.last ?? 0) + Int32($1.letterCount)) }, filler: 0)
    letterLike = Buffer(list.flatMap { WordTables.likeLetters($0) }, filler: 0)
    automaton = Buffer(repeating: 0, count: problem.people.count)
    startState = Buffer(repeating: 0, count: problem.people.count)
    for (index, person) in problem.people.enumerated() {
      automaton[index] = Int32(person.sequence ?? list.count - 1)
      startState[index] = Int32(person.sequence == nil ? 0 : person.startState)
    }
  }

  private static func anyWord(_ problem: RosterProblem) -> RosterProblem.Automaton {
    let letters = 1 + (problem.duties.map(\.dayClass).max() ?? 0)
    var automaton = RosterProblem.Automaton(
      stateCount: 1, letterCount: max(1, letters), phases: Array(repeating: 0, count: problem.dayCount))
    for letter in 0..<max(1, letters) { automaton.setArc(phase: 0, from: 0, letter: letter, to: 0) }
    return automaton
  }

  private static func likeLetters(_ automaton: RosterProblem.Automaton) -> [Int32] {
    let letters = automaton.letterCount
    func isLike(_ a: Int, _ b: Int) -> Bool {
      stride(from: 0, to: automaton.next.count, by: letters).allSatisfy {
        automaton.next[$0 + a] == automaton.next[$0 + b] && automaton.costs[$0 + a] == automaton.costs[$0 + b]
      }
    }
    return (0..<letters).map { letter in Int32((0..<letter).first { isLike($0, letter) } ?? letter) }
  }

  @inline(__always) func likeLetter(_ letter: Int, of automaton: Int) -> Int {
    Int(letterLike[Int(letterStart[automaton]) &+ letter])
  }

  /// The person's word is accepted from now on, whatever it is.
  func acceptAnything(_ person: Int) {
    automaton[person] = Int32(stateCount.count - 1)
    startState[person] = 0
  }

  @inline(__always) func arc(automaton: Int, day: Int, state: Int, letter: Int) -> Arc {
    arcs[Int(dayArcs[automaton &* dayCount &+ day]) &+ state &* Int(letterCount[automaton]) &+ letter]
  }

  @inline(__always) func end(automaton: Int, state: Int) -> Int32 { endCost[Int(endStart[automaton]) &+ state] }
}
