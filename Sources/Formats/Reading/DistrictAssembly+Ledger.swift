import Districts
import Units

extension DistrictAssembly {
  /// Counts the rows that are neither history nor the published plan (docs/format.md §6).
  ///
  /// Used: `worked` before the horizon; `planned` before it that overlap no `worked` row of the same person;
  /// `planned` inside it.
  func countIgnoredLedger(_ district: District) {
    guard let clock = settings.clock, !district.ledger.isEmpty else { return }
    let first = district.planDate
    let last = first.advanced(by: district.planDays - 1)
    var worked: [CadreID: [Span]] = [:]
    for row in district.ledger where row.kind == .worked { worked[row.cadre, default: []].append(row.span) }
    for cadre in worked.keys { worked[cadre]?.sort { $0.start < $1.start } }
    var ignored = 0
    for row in district.ledger {
      let day = clock.serviceDay(row.span.start, dayStart: district.serviceDayStart)
      switch row.kind {
      case .worked: ignored += day < first ? 0 : 1
      case .planned:
        // A planned row that was then worked is not ignored but told by its worked row.
        if day > last { ignored += 1 }
      }
    }
    if ignored > 0 {
      log.add(
        Notice(.ledgerIgnored, values: ["count": String(ignored), "rows": String(district.ledger.count)]))
    }
  }
}
