import LinearModel
import Routing
import Units

/// A lower bound on what plans cost that leave nobody unserved, by column generation over ng-routes.
///
/// Kept: cover, prizes, groups, kinds of vehicles with their number, depots and skills, loads, windows, releases, and
/// the greatest distance, stops and working time, of these the scarcest where there are many. Dropped, or counted in
/// the vehicle's favour: breaks, waiting, overtime, balance, stock, shipments' order, fixed routes, and what separates
/// the trips of a vehicle. docs/route-columns.md says why the bound holds.
public struct RouteColumns {
  private let relaxation: RouteRelaxation
  private let problem: RoutingProblem
  private let solver: any LinearSolver

  /// Clients that a route remembers at each client, with that client.
  static let neighbours = 10

  /// Nil where the problem has more than 2,000 clients, or costs leave no room to calculate exactly in 64 bits.
  ///
  /// - Complexity: O(kinds × clients² × reload depots), in memory 64 bytes × kinds × clients².
  public init?(_ problem: RoutingProblem, solver: any LinearSolver) {
    guard problem.clients.allSatisfy({ $0.part == nil }),
      let relaxation = RouteRelaxation(problem, neighbours: Self.neighbours)
    else { return nil }
    self.relaxation = relaxation
    self.problem = problem
    self.solver = solver
  }

  public struct Route: Sendable, Hashable {
    /// Index of a vehicle of its kind.
    public var vehicle: Int
    /// In order, each once.
    public var clients: [Int]
    /// As the relaxation counts it: no more than what it costs in a plan.
    public var cost: Int
    /// By how much a plan with this route must cost more than the linear program's optimum, about.
    public var reducedCost: Double
  }

  public struct Outcome: Sendable {
    /// No plan without unserved clients costs less; nil: nothing was proved in time.
    public var bound: Int?
    /// Least reduced cost first.
    public var routes: [Route]
    /// The linear program's optimum without cuts was reached; cuts may have raised the bound beyond it.
    public var isConverged: Bool
    public var rounds: Int
  }

  /// - Parameters:
  ///   - upper: a plan; its routes begin the master, and the bound stops when it meets its cost.
  ///   - rounds: solves of the master at most; with a deadline that never ends the same run gives the same outcome.
  public func bound(upper: RoutingSolution? = nil, deadline: Deadline, rounds: Int? = nil) -> Outcome {
    let run = RouteBoundRun(relaxation, upper: upper.flatMap(start), deadline: deadline, rounds: rounds ?? .max)
    run.run(solver)
    return run.outcome
  }

  private func start(_ plan: RoutingSolution) -> RouteBoundRun.Start? {
    var routes: [PricedRoute] = []
    for route in plan.routes where problem.vehicles.indices.contains(route.vehicle) {
      let clients = route.stops.compactMap(\.action.client)
      guard !clients.isEmpty, let kind = relaxation.kind(of: problem.vehicles[route.vehicle], in: problem),
        let cost = relaxation.kinds[kind].cost(of: clients)
      else { continue }
      routes.append(PricedRoute(kind: kind, clients: clients, cost: cost))
    }
    let judgement = problem.judge(plan)
    let isPlan = judgement.faults.isEmpty && judgement.objective.unserved == 0
    return RouteBoundRun.Start(routes: routes, cost: isPlan ? judgement.objective.cost : nil)
  }
}
