import Districts
import Units

/// What rules ask of a duty; duties are numbered by start, then id.
struct DutyFact: Sendable, BitwiseCopyable {
  /// With set-up, clean-up and hand-over.
  var start: Moment
  var end: Moment
  /// The service day, from 0 at the start of the horizon.
  var day: Int
  var date: CalendarDate
  var minutes: Int
  var exposure: Int
  var isNight: Bool
  /// Number of the place in `RosterPlaces`.
  var place: Int
  /// Of a team with a cart.
  var isCarrying = false

  var span: Span { Span(start: start, end: end) }
}

/// One post in one shift on one date, with its seats.
struct RosterDuty: Sendable {
  var id: DutyID
  var place: PlaceID
  var post: String
  var span: Span
  /// Where the shift itself starts, without set-up.
  var shiftStart: Moment
  var day: Int
  var exposure = 0
  var asksForLead = false
  var seats: [RosterSeat]
  /// Of a team with a cart.
  var isCarrying = false

  /// At level 2 when it asks for a lead and has none.
  var leadWeight: Int { asksForLead ? 10 * (seats.map(\.weight).max() ?? 0) : 0 }
}

/// One class of seats of a duty.
struct RosterSeat: Sendable {
  var name: String
  var skills: [String] = []
  /// Empty: all kinds.
  var kinds: [CadreKind] = []
  var minimum: Int
  var target: Int
  var maximum: Int
  var weight: Int
}

/// What a missing unit of priority 1 to 5 weighs.
func priorityWeight(_ priority: Int) -> Int {
  switch priority {
  case ...1: 81
  case 2: 27
  case 3: 9
  case 4: 3
  default: 1
  }
}
