import Districts
import Units

/// When one person is there, and what spans they wish for or against.
struct Presence: Sendable {
  /// Disjoint, ascending.
  var spans: [Span] = []
  var desired: [Span] = []
  var undesired: [Span] = []

  /// Beyond every date that a district can name, without overflow in differences.
  static let everything = Span(start: Moment(seconds: -(1 << 50)), end: Moment(seconds: 1 << 50))

  func covers(_ span: Span) -> Bool {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].start <= span.start { low = middle + 1 } else { high = middle }
    }
    return low > 0 && spans[low - 1].end >= span.end
  }

  func minutes(within span: Span) -> Int {
    spans.reduce(0) { $0 + $1.clipped(to: span).duration.rawValue } / 60
  }
}

/// The presence of every person, in the order of cadres.csv.
func presences(of district: District, calendar: RosterCalendar, reach: Span) -> [Presence] {
  let numbers = Dictionary(
    district.cadres.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  var available: [[Span]?] = Array(repeating: nil, count: district.cadres.count)
  var absent: [[Span]] = Array(repeating: [], count: district.cadres.count)
  var all = Array(repeating: Presence(), count: district.cadres.count)
  let first = calendar.zone.local(reach.start).date.advanced(by: -3)
  let last = calendar.zone.local(reach.end).date.advanced(by: 1)
  for row in district.availability {
    guard let person = numbers[row.cadre] else { continue }
    let spans = row.time.spans(from: first, through: last, calendar: calendar)
    switch row.level {
    case .available: available[person] = (available[person] ?? []) + spans
    case .desired: all[person].desired += spans
    case .undesired: all[person].undesired += spans
    case .unavailable: absent[person] += spans
    }
  }
  for person in all.indices {
    let usual = district.defaultAvailability == .always ? [Presence.everything] : []
    let present = union((available[person] ?? usual) + all[person].desired + all[person].undesired)
    all[person].spans = subtract(union(absent[person]), from: present)
  }
  return all
}

extension RowTime {
  /// The spans that a row means, those of clock times on every matching date in the range.
  fileprivate func spans(from first: CalendarDate, through last: CalendarDate, calendar: RosterCalendar) -> [Span] {
    switch self {
    case .span(let span): return [span]
    case .daily(let from, let to, let days):
      return (0...max(0, first.days(to: last))).compactMap {
        let date = first.advanced(by: $0)
        guard calendar.matches(days, date) else { return nil }
        return Span(start: calendar.moment(date, from), end: calendar.moment(date, to))
      }
    }
  }
}

/// Disjoint, ascending; spans that touch are one.
private func union(_ spans: [Span]) -> [Span] {
  var result: [Span] = []
  for span in spans.sorted(by: { $0.start < $1.start }) where !span.isEmpty {
    if let last = result.last, span.start <= last.end {
      result[result.count - 1].end = max(last.end, span.end)
    } else {
      result.append(span)
    }
  }
  return result
}

/// Both lists disjoint and ascending. O(n + m).
private func subtract(_ removed: [Span], from spans: [Span]) -> [Span] {
  var result: [Span] = []
  var next = 0
  for span in spans {
    var start = span.start
    while next < removed.count, removed[next].end <= start { next += 1 }
    var hole = next
    while hole < removed.count, removed[hole].start < span.end {
      if removed[hole].start > start { result.append(Span(start: start, end: removed[hole].start)) }
      start = max(start, removed[hole].end)
      hole += 1
    }
    if start < span.end { result.append(Span(start: start, end: span.end)) }
  }
  return result
}
