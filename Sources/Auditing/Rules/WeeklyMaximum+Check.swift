import Districts

extension RosterCase {
  func weeklyLimit(_ p: Int) -> Int {
    (raw.district.cadres[p].maximumWeek ?? raw.district.rules.weeklyMaximum.minutes).rawValue
  }

  /// Minutes beyond the limit in the worst of the windows of seven service days that hold a planned duty.
  func minutesBeyondWeek(_ p: Int, _ held: [Int]) -> Int {
    guard let first = held.map({ duties[$0].day }).min(), let last = held.map({ duties[$0].day }).max() else {
      return 0
    }
    var worst = 0
    for start in (first - 6)...last {
      let window = start..<(start + 7)
      var minutes = 0
      var planned = false
      for d in held where window.contains(duties[d].day) {
        minutes += duties[d].minutes
        planned = true
      }
      guard planned else { continue }
      for back in 1...6 where window.contains(-back) { minutes += raw.people[p].recentMinutes[back - 1] }
      worst = max(worst, minutes - weeklyLimit(p))
    }
    return worst
  }

  /// Minutes in any seven service days that hold a planned duty, ledger included; amount in minutes.
  func checkWeeklyMaximum() -> [Violation] {
    perPerson(.weeklyMaximum, amount: minutesBeyondWeek) { p, minutes in
      "\(name(p)) has \(minutes) minutes more than \(weeklyLimit(p)) in seven service days"
    }
  }
}
