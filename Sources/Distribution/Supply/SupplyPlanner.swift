import Districts
import Units

/// A supply plan and what is known of how good it is.
public struct SupplyOutcome: Sendable {
  public var plan: SupplyPlan
  public var certificate: Certificate
}

/// Shares out what suppliers have, where they have less than is asked for (docs/format.md §11).
///
/// Goods have nothing to do with each other; each is solved to the end, whatever the time.
public struct SupplyPlanner: Sendable {
  let district: District
  let lines: [SupplyLine]

  public init(district: District) {
    self.district = district
    lines = district.stock.isEmpty ? [] : SupplyLine.all(district)
  }

  /// A district whose stock nobody tells has no supply stage, nor has one in which nobody asks for anything.
  /// Nor one whose packs are too many to be added up; the routes say so.
  public var isNeeded: Bool { !lines.isEmpty && lines.reduce(0.0) { $0 + Double($1.asked) } < Double(1 << 39) }

  /// O(lines × stock rows of a good), and what `FairShares` takes.
  public func plan() -> SupplyOutcome {
    let reach = SupplyReach(district)
    var given = Array(repeating: 0, count: lines.count)
    var refusal = [RuleID?](repeating: nil, count: lines.count)
    for good in district.goods.indices {
      let stock = district.stock.indices.filter { district.stock[$0].good == district.goods[good].id }
      let shelves = district.onHand.indices.filter { district.onHand[$0].good == district.goods[good].id }
      let own = lines.indices.filter { lines[$0].good == good }
      var classes: [[Int]: Int] = [:]
      var kinds: [[Int]] = []
      var classOf: [Int?] = []
      for line in own {
        let answer = reach.rows(for: lines[line], among: stock)
        let rows =
          answer.rows.compactMap { stock.firstIndex(of: $0) }
          + reach.shelves(for: lines[line]).compactMap { shelves.firstIndex(of: $0) }.map { stock.count + $0 }
        guard !rows.isEmpty else {
          let isThere = !stock.isEmpty && answer.isKnown
          refusal[line] = !isThere ? .depotStock : answer.hasWay ? .needCurve : .travelTime
          classOf.append(nil)
          continue
        }
        if classes[rows] == nil {
          classes[rows] = kinds.count
          kinds.append(rows)
        }
        classOf.append(classes[rows])
      }
      var shares = FairShares(
        own.map { lines[$0] }, classOf: classOf,
        flow: StockFlow(
          stock: stock.map { district.stock[$0].packs } + shelves.map { district.onHand[$0].packs }, reach: kinds))
      shares.share()
      for (index, line) in own.enumerated() { given[line] = shares.given[index] }
    }
    return outcome(given, refusal)
  }

  private func outcome(_ given: [Int], _ refusal: [RuleID?]) -> SupplyOutcome {
    let short = lines.indices.filter { given[$0] < lines[$0].asked }
    let scarce = Set(short.map { lines[$0].good })
    let missing = short.reduce(0) { $0 + (lines[$1].asked - given[$1]) * lines[$1].weight }
    let uneven = lines.indices.filter { scarce.contains(lines[$0].good) }.reduce(0) {
      let (sum, overflow) = $0.addingReportingOverflow(
        FairShares.price(of: given[$1], households: lines[$1].households))
      return overflow ? Int.max : sum
    }
    let plan = SupplyPlan(
      shares: short.map {
        SupplyShare(
          line: lines[$0].id, good: district.goods[lines[$0].good].id, priority: lines[$0].priority,
          asked: lines[$0].asked, given: given[$0])
      },
      gaps: gaps(short, given, refusal))
    // Each step gives a pack to who may have it at the least price: nothing better is left (FairShares).
    let levels = [
      CertifiedLevel(name: .short, objective: missing, bound: missing, floor: floor, boundEvidence: .search),
      CertifiedLevel(name: .uneven, objective: uneven, bound: uneven, floor: 0, boundEvidence: .search),
    ]
    let certificate = Certificate(
      levels: levels, solutionStatus: .optimal, stopReason: .proved, method: .exact,
      breakdown: [RuleID.shortPacks.rawValue: missing, RuleID.unevenShares.rawValue: uneven])
    return SupplyOutcome(plan: plan, certificate: certificate)
  }

  /// Packs beyond all stock of their good, unweighted.
  private var floor: Int {
    district.goods.indices.reduce(0) { sum, good in
      let asked = lines.reduce(0) { $0 + ($1.good == good ? $1.asked : 0) }
      let stock = district.stock.reduce(0) { $0 + ($1.good == district.goods[good].id ? $1.packs : 0) }
      let onHand = district.onHand.reduce(0) { $0 + ($1.good == district.goods[good].id ? $1.packs : 0) }
      return sum + max(0, asked - stock - onHand)
    }
  }

  /// One for each destination and good: its lines of all priorities.
  private func gaps(_ short: [Int], _ given: [Int], _ refusal: [RuleID?]) -> [Gap] {
    var gaps: [Gap] = []
    for line in short {
      let missing = lines[line].asked - given[line]
      let rule = (refusal[line] ?? .depotStock).rawValue
      if let last = gaps.indices.last, gaps[last].what.id == lines[line].id {
        // The same destination and good, and so the same stock in reach.
        gaps[last].missing += missing
        gaps[last].reasons[0].count += missing
      } else {
        gaps.append(
          Gap(
            id: "S\(gaps.count + 1)", what: .init(kind: .packs, id: lines[line].id, level: .service),
            missing: missing, reasons: [.init(rule: rule, count: missing, standing: .proven)]))
      }
    }
    return gaps
  }
}

extension SupplyPlanner {
  /// The district as the later stages see it: everybody asks what they are given, of what is short there is no reserve.
  ///
  /// Orders keep their rows and moments, so that pins and deadlines go on meaning what they meant.
  public func supplied(_ plan: SupplyPlan) -> District {
    guard !plan.shares.isEmpty else { return district }
    var supplied = district
    supplied.scarceGoods = Set(plan.shares.map(\.good))
    var missing: [String: Int] = [:]
    for share in plan.shares { missing[share.line, default: 0] += share.asked - share.given }
    // Without orders.csv everybody asks for the first good.
    if let first = district.goods.first, supplied.scarceGoods.contains(first.id) { supplied.hasOrders = true }
    for row in district.orders.indices where supplied.scarceGoods.contains(district.orders[row].good) {
      supplied.orders[row].quantity = .packs(0)
    }
    for line in lines where supplied.scarceGoods.contains(district.goods[line.good].id) {
      switch line.destination {
      case .order(let row): supplied.orders[row].quantity = .packs(line.asked - missing[line.id, default: 0])
      case .kit: supplied.kitShort[line.id] = missing[line.id]
      case .need(let row): if missing[line.id, default: 0] > 0 { supplied.needs[row].good = nil }
      case .building(let building):
        // A building's lines of one good follow each other; the first takes what they miss in all.
        let lost = min(line.asked, missing[line.id, default: 0])
        missing[line.id, default: 0] -= lost
        supplied.orders.append(
          Order(
            id: OrderID(line.id), destination: .building(district.buildings[building].id),
            good: district.goods[line.good].id, quantity: .packs(line.asked - lost)))
      }
    }
    return supplied
  }
}
