import Units

/// Simulated annealing over person-days, runs and blocks that two people exchange, cycle after cycle.
///
/// Cycle c has a length fixed in advance, twice that of the one before, so that the trace of N moves is the beginning of
/// the trace of 2 N. Totals and seats' maxima may be broken on the way, at a price; the best roster never does once
/// there was one that does not.
///
/// Source: Kirkpatrick, Gelatt and Vecchi, "Optimization by simulated annealing" (1983).
struct SearchAnnealing: ~Copyable {
  let tables: SearchTables
  var state: SearchState
  var random: SeededRandom

  // The move under way: who, from which day, how many days, and what they are to hold.
  var person = 0
  /// −1: nobody else.
  var second = -1
  var first = 0
  var length = 0
  /// The first of as many later days of the same person, which are to hold `other`; −1: none.
  var far = -1
  let trial: Buffer<Int32>
  let other: Buffer<Int32>
  /// People who can hold anything.
  let people: Buffer<Int32>

  /// The days that moves begin on: all, or some weeks of a long horizon for some thousand moves, so that what they touch
  /// stays near the processor (measured on 52 weeks × 150 people).
  var focus = 0
  let focusDays: Int
  static let longestFocus = 28
  static let movesOfFocus = 1 << 14
  /// From so many choices of a day on, several are drawn for each that is tried.
  static let manyChoices = 9
  private var focusLeft = 0
  /// Of so many draws over a long horizon, those beyond 100 exchange days of weeks far apart.
  static let drawsOfLong = 120
  /// Weeks looked at for one where the word is in the same state; days that change places at most.
  static let weeksTried = 6
  static let longestExchange = 28

  // The best roster, and whether it is the current one, not yet written down.
  let best: Buffer<Int32>
  var bestSum: SearchDelta
  let old: Buffer<Int32>
  var isBestCurrent = false

  /// Made when first needed.
  var maker: PersonBest?

  // Where the temperature stands.
  var schedule: SearchSchedule
  private(set) var temperature = 0.0
  private var breachWeight = 0
  private let shortageUnit: Int

  init(_ state: consuming SearchState, without stuck: [Int], seed: UInt64) {
    let tables = state.tables
    self.tables = tables
    random = SeededRandom(seed: seed)
    trial = Buffer(repeating: -1, count: tables.dayCount)
    other = Buffer(repeating: -1, count: tables.dayCount)
    let free = (0..<tables.personCount).filter { !stuck.contains($0) && !tables.problem.people[$0].options.isEmpty }
    people = Buffer(free.map { Int32($0) }, filler: 0)
    old = Buffer(repeating: -1, count: tables.dayCount)
    best = Buffer(repeating: -1, count: tables.personCount * tables.dayCount)
    for cell in 0..<best.count { best[cell] = state.cell[cell] }
    bestSum = state.sum
    schedule = SearchSchedule(people: free.count, days: tables.dayCount, scale: tables.typicalCost)
    shortageUnit = max(1, Int(2 * schedule.scale) / tables.cover.mostWeight)
    focusDays = tables.dayCount <= 4 * SearchAnnealing.longestFocus ? tables.dayCount : SearchAnnealing.longestFocus
    self.state = state
  }

  /// So many attempted moves.
  mutating func run(_ moves: Int) {
    guard people.count > 0, tables.dayCount > 0 else { return }
    for _ in 0..<max(0, moves) {
      if schedule.isStageOver { startStage() }
      schedule.advance()
      attempt()
    }
    writeBestDown()
  }

  private mutating func startStage() {
    if schedule.isCycleOver { endCycle() }
    if schedule.startStage(isFeasible: state.sum.breach == 0, isBestFeasible: bestSum.breach == 0) { returnToBest() }
    temperature = schedule.temperature
    breachWeight = schedule.breachWeight
  }

  private mutating func refocus() {
    focusLeft = SearchAnnealing.movesOfFocus
    let spare = tables.dayCount - focusDays
    // Half beyond the ends, or the first and the last days would be in focus too seldom.
    let half = focusDays / 2
    focus = spare == 0 ? 0 : min(spare, max(0, random.below(spare + 2 * half) - half))
  }

  @inline(__always) private mutating func attempt() {
    if focusLeft == 0 { refocus() }
    focusLeft &-= 1
    second = -1
    far = -1
    let draw = random.below(focusDays < tables.dayCount ? SearchAnnealing.drawsOfLong : 100)
    let isDrawn =
      draw < 20
      ? drawDay()
      : draw < 30
        ? drawRun()
        : draw < 50 ? drawDayExchange() : draw < 60 ? drawShift() : draw < 100 ? drawBlockSwap() : drawWeekExchange()
    if isDrawn { judge() }
  }

  /// One exchange of days of weeks far apart, where one can be drawn: made like any other move.
  mutating func makeWeekExchange() -> Bool {
    (second, far) = (-1, -1)
    guard drawWeekExchange() else { return false }
    judge()
    return true
  }

  /// Weighs the move and makes it where it is accepted.
  @inline(__always) private mutating func judge() {
    guard let delta = weigh() else { return }
    var weighed = delta.preference &+ delta.breach &* breachWeight
    if delta.shortage != 0 { weighed &+= tables.cover.weighed(delta.shortage, unit: shortageUnit) }
    if weighed > 0, Double(weighed) >= -temperature * fastLog(random.unit()) { return }
    let sum = state.sum + delta
    if isBestCurrent, state.sum < sum { writeBestDown() }
    if far >= 0 {
      state.applyTwice(person, first: first, trial, far: far, other, length: length)
    } else {
      state.apply(person, first: first, length: length, trial)
      if second >= 0 { state.apply(second, first: first, length: length, other) }
    }
    state.sum = sum
    if sum < bestSum {
      bestSum = sum
      isBestCurrent = true
    }
  }

  /// What the move changes; nil where an automaton does not accept it. O(changed cells).
  @inline(__always) mutating func weigh() -> SearchDelta? {
    if far >= 0 { return state.weighTwice(person, first: first, trial, far: far, other, length: length) }
    let word = state.weighWord(person, first: first, length: length, trial)
    if word == Int.max { return nil }
    var delta = SearchDelta()
    delta.preference = word
    if second >= 0 {
      let word = state.weighWord(second, first: first, length: length, other)
      if word == Int.max { return nil }
      delta.preference &+= word
      delta += state.weighPerson(second, first: first, length: length, other)
    } else {
      delta += state.weighCover(person, first: first, length: length, trial)
    }
    delta += state.weighPerson(person, first: first, length: length, trial)
    return delta
  }

  /// log, good to 1 %: from the exponent and a parabola through the mantissa; a whole-number recipe, the same on every
  /// machine.
  @inline(__always) private func fastLog(_ x: Double) -> Double {
    guard x > 0 else { return -44 }
    let mantissa = x.significand - 1
    return (Double(x.exponent) + mantissa * (1.3465 - 0.3465 * mantissa)) * 0.6931471805599453
  }
}
