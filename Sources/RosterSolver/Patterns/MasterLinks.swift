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
  private(set) var folded: [(row: Int, price: Double)] = []
  /// Whether any row is, or may become, one of the program.
  let hasRows: Bool
  private(set) var present: [Int] = []

  /// Of each group, how many of its places may still open at no cost.
  private var free: [Int]
  private var groups: [Int: GroupColumns] = [:]
  /// Columns and rows by number.
  private struct GroupColumns {
    var over: Int
    var spread: Int
    var open: [Int: Int] = [:]
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

  func isFolded(_ row: Int) -> Bool { row >= firstRow && kind[row - firstRow] == .folded }

  /// Rows that a solution breaks and that are not there yet, ascending. `value`: of a column of this.
  func broken(_ activity: [Int: Double], _ tables: PatternTables, value: (Int) -> Double) -> [Int] {
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

  /// Adds rows with these terms, and the columns they need that are not there yet, numbered from `first`.
  mutating func add(
    _ broken: [Int], _ terms: [Int: [(column: Int, value: Double)]], to program: WarmProgram, _ first: Int,
    _ tables: PatternTables
  ) throws(ModelProblems) -> (rows: [(row: Int, number: Row)], columns: Int) {
    let links = tables.links
    var columns: [NewColumn] = []
    var rows: [WarmProgram.NewRow] = []
    var numbers: [(row: Int, number: Row)] = []
    func column(upTo upper: Double, cost: Int) -> Int {
      columns.append(NewColumn(lower: 0, upper: upper, cost: Double(cost) * tables.weights.preference, terms: []))
      return first + columns.count - 1
    }
    for row in broken {
      kind[row - firstRow] = .present
      present.append(row)
      var own = terms[row] ?? []
      if row < links.firstSite {
        let cost = Int(links.pairCost[row - firstRow])
        own.append((column(upTo: 1, cost: cost), -1))
        own.append((column(upTo: 1, cost: cost), 1))
        numbers.append((row, Row(number: program.rowCount + rows.count)))
        rows.append(.init(lower: 0, upper: 0, terms: own))
        continue
      }
      let place = Int(links.sitePlace[row - links.firstSite])
      let group = Int(links.placeGroup[place])
      if groups[group] == nil {
        let over = column(upTo: .infinity, cost: Int(links.groupCost[group]))
        groups[group] = GroupColumns(over: over, spread: program.rowCount + rows.count)
        rows.append(.init(lower: -.infinity, upper: Double(free[group]), terms: [(over, -1)]))
      }
      if let known = groups[group], known.open[place] == nil {
        let open = column(upTo: 1, cost: 0)
        groups[group]?.open[place] = open
        if known.spread >= program.rowCount {
          rows[known.spread - program.rowCount].terms.append((open, 1))
        } else {
          columns[columns.count - 1].terms.append((Row(number: known.spread), 1))
        }
      }
      if let open = groups[group]?.open[place] { own.append((open, -1)) }
      numbers.append((row, Row(number: program.rowCount + rows.count)))
      rows.append(.init(lower: -.infinity, upper: 0, terms: own))
    }
    try program.addColumns(columns)
    try program.addRows(rows)
    return (numbers, columns.count)
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
