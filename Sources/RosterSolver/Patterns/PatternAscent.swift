import Dispatch
import Rostering
import Units

/// Raises the Lagrangian bound over everybody's patterns without a linear program: the volume algorithm.
///
/// Each step tries prices some way from the best ones along what the average of the cheapest patterns so far breaks,
/// newer ones counting more; the average comes close to a fractional roster. For problems of many people and rows, where
/// the master's simplex takes most of the time.
/// Source: Barahona and Anbil, "The volume algorithm: producing primal solutions with a subgradient method" (2000), §2.
struct PatternAscent {
  let tables: PatternTables
  /// One a thread.
  private let pricers: [PatternPricer]
  /// How many people can be in a row of cover.
  private let mostCount: [Int]

  /// Whole millionths, one a row.
  private(set) var price: [Double]
  private(set) var best: [Double]
  private(set) var bound = -Double.infinity
  /// Everybody's cheapest pattern under the last prices.
  private(set) var patterns: [[UInt16]]
  /// What the average of the patterns breaks.
  private var direction: [Double]
  private var lambda = 0.03
  /// Rows of the same span still have one price.
  private var isCoarse = true
  /// The rows of each span.
  private let spans: [[Int]]
  private var idle = 0
  private(set) var steps = 0

  /// Steps without a better bound after which λ shrinks, and its end.
  static let mostIdle = 8
  static let fineLambda = 0.03
  /// Steps with one price a span.
  static let mostCoarse = 40
  static let shrink = 0.75
  static let growth = 1.15
  static let leastLambda = 1e-5
  /// The share of new patterns in the average, at first and later.
  static let firstShare = 0.3
  static let share = 0.1
  static let firstSteps = 20

  init(_ tables: PatternTables, pricers: [PatternPricer]) {
    self.tables = tables
    self.pricers = pricers
    mostCount = tables.mostCounts(of: Array(0..<tables.personCount))
    spans = tables.rowsBySpan()
    price = [Double](repeating: 0, count: tables.rowCount)
    best = price
    direction = price
    patterns = [[UInt16]](repeating: [], count: tables.personCount)
  }

  var isConverged: Bool { lambda < Self.leastLambda }

  /// One pricing of everybody and one move; false when the deadline came first or somebody has no pattern.
  mutating func step(towards target: Double, deadline: Deadline) -> Bool {
    guard let ofPeople = priceAll(deadline) else { return false }
    let (ofRows, ends) = leastOfRows()
    let value = ofPeople + ofRows + Double(tables.problem.constant) * tables.pointPrice
    let slack = isCoarse ? averaged(slack(ends)) : slack(ends)
    steps += 1
    if value > bound {
      // Further along the same way would have been better still: longer steps.
      if steps > 1, zip(slack, direction).reduce(0, { $0 + $1.0 * $1.1 }) > 0 { lambda = min(2, lambda * Self.growth) }
      bound = value
      best = price
      idle = 0
    } else {
      idle += 1
      if idle >= Self.mostIdle {
        lambda *= Self.shrink
        idle = 0
      }
    }
    if isCoarse, steps >= Self.mostCoarse {
      isCoarse = false
      lambda = Self.fineLambda
      idle = 0
    }
    let share = steps == 1 ? 1 : steps < Self.firstSteps ? Self.firstShare : Self.share
    for row in direction.indices { direction[row] = share * slack[row] + (1 - share) * direction[row] }
    move(by: lambda * max(LevelWeights.scale / 10, target - bound))
    return true
  }

  /// Σ over people of the least pattern; the same on any number of threads.
  private mutating func priceAll(_ deadline: Deadline) -> Double? {
    let count = tables.personCount
    let parts = min(pricers.count, max(1, count))
    var least = [Double](repeating: .infinity, count: count)
    var cells = [[UInt16]](repeating: [], count: count)
    price.withUnsafeBufferPointer { prices in
      guard let base = prices.baseAddress else { return }
      nonisolated(unsafe) let rowPrice = base
      least.withUnsafeMutableBufferPointer { least in
        cells.withUnsafeMutableBufferPointer { cells in
          nonisolated(unsafe) let least = least
          nonisolated(unsafe) let cells = cells
          nonisolated(unsafe) let pricers = pricers
          func work(_ part: Int) {
            for person in stride(from: part, to: count, by: parts) {
              if deadline.isOver { return }
              pricers[part].breaksTiesByPerson = true
              defer { pricers[part].breaksTiesByPerson = false }
              pricers[part].price(person, rowPrice: rowPrice, .init(labelLimit: 60_000))
              least[person] = pricers[part].least
              if let found = pricers[part].found.first { cells[person] = found.cells }
            }
          }
          if parts == 1 {
            work(0)
          } else {
            nonisolated(unsafe) let work = work
            DispatchQueue.concurrentPerform(iterations: parts) { work($0) }
          }
        }
      }
    }
    guard least.allSatisfy({ $0 < .infinity }) else { return nil }
    patterns = cells
    return (0..<count).reduce(0) { $0 + least[$1] + Double(tables.personConstant[$1]) * tables.pointPrice }
  }

  /// Σ over rows of the least of their own cost against the prices, and how many each then wants.
  private func leastOfRows() -> (Double, ends: [Double]) {
    var ends = [Double](repeating: 0, count: tables.rowCount)
    var sum = 0.0
    for row in 0..<tables.cover.rowCount {
      var least = tables.cover.value(row, 0)
      for count in 0..<mostCount[row] {
        let value = tables.cover.value(row, count + 1) - price[row] * Double(count + 1)
        if value < least {
          least = value
          ends[row] = Double(count + 1)
        }
      }
      sum += least
    }
    let links = tables.links
    var gains = [Double](repeating: 0, count: links.placeCount)
    for row in links.firstRow..<links.rowCount where price[row] != 0 {
      if row >= links.firstSite { gains[Int(links.sitePlace[row - links.firstSite])] += price[row] }
    }
    for group in 0..<links.groupCount {
      let cost = Double(links.groupCost[group]) * tables.pointPrice
      let places = (Int(links.placeStart[group])..<Int(links.placeStart[group + 1])).filter { gains[$0] > 0 }
      for (rank, place) in places.sorted(by: { (gains[$0], $1) > (gains[$1], $0) }).enumerated() {
        let gain = rank < Int(links.groupAllowed[group]) ? gains[place] : gains[place] - cost
        guard gain > 0 else { break }
        sum -= gain
        for site in Int(links.siteStart[place])..<Int(links.siteStart[place + 1]) { ends[links.firstSite + site] = 1 }
      }
    }
    return (sum, ends)
  }

  /// What everybody's cheapest patterns count in each row beyond what the row wants.
  private func slack(_ ends: [Double]) -> [Double] {
    var slack = ends.map { -$0 }
    for (person, cells) in patterns.enumerated() where !cells.isEmpty {
      for day in 0..<tables.dayCount where cells[day] > 0 {
        for entry in tables.rows(person, day, cell: Int(cells[day])) {
          let (row, sign) = PatternPool.signed(entry)
          slack[row] += sign
        }
      }
    }
    return slack
  }

  /// Every row of a span breaks as much as they do on average; links do not take part.
  private func averaged(_ slack: [Double]) -> [Double] {
    var average = [Double](repeating: 0, count: slack.count)
    for rows in spans {
      let mean = rows.reduce(0) { $0 + slack[$1] } / Double(rows.count)
      for row in rows { average[row] = mean }
    }
    return average
  }

  /// From the best prices, along the direction.
  private mutating func move(by length: Double) {
    var norm = 0.0
    for row in direction.indices where !isHeld(row, direction[row]) { norm += direction[row] * direction[row] }
    guard norm > 1e-9 else { return }
    let step = length / norm
    for row in direction.indices {
      price[row] = direction[row] == 0 ? best[row] : clamped(row, (best[row] + step * direction[row]).rounded())
    }
  }

  /// Whether the row's price stands at its end and would move beyond it.
  private func isHeld(_ row: Int, _ slack: Double) -> Bool {
    row >= tables.links.firstSite && best[row] <= 0 && slack < 0
  }

  /// Prices beyond what a row can cost prove nothing more.
  private func clamped(_ row: Int, _ value: Double) -> Double {
    let links = tables.links
    if row < tables.cover.rowCount {
      guard mostCount[row] > 0 else { return 0 }
      let steepest = max(min(0, tables.cover.step(row, 0)), value)
      return row < tables.seatCount ? steepest : min(0, steepest)
    }
    if row < links.firstSite {
      let cost = Double(links.pairCost[row - links.firstRow]) * tables.pointPrice
      return max(-cost, min(cost, value))
    }
    let place = Int(links.sitePlace[row - links.firstSite])
    let cost = Double(links.groupCost[Int(links.placeGroup[place])]) * tables.pointPrice
    return max(0, min(cost, value))
  }
}
