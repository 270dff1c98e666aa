import Districts

/// A plan's shares beside the orders and the stock of the raw input, ready to be judged (docs/format.md §11).
public struct SupplyCase: Sendable {
  let raw: RawInput
  let plan: SupplyPlan
  let lines: [AuditedLine]
  /// By line.
  let given: [Int]

  public init(_ audit: Audit, supply: SupplyPlan) {
    raw = audit.raw
    plan = supply
    let lines = raw.supplyLines()
    self.lines = lines
    var shares: [String: SupplyShare] = [:]
    for share in supply.shares { shares["\(share.line) \(share.priority)"] = share }
    given = lines.map { line in shares["\(line.id) \(line.priority)"].map { max(0, $0.given) } ?? line.asked }
  }

  public static let rules: [RuleID] = [.structure, .depotStock, .reasons]

  public func check(_ rule: RuleID) -> [Violation] {
    switch rule {
    case .structure: checkStructure()
    case .depotStock: checkStock()
    case .reasons: checkGaps()
    default: []
    }
  }

  public var violations: [Violation] { Self.rules.flatMap(check) }

  public var objective: StageObjective {
    let scarce = scarceGoods
    return StageObjective([
      (.short, [(.shortPacks, lines.indices.map(short).saturatedSum)]),
      (.uneven, [(.unevenShares, lines.indices.map { uneven($0, scarce) }.saturatedSum)]),
    ])
  }

  /// Packs short of a line × 81 … 1 by priority.
  func short(_ l: Int) -> Int {
    (lines[l].asked -| given[l]) *| [81, 27, 9, 3, 1][min(max(lines[l].priority, 1), 5) - 1]
  }

  /// Of the goods that are short: what the packs of a line cost by how much its households have already.
  func uneven(_ l: Int, _ scarce: Set<Int>) -> Int {
    scarce.contains(lines[l].good) ? Self.price(given[l], households: lines[l].households) : 0
  }

  var scarceGoods: Set<Int> { Set(lines.indices.filter { given[$0] < lines[$0].asked }.map { lines[$0].good }) }

  /// Packs asked beyond all stock of their good; then 0.
  public var floors: [Int] {
    let beyond = raw.district.goods.enumerated().map { g, good in
      let asked = lines.filter { $0.good == g }.map(\.asked).saturatedSum
      let there =
        raw.district.stock.filter { $0.good == good.id }.map(\.packs).saturatedSum
        +| raw.district.onHand.filter { $0.good == good.id }.map(\.packs).saturatedSum
      return max(0, asked -| there)
    }
    return [beyond.saturatedSum, 0]
  }

  /// Each pack costs ⌊1000 × packs before it ÷ households⌋: whole rounds of the households, and the rest of one.
  private static func price(_ packs: Int, households: Int) -> Int {
    let (rounds, rest) = (packs / households, packs % households)
    func part(_ count: Int) -> Int { (0..<count).map { 1000 *| $0 / households }.saturatedSum }
    let whole = rounds == 0 ? 0 : part(households)
    // Σ over rounds r of (whole + 1000 × r × households).
    let rising = rounds % 2 == 0 ? (rounds / 2) *| (rounds -| 1) : rounds *| ((rounds -| 1) / 2)
    return (whole *| rounds) +| ((1000 *| households) *| rising) +| part(rest) +| ((1000 *| rounds) *| rest)
  }
}

extension SupplyCase {
  /// Shares name lines in their order, once each, and give fewer packs than asked.
  private func checkStructure() -> [Violation] {
    var found: [Violation] = []
    func complain(_ place: String, _ message: String) {
      found.append(Violation(rule: .structure, place: place, amount: 1, message: message))
    }
    if raw.district.stock.isEmpty || lines.isEmpty { complain("supply", "there is nothing to share") }
    let rows = Dictionary(
      lines.enumerated().map { ("\($1.id) \($1.priority)", $0) }, uniquingKeysWith: { first, _ in first })
    var last = -1
    for share in plan.shares {
      let path = "supply.shares.\(share.line)"
      guard let row = rows["\(share.line) \(share.priority)"], raw.district.goods[lines[row].good].id == share.good
      else {
        complain(path, "nobody asks for \(share.good) as \(share.line) with priority \(share.priority)")
        continue
      }
      if row <= last { complain(path, "shares stand once each, in the order of the lines") }
      last = row
      if share.asked != lines[row].asked { complain(path, "\(lines[row].asked) packs are asked, not \(share.asked)") }
      if share.given < 0 || share.given >= share.asked {
        complain(path, "\(share.given) of \(share.asked) are no share")
      }
    }
    return found
  }

  /// The stock in reach covers what is given; amount in packs.
  private func checkStock() -> [Violation] {
    raw.district.goods.indices.compactMap { g in
      let mine = lines.indices.filter { lines[$0].good == g && given[$0] > 0 }
      let rows = raw.district.stock.indices.filter { raw.goodIndex[raw.district.stock[$0].good] == g }
      let onHand = raw.district.onHand.filter { raw.goodIndex[$0.good] == g }
      var flow = PackFlow(
        wanted: mine.map { given[$0] }, stock: rows.map { raw.district.stock[$0].packs } + onHand.map(\.packs),
        reach: mine.map { line in
          rows.indices.filter { raw.reaches(raw.district.stock[rows[$0]], lines[line]) }
            + onHand.indices.filter { onHand[$0].site == lines[line].site }.map { rows.count + $0 }
        })
      let uncovered = flow.uncovered()
      guard uncovered > 0 else { return nil }
      let good = raw.district.goods[g].id.text
      return Violation(
        rule: .depotStock, place: good, amount: uncovered,
        message: "\(uncovered) packs of \(good) are given that no stock covers")
    }
  }

  /// Destinations and goods that are short, without reasons.
  var expectedGaps: [Gap] {
    var gaps: [Gap] = []
    for line in lines.indices where given[line] < lines[line].asked {
      let missing = lines[line].asked -| given[line]
      if let last = gaps.indices.last, gaps[last].what.id == lines[line].id {
        gaps[last].missing = gaps[last].missing +| missing
      } else {
        let what = Gap.What(kind: .packs, id: lines[line].id, level: .service)
        gaps.append(Gap(id: "S\(gaps.count + 1)", what: what, missing: missing, reasons: []))
      }
    }
    return gaps
  }

  private func checkGaps() -> [Violation] {
    var found = compareOpen(gaps: plan.gaps, with: expectedGaps, path: "supply.gaps", mostReasons: 1)
    for gap in plan.gaps where gap.reasons.map(\.count).saturatedSum != gap.missing {
      found.append(
        Violation(
          rule: .reasons, place: "supply.gaps.\(gap.id)", amount: 1, message: "each missing pack has one reason"))
    }
    return found
  }
}

/// How many packs no stock covers, by the plainest way there is: whoever lacks some looks for stock, if need be along
/// others whose stock can be exchanged.
private struct PackFlow {
  /// Lines that the same stock can reach are one.
  private var wanted: [Int] = []
  private var reach: [[Int]] = []
  private var stock: [Int]
  /// By those, then row of stock.
  private var taken: [[Int]] = []

  init(wanted lines: [Int], stock: [Int], reach rows: [[Int]]) {
    self.stock = stock
    var known: [[Int]: Int] = [:]
    for (packs, rows) in zip(lines, rows) {
      if let same = known[rows] {
        wanted[same] = wanted[same] +| packs
      } else {
        known[rows] = wanted.count
        wanted.append(packs)
        reach.append(rows)
        taken.append([Int](repeating: 0, count: stock.count))
      }
    }
  }

  mutating func uncovered() -> Int {
    for who in wanted.indices {
      while wanted[who] > 0, cover(who) {}
    }
    return wanted.saturatedSum
  }

  /// Finds some packs for one of them; false where there are none.
  private mutating func cover(_ who: Int) -> Bool {
    // By row of stock: who would draw on it, and the row that they give back for it (−1: none).
    var drawer: [Int: (who: Int, instead: Int)] = [:]
    var order = reach[who]
    for row in order { drawer[row] = (who, -1) }
    var next = 0
    while next < order.count, stock[order[next]] == 0 {
      let row = order[next]
      next += 1
      for other in reach.indices where taken[other][row] > 0 {
        for exchange in reach[other] where drawer[exchange] == nil {
          drawer[exchange] = (other, row)
          order.append(exchange)
        }
      }
    }
    guard next < order.count else { return false }
    var chain: [(who: Int, row: Int, instead: Int)] = []
    var row = order[next]
    while row >= 0, let step = drawer[row] {
      chain.append((step.who, row, step.instead))
      row = step.instead
    }
    let most = chain.map { $0.instead < 0 ? wanted[who] : taken[$0.who][$0.instead] }.min() ?? 0
    let packs = min(most, stock[order[next]])
    stock[order[next]] -= packs
    wanted[who] -= packs
    for step in chain {
      taken[step.who][step.row] += packs
      if step.instead >= 0 { taken[step.who][step.instead] -= packs }
    }
    return true
  }
}
