import Districts
import Units

extension DistrictDraft {
  /// A shift between two clock times, each as hour and minute.
  mutating func addShift(_ id: String, _ name: String, from: (Int, Int), to: (Int, Int)) {
    district.shifts.append(
      Shift(
        id: ShiftID(id), name: name, from: ClockTime(minutes: from.0 * 60 + from.1),
        to: ClockTime(minutes: to.0 * 60 + to.1)))
  }

  /// Three shifts of eight hours from 06:00 on.
  mutating func addThreeShifts() {
    addShift("day", "白班", from: (6, 0), to: (14, 0))
    addShift("evening", "晚班", from: (14, 0), to: (22, 0))
    addShift("night", "夜班", from: (22, 0), to: (30, 0))
  }

  mutating func addSite(_ id: String, _ name: String, community: String, at place: Position, compound: String? = nil) {
    var site = Site(id: SiteID(id), name: name)
    site.compound = compound.map { CompoundID($0) }
    site.community = community
    site.coordinate = location.coordinate(place)
    district.sites.append(site)
  }

  /// Adds a class of seats; `change` sets what differs from the defaults.
  mutating func addPost(
    _ site: String, _ post: String, _ name: String, _ kind: PostKind, _ shift: String, target: Int,
    change: (inout PostRow) -> Void = { _ in }
  ) {
    var row = PostRow(site: SiteID(site), post: post, kind: kind, shift: ShiftID(shift), target: target)
    row.name = name
    change(&row)
    district.posts.append(row)
  }
}
