import Districts

extension RosterCase {
  func dailyLimit(_ p: Int) -> Int {
    (raw.district.cadres[p].maximumDay ?? raw.district.rules.dailyMaximum.minutes).rawValue
  }

  /// Minutes beyond the limit on the worst service day.
  func minutesBeyondDay(_ p: Int, _ held: [Int]) -> Int {
    var worst = 0
    for d in held {
      var minutes = 0
      for other in held where duties[other].day == duties[d].day { minutes += duties[other].minutes }
      worst = max(worst, minutes - dailyLimit(p))
    }
    return worst
  }

  /// Minutes in a service day; the person's own limit wins; amount in minutes.
  func checkDailyMaximum() -> [Violation] {
    perPerson(.dailyMaximum, amount: minutesBeyondDay) { p, minutes in
      "\(name(p)) has \(minutes) minutes more than \(dailyLimit(p)) in a service day"
    }
  }
}
