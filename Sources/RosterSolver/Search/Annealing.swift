import Rostering
import Units

/// Simulated annealing over moves (alone or with a buddy), swaps, replacements and rotations, with reheats.
///
/// Nothing depends on how long the search may still run: cycle c has a length fixed in advance, so that the trace of N
/// iterations is the beginning of the trace of 2 N. Cover never gets worse; temperature is for preferences alone.
///
/// Source: Kirkpatrick, Gelatt and Vecchi, "Optimization by simulated annealing" (1983).
struct Annealing: ~Copyable {
  /// Attempted moves in one iteration.
  static let movesPerIteration = 256

  var state: RosterState
  var random: SeededRandom
  private(set) var trail = Trail(capacity: 64)
  private let vacated = Buffer<Int32>(repeating: 0, count: 16)
  private var vacatedCount = 0
  /// What moves draw from; nil: every option.
  private let candidates: Candidates?

  // Where the temperature stands.
  private var scale = 1.0
  private var cycle = 0
  private var iterationInCycle = 0
  private(set) var temperature = 0.0

  /// - Parameter scale: the unit of temperature; nil: what a seat costs.
  init(_ state: consuming RosterState, seed: UInt64, candidates: Candidates? = nil, scale: Double? = nil) {
    self.state = state
    self.candidates = candidates
    random = SeededRandom(seed: seed)
    self.scale = scale ?? 1
    if scale == nil { self.scale = typicalCost() }
  }

  /// Iterations of a cycle: enough to touch every held seat and option some tens of times, from the third on twice the
  /// one before.
  var cycleLength: Int {
    let size = (candidates?.option.count ?? state.tables.entryCount) / 4 + 40 * max(1, state.heldCount)
    return max(40, size / Annealing.movesPerIteration) << min(max(0, cycle - 1), 16)
  }

  /// What one seat more or less changes at level 3, on average over held ones: the unit of temperature.
  private mutating func typicalCost() -> Double {
    var sum = 0
    var count = 0
    for _ in 0..<200 where state.heldCount > 0 {
      let entry = Int(state.heldList[random.below(state.heldCount)])
      let before = state.preference
      trail.remove(entry: entry, from: &state)
      sum += abs(state.preference - before)
      count += 1
      trail.undo(&state)
    }
    return max(1, Double(sum) / Double(max(1, count)))
  }

  /// One iteration; true when a cycle ends with it.
  mutating func iterate() -> Bool {
    let share = Double(iterationInCycle) / Double(cycleLength)
    let hottest = cycle == 0 ? 0 : cycle == 1 ? 0.8 : 0.3
    temperature = max(0.12, scale * hottest * (1 - share) * (1 - share))
    for _ in 0..<Annealing.movesPerIteration { attempt() }
    iterationInCycle += 1
    guard iterationInCycle >= cycleLength else { return false }
    cycle += 1
    iterationInCycle = 0
    return true
  }

  private mutating func attempt() {
    let cover = state.cover
    let preference = state.preference
    vacatedCount = 0
    let kind = random.below(100)
    let done =
      kind < 8 && pairCount > 0
      ? relocatePair()
      : kind < 40
        ? relocate()
        : kind < 60
          ? swap()
          : kind < 78 ? exchange() : kind < 84 ? passOnAll() : kind < 92 ? rotate() : kind < 95 ? takeMore() : drop()
    if done, accepts(cover: state.cover &- cover, preference: state.preference &- preference) {
      trail.keep()
    } else {
      trail.undo(&state)
    }
  }

  private mutating func accepts(cover: Int, preference: Int) -> Bool {
    if cover != 0 { return cover < 0 }
    if preference <= 0 { return true }
    return Double(preference) < -temperature * fastLog(random.unit())
  }

  /// log, good to 1 %: from the exponent and a parabola through the mantissa; a whole-number recipe, the same on every
  /// machine.
  private func fastLog(_ x: Double) -> Double {
    guard x > 0 else { return -44 }
    let mantissa = x.significand - 1
    return (Double(x.exponent) + mantissa * (1.3465 - 0.3465 * mantissa)) * 0.6931471805599453
  }

  /// Somebody takes another seat; whoever must go takes the seat that comes free, or somebody else does.
  private mutating func relocate() -> Bool {
    guard let option = anyOption() else { return false }
    let entry = Int(state.tables.optionEntry[option])
    guard Int(state.held[entry]) != option else { return false }
    let seat = Int(state.tables.optionSeat[option])
    var evicted = -1
    guard makeRoom(on: seat, for: entry, evicted: &evicted),
      state.force(option, trail: &trail, random: &random, vacated: vacated, count: &vacatedCount)
    else { return false }
    refill(first: evicted, second: -1)
    return true
  }

  /// Somebody gives the seat up where it is full, and mostly where it has enough people; false when nobody may.
  private mutating func makeRoom(on seat: Int, for entry: Int, evicted: inout Int) -> Bool {
    let filled = Int(state.filled[seat])
    let enough = filled >= Int(state.tables.seatTarget[seat])
    if filled > 0, filled >= Int(state.tables.seatMaximum[seat]) || enough && random.below(8) > 0 {
      let loser = Int(state.seatList[Int(state.seatListStart[seat]) &+ random.below(filled)])
      let loserEntry = Int(state.tables.optionEntry[loser])
      guard loserEntry != entry, !state.tables.entryIsFixed[loserEntry] else { return false }
      trail.remove(entry: loserEntry, from: &state)
      evicted = Int(state.tables.entryPerson[loserEntry])
      return true
    }
    return filled < Int(state.tables.seatMaximum[seat])
  }

  /// Two buddies take a duty together.
  private mutating func relocatePair() -> Bool {
    let tables = state.tables
    let pair = anyPair()
    let entries = tables.entries(of: pair.first)
    guard !entries.isEmpty else { return false }
    let entry = entries.lowerBound &+ random.below(entries.count)
    let mateEntry = tables.entry(person: pair.second, duty: Int(tables.entryDuty[entry]))
    guard mateEntry >= 0, state.held[entry] < 0 || state.held[mateEntry] < 0 else { return false }
    var first = -1
    var second = -1
    guard join(entry, besides: mateEntry, evicted: &first), join(mateEntry, besides: entry, evicted: &second) else {
      return false
    }
    refill(first: first, second: second)
    return true
  }

  /// The entry gets one of the seats that fit, unless it is held already; nobody of the other entry goes for it.
  private mutating func join(_ entry: Int, besides other: Int, evicted: inout Int) -> Bool {
    guard state.held[entry] < 0 else { return true }
    let options = state.tables.options(of: entry)
    let option = options.lowerBound &+ random.below(options.count)
    guard makeRoom(on: Int(state.tables.optionSeat[option]), for: entry, evicted: &evicted) else { return false }
    guard evicted < 0 || evicted != Int(state.tables.entryPerson[other]) else { return false }
    return state.force(option, trail: &trail, random: &random, vacated: vacated, count: &vacatedCount)
  }

  /// Seats that came free and are needed: `first` takes one, or `second`, or anybody who can.
  private mutating func refill(first: Int, second: Int) {
    for index in 0..<vacatedCount {
      let seat = Int(state.tables.optionSeat[Int(vacated[index])])
      guard state.filled[seat] < state.tables.seatTarget[seat], !trail.isFull else { continue }
      if takes(first, seat) || takes(second, seat) { continue }
      for _ in 0..<4 {
        guard let option = anyOption(of: seat) else { break }
        if state.mayAdd(option) {
          trail.add(option, to: &state)
          break
        }
      }
    }
  }

  private mutating func takes(_ person: Int, _ seat: Int) -> Bool {
    guard person >= 0 else { return false }
    let option = state.tables.option(person: person, seat: seat)
    guard option >= 0, state.mayAdd(option) else { return false }
    trail.add(option, to: &state)
    return true
  }

  private mutating func anyOption() -> Int? {
    if let candidates {
      return candidates.option.count > 0 ? Int(candidates.option[random.below(candidates.option.count)]) : nil
    }
    return state.tables.optionCount > 0 ? random.below(state.tables.optionCount) : nil
  }

  private mutating func anyOption(of seat: Int) -> Int? {
    if let candidates {
      let range = candidates.ofSeat.range(seat)
      return range.isEmpty ? nil : Int(candidates.ofSeat.item[range.lowerBound &+ random.below(range.count)])
    }
    let range = state.tables.seatOptions.range(seat)
    return range.isEmpty ? nil : Int(state.tables.seatOptions.item[range.lowerBound &+ random.below(range.count)])
  }

  /// Somebody; with candidates somebody who could come to the seat.
  private mutating func anyPerson(near seat: Int) -> Int {
    guard candidates != nil, let option = anyOption(of: seat) else { return random.below(state.tables.personCount) }
    return Int(state.tables.entryPerson[Int(state.tables.optionEntry[option])])
  }

  private var pairCount: Int { state.tables.together.pairFirst.count }

  private mutating func anyPair() -> (first: Int, second: Int) {
    let number = random.below(pairCount)
    return (Int(state.tables.together.pairFirst[number]), Int(state.tables.together.pairSecond[number]))
  }

  private mutating func anyHeld() -> Int? {
    guard state.heldCount > 0 else { return nil }
    let entry = Int(state.heldList[random.below(state.heldCount)])
    return state.tables.entryIsFixed[entry] ? nil : entry
  }

  private mutating func take(_ option: Int) -> Bool {
    guard state.mayAdd(option) else { return false }
    trail.add(option, to: &state)
    return true
  }

  /// Two people exchange seats.
  private mutating func swap() -> Bool {
    guard let first = anyHeld(), let second = anyHeld() else { return false }
    let tables = state.tables
    let (one, other) = (Int(tables.entryPerson[first]), Int(tables.entryPerson[second]))
    guard one != other else { return false }
    let firstOption = tables.option(person: one, seat: Int(tables.optionSeat[Int(state.held[second])]))
    guard firstOption >= 0 else { return false }
    let secondOption = tables.option(person: other, seat: Int(tables.optionSeat[Int(state.held[first])]))
    guard secondOption >= 0 else { return false }
    trail.remove(entry: first, from: &state)
    trail.remove(entry: second, from: &state)
    return take(firstOption) && take(secondOption)
  }

  /// Two people exchange everything that they do; or two buddies with two who share a duty.
  private mutating func exchange() -> Bool {
    let tables = state.tables
    guard let held = anyHeld() else { return false }
    let one = Int(tables.entryPerson[held])
    let seat = Int(tables.optionSeat[Int(state.held[held])])
    if pairCount == 0 || random.below(2) == 0 { return exchange(one, anyPerson(near: seat)) }
    let number = Int(state.filled[seat])
    guard number > 1 else { return false }
    let other = Int(
      tables.entryPerson[
        Int(tables.optionEntry[Int(state.seatList[Int(state.seatListStart[seat]) &+ random.below(number)])])])
    let pair = anyPair()
    guard one != other, pair.first != one, pair.first != other, pair.second != one, pair.second != other else {
      return false
    }
    return exchange(pair.first, one) && exchange(pair.second, other)
  }

  private mutating func exchange(_ one: Int, _ other: Int) -> Bool {
    guard one != other else { return false }
    vacatedCount = 0
    guard vacate(one) else { return false }
    let count = vacatedCount
    guard vacate(other), hand(0..<count, to: other), hand(count..<vacatedCount, to: one) else { return false }
    vacatedCount = 0
    return true
  }

  /// Three people pass everything on in a ring.
  private mutating func passOnAll() -> Bool {
    guard let held = anyHeld() else { return false }
    let a = Int(state.tables.entryPerson[held])
    let seat = Int(state.tables.optionSeat[Int(state.held[held])])
    let b = anyPerson(near: seat)
    let c = anyPerson(near: seat)
    guard a != b, b != c, a != c, vacate(a) else { return false }
    let ofA = vacatedCount
    guard vacate(b) else { return false }
    let ofB = vacatedCount
    guard vacate(c), hand(0..<ofA, to: b), hand(ofA..<ofB, to: c), hand(ofB..<vacatedCount, to: a) else { return false }
    vacatedCount = 0
    return true
  }

  /// Seats given up go to one person; false when they may not.
  private mutating func hand(_ seats: Range<Int>, to person: Int) -> Bool {
    for index in seats {
      let option = state.tables.option(person: person, seat: Int(state.tables.optionSeat[Int(vacated[index])]))
      guard option >= 0, take(option) else { return false }
    }
    return true
  }

  /// Somebody gives everything up; false when that may not be.
  private mutating func vacate(_ person: Int) -> Bool {
    while true {
      let entry = Int(state.firstHeld[person])
      guard entry >= 0 else { return true }
      guard !state.tables.entryIsFixed[entry], vacatedCount < vacated.count, trail.count < 40 else { return false }
      vacated[vacatedCount] = Int32(truncatingIfNeeded: trail.remove(entry: entry, from: &state))
      vacatedCount &+= 1
    }
  }

  /// Three people pass seats on in a ring.
  private mutating func rotate() -> Bool {
    guard let a = anyHeld(), let b = anyHeld(), let c = anyHeld() else { return false }
    let tables = state.tables
    let (p, q, r) = (Int(tables.entryPerson[a]), Int(tables.entryPerson[b]), Int(tables.entryPerson[c]))
    guard p != q, q != r, p != r else { return false }
    let first = tables.option(person: p, seat: Int(tables.optionSeat[Int(state.held[b])]))
    guard first >= 0 else { return false }
    let second = tables.option(person: q, seat: Int(tables.optionSeat[Int(state.held[c])]))
    guard second >= 0 else { return false }
    let third = tables.option(person: r, seat: Int(tables.optionSeat[Int(state.held[a])]))
    guard third >= 0 else { return false }
    trail.remove(entry: a, from: &state)
    trail.remove(entry: b, from: &state)
    trail.remove(entry: c, from: &state)
    return take(first) && take(second) && take(third)
  }

  /// Somebody takes one duty more.
  private mutating func takeMore() -> Bool {
    guard let option = anyOption() else { return false }
    return take(option)
  }

  /// Somebody gives a duty up that has more people than its target.
  private mutating func drop() -> Bool {
    guard let entry = anyHeld() else { return false }
    let seat = Int(state.tables.optionSeat[Int(state.held[entry])])
    guard state.filled[seat] > state.tables.seatTarget[seat] else { return false }
    trail.remove(entry: entry, from: &state)
    return true
  }

  /// The options held, ascending by entry. O(held seats · log).
  func remembered() -> [Int32] { state.heldEntries.map { state.held[$0] } }

  /// Puts a remembered roster back.
  mutating func restore(_ options: [Int32]) {
    var kept = options[...]
    for entry in state.heldEntries {
      while let next = kept.first, Int(state.tables.optionEntry[Int(next)]) < entry { kept.removeFirst() }
      if kept.first != state.held[entry] { state.remove(entry: entry) }
    }
    for option in options where state.held[Int(state.tables.optionEntry[Int(option)])] < 0 { state.add(Int(option)) }
  }
}
