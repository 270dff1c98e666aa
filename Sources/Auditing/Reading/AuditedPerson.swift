import Districts
import Units

/// What availability.csv and ledger.csv say of one person, worked out once (docs/format.md §6).
struct AuditedPerson: Sendable {
  /// Disjoint, ascending.
  var presence: [Span] = []
  /// Within the horizon.
  var availableMinutes = 0
  /// One for each row and date.
  var desired: [Span] = []
  var undesired: [Span] = []
  /// The effective ledger.
  var ledger: [Worked] = []
  /// Service days with a row of the effective ledger in an unbroken run that ends on the day before the horizon.
  var runBefore = 0
  var pastMinutes = 0
  var pastNights = 0
  /// Minutes of the effective ledger on the service days −1, −2, … −6.
  var recentMinutes = [0, 0, 0, 0, 0, 0]
  var published: [LedgerRow] = []

  struct Worked: Sendable {
    var span: Span
    /// Negative.
    var day: Int
    var exposure: Int
    var isNight: Bool
  }

  /// Minutes of the span in which the person is not present; a begun minute counts.
  func minutesAbsent(in span: Span) -> Int {
    var absent = span.duration.rawValue
    for present in presence { absent -= present.clipped(to: span).duration.rawValue }
    return absent.sharedUp(by: 60)
  }

  func isPresent(throughout span: Span) -> Bool {
    for present in presence where present.contains(span) { return true }
    return span.isEmpty
  }
}

/// The union of spans as disjoint spans, ascending; spans that touch become one.
func united(_ spans: [Span]) -> [Span] {
  var result: [Span] = []
  for span in spans.filter({ !$0.isEmpty }).sorted(by: { $0.start < $1.start }) {
    if let last = result.last, span.start <= last.end {
      result[result.count - 1].end = max(last.end, span.end)
    } else {
      result.append(span)
    }
  }
  return result
}

/// What is left of disjoint ascending spans without others.
func taken(_ others: [Span], from spans: [Span]) -> [Span] {
  var left = spans
  for other in others where !other.isEmpty {
    left = left.flatMap { span -> [Span] in
      guard span.overlaps(other) else { return [span] }
      return [Span(start: span.start, end: other.start), Span(start: other.end, end: span.end)]
        .filter { !$0.isEmpty }
    }
  }
  return left
}
