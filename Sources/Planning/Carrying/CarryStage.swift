import Distribution
import Districts
import RouteSolver
import Routing
import Units

/// A carry plan, and what is known of it.
public struct CarryOutcome: Sendable {
  public var plan: CarryPlan
  public var certificate: Certificate
}

/// What nobody collects, carried inside the compounds by teams with a cart (docs/format.md §16): each compound's tours
/// are a routing problem of their own.
public struct CarryStage: Sendable {
  let district: District
  let zone: ZoneClock
  let problems: [CarryProblem]

  /// Nil where nothing is to be carried.
  public init?(district: District, distribution: DistributionPlan) {
    let zone = ZoneClock(identifier: district.timeZone) ?? .utc
    self.district = district
    self.zone = zone
    let settings = district.carrying
    let travel = WheelTravel.cart(district)
    let hours = district.hours(settings.from, settings.to, in: zone)
    problems = CarryWork.all(district, distribution, zone: zone).map { work in
      var own = hours
      let delay = district.carryingDelay[district.compounds[work.compound].id] ?? 0
      own.start = own.start + min(delay, hours.minutes)
      return CarryProblem(work, settings, hours: own, seconds: work.places.seconds(travel))
    }
    if problems.isEmpty { return nil }
  }

  /// Tours from search; an iteration is one ruin and rebuild of one compound's.
  public func plan(budget: Budget, seed: UInt64) -> CarryOutcome {
    var left = max(1, problems.reduce(0) { $0 + $1.jobs.count })
    let rounds = max(Self.fewestRounds, min(Self.mostRounds, Self.roundsInAll / left))
    var solutions: [RoutingSolution] = []
    for problem in problems {
      let jobs = problem.jobs.count
      let limit = min(rounds * jobs, budget.iterations ?? .max)
      let portion = Budget(deadline: budget.deadline.portion(Double(jobs) / Double(left)), iterations: limit)
      solutions.append(problem.solve(budget: portion, seed: seed))
      left = max(1, left - jobs)
    }
    return outcome(solutions, stop: stop(budget))
  }

  /// Rounds for each cartful, where time allows.
  private static let fewestRounds = 20
  private static let mostRounds = 400
  private static let roundsInAll = 40_000

  private func stop(_ budget: Budget) -> Certificate.StopReason {
    if budget.deadline.cancellation.isCancelled { return .interrupted }
    return budget.iterations != nil || !budget.deadline.isOver ? .iterationLimit : .timeLimit
  }
}

extension CarryProblem {
  fileprivate func solve(budget: Budget, seed: UInt64) -> RoutingSolution {
    guard !jobs.isEmpty, (try? routing.validate()) != nil else { return RoutingSolution() }
    return RouteEngine(routing).run(budget: budget, seed: seed).solution
  }
}
