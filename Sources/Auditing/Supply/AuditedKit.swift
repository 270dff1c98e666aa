import Districts
import Units

/// What one duty of the first service day needs of one good (docs/format.md §15).
struct AuditedKit: Sendable {
  var id: String
  var site: SiteID
  var good: Int
  var packs: Int
  var people: Int
  var priority: Int
  /// When the duty begins.
  var by: Int
}

extension RawInput {
  /// By start of the duties, their ids, and goods.
  func auditedKit() -> [AuditedKit] {
    guard !district.kit.isEmpty else { return [] }
    let duties = postDuties.filter { $0.day == 0 }.sorted { ($0.span.start, $0.id) < ($1.span.start, $1.id) }
    var result: [AuditedKit] = []
    for duty in duties {
      let people = duty.seats.map(\.target).saturatedSum
      let post = district.posts.first { "\($0.site)/\($0.post)/\($0.shift)/" == duty.id.dropLast(10) }
      guard people > 0, let post else { continue }
      for (g, good) in district.goods.enumerated() {
        var packs = 0
        for row in district.kit where row.good == good.id && row.exposure == duty.exposure {
          if let kind = row.kind, kind != post.kind { continue }
          packs = packs +| (row.packs *| (row.per == .duty ? 1 : people))
        }
        guard packs > 0 else { continue }
        let weights = [81, 27, 9, 3, 1]
        let priority = duty.seats.compactMap { weights.firstIndex(of: $0.weight) }.min() ?? 2
        result.append(
          AuditedKit(
            id: "\(duty.id):\(good.id)", site: post.site, good: g, packs: packs, people: people,
            priority: priority + 1, by: duty.span.start.seconds))
      }
    }
    return result
  }

  /// What vehicles bring to sites: of what the duties there are given, whatever does not lie there already.
  func demandsOfKit(_ given: [String: Int]) -> [RouteDemand] {
    let kit = auditedKit()
    return district.sites.flatMap { site in
      district.goods.enumerated().compactMap { g, good -> RouteDemand? in
        let there = district.onHand.filter { $0.site == site.id && $0.good == good.id }.map(\.packs).saturatedSum
        var (used, priority) = (0, 5)
        var curve: [(by: Int, packs: Int)] = []
        for need in kit where need.site == site.id && need.good == g {
          let before = max(0, used -| there)
          used = used +| max(0, given[need.id] ?? need.packs)
          let brought = max(0, used -| there)
          guard brought > before else { continue }
          priority = min(priority, need.priority)
          if let last = curve.last, last.by == need.by { curve.removeLast() }
          curve.append((need.by, brought))
        }
        guard let last = curve.last else { return nil }
        return RouteDemand(
          id: "\(site.id):\(good.id)", good: g, place: PlaceID(site.id), packs: last.packs, priority: priority,
          curve: curve)
      }
    }
  }
}
