import Districts

extension RosterCase {
  /// Seconds by which two duties overlap, or the way between them is longer than the time between them. Nobody goes with
  /// two teams on one day: there it is at least the shorter duty.
  func secondsShort(_ a: Int, _ b: Int) -> Int {
    let (first, second) = duties[a].span.start <= duties[b].span.start ? (duties[a], duties[b]) : (duties[b], duties[a])
    let between = second.span.start.seconds - first.span.end.seconds
    let short = max(0, raw.secondsBetween(first, second) -| between)
    guard a != b, duties[a].isTeam, duties[b].isTeam, duties[a].day == duties[b].day else { return short }
    return max(short, min(first.span.duration.rawValue, second.span.duration.rawValue))
  }

  /// Duties of a person do not overlap, and the way between them fits in; amount in seconds.
  func checkNoOverlap() -> [Violation] {
    perPair(.noOverlap, amount: { _, a, b in secondsShort(a, b) }) { a, b, seconds in
      "\(a.id) ends at \(raw.time.written(a.span.end)), \(b.id) starts at \(raw.time.written(b.span.start)): "
        + "with the way between them \(seconds) seconds are missing"
    }
  }
}
