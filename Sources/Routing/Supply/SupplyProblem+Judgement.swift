import Units

/// What a solution is worth, and what is wrong with it.
public struct SupplyJudgement: Sendable, Hashable {
  public var objective: SupplyObjective
  /// Packs missing, by demand.
  public var missing: [Int]
  /// Empty for a valid solution.
  public var faults: [Fault]

  public enum Fault: Sendable, Hashable {
    case capacity(vehicle: Int)
    case hours(vehicle: Int)
    case tripLimit(vehicle: Int)
    case travelTime(vehicle: Int, step: Int)
    case handling(vehicle: Int, step: Int)
    case emptyHanded(vehicle: Int, good: Int)
    case leftOnBoard(vehicle: Int)
    case depotHours(depot: Int)
    case depotDocks(depot: Int)
    case depotStock(depot: Int, good: Int)
    case late(demand: Int)
    case tooMuch(demand: Int)
    case twice(vehicle: Int)
  }
}

extension SupplyProblem {
  @inlinable public func metres(from: Int, to: Int) -> Int { Int(metres[from * locationCount + to]) }
  @inlinable public func seconds(from: Int, to: Int) -> Int { Int(seconds[from * locationCount + to]) }

  /// Whether a solution keeps every rule, and its objective; naive, step by step. O(steps² at a depot).
  public func judge(_ solution: SupplySolution) -> SupplyJudgement {
    var judge = Judge(problem: self)
    for (index, route) in solution.routes.enumerated() {
      if index > 0, solution.routes[index - 1].vehicle >= route.vehicle {
        judge.faults.append(.twice(vehicle: route.vehicle))
      }
      judge.drive(route)
    }
    judge.visitDepots()
    return judge.verdict()
  }
}

private struct Judge {
  struct Load {
    var depot: Int
    var service: Int
    var departure: Int
    var packs: [Int]
  }
  struct Delivery {
    var vehicle: Int
    var departure: Int
    var packs: Int
  }
  let problem: SupplyProblem
  var faults: [SupplyJudgement.Fault] = []
  var loads: [Load] = []
  var deliveries: [[Delivery]]
  var cost = 0

  init(problem: SupplyProblem) {
    self.problem = problem
    deliveries = Array(repeating: [], count: problem.demands.count)
  }

  mutating func drive(_ route: SupplySolution.Route) {
    let v = route.vehicle
    let vehicle = problem.vehicles[v]
    var place = vehicle.start
    var clock = route.start
    var metres = 0
    var onBoard = Array(repeating: 0, count: problem.goods.count)
    var trips = 0
    var loading = false
    if route.start < vehicle.from || route.end > vehicle.to { faults.append(.hours(vehicle: v)) }
    for (index, step) in route.steps.enumerated() {
      let next: Int
      let handling: Int
      switch step.action {
      case .load(let depot, let packs):
        next = problem.depots[depot].location
        handling = problem.depots[depot].loadFixed + problem.depots[depot].loadPerPack * packs.reduce(0, +)
        for good in packs.indices { onBoard[good] += packs[good] }
        if !loading { trips += 1 }
        loading = true
        loads.append(Load(depot: depot, service: step.service, departure: step.departure, packs: packs))
      case .deliver(let demand, let packs):
        next = problem.demands[demand].location
        handling = vehicle.unloadFixed + vehicle.unloadPerPack * packs
        onBoard[problem.demands[demand].good] -= packs
        loading = false
        deliveries[demand].append(Delivery(vehicle: v, departure: step.departure, packs: packs))
        if packs < 1 { faults.append(.handling(vehicle: v, step: index)) }
      }
      let leg = problem.seconds(from: place, to: next)
      if leg >= Int(SupplyProblem.unreachable) || step.arrival != clock + leg || step.service < step.arrival {
        faults.append(.travelTime(vehicle: v, step: index))
      }
      if step.departure != step.service + handling { faults.append(.handling(vehicle: v, step: index)) }
      metres += problem.metres(from: place, to: next)
      for good in onBoard.indices where onBoard[good] < 0 { faults.append(.emptyHanded(vehicle: v, good: good)) }
      let grams = zip(onBoard, problem.goods).reduce(0) { $0 + $1.0 * $1.1.grams }
      if onBoard.reduce(0, +) > vehicle.capacityPacks || grams > vehicle.capacityGrams ?? .max {
        faults.append(.capacity(vehicle: v))
      }
      place = next
      clock = step.departure
    }
    let leg = problem.seconds(from: place, to: vehicle.end)
    if leg >= Int(SupplyProblem.unreachable) || route.end != clock + leg {
      faults.append(.travelTime(vehicle: v, step: route.steps.count))
    }
    metres += problem.metres(from: place, to: vehicle.end)
    if onBoard.contains(where: { $0 != 0 }) { faults.append(.leftOnBoard(vehicle: v)) }
    if trips > vehicle.maximumTrips ?? .max { faults.append(.tripLimit(vehicle: v)) }
    cost +=
      vehicle.fixedCost + (metres * vehicle.costPerKilometre).dividedRoundingUp(by: 1000)
      + ((route.end - route.start) * vehicle.costPerHour).dividedRoundingUp(by: 3600)
  }

  mutating func visitDepots() {
    for (d, depot) in problem.depots.enumerated() {
      let here = loads.filter { $0.depot == d }
      for load in here {
        if load.service < depot.open || load.departure > depot.close { faults.append(.depotHours(depot: d)) }
        let together = here.filter { $0.service <= load.service && load.service < $0.departure }
        if load.departure > load.service, together.count > depot.docks { faults.append(.depotDocks(depot: d)) }
        for good in problem.goods.indices {
          let gone = here.filter { $0.service <= load.service }.reduce(0) { $0 + $1.packs[good] }
          let there = depot.stock.filter { $0.good == good && $0.ready <= load.service }.reduce(0) { $0 + $1.packs }
          if gone > there, load.packs[good] > 0 { faults.append(.depotStock(depot: d, good: good)) }
        }
      }
    }
  }

  mutating func verdict() -> SupplyJudgement {
    var missing: [Int] = []
    var undelivered = 0
    for (d, demand) in problem.demands.enumerated() {
      let all = deliveries[d].reduce(0) { $0 + $1.packs }
      if all > demand.packs { faults.append(.tooMuch(demand: d)) }
      let shortfall = demand.curve.map { need in
        need.packs - deliveries[d].filter { $0.departure <= need.by }.reduce(0) { $0 + $1.packs }
      }
      let worst = max(0, shortfall.max() ?? 0)
      if all + worst != demand.packs { faults.append(.late(demand: d)) }
      missing.append(worst)
      undelivered += worst * demand.weight
    }
    var objective = SupplyObjective(brokenPins: 0, undelivered: undelivered, cost: cost, preference: 0)
    for pin in problem.pins where deliveries[pin.demand].contains(where: { $0.vehicle == pin.vehicle }) != pin.must {
      if let cost = pin.cost { objective.preference += cost } else { objective.brokenPins += 1 }
    }
    return SupplyJudgement(objective: objective, missing: missing, faults: faults)
  }
}
