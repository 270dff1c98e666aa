import Districts
import Units

/// What was published for the horizon, as far as it still has duties to match.
struct PublishedPlan: Sendable {
  /// By person: duties, ascending.
  private(set) var duties: [Int: [Int]] = [:]
  /// Rows that match no duty.
  private(set) var lost = 0
  let exists: Bool

  init(rows: [PublishedRow], duties all: [RosterDuty]) {
    exists = !rows.isEmpty
    struct Key: Hashable {
      var place: PlaceID
      var post: String
      var start: Moment
    }
    var bySpan: [Key: Int] = [:]
    var byShift: [Key: Int] = [:]
    for (number, duty) in all.enumerated().reversed() {
      bySpan[Key(place: duty.place, post: duty.post, start: duty.span.start)] = number
      byShift[Key(place: duty.place, post: duty.post, start: duty.shiftStart)] = number
    }
    var matched: [Int: Set<Int>] = [:]
    for row in rows {
      guard let site = row.site, let post = row.post else {
        lost += 1
        continue
      }
      let key = Key(place: site, post: post, start: row.start)
      if let duty = bySpan[key] ?? byShift[key] {
        matched[row.person, default: []].insert(duty)
      } else {
        lost += 1
      }
    }
    self.duties = matched.mapValues { $0.sorted() }
  }

  func duties(of person: Int) -> [Int] { duties[person] ?? [] }
}
