import LinearModel
import Units

/// The restricted master: which known routes, in which shares, cover all rows at the least cost.
///
/// minimise Σ cost·x + Σ price·y; Σ visits·x + y ≥ 1 a row; Σ x ≤ count a kind; Σ coefficient·x ≤ 1 a cut. Covering
/// more than once is allowed: it only lowers the bound, and keeps prices from falling below 0.
final class RouteMaster {
  private let relaxation: RouteRelaxation
  private let session: any LinearSession
  private(set) var routes: [PricedRoute] = []
  private var known: Set<PricedRoute> = []
  private(set) var cuts: [SubsetRowCut] = []
  private var slackPrice: [Int]
  private var hasNewRows = false

  /// Of the last solve.
  private(set) var objective = 0.0
  private(set) var values: [Double] = []
  private(set) var reducedCosts: [Double] = []
  /// By row, by kind, by cut.
  private(set) var rowDuals: [Double]
  private(set) var kindDuals: [Double]
  private(set) var cutDuals: [Double] = []

  init(_ relaxation: RouteRelaxation, slackPrices: [Int], solver: any LinearSolver) throws(ModelProblems) {
    self.relaxation = relaxation
    slackPrice = slackPrices
    rowDuals = [Double](repeating: 0, count: relaxation.rows.count)
    kindDuals = [Double](repeating: 0, count: relaxation.kinds.count)
    var model = Model(name: "routes")
    for (row, price) in slackPrices.enumerated() {
      let slack = model.addVariable("left(\(row))", cost: Double(price))
      _ = model.addRow("cover(\(row))", lower: 1) { $0.add(1, slack) }
    }
    for (index, kind) in relaxation.kinds.enumerated() {
      _ = model.addRow("vehicles(\(index))", upper: Double(kind.count)) { _ in }
    }
    session = try solver.makeSession(model)
  }

  deinit { session.close() }

  private var rowCount: Int { relaxation.rows.count }
  private var slackCount: Int { slackPrice.count }

  /// Adds those that are not in it yet; how many.
  @discardableResult
  func add(_ found: [PricedRoute]) throws(ModelProblems) -> Int {
    var columns: [NewColumn] = []
    for route in found where known.insert(route).inserted {
      var visits: [Int: Double] = [rowCount + route.kind: 1]
      for client in route.clients { visits[relaxation.rowOf[client], default: 0] += 1 }
      for (index, cut) in cuts.enumerated() {
        let times = cut.coefficient(route.clients)
        if times > 0 { visits[rowCount + relaxation.kinds.count + index] = Double(times) }
      }
      let terms = visits.sorted { $0.key < $1.key }.map { (row: Row(number: $0.key), value: $0.value) }
      columns.append(NewColumn(cost: Double(route.cost), terms: terms))
      routes.append(route)
    }
    if !columns.isEmpty { _ = try session.addColumns(columns) }
    return columns.count
  }

  func add(_ cut: SubsetRowCut) throws(ModelProblems) {
    var terms: [(Variable, Double)] = []
    for (index, route) in routes.enumerated() {
      let times = cut.coefficient(route.clients)
      if times > 0 { terms.append((Variable(number: slackCount + index), Double(times))) }
    }
    _ = try session.addRow("cut(\(cuts.count))", lower: -.infinity, upper: 1, terms: terms)
    cuts.append(cut)
    cutDuals.append(0)
    hasNewRows = true
  }

  /// False when it was not solved to the end.
  func solve(_ deadline: Deadline) throws(ModelProblems) -> Bool {
    var options = SolveOptions()
    options.deadline = deadline
    options.lpMethod = hasNewRows ? .dual : .primal
    let result = try session.solve(options: options)
    guard result.point == .optimal, let objective = result.objective, !result.duals.isEmpty else { return false }
    hasNewRows = false
    self.objective = objective
    values = Array(result.values[slackCount...])
    reducedCosts = Array(result.reducedCosts[slackCount...])
    slacks = Array(result.values[..<slackCount])
    rowDuals = Array(result.duals[..<rowCount])
    kindDuals = Array(result.duals[rowCount..<rowCount + relaxation.kinds.count])
    cutDuals = Array(result.duals[(rowCount + relaxation.kinds.count)...])
    return true
  }

  private var slacks: [Double] = []

  /// Makes it dearer to leave out what must be covered, where that is done.
  /// - Returns: whether anything changed.
  func raiseSlackPrices() throws(ModelProblems) -> Bool {
    let most = relaxation.dearest * RouteRelaxation.dearestPrice / 2
    var isRaised = false
    for (row, slack) in slacks.enumerated()
    where slack > 1e-7 && relaxation.rows[row].prize == nil && slackPrice[row] < most {
      slackPrice[row] = min(most, slackPrice[row] * 4)
      try session.setCost(Variable(number: row), Double(slackPrice[row]))
      isRaised = true
    }
    return isRaised
  }

  /// Cost less the duals of the last solve.
  func reducedCost(_ route: PricedRoute) -> Double {
    var cost = Double(route.cost) - kindDuals[route.kind]
    for client in route.clients { cost -= rowDuals[relaxation.rowOf[client]] }
    for (index, cut) in cuts.enumerated() where cutDuals[index] < 0 {
      cost -= cutDuals[index] * Double(cut.coefficient(route.clients))
    }
    return cost
  }
}
