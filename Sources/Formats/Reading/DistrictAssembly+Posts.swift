import Districts
import Units

extension DistrictAssembly {
  mutating func assemblePosts(_ district: inout District) {
    let table = tables.posts
    for (index, row) in table.rows.enumerated() {
      var post = row.post
      expect(post.site.text, in: ids.sites, table, index, "site")
      expect(post.shift.text, in: ids.shifts, table, index, "shift")
      post.minimum = row.minimum ?? post.target
      post.maximum = row.maximum ?? max(post.target, 0)
      if !table.damaged.contains(index) {
        if post.minimum > post.target {
          complainSeats(table, index, "minimum", post.minimum, "target", post.target)
        }
        if post.target > post.maximum {
          complainSeats(table, index, "target", post.target, "maximum", post.maximum)
        }
      }
      district.posts.append(post)
    }
    checkDuties(district)
  }

  private func complainSeats(
    _ table: ReadTable<PostDraft>, _ row: Int, _ less: String, _ lessValue: Int, _ more: String, _ moreValue: Int
  ) {
    log.add(
      table.problem(
        .seatOrder, row: row, column: less,
        values: ["less": less, "lessValue": String(lessValue), "more": more, "moreValue": String(moreValue)]))
  }

  /// Rows of one site, post and shift agree on all that the duty is, and name no seat twice on a date.
  private func checkDuties(_ district: District) {
    let table = tables.posts
    var rowsOfDuty: [String: [Int]] = [:]
    for index in table.sound {
      let post = district.posts[index]
      let duty = "\(post.site)/\(post.post)/\(post.shift)"
      for other in rowsOfDuty[duty, default: []].reversed() {
        if post.seat == district.posts[other].seat,
          overlap(post.days, district.posts[other].days, holidays: district.holidays)
        {
          log.add(
            table.problem(
              .seatTwice, row: index, column: "seat",
              values: ["value": post.seat, "duty": duty, "line": String(table.lines[other])]))
          break
        }
      }
      if let first = rowsOfDuty[duty]?.first, let column = difference(post, district.posts[first]) {
        log.add(
          table.problem(
            .dutyDisagrees, row: index, column: column,
            values: ["duty": duty, "line": String(table.lines[first])]))
      }
      rowsOfDuty[duty, default: []].append(index)
    }
  }

  private func difference(_ a: PostRow, _ b: PostRow) -> String? {
    if let name = a.name, let other = b.name, name != other { return "name" }
    if a.kind != b.kind { return "kind" }
    if a.lead != b.lead { return "lead" }
    if a.setup != b.setup { return "setup_minutes" }
    if a.cleanup != b.cleanup { return "cleanup_minutes" }
    if a.handover != b.handover { return "handover_minutes" }
    return a.exposure != b.exposure ? "exposure" : nil
  }
}

/// Whether two patterns share a date.
///
/// Tried are all dates named anywhere and, for each weekday, one date that is named nowhere: every other date matches
/// as one of these does.
func overlap(_ a: DayPattern, _ b: DayPattern, holidays: [CalendarDate]) -> Bool {
  var named = Set(holidays)
  for pattern in [a, b] { if case .dates(let dates) = pattern { named.formUnion(dates) } }
  let latest = named.max() ?? CalendarDate(dayNumber: 0)
  let candidates = named.union((1...7).map { latest.advanced(by: $0) })
  return candidates.contains { a.matches($0, holidays: holidays) && b.matches($0, holidays: holidays) }
}
