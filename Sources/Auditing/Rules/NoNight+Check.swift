import Districts

extension RosterCase {
  /// 1 where a no-night person has a night duty.
  func nightRefuses(_ p: Int, _ d: Int) -> Int { raw.district.cadres[p].noNight && duties[d].isNight ? 1 : 0 }

  /// A no-night person has no night duty; amount 1 a duty.
  func checkNoNight() -> [Violation] {
    perDuty(.noNight, amount: nightRefuses) { p, d, _ in "\(name(p)) has no nights, \(duties[d].id) is one" }
  }
}
