import Districts
import Units

extension RosterCase {
  /// How much lower the exposure of the later duty is, within the days of the rule.
  private func drop(_ a: (Span, day: Int, exposure: Int), _ b: AuditedDuty) -> Int {
    let days = raw.district.rules.exposureMix.days
    guard days > 0, b.span.start >= a.0.end, (0...days).contains(b.day - a.day) else { return 0 }
    return max(0, a.exposure - b.exposure)
  }

  func exposureDrop(_ a: Int, _ b: Int) -> Int {
    max(
      drop((duties[a].span, duties[a].day, duties[a].exposure), duties[b]),
      drop((duties[b].span, duties[b].day, duties[b].exposure), duties[a]))
  }

  func exposureDropAfterLedger(_ p: Int, _ d: Int) -> Int {
    guard raw.district.rules.exposureMix.days > 0 else { return 0 }
    var most = 0
    for entry in raw.people[p].ledger { most = max(most, drop((entry.span, entry.day, entry.exposure), duties[d])) }
    return most
  }

  /// After a duty of exposure e only duties of exposure ≥ e for n days, ledger included; amount in classes.
  func checkExposureMix() -> [Violation] {
    perDuty(.exposureMix, amount: exposureDropAfterLedger) { p, d, classes in
      "\(duties[d].id) lies \(classes) below an exposure in the ledger of \(name(p))"
    }
      + perPair(.exposureMix, amount: { _, a, b in exposureDrop(a, b) }) { a, b, classes in
        "\(a.id) and \(b.id): the exposure falls by \(classes)"
      }
  }
}
