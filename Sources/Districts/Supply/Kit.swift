import Units

/// A row of kit.csv: what duties of an exposure class need to protect their people.
public struct KitRow: Sendable, Hashable {
  public var exposure: Int
  /// Nil: posts of every kind.
  public var kind: PostKind?
  public var good: GoodID
  public var packs = 1
  public var per = KitMeasure.person
  public init(exposure: Int, good: GoodID) {
    self.exposure = exposure
    self.good = good
  }
}

public enum KitMeasure: String, Sendable, CaseIterable { case person, duty }

/// A row of onhand.csv: packs that lie at a site already.
public struct OnHandRow: Sendable, Hashable {
  public var site: SiteID
  public var good: GoodID
  public var packs: Int
  public init(site: SiteID, good: GoodID, packs: Int) {
    self.site = site
    self.good = good
    self.packs = packs
  }
}

/// Packs of one good that one duty of the first service day needs (docs/format.md §15).
public struct KitNeed: Sendable, Hashable {
  public var duty: DutyID
  public var site: SiteID
  /// Row of goods.csv.
  public var good: Int
  public var packs: Int
  /// Its target.
  public var people: Int
  /// The most urgent of its seats'.
  public var priority: Int
  /// When the duty begins, set-up included.
  public var start: Moment
  public var id: String
}

extension District {
  /// By start and id of the duties, then in the order of goods.csv. O(rows of posts.csv × rows of kit.csv).
  public func kitNeeds(in zone: ZoneClock) -> [KitNeed] {
    guard !kit.isEmpty else { return [] }
    return kitDuties(in: zone).flatMap { duty in
      goods.indices.compactMap { good -> KitNeed? in
        let packs = kit.reduce(0) { sum, row in
          guard row.exposure == duty.exposure, row.good == goods[good].id, row.kind == nil || row.kind == duty.kind
          else { return sum }
          return sum + row.packs * (row.per == .person ? duty.people : 1)
        }
        guard packs > 0, duty.people > 0 else { return nil }
        return KitNeed(
          duty: duty.id, site: duty.site, good: good, packs: min(packs, Self.mostPacks), people: duty.people,
          priority: duty.priority,
          start: duty.start, id: "\(duty.id.description):\(goods[good].id)")
      }
    }
  }

  /// Beyond what any stage takes in all.
  private static let mostPacks = 1 << 40

  private struct KitDuty {
    var id: DutyID
    var site: SiteID
    var kind: PostKind
    var exposure: Int
    var start: Moment
    var people = 0
    var priority = 5
  }

  /// The duties of posts.csv on the first service day.
  private func kitDuties(in zone: ZoneClock) -> [KitDuty] {
    let shifts = Dictionary(shifts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var duties: [KitDuty] = []
    var known: [DutyID: Int] = [:]
    for row in posts {
      guard let shift = shifts[row.shift] else { continue }
      for date in (-2...1).map({ planDate.advanced(by: $0) }) where row.days.matches(date, holidays: holidays) {
        let start = zone.moment(date, shift.from)
        guard zone.serviceDay(start, dayStart: serviceDayStart) == planDate else { continue }
        let id = DutyID(site: PlaceID(row.site), post: row.post, shift: shift.id.text, date: date.description)
        let index = known[id] ?? duties.count
        if index == duties.count {
          known[id] = index
          duties.append(
            KitDuty(id: id, site: row.site, kind: row.kind, exposure: row.exposure, start: start - row.setup))
        }
        duties[index].people += row.target
        duties[index].priority = min(duties[index].priority, row.priority)
      }
    }
    return duties.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
  }
}

extension DayPattern {
  /// Working days are Monday to Friday but for holidays.
  public func matches(_ date: CalendarDate, holidays: [CalendarDate]) -> Bool {
    let isRest = date.isoWeekday > 5 || holidays.contains(date)
    return switch self {
    case .every: true
    case .weekdays(let days): days.contains(date.isoWeekday)
    case .workday: !isRest
    case .holiday: isRest
    case .dates(let dates): dates.contains(date)
    }
  }
}
