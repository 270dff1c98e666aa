import LinearModel
import Rostering

/// The rows of `LinkTables` in a restricted master: those between its own people, added once a solution breaks them.
///
/// Between one of its people and others, who stay as they are, a row is *folded*: a price that does not change.
/// A pair row says Σ ± x − above + below = 0, and both cost; a site row Σ x − open ≤ 0, with over ≥ Σ open − allowed.
struct MasterLinks {
  private enum Kind: UInt8 { case none, folded, open, present }
  private let firstRow: Int
  private var kind: [Kind]
  private var folded: [(row: Int, price: Double)] = []
  /// Whether any row is, or may become, one of the program.
  let hasRows: Bool
  private(set) var present: [Int] = []

  /// Of each group, how many of its places may still open at no cost.
  private var free: [Int]
  private var groups: [Int: GroupColumns] = [:]
  private struct GroupColumns {
    var over: Variable
    var spread: Row
    var open: [Int: Variable] = [:]
  }

  init(_ tables: PatternTables, people: [Int], others: PatternRoster) {
    let links = tables.links
    firstRow = links.firstRow
    kind = [Kind](repeating: .none, count: links.rowCount - links.firstRow)
    free = (0..<links.groupCount).map { max(0, Int(links.groupAllowed[$0] - others.links.open[$0])) }
    var isInside = [Bool](repeating: false, count: tables.personCount)
    for person in people { isInside[person] = true }
    var inGroup = [Int](repeating: 0, count: links.groupCount)
    let sites = links.firstSite - links.firstRow
    for group in inGroup.indices {
      var members: Set<Int32> = []
      let places = Int(links.placeStart[group])..<Int(links.placeStart[group + 1])
      for site in Int(links.siteStart[places.lowerBound])..<Int(links.siteStart[places.upperBound])
      where isInside[Int(links.sitePerson[site])] { members.insert(links.sitePerson[site]) }
      inGroup[group] = members.count
    }
    var hasRows = false
    for person in people {
      for entry in links.entries(of: person, days: tables.dayCount) {
        let index = Int(links.row[entry]) - firstRow
        guard kind[index] == .none else { continue }
        let isShared: Bool
        if links.sign[entry] != 0 {
          isShared = isInside[Int(links.pairFirst[index])] && isInside[Int(links.pairSecond[index])]
        } else {
          let place = Int(links.sitePlace[index - sites])
          isShared = others.links.atPlace[place] == 0 && inGroup[Int(links.placeGroup[place])] > 1
        }
        kind[index] = isShared ? .open : .folded
        hasRows = hasRows || isShared
        if !isShared {
          folded.append((index + firstRow, Double(others.links.step(entry, links)) * tables.pointPrice))
        }
      }
    }
    self.hasRows = hasRows
  }

  func foldedPrices(_ tables: PatternTables) -> [(row: Int, price: Double)] { folded }

  func isFolded(_ row: Int) -> Bool { row >= firstRow && kind[row - firstRow] == .folded }

  /// Rows that a solution breaks and that are not there yet, ascending. `value`: of a column of this.
  func broken(_ activity: [Int: Double], _ tables: PatternTables, value: (Variable) -> Double) -> [Int] {
    let links = tables.links
    var rows: [Int] = []
    var openness: [Int: [Int: Double]] = [:]
    for (row, sum) in activity where row < links.firstSite {
      if kind[row - firstRow] == .open, abs(sum) > 1e-6 { rows.append(row) }
    }
    for (row, sum) in activity where row >= links.firstSite && sum > 1e-9 {
      guard kind[row - firstRow] == .open || kind[row - firstRow] == .present else { continue }
      let place = Int(links.sitePlace[row - links.firstSite])
      let group = Int(links.placeGroup[place])
      openness[group, default: [:]][place] = max(openness[group]?[place] ?? 0, sum)
    }
    var isTooWide: Set<Int> = []
    for (group, places) in openness {
      let needed = places.values.sorted().reduce(0, +) - Double(free[group])
      if needed > (groups[group].map { value($0.over) } ?? 0) + 1e-6 { isTooWide.insert(group) }
    }
    for (row, sum) in activity where row >= links.firstSite && kind[row - firstRow] == .open {
      let place = Int(links.sitePlace[row - links.firstSite])
      let group = Int(links.placeGroup[place])
      guard isTooWide.contains(group) else { continue }
      if sum > (groups[group]?.open[place].map(value) ?? 0) + 1e-7 { rows.append(row) }
    }
    return rows.sorted()
  }

  /// Adds a row with these terms, and the columns it needs that are not there yet.
  mutating func add(
    _ row: Int, _ terms: [(Variable, Double)], _ session: any LinearSession, _ tables: PatternTables
  ) throws(ModelProblems) -> (row: Row, columns: Int) {
    let links = tables.links
    kind[row - firstRow] = .present
    present.append(row)
    if row < links.firstSite {
      let cost = Double(links.pairCost[row - firstRow]) * tables.weights.preference
      let above = try session.addColumns([
        NewColumn(lower: 0, upper: 1, cost: cost, terms: []), NewColumn(lower: 0, upper: 1, cost: cost, terms: []),
      ])
      let below = Variable(number: Int(above.index) + 1)
      return (try session.addRow("", lower: 0, upper: 0, terms: terms + [(above, -1), (below, 1)]), 2)
    }
    let place = Int(links.sitePlace[row - links.firstSite])
    let group = Int(links.placeGroup[place])
    var columns = 0
    if groups[group] == nil {
      let cost = Double(links.groupCost[group]) * tables.weights.preference
      let over = try session.addColumns([NewColumn(cost: cost, terms: [])])
      let spread = try session.addRow("", lower: -.infinity, upper: Double(free[group]), terms: [(over, -1)])
      groups[group] = GroupColumns(over: over, spread: spread)
      columns += 1
    }
    if let known = groups[group], known.open[place] == nil {
      groups[group]?.open[place] = try session.addColumns([
        NewColumn(lower: 0, upper: 1, cost: 0, terms: [(known.spread, 1)])
      ])
      columns += 1
    }
    let open = groups[group]?.open[place]
    return (
      try session.addRow("", lower: -.infinity, upper: 0, terms: terms + (open.map { [($0, -1)] } ?? [])), columns
    )
  }

  /// What a Lagrangian bound has of links besides the people's patterns, in millionths: the least cost of apart, open
  /// and over against the prices of their rows.
  func least(_ rowPrice: [Double], _ tables: PatternTables) -> Double {
    let links = tables.links
    var sum = 0.0
    var gains: [Int: [Int: Double]] = [:]
    for row in present {
      let price = rowPrice[row]
      if row < links.firstSite {
        sum += min(0, Double(links.pairCost[row - firstRow]) * tables.pointPrice - abs(price))
      } else {
        let place = Int(links.sitePlace[row - links.firstSite])
        gains[Int(links.placeGroup[place]), default: [:]][place, default: 0] += price
      }
    }
    for (group, places) in gains {
      let cost = Double(links.groupCost[group]) * tables.pointPrice
      for (rank, gain) in places.values.sorted(by: >).enumerated() {
        sum -= max(0, rank < free[group] ? gain : gain - cost)
      }
    }
    return sum
  }
}
