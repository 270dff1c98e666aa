import LinearModel
import Routing
import Units

/// A lower bound on level 2: the better of two whole-number relaxations (docs/route-bound.md).
///
/// The program of rings is small and holds for any district; that of depots adds where trips load, where they go next
/// and what each stop takes, where its size allows.
public struct SupplyBound {
  private let network: SupplyNetwork

  /// Of a problem of clients in parts with needs; `prices` by kind of vehicle. Windows, skills and the like are left out.
  public init(_ problem: RoutingProblem, prices: [JourneyPrice]) {
    network = SupplyNetwork(problem, prices: prices)
  }

  /// The bound over all plans that leave at most `undelivered` (weighted packs) open; nil where the solver has none.
  ///
  /// A quarter of the time at most goes to the rings. When it is over, the best bound proved so far is returned.
  public func cost(
    undelivered: Int, solver: any LinearSolver, deadline: Deadline, nodeLimit: Int?
  ) -> Int? {
    guard !network.demands.isEmpty, !network.depots.isEmpty, !network.classes.isEmpty else { return 0 }
    let rings = bound(
      RingRelaxation(network).model(undelivered: undelivered), solver, deadline.portion(0.25), nodeLimit)
    guard !deadline.isOver, let apart = SupplyRelaxation(network) else { return rings }
    let program = apart.program(undelivered: undelivered)
    var tree = UsedTree(program.model, used: program.used, solver: solver, deadline: deadline)
    let better = tree.bound(counts: network.classes.map(\.count), nodeLimit: nodeLimit.map { $0 / 4 }).map(rounded)
    return [rings, better].compactMap { $0 }.max()
  }

  private func bound(_ model: Model, _ solver: any LinearSolver, _ deadline: Deadline, _ nodeLimit: Int?) -> Int? {
    var options = SolveOptions()
    options.deadline = deadline
    options.nodeLimit = nodeLimit
    guard let result = try? solver.solve(model, options: options) else { return nil }
    guard let bound = result.point == .optimal ? result.objective ?? result.bound : result.bound, bound.isFinite else {
      return nil
    }
    return rounded(bound)
  }

  /// The solver takes columns within 1e-5 of a whole number for whole: each may cost that part less than it should.
  private func rounded(_ bound: Double) -> Int { max(0, Int((bound - 2e-5 * max(1, abs(bound))).rounded(.up))) }
}
