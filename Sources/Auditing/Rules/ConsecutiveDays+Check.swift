import Districts

extension RosterCase {
  private var longest: Int { raw.district.rules.consecutiveDays.days }

  /// The run of service days with a duty, ledger included, up to each planned day.
  func runs(_ p: Int, _ held: [Int]) -> [(day: Int, length: Int)] {
    var result: [(day: Int, length: Int)] = []
    for day in held.map({ duties[$0].day }).sorted() where result.last?.day != day {
      if let last = result.last, last.day == day - 1 {
        result.append((day, last.length + 1))
      } else {
        result.append((day, 1 + (day == 0 ? raw.people[p].runBefore : 0)))
      }
    }
    return result
  }

  /// Service days beyond the limit in the longest run that holds a planned duty.
  func daysBeyondRun(_ p: Int, _ held: [Int]) -> Int {
    max(0, (runs(p, held).map(\.length).max() ?? 0) - longest)
  }

  /// Service days in a row with a duty, ledger included; amount in days.
  func checkConsecutiveDays() -> [Violation] {
    perPerson(.consecutiveDays, amount: daysBeyondRun) { p, days in
      "\(name(p)) serves \(longest + days) service days in a row, \(days) more than \(longest)"
    }
  }
}
