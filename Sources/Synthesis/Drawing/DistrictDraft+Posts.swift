import Districts
import Units

extension DistrictDraft {
  mutating func addShift(_ id: String, _ name: String, _ from: Int, _ to: Int) {
    district.shifts.append(
      Shift(id: ShiftID(id), name: name, from: ClockTime(minutes: from * 60), to: ClockTime(minutes: to * 60)))
  }

  /// Three shifts of eight hours from 06:00 on.
  mutating func addThreeShifts() {
    addShift("day", "白班", 6, 14)
    addShift("evening", "晚班", 14, 22)
    addShift("night", "夜班", 22, 30)
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
