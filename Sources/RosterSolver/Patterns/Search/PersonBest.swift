import Units

/// One person's days made anew, the others as they are: over the horizon, or window by window where that is too long.
final class PersonBest {
  /// Days of a window, of those that together cover a long horizon; and the longest horizon done at once.
  static let window = 14
  static let longestHorizon = 56
  /// How often prices of totals that the program does not count are raised.
  static let priceRounds = 20

  let tables: SearchTables
  var program: PersonProgram
  let words: PersonWords
  /// The person's days, from 0.
  let trial: Buffer<Int32>
  let part: Buffer<Int32>
  private let saved: Buffer<Int32>
  let end: Buffer<Int32>

  init(_ tables: SearchTables) {
    self.tables = tables
    program = PersonProgram(tables)
    program.shortageUnit = max(1, Int(tables.typicalCost))
    words = PersonWords(tables)
    trial = Buffer(repeating: -1, count: tables.dayCount)
    part = Buffer(repeating: -1, count: tables.dayCount)
    saved = Buffer(repeating: -1, count: tables.dayCount)
    end = Buffer(repeating: 0, count: tables.words.mostStates)
  }

  /// Fills `trial` with good days for the whole horizon, from nothing; false where no word is accepted.
  ///
  /// `cells` of the person are worked on; `filled` must not count them.
  /// - Parameter isWhole: in one window, however long the horizon.
  func construct(
    _ person: Int, isWhole: Bool, filled: borrowing Buffer<Int32>, cells: borrowing Buffer<Int32>
  ) -> Bool {
    let own = person * tables.dayCount
    guard words.write(person, filled: filled, into: cells) else { return false }
    forgetPrices(person)
    var leastBreach = Int.max
    for round in 0..<PersonBest.priceRounds {
      for day in 0..<tables.dayCount { saved[day] = cells[own + day] }
      guard walk(person, isWhole: isWhole, filled: filled, cells: cells) else {
        for day in 0..<tables.dayCount { cells[own + day] = saved[day] }
        break
      }
      let breach = raisePrices(person, cells, step: 4 << min(round, 6))
      if breach < leastBreach {
        leastBreach = breach
        for day in 0..<tables.dayCount { trial[day] = cells[own + day] }
      }
      if breach == 0 { break }
    }
    forgetPrices(person)
    if leastBreach == Int.max { for day in 0..<tables.dayCount { trial[day] = cells[own + day] } }
    return true
  }
}
