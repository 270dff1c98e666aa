import Districts
import Units

/// A duty as the raw input asks for it.
struct AuditedDuty: Sendable {
  var id: String
  var site: PlaceID
  var coordinate: Coordinate?
  var post: String
  var span: Span
  /// Without set-up, clean-up and hand-over: what the published plan may name.
  var shiftStart: Moment
  /// The service day, 0 for the first.
  var day: Int
  var exposure: Int
  var asksForLead: Bool
  var seats: [Seat]
  var isNight: Bool
  /// Of a team with a cart.
  var isTeam = false

  struct Seat: Sendable {
    var name: String
    var minimum: Int
    var target: Int
    var maximum: Int
    var weight: Int
    var skills: [String]
    /// Empty: all.
    var kinds: [CadreKind]
  }

  var minutes: Int { span.minutes.rawValue }
  /// Of a missing lead at level 2.
  var leadWeight: Int { 10 *| (seats.map(\.weight).max() ?? 0) }
}

/// 81, 27, 9, 3, 1 for priorities 1 to 5.
func weight(ofPriority priority: Int) -> Int {
  let weights = [81, 27, 9, 3, 1]
  return weights[Swift.min(4, Swift.max(0, priority - 1))]
}
