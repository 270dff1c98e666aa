import Districts

extension RosterCase {
  /// The published plan by person: the duties that its rows match, and the rows that match none.
  var published: (duties: [Set<Int>], unmatched: Int, exists: Bool) {
    var result = [Set<Int>](repeating: [], count: raw.people.count)
    var unmatched = 0
    var exists = false
    let byWork = Dictionary(grouping: duties.indices) { "\(duties[$0].site)/\(duties[$0].post)" }
    for p in raw.people.indices {
      for row in raw.people[p].published {
        exists = true
        guard let site = row.site, let post = row.post else {
          unmatched += 1
          continue
        }
        let sameWork = byWork["\(site)/\(post)"] ?? []
        let match =
          sameWork.first { duties[$0].span.start == row.span.start }
          ?? sameWork.first { duties[$0].shiftStart == row.span.start }
        if let match { result[p].insert(match) } else { unmatched += 1 }
      }
    }
    return (result, unmatched, exists)
  }

  /// Whether there is a published plan.
  var stabilityCounts: Bool { raw.people.contains { !$0.published.isEmpty } }

  /// Every person and duty in exactly one of the plan and the published plan; rows that match no duty once each.
  var stabilityAmount: Int {
    let published = published
    guard published.exists else { return 0 }
    let changes = held.indices.map { published.duties[$0].symmetricDifference(held[$0]).count }.saturatedSum
    return raw.district.rules.stability.weight *| (changes +| published.unmatched)
  }
}
