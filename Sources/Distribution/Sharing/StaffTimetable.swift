import Districts
import Units

/// Who is wanted and who is there, in steps of a slot's length over the first service day.
struct StaffTimetable: Sendable {
  let start: Moment
  let step: Seconds
  let count: Int
  /// By kind in the order of `CadreKind.allCases`, then step: people there for all of it, fit for duty.
  private(set) var present: [[Int]]
  /// By step: seats of posts.csv, whoever takes them.
  private(set) var posted: [Int]

  /// O(people × steps + posts × dates).
  init(_ district: District, zone: ZoneClock) {
    start = zone.moment(district.planDate, district.serviceDayStart)
    let end = zone.moment(district.planDate.advanced(by: 1), district.serviceDayStart)
    step = district.distribution.slot.seconds
    count = max(1, (end - start).rawValue.dividedRoundingUp(by: max(60, step.rawValue)))
    present = CadreKind.allCases.map { [count] _ in Array(repeating: 0, count: count) }
    posted = Array(repeating: 0, count: count)
    addPeople(district, zone)
    addPosts(district, zone)
  }

  /// Steps that a span touches.
  func steps(_ span: Span) -> Range<Int> {
    let from = (span.start - start).rawValue.dividedRoundingDown(by: step.rawValue)
    let to = (span.end - start).rawValue.dividedRoundingUp(by: step.rawValue)
    let first = min(max(0, from), count)
    return first..<max(first, min(to, count))
  }

  private mutating func addPeople(_ district: District, _ zone: ZoneClock) {
    let presence = Presence(district, zone: zone)
    let kinds = Dictionary(uniqueKeysWithValues: CadreKind.allCases.enumerated().map { ($1, $0) })
    for cadre in district.cadres where cadre.health != .unfit {
      guard let kind = kinds[cadre.kind] else { continue }
      for span in presence.spans(cadre.id) {
        let from = (span.start - start).rawValue.dividedRoundingUp(by: step.rawValue)
        let to = (span.end - start).rawValue.dividedRoundingDown(by: step.rawValue)
        for index in max(0, from)..<max(0, from, min(to, count)) { present[kind][index] += 1 }
      }
    }
  }

  private mutating func addPosts(_ district: District, _ zone: ZoneClock) {
    let shifts = Dictionary(district.shifts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for row in district.posts {
      guard let shift = shifts[row.shift] else { continue }
      for date in (-1...1).map({ district.planDate.advanced(by: $0) })
      where row.days.matches(date, holidays: district.holidays) {
        let span = Span(
          start: zone.moment(date, shift.from) - row.setup,
          end: zone.moment(date, shift.to) + row.cleanup + row.handover)
        for index in steps(span) { posted[index] += row.target }
      }
    }
  }
}

extension Int {
  fileprivate func dividedRoundingDown(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }
}
