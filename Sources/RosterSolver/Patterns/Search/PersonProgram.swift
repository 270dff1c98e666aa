import Units

/// One label: where it stands in its layer, its cost, and how it came about.
struct ProgramLabel: BitwiseCopyable {
  var entry: Int32
  var cost: Int32
  var parent: Int32
  var choice: Int32
}

/// The cheapest days of one person in a window, both ends fixed, by dynamic programming over the automaton's states and
/// two counted totals; the others only have prices.
///
/// - Complexity: O(labels × choices of different letter and amounts), at most `mostLabels` labels: one for each day,
///   state and value of the counted totals that can be reached and from which the end can be.
struct PersonProgram: ~Copyable {
  static let none = Int32.max
  static let mostLabels = 24_000_000

  let tables: SearchTables
  let counted: CountedTotals
  /// Price of each total's amounts, on top of what it costs.
  let price: Buffer<Int32>
  /// Of a unit of shortage.
  var shortageUnit = 100
  var choices: WindowChoices

  private var labels: Buffer<ProgramLabel>
  private var labelCount = 0
  /// [layer entry]: the label there, −1 for none; −1 everywhere between calls.
  private var labelAt: Buffer<Int32>
  /// [day in window × states + state]: the most of the first total from there on, −1 where no end is reached.
  private let most: Buffer<Int32>

  init(_ tables: SearchTables) {
    self.tables = tables
    counted = CountedTotals(tables)
    price = Buffer(repeating: 0, count: tables.totals.count)
    choices = WindowChoices(tables)
    labels = Buffer(repeating: ProgramLabel(entry: 0, cost: 0, parent: -1, choice: 0), count: 1 << 12)
    labelAt = Buffer(repeating: -1, count: 1 << 12)
    most = Buffer(repeating: 0, count: (tables.dayCount + 1) * tables.words.mostStates)
  }

  /// The shape of a layer: states × open block or not × values of both totals.
  private struct Layer {
    var states: Int
    var firstValues: Int
    var secondValues: Int
    var size: Int { states * 2 * firstValues * secondValues }
    @inline(__always) func entry(_ state: Int, _ isOpen: Int, _ first: Int, _ second: Int) -> Int {
      (((state &* 2) &+ isOpen) &* firstValues &+ first) &* secondValues &+ second
    }
  }

  /// Prepares for a window that ends with day `last`: what the counted totals may have come to by then.
  mutating func limit(_ person: Int, at last: Int) { choices.limit(person, counted: counted, at: last) }

  /// Writes the cheapest days into `trial` (from its start); false where there are none, or too many labels.
  /// - Parameters:
  ///   - cells: everybody's slots; the person's own in the window count for nothing.
  ///   - filled: people on slots, the person's own in the window included.
  ///   - end: cost of each state after the window; `SearchTables.forbidden` where it may not be.
  mutating func solve(
    _ person: Int, days: Range<Int>, startState: Int, end: borrowing Buffer<Int32>, cells: borrowing Buffer<Int32>,
    filled: borrowing Buffer<Int32>, into trial: borrowing Buffer<Int32>
  ) -> Bool {
    let automaton = Int(tables.words.automaton[person])
    choices.lay(
      person, days: days, counted: counted, price: price, shortageUnit: shortageUnit, cells: cells, filled: filled)
    let states = Int(tables.words.stateCount[automaton])
    lookAhead(automaton, days: days, states: states, end: end)
    guard most[startState] >= 0 else { return false }
    if Int(most[startState]) >= choices.lowFirst,
      run(automaton, days: days, startState: startState, end: end, into: trial)
    {
      return true
    }
    // The least value cannot be reached: as near to it as can be.
    guard choices.lowFirst > 0, labelCount < PersonProgram.mostLabels else { return false }
    choices.forgetLeast()
    return run(automaton, days: days, startState: startState, end: end, into: trial)
  }

  private mutating func run(
    _ automaton: Int, days: Range<Int>, startState: Int, end: borrowing Buffer<Int32>,
    into trial: borrowing Buffer<Int32>
  ) -> Bool {
    let layer = Layer(
      states: Int(tables.words.stateCount[automaton]), firstValues: choices.mostFirst + 1,
      secondValues: choices.mostSecond + 1)
    guard layer.size < Int(Int32.max) / 2, layer.size <= 1 << 24 else { return false }
    if labelAt.count < layer.size { labelAt = Buffer(repeating: -1, count: layer.size) }
    labelCount = 0
    add(ProgramLabel(entry: Int32(layer.entry(startState, 0, 0, 0)), cost: 0, parent: -1, choice: 0))
    var begin = 0
    for index in 0..<days.count {
      let stop = labelCount
      extend(begin..<stop, automaton, day: days.lowerBound + index, index: index, layer)
      for label in stop..<labelCount { labelAt[Int(labels[label].entry)] = -1 }
      begin = stop
      if labelCount >= PersonProgram.mostLabels || labelCount == stop { return false }
    }
    return readBack(begin..<labelCount, days: days.count, layer, end: end, into: trial)
  }

  private mutating func add(_ label: ProgramLabel) { labels.append(label, used: &labelCount) }

  /// From the end: which states reach it, and with how much of the first total.
  private func lookAhead(_ automaton: Int, days: Range<Int>, states: Int, end: borrowing Buffer<Int32>) {
    for state in 0..<states { most[days.count * states + state] = end[state] == SearchTables.forbidden ? -1 : 0 }
    for index in stride(from: days.count - 1, through: 0, by: -1) {
      for state in 0..<states {
        var best: Int32 = -1
        for choice in choices.range(index) {
          let arc = tables.words.arc(
            automaton: automaton, day: days.lowerBound + index, state: state, letter: Int(choices.letter[choice]))
          guard arc.next >= 0, most[(index + 1) * states + Int(arc.next)] >= 0 else { continue }
          best = max(best, most[(index + 1) * states + Int(arc.next)] &+ choices.first[choice])
        }
        most[index * states + state] = best
      }
    }
  }

  private mutating func extend(_ range: Range<Int>, _ automaton: Int, day: Int, index: Int, _ layer: Layer) {
    let (low, high, highSecond) = (choices.lowFirst, choices.highFirst, choices.highSecond)
    // A block stays open over night when the next day is in it too.
    let staysOpen = choices.staysOpen(after: index)
    let candidates = choices.range(index)
    for number in range {
      let label = labels[number]
      var rest = Int(label.entry)
      let second = rest % layer.secondValues
      rest /= layer.secondValues
      let first = rest % layer.firstValues
      rest /= layer.firstValues
      let isOpen = rest & 1
      for choice in candidates {
        let arc = tables.words.arc(
          automaton: automaton, day: day, state: rest >> 1, letter: Int(choices.letter[choice]))
        if arc.next < 0 { continue }
        let ahead = Int(most[(index &+ 1) &* layer.states &+ Int(arc.next)])
        let value = first &+ Int(choices.first[choice])
        if ahead < 0 || value > high || value &+ ahead < low { continue }
        let block = Int(choices.block[choice])
        let other = second &+ Int(choices.second[choice]) &+ (isOpen == 0 ? block : 0)
        if other > highSecond { continue }
        let open = staysOpen && (isOpen == 1 || block > 0) ? 1 : 0
        let entry = layer.entry(Int(arc.next), open, value, other)
        let cost = label.cost &+ arc.cost &+ choices.cost[choice]
        let known = Int(labelAt[entry])
        let new = ProgramLabel(
          entry: Int32(truncatingIfNeeded: entry), cost: cost, parent: Int32(truncatingIfNeeded: number),
          choice: Int32(truncatingIfNeeded: choice))
        if known < 0 {
          labelAt[entry] = Int32(truncatingIfNeeded: labelCount)
          add(new)
        } else if cost < labels[known].cost {
          labels[known] = new
        }
      }
    }
  }

  /// The cheapest label at the end, followed back to the start.
  private func readBack(
    _ range: Range<Int>, days: Int, _ layer: Layer, end: borrowing Buffer<Int32>, into trial: borrowing Buffer<Int32>
  ) -> Bool {
    var best = Int.max
    var at = -1
    for number in range {
      var rest = Int(labels[number].entry)
      let second = rest % layer.secondValues
      rest /= layer.secondValues
      let first = rest % layer.firstValues
      let state = (rest / layer.firstValues) >> 1
      guard end[state] != SearchTables.forbidden else { continue }
      let total = Int(labels[number].cost) + Int(end[state]) + choices.endCost(first: first, second: second)
      if total < best { (best, at) = (total, number) }
    }
    guard at >= 0 else { return false }
    for index in stride(from: days - 1, through: 0, by: -1) {
      trial[index] = choices.slot[Int(labels[at].choice)]
      at = Int(labels[at].parent)
    }
    return true
  }
}
