import Districts

extension RosterCase {
  /// Planned service days that are the sixth or later of their run, ledger included.
  func restDay(_ p: Int, held: [Int]) -> Int {
    raw.district.rules.restDay.weight *| runs(p, held).count { $0.length > 5 }
  }

  var restDayAmount: Int { held.indices.map { restDay($0, held: held[$0]) }.saturatedSum }
}
