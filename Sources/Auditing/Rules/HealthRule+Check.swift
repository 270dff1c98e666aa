import Districts

extension RosterCase {
  /// 1 where the person's health refuses the duty.
  func healthRefuses(_ p: Int, _ d: Int) -> Int {
    switch raw.district.cadres[p].health {
    case .fit: 0
    case .watch: duties[d].exposure > 0 ? 1 : 0
    case .unfit: 1
    }
  }

  /// Unfit: nothing; watch: exposure 0 only.
  func checkHealth() -> [Violation] {
    perDuty(.health, amount: healthRefuses) { p, d, _ in
      "\(name(p)) is \(raw.district.cadres[p].health.rawValue), \(duties[d].id) has exposure \(duties[d].exposure)"
    }
  }
}
