import LinearModel
import Rostering
import Units

/// Column generation over a restricted master: price everybody at smoothed duals, add what is cheap, keep the best bound.
///
/// Source: Wentges, "Weighted Dantzig–Wolfe decomposition for linear mixed-integer programming" (1997), for the
/// smoothing; Geoffrion, "Lagrangean relaxation for integer programming" (1974), for the bound.
struct PatternGeneration {
  let master: PatternMaster
  let pricer: PatternPricer
  let deadline: Deadline
  /// What is left of each person's cells.
  var choices: [CellChoices]
  /// The only pattern of a person, where it is decided.
  var fixed: [Int?]
  /// Patterns taken over from one person in one round.
  var columnsPerPerson = 3
  /// The part of the best duals in the duals that are priced.
  var smoothing = 0.6

  private let alike: [Int]
  private(set) var rounds = 0
  /// The best Lagrangian bound on these people's master, in millionths; valid for it while nothing is forced or shut.
  private(set) var bound = -Double.infinity
  private(set) var centre: [Double] = []
  private(set) var isConverged = false
  private var isAfterShutting = false

  init(_ master: PatternMaster, pricer: PatternPricer, deadline: Deadline) {
    self.master = master
    self.pricer = pricer
    self.deadline = deadline
    alike = master.tables.alike
    choices = [CellChoices](repeating: .all, count: master.tables.personCount)
    fixed = [Int?](repeating: nil, count: master.tables.personCount)
  }

  /// After columns were shut and cells forced: what bounded more patterns bounds fewer.
  mutating func narrow() {
    isConverged = false
    isAfterShutting = true
  }

  /// After rows were added to the master: the bound holds, and there is more to find.
  mutating func reopen() { narrow() }

  /// After some of that was taken back, with the bound and duals of then.
  mutating func widen(bound: Double, centre: [Double]) {
    self.bound = bound
    self.centre = centre
    narrow()
  }

  /// Nothing below the cutoff is left.
  func isClosed(below cutoff: Double) -> Bool {
    PatternGeneration.roundedUp(bound) * LevelWeights.scale >= cutoff
  }

  /// One solve and one pricing of everybody; false when the linear program or the deadline stood in the way.
  mutating func round(cutoff: Double = .infinity) throws(ModelProblems) -> Bool {
    guard try master.solve(deadline, afterShutting: isAfterShutting) else { return false }
    isAfterShutting = false
    rounds += 1
    var share = centre.isEmpty ? 0 : smoothing
    while true {
      let prices = blended(share)
      guard let (value, patterns) = priceAll(prices) else { return false }
      if value > bound {
        bound = value
        centre = prices
      }
      if isClosed(cutoff: cutoff) {
        isConverged = true
        try master.add(patterns)
        return true
      }
      let added = try master.add(patterns.filter { isUseful($0, share: share) })
      if added > 0 { return true }
      if share == 0 {
        isConverged = true
        return true
      }
      share = share > 0.3 ? share / 2 : 0
    }
  }

  /// No roster between the bound and the linear program's value can be better than the next whole point.
  private func isClosed(cutoff: Double) -> Bool {
    let point = LevelWeights.scale
    let reached = PatternGeneration.roundedUp(bound)
    return reached >= PatternGeneration.roundedUp(master.objective - 1e-5 * point) || isClosed(below: cutoff)
  }

  /// To whole points, towards safety.
  static func roundedUp(_ value: Double) -> Double { (value / LevelWeights.scale - 1e-6).rounded(.up) }

  private func blended(_ share: Double) -> [Double] {
    guard share > 0 else { return master.rowPrice }
    return zip(centre, master.rowPrice).map { ($0 * share + $1 * (1 - share)).rounded() }
  }

  /// Below the master's duals, or merely new at smoothed ones.
  private func isUseful(_ pattern: Int, share: Double) -> Bool {
    let person = Int(master.pool.person[pattern])
    let value = master.rowPrice.withUnsafeBufferPointer { prices in
      prices.baseAddress.map { master.pool.value(pattern, $0) } ?? 0
    }
    let constant = Double(master.tables.personConstant[person]) * master.tables.pointPrice
    return value + constant - master.worth[person] < -2
  }

  /// The Lagrangian value at the prices, and the patterns found. Who is the same to the model is priced once.
  private func priceAll(_ prices: [Double]) -> (value: Double, patterns: [Int])? {
    let tables = master.tables
    var sum = master.coverPart(prices)
    var patterns: [Int] = []
    let below = limits(prices)
    var priced: [Int: (least: Double, found: [PatternPricer.Found])] = [:]
    for person in master.people {
      if deadline.isOver { return nil }
      sum += Double(tables.personConstant[person]) * tables.pointPrice
      if let only = fixed[person] {
        sum += prices.withUnsafeBufferPointer { $0.baseAddress.map { master.pool.value(only, $0) } ?? 0 }
        continue
      }
      let first = choices[person].isFree ? alike[person] : -1
      let result =
        priced[first] ?? price(person, prices, below: (first < 0 ? below.own[person] : below.alike[first]) ?? .infinity)
      if first >= 0 { priced[first] = result }
      sum += result.least
      for found in result.found {
        if let index = master.pool.add(found.cells, of: person) { patterns.append(index) }
      }
    }
    return (sum, patterns)
  }

  private func price(
    _ person: Int, _ prices: [Double], below: Double
  ) -> (least: Double, found: [PatternPricer.Found]) {
    prices.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress {
        pricer.price(
          person, rowPrice: base, choices: choices[person], .init(below: below, most: columnsPerPerson, spread: 0.25))
      }
    }
    return (pricer.least, pricer.found)
  }

  /// Below what a pattern is new to a person, and to the one of the same people who knows least.
  private func limits(_ prices: [Double]) -> (own: [Int: Double], alike: [Int: Double]) {
    var (own, common): ([Int: Double], [Int: Double]) = ([:], [:])
    prices.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      for person in master.people where fixed[person] == nil {
        var known = Double.infinity
        for column in master.columnsOf[person] where master.isOpen(column) {
          known = min(known, master.pool.value(Int(master.pattern[column]), base))
        }
        own[person] = known - 1
        if choices[person].isFree { common[alike[person]] = max(common[alike[person]] ?? -.infinity, known - 1) }
      }
    }
    return (own, common)
  }
}
