import Units

/// The queue of one point: whoever is called comes at once, and the desks together serve one household after another,
/// each in 3,600 ÷ (desks × households per desk and hour) seconds.
///
/// Time is counted in parts of a second, as many as the desks serve an hour: a household takes 3,600 of them, and every
/// number is whole. Within the limits of a district all of them stay below 10³⁷.
struct CallQueue: Sendable {
  /// Of all desks.
  private let householdsPerHour: Int128
  private let opens: Moment
  /// In parts: of all households together, of the one that waits longest, and until the last is served, from `opens`.
  private var waiting: Int128 = 0
  private var worst: Int128 = 0
  private var free: Int128 = 0
  /// The most households at the point at one moment, those at the desks included.
  private(set) var crowd = 0

  init(opens: Moment, desks: Int, householdsPerDeskHour: Int) {
    self.opens = opens
    householdsPerHour = max(1, Int128(desks) * Int128(householdsPerDeskHour))
  }

  /// Calls must come in the order of time.
  mutating func call(_ households: Int, at moment: Moment) {
    guard households > 0 else { return }
    let now = Int128((moment - opens).rawValue) * householdsPerHour
    let many = Int128(households)
    let ahead = max(0, free - now)
    crowd = max(crowd, Int(clamping: (ahead + CallQueue.service - 1) / CallQueue.service + many))
    // The k-th of them waits ahead + 3,600 k.
    waiting += many * ahead + CallQueue.service * many * (many + 1) / 2
    worst = max(worst, ahead + CallQueue.service * many)
    free = now + ahead + CallQueue.service * many
  }

  /// Seconds, rounded up.
  var waitingSeconds: Int { seconds(waiting) }
  var worstSeconds: Int { min(seconds(worst), CallQueue.longest) }
  var lastServed: Moment { opens + Seconds(min(seconds(free), CallQueue.longest)) }

  private func seconds(_ parts: Int128) -> Int {
    Int(clamping: (parts + householdsPerHour - 1) / householdsPerHour)
  }

  private static let service: Int128 = 3600
  /// About 3,170 years: what lasts longer is not told apart, so that every moment has a date.
  private static let longest = 100_000_000_000
}
