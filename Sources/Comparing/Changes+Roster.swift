import Districts
import Units

extension PersonChange {
  static func all(_ before: RosterPlan?, _ after: RosterPlan?) -> [PersonChange] {
    let (old, new) = (works(before), works(after))
    return Set(old.keys).union(new.keys).sorted().compactMap { cadre in
      let (had, has) = (old[cadre] ?? [], new[cadre] ?? [])
      let dropped = had.filter { !has.contains($0) }
      let added = has.filter { !had.contains($0) }
      guard !dropped.isEmpty || !added.isEmpty else { return nil }
      return PersonChange(
        cadre: cadre, dropped: dropped, added: added, minutesBefore: minutes(had), minutesAfter: minutes(has))
    }
  }

  /// By person, in the order of time.
  static func works(_ roster: RosterPlan?) -> [CadreID: [Work]] {
    var works: [CadreID: [Work]] = [:]
    for duty in roster?.duties ?? [] {
      for person in duty.people {
        works[person.cadre, default: []].append(
          Work(
            site: duty.site, post: duty.post, from: duty.from, to: duty.to, seat: person.seat, lead: person.lead))
      }
    }
    return works.mapValues { own in
      own.sorted { ($0.from.moment, $0.to.moment, $0.site, $0.post) < ($1.from.moment, $1.to.moment, $1.site, $1.post) }
    }
  }

  static func minutes(_ works: [Work]) -> Int {
    works.reduce(0) { $0 + ($1.to.moment - $1.from.moment).rawValue } / 60
  }
}

extension SiteChange {
  static func all(_ before: RosterPlan?, _ after: RosterPlan?) -> [SiteChange] {
    let (old, new) = (seats(before), seats(after))
    return Set(old.keys).union(new.keys).sorted().compactMap { site in
      let (had, has) = (old[site] ?? Seats(), new[site] ?? Seats())
      return had == has ? nil : SiteChange(site: site, before: had, after: has)
    }
  }

  private static func seats(_ roster: RosterPlan?) -> [PlaceID: Seats] {
    var seats: [PlaceID: Seats] = [:]
    for duty in roster?.duties ?? [] {
      var own = seats[duty.site] ?? Seats()
      own.filled += duty.people.count
      for seat in duty.seats {
        own.missing += max(0, seat.minimum - duty.people.count { $0.seat == seat.seat })
      }
      seats[duty.site] = own
    }
    return seats
  }
}
