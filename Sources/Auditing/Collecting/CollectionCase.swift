import Districts
import Units

/// A plan's list of what is collected, beside what the tables say, ready to be judged (docs/format.md §17).
public struct CollectionCase: Sendable {
  let raw: RawInput
  let collections: [PlannedCollection]
  let expected: [AuditedCollection]

  /// What routes leave aside is what is collected.
  public init(_ routes: RouteCase, collections: [PlannedCollection]) {
    raw = routes.raw
    self.collections = collections
    expected = routes.aside.filter { $0.packs > 0 }
  }

  /// Packs that can be collected.
  public var packs: Int { expected.map(\.packs).saturatedSum }

  /// Every order once, in the order of orders.csv, with its depot, good, packs and hours.
  public var violations: [Violation] {
    var found: [Violation] = []
    var seen: Set<OrderID> = []
    let byOrder = Dictionary(expected.map { ($0.order.id, $0) }, uniquingKeysWith: { first, _ in first })
    for collection in collections {
      guard let due = byOrder[collection.order], seen.insert(collection.order).inserted else {
        found.append(complaint(.structure, collection.order, 1, "it is not collected, or stands here twice"))
        continue
      }
      found += faults(collection, due)
    }
    for due in expected where !seen.contains(due.order.id) {
      found.append(complaint(.structure, due.order.id, 1, "\(due.packs) packs are to be collected at \(due.depot)"))
    }
    let order = expected.map(\.order.id).filter { seen.contains($0) }
    if found.isEmpty, collections.map(\.order) != order {
      found.append(
        Violation(
          rule: .structure, place: "collections", amount: 1, message: "orders stand as in orders.csv"))
    }
    return found
  }

  private func faults(_ collection: PlannedCollection, _ due: AuditedCollection) -> [Violation] {
    var found: [Violation] = []
    func expect(_ rule: RuleID, _ name: String, _ claimed: Int, _ counted: Int) {
      guard claimed != counted else { return }
      let message = "\(name) is wrong by \(magnitude(claimed -| counted))"
      found.append(complaint(rule, collection.order, magnitude(claimed -| counted), message))
    }
    if collection.depot != due.depot || collection.good != due.order.good {
      let message = "\(due.order.good) is collected at \(due.depot)"
      found.append(complaint(.structure, collection.order, 1, message))
    }
    expect(.depotStock, "packs", collection.packs, due.packs)
    expect(.depotHours, "from", collection.from.moment.seconds, due.from)
    expect(.depotHours, "by", collection.by.moment.seconds, due.by)
    return found
  }

  private func complaint(_ rule: RuleID, _ order: OrderID, _ amount: Int, _ message: String) -> Violation {
    Violation(rule: rule, place: "collections.\(order)", amount: amount, message: message)
  }
}

extension Audit {
  /// With routes, and only where some order is collected, the plan lists what is.
  func checkCollections(_ plan: Plan, _ routes: RouteCase?) -> [Violation] {
    let isDue = routes != nil && raw.district.orders.contains { $0.collectAt != nil }
    guard let routes, isDue, let collections = plan.collections else {
      guard isDue || plan.collections != nil else { return [] }
      let message = isDue ? "nothing is said of what is collected" : "nothing is collected, or no routes are planned"
      return [Violation(rule: .structure, place: "collections", amount: 1, message: message)]
    }
    return CollectionCase(routes, collections: collections).violations
  }

  /// The summary counts what can be collected, where anything is.
  func checkCollected(_ plan: Plan, _ routes: RouteCase?) -> [Violation] {
    let isDue = routes != nil && raw.district.orders.contains { $0.collectAt != nil }
    let counted = isDue ? routes?.aside.map(\.packs).saturatedSum : nil
    guard plan.summary.collected != counted else { return [] }
    let amount = max(1, magnitude((plan.summary.collected ?? 0) -| (counted ?? 0)))
    let message = "summary.collected is \(counted.map { "\($0)" } ?? "left out")"
    return [Violation(rule: .summary, place: "summary.collected", amount: amount, message: message)]
  }
}
