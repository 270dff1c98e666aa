import Districts
import Routing
import Units

extension CarryStage {
  func outcome(_ solutions: [RoutingSolution], stop: Certificate.StopReason) -> CarryOutcome {
    let tours = zip(problems, solutions).map { $0.tours($1) }
    let plan = CarryPlan(
      teams: zip(problems, tours).flatMap { problem, tours in
        tours.enumerated().map { team($1, number: $0 + 1, problem) }
      }, gaps: gaps(tours))
    return CarryOutcome(plan: plan, certificate: certificate(tours, stop))
  }

  private func team(_ tour: CarryTour, number: Int, _ problem: CarryProblem) -> CarryTeam {
    func at(_ seconds: Int) -> LocalMoment { LocalMoment(problem.hours.start + Seconds(seconds), in: zone) }
    let steps = tour.stops.map { stop in
      CarryStep(
        type: stop.type, location: problem.work.places.ids[stop.place], packs: named(stop.packs), doors: stop.doors,
        arrival: at(stop.arrival), service: at(stop.service), departure: at(stop.departure))
    }
    return CarryTeam(
      compound: district.compounds[problem.work.compound].id, team: number, from: at(tour.from), to: at(tour.to),
      steps: steps)
  }

  private func named(_ packs: [Int]) -> [String: Int] {
    var named: [String: Int] = [:]
    for (good, amount) in packs.enumerated() where amount > 0 { named[district.goods[good].id.text] = amount }
    return named
  }

  // MARK: What is left

  /// By row of buildings.csv: packs and doors that nobody reaches.
  private func left(_ tours: [[CarryTour]]) -> [Int: Int] {
    var left: [Int: Int] = [:]
    for (problem, tours) in zip(problems, tours) {
      for lost in problem.work.lost { left[lost.building, default: 0] += lost.amount }
      for load in problem.work.loads { left[load.building, default: 0] += load.packCount + load.doors }
      for stop in tours.flatMap(\.stops) {
        guard let building = stop.building else { continue }
        left[building, default: 0] -= stop.packs.reduce(0, +) + stop.doors
      }
    }
    return left
  }

  private func gaps(_ tours: [[CarryTour]]) -> [Gap] {
    left(tours).filter { $0.value > 0 }.sorted { $0.key < $1.key }.enumerated().map { number, open in
      Gap(
        id: "C\(number + 1)",
        what: .init(kind: .packs, id: district.buildings[open.key].id.text, level: .service), missing: open.value,
        reasons: [.init(rule: RuleID.carryHours.rawValue, count: open.value, standing: .observed)])
    }
  }

  // MARK: What it is worth

  static let weight = 9
  static let effortPerStaffSecond = 5

  private func certificate(_ tours: [[CarryTour]], _ stop: Certificate.StopReason) -> Certificate {
    let price = Self.effortPerStaffSecond * district.carrying.teamSize
    let setup = district.carrying.setup.seconds.rawValue
    let uncarried = Self.weight * left(tours).values.reduce(0, +)
    let lost = Self.weight * problems.reduce(0) { $0 + $1.work.lost.reduce(0) { $0 + $1.amount } }
    let effort = price * tours.joined().reduce(0) { $0 + $1.to - $1.from + setup }
    // Where more is left than must be, plans that leave something else compete: of them nothing is known.
    let bound = uncarried == lost ? price * problems.reduce(0) { $0 + CarryBound($1).seconds } : nil
    let levels = [
      CertifiedLevel(
        name: .uncarried, objective: uncarried, bound: lost, floor: 0,
        boundEvidence: uncarried == lost ? .search : .openTree),
      CertifiedLevel(
        name: .effort, objective: effort, bound: bound, floor: 0,
        boundEvidence: bound == effort ? .search : .openTree),
    ]
    let isProved = levels.allSatisfy { $0.optimalityGap == 0 }
    return Certificate(
      levels: levels, solutionStatus: isProved ? .optimal : .feasible, stopReason: isProved ? .proved : stop,
      method: isProved ? .exact : bound == nil ? .heuristic : .exactAndHeuristic,
      breakdown: [RuleID.uncarried.rawValue: uncarried, RuleID.carryTime.rawValue: effort])
  }
}
