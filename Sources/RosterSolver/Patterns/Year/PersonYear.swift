import Units

/// One label: where it stands in its layer, its cost, and how it came about.
struct YearLabel: BitwiseCopyable {
  var entry: Int32
  var parent: Int32
  var choice: Int32
  var cost: Int32
  /// What the label and the days to come cost at least at the prices, the prices' constant apart.
  var least: Float
}

/// One person's best days of a long horizon, the others as they are: labels over (day, state of the automaton, open
/// block) × two counted totals, in the order of a Lagrangian bound on the days to come. Of each day the best labels go
/// on, so that what comes out need not be the very best.
///
/// Totals beyond the two have prices; where the days break one of these, its price rises.
/// Source: Handler and Zang, "A dual algorithm for the constrained shortest path problem" (1980), for the prices;
/// Lowerre, "The HARPY speech recognition system" (1976), for keeping the best labels of a day.
/// - Complexity: O(days × (choices × effects + states × letters)) for each step of the prices, and
///   O(days × `mostOfDay` × choices) for the labels.
struct PersonYear: ~Copyable {
  /// Labels of a day that go on, at least; at most twice as many.
  static let mostOfDay = 600
  /// Steps of the prices, and those of somebody's first call.
  static let priceSteps = 16
  static let firstPriceSteps = 120
  /// How often prices of broken totals are raised.
  static let repairs = 3
  private static let buckets = 256

  let tables: SearchTables
  private let counted: CountedTotals
  private var choices: WindowChoices
  private let bound: YearBound
  /// Of each total: the price of a step where it is counted, else of a unit.
  private let totalPrice: Buffer<Double>
  private let roundedPrice: Buffer<Int32>
  private let end: Buffer<Int32>
  private let shortageUnit: Int
  private var labels: Buffer<YearLabel>
  private var labelCount = 0
  private var labelAt: Buffer<Int32>
  /// The days found, from 0.
  let trial: Buffer<Int32>
  private let path: Buffer<Int32>
  private let amount: Buffer<Int32>
  private let held: Buffer<Bool>
  private let histogram: Buffer<Int32>
  private let isKnown: Buffer<Bool>
  private var lastKnown = -1

  init(_ tables: SearchTables) {
    self.tables = tables
    counted = CountedTotals(tables)
    choices = WindowChoices(tables)
    bound = YearBound(tables)
    totalPrice = Buffer(repeating: 0, count: tables.totals.count)
    roundedPrice = Buffer(repeating: 0, count: tables.totals.count)
    end = Buffer(repeating: 0, count: tables.words.mostStates)
    labels = Buffer(repeating: YearLabel(entry: 0, parent: -1, choice: -1, cost: 0, least: 0), count: 1 << 12)
    labelAt = Buffer(repeating: -1, count: 1 << 12)
    trial = Buffer(repeating: -1, count: tables.dayCount)
    path = Buffer(repeating: -1, count: tables.dayCount)
    amount = Buffer(repeating: 0, count: tables.totals.count)
    held = Buffer(repeating: false, count: tables.totals.blockCount)
    histogram = Buffer(repeating: 0, count: PersonYear.buckets)
    isKnown = Buffer(repeating: false, count: tables.personCount)
    shortageUnit = max(1, Int(tables.typicalCost))
  }

  @inline(__always) private func totals(of person: Int) -> Range<Int> {
    Int(tables.totals.personTotals[person])..<Int(tables.totals.personTotals[person + 1])
  }

  /// Whether labels count the total.
  @inline(__always) private func isCounted(_ total: Int, _ person: Int) -> Bool {
    total == Int(counted.first[person]) || total == Int(counted.second[person])
  }

  /// In what the total's price is: its steps where it is counted, else its own unit.
  @inline(__always) private func unit(_ total: Int, _ person: Int) -> Double {
    isCounted(total, person) ? Double(max(1, counted.step[total])) : 1
  }

  /// Fills `trial` with days that come to less than `worth` as `worth(_:_:)` counts; false where none were found.
  mutating func solve(_ person: Int, in state: borrowing SearchState, below worth: Int) -> Bool {
    let automaton = Int(tables.words.automaton[person])
    for at in 0..<Int(tables.words.stateCount[automaton]) {
      end[at] = tables.words.end(automaton: automaton, state: at)
    }
    guard setPrices(person, state, below: Double(worth)) else { return false }
    for repair in 0...PersonYear.repairs {
      guard bestPath(person, state) < .infinity else { return false }
      var (constant, ofOthers) = (0.0, 0.0)
      for total in totals(of: person) {
        let least = leastOf(total, price: totalPrice[total], step: unit(total, person)).least
        constant += least
        if !isCounted(total, person) { ofOthers += least }
      }
      guard search(person, limit: Double(worth) - 1 - constant + 1e-6, most: Double(worth) - 0.5 - ofOthers) else {
        return false
      }
      if !raisePrices(person, repair) { return true }
    }
    return false
  }

  /// Raises prices of totals that `trial` breaks; false where it breaks none.
  private mutating func raisePrices(_ person: Int, _ repair: Int) -> Bool {
    count(person, trial)
    var isBroken = false
    for total in totals(of: person) where !isCounted(total, person) && tables.totals.breach(total, amount[total]) > 0 {
      isBroken = true
      let change = max(1, Double(shortageUnit << repair) / 8) / Double(tables.totals.unit[total])
      totalPrice[total] += amount[total] < tables.totals.low[total] ? -change : change
    }
    return isBroken
  }

  /// Steps towards the prices with the highest bound; false where a bound says that there is nothing below `worth`.
  private mutating func setPrices(_ person: Int, _ state: borrowing SearchState, below worth: Double) -> Bool {
    let own = totals(of: person)
    let steps = isKnown[person] ? PersonYear.priceSteps : PersonYear.firstPriceSteps
    if !isKnown[person] { beginLikeLast(person) }
    let bestPrice = Buffer<Double>(repeating: 0, count: own.count)
    let gap = Buffer<Double>(repeating: 0, count: own.count)
    var best = -Double.infinity
    var trust = 0.5
    for step in 0..<steps {
      var value = bestPath(person, state)
      guard value < .infinity else { return false }
      var length = 0.0
      for total in own {
        let (v, least) = leastOf(total, price: totalPrice[total], step: unit(total, person))
        value += least
        // In the total's largest amounts: minutes and weekends weigh alike.
        let largest = Double(tables.totals.unit[total]) / unit(total, person)
        let one = (Double(amount[total]) / unit(total, person) - v) / largest
        gap[total - own.lowerBound] = one / largest
        length += one * one
      }
      if value > best {
        best = value
        for total in own { bestPrice[total - own.lowerBound] = totalPrice[total] }
      } else {
        trust *= 0.9
      }
      if value >= worth { return false }
      if length < 1e-9 || step == steps - 1 { break }
      let factor = trust * (worth - value) / length
      for total in own { totalPrice[total] += factor * gap[total - own.lowerBound] }
    }
    for total in own { totalPrice[total] = bestPrice[total - own.lowerBound] }
    return true
  }

  /// The first prices are those of the person before: people are like each other.
  private mutating func beginLikeLast(_ person: Int) {
    isKnown[person] = true
    if lastKnown >= 0 {
      let other = totals(of: lastKnown)
      for (from, to) in zip(other, totals(of: person)) { totalPrice[to] = totalPrice[from] }
    }
    lastKnown = person
  }

  /// The bound's days at the prices, into `path`, and what they have of each total. Returns what they come to.
  private mutating func bestPath(_ person: Int, _ state: borrowing SearchState) -> Double {
    let days = 0..<tables.dayCount
    let automaton = Int(tables.words.automaton[person])
    let start = Int(tables.words.startState[person])
    for total in totals(of: person) where !isCounted(total, person) {
      totalPrice[total] = max(-100_000, min(100_000, totalPrice[total].rounded()))
      roundedPrice[total] = Int32(totalPrice[total])
    }
    choices.limit(person, counted: counted, at: tables.dayCount)
    choices.lay(
      person, days: days, counted: counted, price: roundedPrice, shortageUnit: shortageUnit, cells: state.cell,
      filled: state.filled)
    let (first, second) = (Int(counted.first[person]), Int(counted.second[person]))
    bound.firstPrice = first >= 0 ? totalPrice[first] : 0
    bound.secondPrice = second >= 0 ? totalPrice[second] : 0
    let value = bound.run(choices, automaton: automaton, days: days, start: start, end: end)
    guard value < .infinity else { return value }
    bound.follow(choices, automaton: automaton, days: days, start: start, into: path)
    count(person, path)
    return value
  }

  /// The value that the total would have at the price, in steps, and what that comes to.
  private func leastOf(_ total: Int, price: Double, step: Double) -> (v: Double, least: Double) {
    let low = tables.totals.low[total] > 0 ? (Double(tables.totals.low[total]) / step).rounded(.up) : 0
    let most = tables.totals.high[total]
    // Without a maximum, a price above 0 is worth nothing: far more than anybody's days come to.
    let high = most < Int32.max ? max(low, (Double(max(0, most)) / step).rounded(.down)) : 1e6
    let v = price > 0 ? high : low
    return (v, -price * v)
  }

  /// Fills `amount` with what the days have of each total. O(days × effects).
  private func count(_ person: Int, _ days: borrowing Buffer<Int32>) {
    for total in totals(of: person) { amount[total] = 0 }
    for block in Int(tables.totals.personBlocks[person])..<Int(tables.totals.personBlocks[person + 1]) {
      held[block] = false
    }
    for day in 0..<tables.dayCount {
      let slot = Int(days[day])
      guard slot >= 0 else { continue }
      for index in tables.effects(person: person, slot: slot) {
        let effect = tables.totals.effects[index]
        if effect.index >= 0 {
          amount[Int(effect.index)] &+= effect.amount
          continue
        }
        let block = Int(-1 - effect.index)
        if !held[block] { amount[Int(tables.totals.blockTotal[block])] &+= tables.totals.blockAmount[block] }
        held[block] = true
      }
    }
  }

  /// What the person's days cost now with what they spare or cost in cover; of totals only the two that are counted.
  mutating func worth(_ person: Int, _ state: borrowing SearchState) -> Int {
    let automaton = Int(tables.words.automaton[person])
    var at = Int(tables.words.startState[person])
    var sum = 0
    for day in 0..<tables.dayCount {
      let slot = Int(state.cell[person * tables.dayCount + day])
      path[day] = Int32(slot)
      let arc = tables.words.arc(automaton: automaton, day: day, state: at, letter: tables.letter(slot))
      sum += Int(arc.cost) + Int(tables.cost(person: person, day: day, slot: slot))
      at = Int(arc.next)
      guard slot >= 0 else { continue }
      let others = state.filled[slot] - 1
      sum += tables.cover.step(slot, filled: others)
      let shortage = tables.cover.shortageStep(slot, filled: others)
      if shortage != 0 { sum += tables.cover.weighed(shortage, unit: shortageUnit) }
    }
    sum += Int(tables.words.end(automaton: automaton, state: at))
    count(person, path)
    for total in totals(of: person) where isCounted(total, person) {
      sum += tables.totals.price(total, amount[total])
      sum += choices.breachWeight * tables.totals.breach(total, amount[total])
    }
    return sum
  }

  // MARK: Labels

  /// The shape of a layer: states × open block or not × values of both totals.
  private struct Layer {
    var states: Int
    var firstValues: Int
    var secondValues: Int
    var size: Int { states * 2 * firstValues * secondValues }
    @inline(__always) func entry(_ state: Int, _ isOpen: Int, _ first: Int, _ second: Int) -> Int {
      (((state &* 2) &+ isOpen) &* firstValues &+ first) &* secondValues &+ second
    }
    @inline(__always) func parts(_ entry: Int32) -> (state: Int, isOpen: Int, first: Int, second: Int) {
      let (upper, second) = Int(entry).quotientAndRemainder(dividingBy: secondValues)
      let (states, first) = upper.quotientAndRemainder(dividingBy: firstValues)
      return (states >> 1, states & 1, first, second)
    }
  }
  static let largestLayer = 1 << 25

  /// The best days by labels whose bound is at most `limit`, into `trial`; false where none come to at most `most`.
  private mutating func search(_ person: Int, limit: Double, most: Double) -> Bool {
    let automaton = Int(tables.words.automaton[person])
    let layer = Layer(
      states: Int(tables.words.stateCount[automaton]), firstValues: choices.mostFirst + 1,
      secondValues: choices.mostSecond + 1)
    guard layer.size <= PersonYear.largestLayer else { return false }
    if labelAt.count < layer.size { labelAt = Buffer(repeating: -1, count: layer.size) }
    labelCount = 0
    let start = layer.entry(Int(tables.words.startState[person]), 0, 0, 0)
    add(YearLabel(entry: Int32(start), parent: -1, choice: -1, cost: 0, least: 0))
    var begin = 0
    for day in 0..<tables.dayCount {
      let stop = labelCount
      extend(begin..<stop, automaton, day: day, layer, limit: limit)
      for label in stop..<labelCount { labelAt[Int(labels[label].entry)] = -1 }
      begin = stop
      if labelCount == stop { return false }
      keepBest(from: begin)
    }
    return readBack(begin..<labelCount, layer, most: most)
  }

  /// Drops the day's labels beyond the best, by classes of their bounds.
  private mutating func keepBest(from begin: Int) {
    guard labelCount - begin > PersonYear.mostOfDay else { return }
    var (low, high) = (Float.infinity, -Float.infinity)
    for label in begin..<labelCount {
      low = min(low, labels[label].least)
      high = max(high, labels[label].least)
    }
    let scale = Float(PersonYear.buckets - 1) / max(1e-3, high - low)
    for bucket in 0..<PersonYear.buckets { histogram[bucket] = 0 }
    for label in begin..<labelCount { histogram[Int((labels[label].least - low) * scale)] &+= 1 }
    var (last, sum) = (0, Int(histogram[0]))
    while sum < PersonYear.mostOfDay, last + 1 < PersonYear.buckets {
      last += 1
      sum += Int(histogram[last])
    }
    var kept = begin
    for label in begin..<labelCount where Int((labels[label].least - low) * scale) <= last {
      labels[kept] = labels[label]
      kept += 1
      if kept - begin == 2 * PersonYear.mostOfDay { break }
    }
    labelCount = kept
  }

  private mutating func add(_ label: YearLabel) { labels.append(label, used: &labelCount) }

  private mutating func extend(
    _ range: Range<Int>, _ automaton: Int, day: Int, _ layer: Layer, limit: Double
  ) {
    let (high, highSecond) = (choices.mostFirst, choices.mostSecond)
    let staysOpen = choices.staysOpen(after: day)
    let candidates = choices.range(day)
    let (firstPrice, secondPrice) = (bound.firstPrice, bound.secondPrice)
    for number in range {
      let label = labels[number]
      let (state, isOpen, first, second) = layer.parts(label.entry)
      for choice in candidates {
        let arc = tables.words.arc(automaton: automaton, day: day, state: state, letter: Int(choices.letter[choice]))
        if arc.next < 0 { continue }
        let value = first &+ Int(choices.first[choice])
        let block = Int(choices.block[choice])
        let other = second &+ Int(choices.second[choice]) &+ (isOpen == 0 ? block : 0)
        if value > high || other > highSecond { continue }
        let open = staysOpen && (isOpen == 1 || block > 0) ? 1 : 0
        let cost = label.cost &+ arc.cost &+ choices.cost[choice]
        let least =
          Double(cost) + firstPrice * Double(value) + secondPrice * Double(other)
          + bound.value(day &+ 1, state: Int(arc.next), isOpen: open)
        if least > limit { continue }
        let entry = layer.entry(Int(arc.next), open, value, other)
        let known = Int(labelAt[entry])
        let new = YearLabel(
          entry: Int32(truncatingIfNeeded: entry), parent: Int32(truncatingIfNeeded: number),
          choice: Int32(truncatingIfNeeded: choice), cost: cost, least: Float(least))
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
  private func readBack(_ range: Range<Int>, _ layer: Layer, most: Double) -> Bool {
    var best = most
    var at = -1
    for number in range {
      let (state, _, first, second) = layer.parts(labels[number].entry)
      guard end[state] != SearchTables.forbidden, first >= choices.lowFirst else { continue }
      let sum = Double(Int(labels[number].cost) + Int(end[state]) + choices.endCost(first: first, second: second))
      if sum <= best { (best, at) = (sum, number) }
    }
    guard at >= 0 else { return false }
    for day in stride(from: tables.dayCount - 1, through: 0, by: -1) {
      trial[day] = choices.slot[Int(labels[at].choice)]
      at = Int(labels[at].parent)
    }
    return true
  }
}
