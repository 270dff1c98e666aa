import Units

/// The options that a search draws from: all of them, or those that a bound leaves worth trying.
final class Candidates {
  let option: Buffer<Int32>
  /// The same by seat.
  let ofSeat: Lists

  init(_ tables: RosterTables, options: [Int]) {
    option = Buffer(options)
    ofSeat = Lists(count: tables.seatCount, lists: options.map { Int(tables.optionSeat[$0]) }, items: options)
  }
}
