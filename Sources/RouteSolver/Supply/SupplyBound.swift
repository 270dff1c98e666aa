import LinearModel
import Routing
import Units

/// A lower bound on level 2 from a whole-number relaxation (docs/route-bound.md).
///
/// Vehicles of one class are counted together. A trip is known by its farthest ring of places: it costs at least the
/// way there and back, and all packs for this ring and those beyond must fit into trips that go so far. Docks, stock,
/// curves, the order of stops and everything between them are left out, so every plan is a point of the relaxation.
public struct SupplyBound {
  private let problem: SupplyProblem
  private let rings: [Ring]
  private let classes: [VehicleClass]
  /// More rings make the bound a little tighter and the program larger; places of neighbouring distance share one.
  private static let ringLimit = 40

  struct Ring {
    var demands: [Int]
  }

  struct VehicleClass {
    var vehicle: SupplyProblem.Vehicle
    var count: Int
    var capacity: Int
    /// From the start to the first load at least.
    var startMetres: Int
    var startSeconds: Int
    /// Out to a ring and back to a dock or the end at least.
    var metres: [Int]
    var seconds: [Int]
  }

  public init(_ problem: SupplyProblem) {
    self.problem = problem
    let time = ShortestWays(problem, \.seconds)
    let way = ShortestWays(problem, \.metres)
    let stocked = problem.depots.indices.filter { problem.depots[$0].stock.contains { $0.packs > 0 } }
    func out(_ ways: ShortestWays, _ place: Int) -> Int { stocked.map { ways.fromDepot($0, place) }.min() ?? 0 }
    func back(_ ways: ShortestWays, _ place: Int, _ vehicle: Int) -> Int {
      min(stocked.map { ways.toDepot($0, place) }.min() ?? .max, ways.toEnd(vehicle, place))
    }
    let places = problem.demands.map(\.location)
    let open = problem.demands.indices.filter { problem.demands[$0].packs > 0 }
    let far = places.map { place in
      out(way, place) + (stocked.map { way.toDepot($0, place) }.min() ?? 0)
    }
    let sorted = open.sorted { (-far[$0], places[$0], $0) < (-far[$1], places[$1], $1) }
    let size = max(1, sorted.count.dividedRoundingUp(by: Self.ringLimit))
    let rings = stride(from: 0, to: sorted.count, by: size).map {
      Ring(demands: Array(sorted[$0..<min(sorted.count, $0 + size)]))
    }
    self.rings = rings

    let lightest = problem.goods.map(\.grams).min() ?? 0
    var classes: [VehicleClass] = []
    for (number, vehicle) in problem.vehicles.enumerated() {
      var capacity = vehicle.capacityPacks
      if let grams = vehicle.capacityGrams, lightest > 0 { capacity = min(capacity, grams / lightest) }
      guard capacity > 0, vehicle.to > vehicle.from, !stocked.isEmpty else { continue }
      var key = vehicle
      // Only the length of the span enters.
      (key.from, key.to) = (0, vehicle.to - vehicle.from)
      if let same = classes.firstIndex(where: { $0.vehicle == key }) {
        classes[same].count += 1
        continue
      }
      classes.append(
        VehicleClass(
          vehicle: key, count: 1, capacity: capacity,
          startMetres: stocked.map { way.fromStart(number, problem.depots[$0].location) }.min() ?? 0,
          startSeconds: stocked.map { time.fromStart(number, problem.depots[$0].location) }.min() ?? 0,
          metres: rings.map { ring in
            ring.demands.map { out(way, places[$0]) + back(way, places[$0], number) }.min() ?? 0
          },
          seconds: rings.map { ring in
            ring.demands.map { out(time, places[$0]) + back(time, places[$0], number) }.min() ?? 0
          }))
    }
    self.classes = classes
  }

  /// The bound over all plans that leave at most `undelivered` (weighted packs) open; nil where the solver has none.
  public func cost(
    undelivered: Int, solver: any LinearSolver, deadline: Deadline, nodeLimit: Int?
  ) -> Int? {
    guard !rings.isEmpty else { return 0 }
    var options = SolveOptions()
    options.deadline = deadline
    options.nodeLimit = nodeLimit
    guard let result = try? solver.solve(model(undelivered: undelivered), options: options) else { return nil }
    guard let bound = result.point == .optimal ? result.objective ?? result.bound : result.bound, bound.isFinite else {
      return nil
    }
    // The solver takes columns within 1e-5 of a whole number for whole: each may cost that part less than it should.
    return max(0, Int((bound - 2e-5 * max(1, abs(bound))).rounded(.up)))
  }

  /// The relaxation; rows are named as in docs/route-bound.md.
  public func model(undelivered: Int) -> Model {
    var model = Model(name: "route-bound")
    let total = problem.demands.reduce(0) { $0 + $1.packs }
    let loadFixed = problem.depots.map(\.loadFixed).min() ?? 0
    let loadPerPack = problem.depots.map(\.loadPerPack).min() ?? 0
    var trips: [[Variable]] = []
    var carried: [Variable] = []
    for (number, group) in classes.enumerated() {
      let prices = group.vehicle
      func price(_ metres: Int, _ seconds: Int) -> Double {
        Double(metres) * Double(prices.costPerKilometre) / 1000 + Double(seconds) * Double(prices.costPerHour) / 3600
      }
      let used = model.addVariable(
        "used[\(number)]", kind: .integer, upper: Double(group.count),
        cost: Double(prices.fixedCost) + price(group.startMetres, group.startSeconds))
      let most = min(total, prices.maximumTrips ?? total)
      let own = rings.indices.map { ring in
        model.addVariable(
          "trips[\(number),\(ring)]", kind: .integer, upper: Double(group.count) * Double(most),
          cost: price(group.metres[ring], group.seconds[ring] + loadFixed + prices.unloadFixed))
      }
      let perPack = loadPerPack + prices.unloadPerPack
      let packs = model.addVariable("packs[\(number)]", upper: Double(total), cost: price(0, perPack))
      _ = model.addRow("vehicleHours[\(number)]", upper: 0) { row in
        for ring in rings.indices {
          row.add(Double(group.seconds[ring] + loadFixed + prices.unloadFixed), own[ring])
        }
        row.add(Double(perPack), packs)
        row.add(Double(group.startSeconds - prices.to), used)
      }
      _ = model.addRow("tripLimit[\(number)]", upper: 0) { row in
        for trip in own { row.add(1, trip) }
        row.add(-Double(most), used)
      }
      _ = model.addRow("vehicleCapacity[\(number)]", upper: 0) { row in
        row.add(1, packs)
        for trip in own { row.add(-Double(group.capacity), trip) }
      }
      trips.append(own)
      carried.append(packs)
    }
    var missing: [(demand: Int, variable: Variable)] = []
    if undelivered > 0 {
      for ring in rings {
        for demand in ring.demands {
          let upper = Double(problem.demands[demand].packs)
          missing.append((demand, model.addVariable("missing[\(demand)]", upper: upper)))
        }
      }
      _ = model.addRow("undelivered", upper: Double(undelivered)) { row in
        for entry in missing { row.add(Double(problem.demands[entry.demand].weight), entry.variable) }
      }
    }
    var beyond = 0
    var seen = 0
    for ring in rings.indices {
      beyond += rings[ring].demands.reduce(0) { $0 + problem.demands[$1].packs }
      seen += rings[ring].demands.count
      _ = model.addRow("reach[\(ring)]", lower: Double(beyond)) { row in
        for (number, own) in trips.enumerated() {
          for nearer in 0...ring { row.add(Double(classes[number].capacity), own[nearer]) }
        }
        if undelivered > 0 { for entry in missing.prefix(seen) { row.add(1, entry.variable) } }
      }
    }
    _ = model.addRow("delivered", lower: Double(total)) { row in
      for packs in carried { row.add(1, packs) }
      for entry in missing { row.add(1, entry.variable) }
    }
    return model
  }
}
