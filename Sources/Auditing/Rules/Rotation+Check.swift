import Districts

extension RosterCase {
  /// The group whose turn it is on a service day; nil where there is no rotation.
  private func turn(_ day: Int) -> String? {
    let rule = raw.district.rules.rotation
    guard !rule.cycle.isEmpty else { return nil }
    let since = (rule.from ?? raw.time.first).days(to: raw.time.first.advanced(by: day))
    let count = rule.cycle.count
    return rule.cycle[((since % count) + count) % count]
  }

  /// 1 where it is another group's turn.
  func rotationRefuses(_ p: Int, _ d: Int) -> Int {
    guard let group = raw.district.cadres[p].group, let turn = turn(duties[d].day), group != turn else { return 0 }
    return raw.district.rules.rotation.cycle.contains(group) ? 1 : 0
  }

  /// Groups take turns by service day; amount 1 a duty.
  func checkRotation() -> [Violation] {
    perDuty(.rotation, amount: rotationRefuses) { p, d, _ in
      "\(duties[d].id): the turn of group \(turn(duties[d].day) ?? "–"), \(name(p)) is in \(raw.district.cadres[p].group ?? "–")"
    }
  }
}
