import LinearModel
import Routing
import Units

/// The best choice among routes that are known already, each with its cost: a small covering program.
///
/// minimise Σ cost·x + Σ prize·y; Σ x + y ≥ 1 a client or group that some route visits or that has a prize; Σ x ≤ count
/// a kind of vehicle; x whole. Covering rows are far easier for branch and cut than partitioning rows: a client may be
/// in two of the chosen routes, and is to be left out of one.
public struct RouteRecombination: Sendable {
  private let problem: RoutingProblem
  private let solver: any LinearSolver

  public init(_ problem: RoutingProblem, solver: any LinearSolver) {
    self.problem = problem
    self.solver = solver
  }

  public struct Route: Sendable, Hashable {
    /// Index of its kind.
    public var vehicle: Int
    public var clients: [Int]
    public var cost: Int
    public init(vehicle: Int, clients: [Int], cost: Int) {
      self.vehicle = vehicle
      self.clients = clients
      self.cost = cost
    }
  }

  /// A choice that costs less than the incumbent's, by numbers in the pool; nil where none was found in time.
  ///
  /// Routes that the linear program's prices rule out of any better choice are left out first.
  ///
  /// - Parameters:
  ///   - incumbent: numbers in the pool; they visit everybody whom the pool's routes can, or pay the prize.
  ///   - nodes: of branch and cut at most, for runs without a clock.
  public func best(of pool: [Route], incumbent: [Int], deadline: Deadline, nodes: Int? = nil) -> [Int]? {
    let all = Array(pool.indices)
    var options = SolveOptions()
    options.deadline = deadline
    options.relaxed = true
    // A model that the solver refuses has no better choice to offer.
    guard let root = try? solver.solve(model(pool, all), options: options), root.point == .optimal,
      let bound = root.objective
    else { return nil }
    let start = cost(incumbent, pool)
    let gap = Double(start) - bound
    let kept = all.filter { root.reducedCosts[$0] < gap - 1e-6 || incumbent.contains($0) }
    guard gap > 1e-6, !kept.isEmpty else { return nil }
    options.relaxed = false
    options.nodeLimit = nodes
    options.integralObjective = true
    options.incumbent = values(kept.map { incumbent.contains($0) }, kept, pool)
    guard let result = try? solver.solve(model(pool, kept), options: options),
      result.point == .optimal || result.point == .feasible
    else { return nil }
    let chosen = kept.indices.filter { result.values[$0] > 0.5 }.map { kept[$0] }
    return cost(chosen, pool) < start ? chosen : nil
  }

  /// A client or group with its prize, if it has one.
  private var rows: [(clients: [Int], prize: Int?)] {
    var isGrouped = [Bool](repeating: false, count: problem.clients.count)
    for group in problem.groups { for client in group.clients { isGrouped[client] = true } }
    return problem.groups.map { group in
      (group.clients, group.clients.compactMap { problem.clients[$0].prize }.min())
    } + problem.clients.indices.filter { !isGrouped[$0] }.map { ([$0], problem.clients[$0].prize) }
  }

  /// The routes' columns come first, then one for each prize.
  private func model(_ pool: [Route], _ kept: [Int]) -> Model {
    var model = Model(name: "recombination")
    let columns = kept.map { model.addBinary(cost: Double(pool[$0].cost)) }
    let rows = rows
    var rowOf = [Int](repeating: 0, count: problem.clients.count)
    for (number, row) in rows.enumerated() { for client in row.clients { rowOf[client] = number } }
    var visits = [[Int]](repeating: [], count: rows.count)
    for (column, index) in kept.enumerated() {
      for row in Set(pool[index].clients.map { rowOf[$0] }).sorted() { visits[row].append(column) }
    }
    for (number, row) in rows.enumerated() {
      let visiting = visits[number]
      let prize = row.prize.map { model.addBinary(cost: Double($0)) }
      guard !visiting.isEmpty || prize != nil else { continue }
      _ = model.addRow(lower: 1) { terms in
        for column in visiting { terms.add(1, columns[column]) }
        if let prize { terms.add(1, prize) }
      }
    }
    for (number, vehicle) in problem.vehicles.enumerated() {
      let own = kept.indices.filter { pool[kept[$0]].vehicle == number }
      guard own.count > vehicle.count else { continue }
      _ = model.addRow(upper: Double(vehicle.count)) { terms in
        for column in own { terms.add(1, columns[column]) }
      }
    }
    return model
  }

  private func values(_ isChosen: [Bool], _ kept: [Int], _ pool: [Route]) -> [Double] {
    let visited = Set(kept.indices.filter { isChosen[$0] }.flatMap { pool[kept[$0]].clients })
    let prizes = rows.filter { $0.prize != nil }.map { $0.clients.contains(where: visited.contains) ? 0.0 : 1.0 }
    return isChosen.map { $0 ? 1 : 0 } + prizes
  }

  private func cost(_ chosen: [Int], _ pool: [Route]) -> Int {
    let visited = Set(chosen.flatMap { pool[$0].clients })
    let prizes = rows.reduce(0) { $0 + ($1.clients.contains(where: visited.contains) ? 0 : $1.prize ?? 0) }
    return prizes + chosen.reduce(0) { $0 + pool[$1].cost }
  }
}
