import Routing

/// A routing problem laid out flat for the search, with what can be worked out once.
///
/// Stock becomes windows: window w of a depot and good begins when a row becomes ready and holds all packs ready by
/// then, so that a load is allowed where every window from its own on has room (packs loaded before the next row
/// becomes ready never exceed what was ready).
struct SupplyFacts: Sendable {
  let problem: SupplyProblem
  let places: Int
  let goods: Int
  let metres: [Int32]
  let seconds: [Int32]
  let grams: [Int]
  let vehicles: [SupplyProblem.Vehicle]
  let depots: [DepotFacts]

  /// A depot without its stock: copied in hot loops, so it holds no array.
  struct DepotFacts: Sendable {
    var location: Int
    var open: Int
    var close: Int
    var docks: Int
    var loadFixed: Int
    var loadPerPack: Int
  }

  // One entry a demand; curve entries from curveStart[d] on.
  let demandPlace: [Int]
  let demandGood: [Int]
  let demandPacks: [Int]
  let demandWeight: [Int]
  let curveStart: [Int]
  let curveBy: [Int]
  let curvePacks: [Int]

  // One entry a depot × good; window entries from windowStart[p * goods + g] on.
  let windowStart: [Int]
  let windowReady: [Int]
  let windowPacks: [Int]

  // One entry a vehicle × demand.
  let forbidden: [Bool]
  /// What a pack costs at least, roughly, when a full vehicle brings nothing else: only guides the search.
  let packPrice: [Double]

  init(_ problem: SupplyProblem) {
    self.problem = problem
    places = problem.locationCount
    goods = problem.goods.count
    metres = problem.metres
    seconds = problem.seconds
    grams = problem.goods.map(\.grams)
    vehicles = problem.vehicles
    depots = problem.depots.map {
      DepotFacts(
        location: $0.location, open: $0.open, close: $0.close, docks: $0.docks, loadFixed: $0.loadFixed,
        loadPerPack: $0.loadPerPack)
    }
    demandPlace = problem.demands.map(\.location)
    demandGood = problem.demands.map(\.good)
    demandPacks = problem.demands.map(\.packs)
    demandWeight = problem.demands.map(\.weight)
    var starts = [0]
    for demand in problem.demands { starts.append(starts[starts.count - 1] + demand.curve.count) }
    curveStart = starts
    curveBy = problem.demands.flatMap { $0.curve.map(\.by) }
    curvePacks = problem.demands.flatMap { $0.curve.map(\.packs) }

    starts = [0]
    var ready: [Int] = []
    var packs: [Int] = []
    for depot in problem.depots {
      for good in problem.goods.indices {
        var total = 0
        for row in depot.stock.filter({ $0.good == good && $0.packs > 0 }).sorted(by: { $0.ready < $1.ready }) {
          total += row.packs
          if ready.count > starts[starts.count - 1], ready[ready.count - 1] == row.ready {
            packs[packs.count - 1] = total
          } else {
            ready.append(row.ready)
            packs.append(total)
          }
        }
        starts.append(ready.count)
      }
    }
    windowStart = starts
    windowReady = ready
    windowPacks = packs

    var forbidden = Array(repeating: false, count: problem.vehicles.count * problem.demands.count)
    for pin in problem.pins where !pin.must && pin.cost == nil {
      forbidden[pin.vehicle * problem.demands.count + pin.demand] = true
    }
    self.forbidden = forbidden
    packPrice = problem.demands.map { demand in
      var best = Double.infinity
      for vehicle in problem.vehicles {
        let capacity = problem.capacity(of: vehicle, good: demand.good)
        guard capacity > 0 else { continue }
        for depot in problem.depots {
          let way =
            problem.metres(from: depot.location, to: demand.location)
            + problem.metres(from: demand.location, to: depot.location)
          let time =
            problem.seconds(from: depot.location, to: demand.location)
            + problem.seconds(from: demand.location, to: depot.location) + depot.loadFixed + vehicle.unloadFixed
          let price = Double(way * vehicle.costPerKilometre) / 1000 + Double(time * vehicle.costPerHour) / 3600
          best = min(best, price / Double(capacity))
        }
      }
      return best.isFinite ? best : 0
    }
  }

  @inline(__always) func way(_ from: Int, _ to: Int) -> Int { Int(metres[from &* places &+ to]) }
  @inline(__always) func time(_ from: Int, _ to: Int) -> Int { Int(seconds[from &* places &+ to]) }
  @inline(__always) func isForbidden(_ vehicle: Int, _ demand: Int) -> Bool {
    forbidden[vehicle &* demandPlace.count &+ demand]
  }
  /// The number of steps of a demand's curve.
  @inline(__always) func steps(_ demand: Int) -> Int { curveStart[demand &+ 1] &- curveStart[demand] }
  /// The moment of step `tag` of a demand's curve.
  @inline(__always) func due(_ demand: Int, _ tag: Int) -> Int { curveBy[curveStart[demand] &+ tag] }
}

extension SupplyProblem {
  /// Packs of the good alone that fit.
  func capacity(of vehicle: Vehicle, good: Int) -> Int {
    guard let grams = vehicle.capacityGrams, goods[good].grams > 0 else { return vehicle.capacityPacks }
    return min(vehicle.capacityPacks, grams / goods[good].grams)
  }
}
