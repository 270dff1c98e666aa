import Units

/// What the days to come cost a person at least, at prices for two counted totals: dynamic programming backwards over
/// (day, state of the automaton, whether the open block is counted).
///
/// - Complexity: O(days × (choices + states × letters)).
final class YearBound {
  let tables: SearchTables
  /// Of a step of the first and of the second counted total.
  var firstPrice = 0.0
  var secondPrice = 0.0
  private let width: Int
  /// [day × width + 2 × state + (1: the open block is counted)]; infinite where there is no way on.
  let toGo: Buffer<Double>
  private let taken: Buffer<Int32>
  // A day's choices by letter and by whether they touch the open block: the cheapest, and what it costs.
  private let kindLetter: Buffer<Int32>
  private let kindTouches: Buffer<Bool>
  private let kindChoice: Buffer<Int32>
  private let kindCost: Buffer<Double>
  private let kindBlock: Buffer<Double>

  init(_ tables: SearchTables) {
    self.tables = tables
    width = 2 * tables.words.mostStates
    toGo = Buffer(repeating: .infinity, count: (tables.dayCount + 1) * width)
    taken = Buffer(repeating: -1, count: (tables.dayCount + 1) * width)
    var most = 1
    for slot in 0..<tables.slotCount { most = max(most, Int(tables.slotLetter[slot]) + 1) }
    kindLetter = Buffer(repeating: 0, count: 2 * most)
    kindTouches = Buffer(repeating: false, count: 2 * most)
    kindChoice = Buffer(repeating: -1, count: 2 * most)
    kindCost = Buffer(repeating: 0, count: 2 * most)
    kindBlock = Buffer(repeating: 0, count: 2 * most)
  }

  @inline(__always) func value(_ index: Int, state: Int, isOpen: Int) -> Double {
    toGo[index &* width &+ 2 &* state &+ isOpen]
  }

  /// Fills `toGo`; returns the least from the start on.
  func run(
    _ choices: borrowing WindowChoices, automaton: Int, days: Range<Int>, start: Int, end: borrowing Buffer<Int32>
  ) -> Double {
    let states = Int(tables.words.stateCount[automaton])
    let letters = Int(tables.words.letterCount[automaton])
    for state in 0..<states {
      let value = end[state] == SearchTables.forbidden ? Double.infinity : Double(end[state])
      toGo[days.count * width + 2 * state] = value
      toGo[days.count * width + 2 * state + 1] = value
    }
    for index in stride(from: days.count - 1, through: 0, by: -1) {
      let kinds = lay(choices, index)
      let stays = choices.staysOpen(after: index) ? 1 : 0
      let hasBlock = choices.interval(index) >= 0
      let arcs = Int(tables.words.dayArcs[automaton &* tables.dayCount &+ days.lowerBound &+ index])
      let after = (index &+ 1) &* width
      for state in 0..<states {
        var (best, bestOpen) = (Double.infinity, Double.infinity)
        var (choice, choiceOpen): (Int32, Int32) = (-1, -1)
        let row = arcs &+ state &* letters
        for kind in 0..<kinds {
          let arc = tables.words.arcs[row &+ Int(kindLetter[kind])]
          if arc.next < 0 { continue }
          let next = after &+ 2 &* Int(arc.next)
          let touches = kindTouches[kind] ? stays : 0
          let cost = kindCost[kind] + Double(arc.cost)
          let fresh = cost + kindBlock[kind] + toGo[next &+ touches]
          if fresh < best { (best, choice) = (fresh, kindChoice[kind]) }
          if hasBlock {
            let open = cost + toGo[next &+ stays]
            if open < bestOpen { (bestOpen, choiceOpen) = (open, kindChoice[kind]) }
          }
        }
        let place = index &* width &+ 2 &* state
        toGo[place] = best
        taken[place] = choice
        toGo[place &+ 1] = bestOpen
        taken[place &+ 1] = choiceOpen
      }
    }
    return toGo[2 * start]
  }

  /// The day's choices by kind; how many kinds there are.
  private func lay(_ choices: borrowing WindowChoices, _ index: Int) -> Int {
    var count = 0
    for choice in choices.range(index) {
      let touches = choices.block[choice] > 0
      let cost =
        Double(choices.cost[choice]) + firstPrice * Double(choices.first[choice])
        + secondPrice * Double(choices.second[choice])
      var kind = 0
      while kind < count, kindLetter[kind] != choices.letter[choice] || kindTouches[kind] != touches { kind &+= 1 }
      if kind == count {
        count &+= 1
        kindLetter[kind] = choices.letter[choice]
        kindTouches[kind] = touches
        kindBlock[kind] = touches ? secondPrice * Double(choices.block[choice]) : 0
      } else if cost >= kindCost[kind] {
        continue
      }
      kindCost[kind] = cost
      kindChoice[kind] = Int32(truncatingIfNeeded: choice)
    }
    return count
  }

  /// The days behind the last value, from 0.
  func follow(
    _ choices: borrowing WindowChoices, automaton: Int, days: Range<Int>, start: Int,
    into trial: borrowing Buffer<Int32>
  ) {
    var (state, isOpen) = (start, 0)
    for index in 0..<days.count {
      let choice = Int(taken[index * width + 2 * state + isOpen])
      guard choice >= 0 else { return }
      trial[index] = choices.slot[choice]
      let touches = isOpen == 1 || choices.block[choice] > 0
      isOpen = touches && choices.staysOpen(after: index) ? 1 : 0
      state = Int(
        tables.words.arc(
          automaton: automaton, day: days.lowerBound + index, state: state, letter: Int(choices.letter[choice])
        ).next)
    }
  }
}
