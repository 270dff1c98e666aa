import Districts
import Units

extension DistrictAssembly {
  /// Counts the rows that are neither history nor the published plan (docs/format.md §6).
  ///
  /// Those are `worked` rows in or after the horizon and `planned` rows after it.
  func countIgnoredLedger(_ district: District) {
    guard let clock = settings.clock, !district.ledger.isEmpty else { return }
    let first = district.planDate
    let last = first.advanced(by: district.planDays - 1)
    var ignored = 0
    for row in district.ledger {
      let day = clock.serviceDay(row.span.start, dayStart: district.serviceDayStart)
      // A planned row of the past that was then worked is not ignored, but told by its worked row.
      if row.kind == .worked ? day >= first : day > last { ignored += 1 }
    }
    if ignored > 0 {
      log.add(
        Notice(.ledgerIgnored, values: ["count": String(ignored), "rows": String(district.ledger.count)]))
    }
  }
}
