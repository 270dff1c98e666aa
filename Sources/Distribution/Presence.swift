import Districts
import Units

/// Whether people are there at all within the horizon (docs/format.md §6).
struct Presence: Sendable {
  private let rows: [CadreID: [AvailabilityRow]]
  private let horizon: Span
  private let district: District
  private let zone: ZoneClock

  init(_ district: District, zone: ZoneClock) {
    self.district = district
    self.zone = zone
    var rows: [CadreID: [AvailabilityRow]] = [:]
    for row in district.availability { rows[row.cadre, default: []].append(row) }
    self.rows = rows
    horizon = Span(
      start: zone.moment(district.planDate, district.serviceDayStart),
      end: zone.moment(district.planDate.advanced(by: district.planDays), district.serviceDayStart))
  }

  /// At least one minute of presence within the horizon.
  func hasAny(_ cadre: CadreID) -> Bool {
    let own = rows[cadre] ?? []
    let stated = own.contains { $0.level == .available }
    var present = own.filter { $0.level != .unavailable }.flatMap(spans)
    if !stated, district.defaultAvailability == .always { present.append(horizon) }
    let absent = own.filter { $0.level == .unavailable }.flatMap(spans).sorted { $0.start < $1.start }
    return present.contains { minutes($0, without: absent) > 0 }
  }

  /// When somebody is there within the horizon; spans may overlap only where rows do.
  func spans(_ cadre: CadreID) -> [Span] {
    let own = rows[cadre] ?? []
    var present = own.filter { $0.level != .unavailable }.flatMap(spans)
    if !own.contains(where: { $0.level == .available }), district.defaultAvailability == .always {
      present.append(horizon)
    }
    let absent = own.filter { $0.level == .unavailable }.flatMap(spans)
    return Span.united(present).flatMap { span -> [Span] in
      absent.reduce([span]) { parts, gap in parts.flatMap { $0.without(gap) } }
    }
  }

  private func minutes(_ span: Span, without absent: [Span]) -> Int {
    var left = 0
    var from = span.start
    for gap in absent where gap.end > from && gap.start < span.end {
      if gap.start > from { left += (gap.start - from).rawValue }
      from = max(from, gap.end)
    }
    if from < span.end { left += (span.end - from).rawValue }
    return left / 60
  }

  /// The spans of a row, clipped to the horizon.
  private func spans(_ row: AvailabilityRow) -> [Span] {
    switch row.time {
    case .span(let span):
      let clipped = span.clipped(to: horizon)
      return clipped.isEmpty ? [] : [clipped]
    case .daily(let from, let to, let days):
      // A date earlier may still reach in, for times beyond midnight.
      return (-2...district.planDays + 1).compactMap { offset in
        let date = district.planDate.advanced(by: offset)
        guard days.matches(date, holidays: district.holidays) else { return nil }
        let span = Span(start: zone.moment(date, from), end: zone.moment(date, to)).clipped(to: horizon)
        return span.isEmpty ? nil : span
      }
    }
  }
}

extension Span {
  /// The same moments, in spans that do not touch, by time.
  fileprivate static func united(_ spans: [Span]) -> [Span] {
    var united: [Span] = []
    for span in spans.sorted(by: { $0.start < $1.start }) {
      if let last = united.last, span.start <= last.end {
        united[united.count - 1].end = max(last.end, span.end)
      } else {
        united.append(span)
      }
    }
    return united
  }

  fileprivate func without(_ gap: Span) -> [Span] {
    guard overlaps(gap) else { return [self] }
    return [Span(start: start, end: gap.start), Span(start: gap.end, end: end)].filter { !$0.isEmpty }
  }
}
