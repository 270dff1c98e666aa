import Districts
import Units

/// What rules ask of a person; people are numbered in the order of cadres.csv.
struct RosterPerson: Sendable {
  var cadre: Cadre
  var presence: Presence
  var past: [PastDuty]
  /// Minutes of presence in the horizon.
  var availableMinutes: Int
  /// The end of the last duty of the service day before the horizon.
  var restsSince: Moment?
  /// Service days with a duty in a row, just before the horizon.
  var runBefore = 0
  /// Minutes of the ledger on the last 0 … 6 service days before the horizon.
  var recentMinutes: [Int]
  /// Minutes and nights of the ledger on the last 14 service days before the horizon.
  var pastMinutes = 0
  var pastNights = 0
  /// Number of the class of equal kind and skills.
  var skillClass = 0

  init(cadre: Cadre, presence: Presence, past: [PastDuty], horizon: Span) {
    self.cadre = cadre
    self.presence = presence
    self.past = past
    availableMinutes = presence.minutes(within: horizon)
    restsSince = past.filter { $0.day == -1 }.map(\.span.end).max()
    let days = Set(past.map(\.day))
    while days.contains(-1 - runBefore) { runBefore += 1 }
    recentMinutes = (0...6).map { back in past.filter { $0.day >= -back }.reduce(0) { $0 + $1.minutes } }
    for duty in past where duty.day >= -14 {
      pastMinutes += duty.minutes
      if duty.isNight { pastNights += 1 }
    }
  }

  /// Whether fairness gives this person a share.
  var shares: Bool { cadre.health == .fit && availableMinutes > 0 }
}
