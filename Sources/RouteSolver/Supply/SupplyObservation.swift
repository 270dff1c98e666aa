import Routing
import Units

/// Sees what stands in the way of one more pack of a demand in a given plan: observed, not proved.
public struct SupplyObservation {
  private let problem: SupplyProblem

  public init(_ problem: SupplyProblem) { self.problem = problem }

  /// By demand; `hours` where nothing is missing. O(demands missing · insertion).
  public func causes(of missing: [Int], in solution: SupplySolution) -> [SupplyProofs.Cause] {
    var causes = Array(repeating: SupplyProofs.Cause.hours, count: missing.count)
    let open = missing.indices.filter { missing[$0] > 0 }
    guard !open.isEmpty else { return causes }
    guard !problem.vehicles.isEmpty else { return causes.map { _ in .noVehicle } }
    var patient = problem
    for demand in open {
      patient.demands[demand].curve = [.init(by: SupplyProblem.horizon, packs: problem.demands[demand].packs)]
    }
    let facts = SupplyFacts(patient)
    var builder = Builder(facts)
    var draft = Draft(facts)
    draft.adopt(solution, facts)
    builder.repair(&draft)
    var random = SeededRandom(seed: 0)
    let trips = problem.vehicles.indices.map { vehicle in draft.trips.count { $0.vehicle == vehicle } }
    for demand in open {
      let good = problem.demands[demand].good
      var trial = draft
      if stockLeft(good, draft) == 0 {
        causes[demand] = .stock
      } else if builder.placeOnce(demand, &trial, PlacementLimits(most: 1), skip: 0, &random) {
        causes[demand] = .curve
      } else if problem.vehicles.indices.allSatisfy({ problem.capacity(of: problem.vehicles[$0], good: good) == 0 }) {
        causes[demand] = .capacity
      } else if problem.vehicles.indices.allSatisfy({ trips[$0] >= problem.vehicles[$0].maximumTrips ?? .max }) {
        causes[demand] = .trips
      }
    }
    return causes
  }

  private func stockLeft(_ good: Int, _ draft: Draft) -> Int {
    problem.depots.indices.reduce(0) { sum, depot in
      let stock = problem.depots[depot].stock.filter { $0.good == good }.reduce(0) { $0 + $1.packs }
      return sum + max(0, stock - draft.taken[depot * problem.goods.count + good])
    }
  }
}
