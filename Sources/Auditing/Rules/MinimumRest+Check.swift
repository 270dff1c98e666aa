import Districts
import Units

extension RosterCase {
  private var restMinutes: Int { raw.district.rules.minimumRest.minutes.rawValue }

  /// Minutes of rest missing between a span of one service day and a span of the next.
  private func restMissing(_ end: Moment, _ start: Moment) -> Int {
    (restMinutes * 60 - (start.seconds - end.seconds)).sharedUp(by: 60)
  }

  func restMissing(_ a: Int, _ b: Int) -> Int {
    if duties[b].day == duties[a].day + 1 { return restMissing(duties[a].span.end, duties[b].span.start) }
    if duties[a].day == duties[b].day + 1 { return restMissing(duties[b].span.end, duties[a].span.start) }
    return 0
  }

  /// The most that is missing after what the ledger says of the service day before the horizon.
  func restMissingAfterLedger(_ p: Int, _ d: Int) -> Int {
    guard duties[d].day == 0 else { return 0 }
    var most = 0
    for entry in raw.people[p].ledger where entry.day == -1 {
      most = max(most, restMissing(entry.span.end, duties[d].span.start))
    }
    return most
  }

  /// Rest between the duties of one service day and those of the next, ledger included; amount in minutes.
  func checkMinimumRest() -> [Violation] {
    perDuty(.minimumRest, amount: restMissingAfterLedger) { p, d, minutes in
      "\(minutes) minutes of the rest of \(restMinutes) are missing between the ledger of \(name(p)) and \(duties[d].id)"
    }
      + perPair(.minimumRest, amount: { _, a, b in restMissing(a, b) }) { a, b, minutes in
        "\(minutes) minutes of the rest of \(restMinutes) are missing between \(a.id) and \(b.id)"
      }
  }
}
