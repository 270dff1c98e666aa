import Routing
import Units

/// A routing problem laid out flat for the search: *sites* are the clients 0 ..< n, then the depots.
///
/// Nothing changes after it is made; threads share it. Memory: sites² for matrices, linear for points of the plane
/// once there are more than `matrixLimit` sites.
final class EngineFacts: @unchecked Sendable {
  let problem: RoutingProblem
  let clientCount: Int
  let siteCount: Int
  let loadCount: Int
  let ways: Ways

  // By site.
  let service: Buffer<Int>
  let from: Buffer<Int>
  let to: Buffer<Int>
  /// By client: when it must have been left.
  let due: Buffer<Int>
  let location: Buffer<Int32>
  /// By client: the client that it is a piece of, −1 for none; empty where all come at once.
  let pieceOf: Buffer<Int32>
  /// Some pieces are due: one stop's pieces together, when the first of them is.
  let hasDuePieces: Bool
  /// Pieces go in and out by stops and trips.
  let takesBlocks: Bool
  /// Tails of routes may change vehicles.
  let exchangesTails: Bool
  /// Whole routes may be made of what is left out.
  let opensRoutes: Bool
  // By client × load dimension.
  let delivery: Buffer<Int>
  let pickup: Buffer<Int>
  // By client.
  let release: Buffer<Int>
  let skills: Buffer<UInt64>
  /// What leaving the client out costs; `never` where it must be visited.
  let prize: Buffer<Int>
  let weight: Buffer<Int>
  /// How much of a vehicle its goods fill, and how far it is from the depots it can be served from.
  let bulk: Buffer<Double>
  let remoteness: Buffer<Double>

  /// No vehicle can visit the client alone, but some perhaps behind others: ways are missing.
  let isFollower: Buffer<Bool>

  let kinds: [KindFacts]
  /// By client × kind and first load: the cost of a route to this client alone; `never` where there is none.
  let solo: Buffer<Int>
  /// By kind: where its vehicles load before the first client: −1 at the start, else depots to go to.
  let firstLoads: [[Int]]
  let neighbours: Neighbours
  let partners: Partners
  let requests: Requests

  /// Moments matter: windows, shifts, releases, limits or prices on time.
  let isTimed: Bool
  /// Some route pays for its duration, or is limited in it.
  let pricesDuration: Bool
  /// Loads change along a trip other than by deliveries, or there are several trips on a route.
  let tracksLoads: Bool
  let hasStock: Bool
  let hasSeveralWindows: Bool
  let hasPrizes: Bool
  /// Routes may load anew: places with a load in between are looked for along whole routes.
  let looksAtWholeRoutes: Bool
  /// Marks alone tell what a load in between costs: goods are only brought, and only ways have a price.
  let marksTellTrips: Bool
  /// Some ways do not exist.
  let hasGaps: Bool
  /// Some way is longer than the way through a third site.
  let breaksTriangle: Bool
  /// Docks, or stock that comes in over the day: when one vehicle loads depends on the others.
  let sharesDepots: Bool
  private let shipped: Buffer<Bool>
  /// By client that gets a shipment: who gives it.
  private let giver: Buffer<Int32>
  private let perUnit: Buffer<Int>
  private let quickestUnit: Int
  /// By client × kind: never visited by this kind; empty without bonds.
  private let forbidden: Buffer<Bool>
  /// By depot × load dimension: what can be brought from there in all.
  private let stock: Buffer<Int>
  private let firstSolo: [Int]
  let soloWidth: Int

  static let never = 1 << 60
  static let matrixLimit = 2500

  /// `pieceOf` as `PartedProblem` tells it, by client.
  init(_ problem: RoutingProblem, pieceOf: [Int32] = []) {
    self.problem = problem
    let n = problem.clients.count
    let sites = n + problem.depots.count
    clientCount = n
    siteCount = sites
    let loads = problem.loadCount
    loadCount = loads
    ways = Ways(problem)
    service = Buffer(repeating: 0, count: sites)
    from = Buffer(repeating: -RoutingProblem.horizon, count: sites)
    to = Buffer(repeating: RoutingProblem.horizon, count: sites)
    due = Buffer(repeating: RoutingProblem.horizon, count: n)
    location = Buffer(repeating: 0, count: sites)
    self.pieceOf = Buffer(repeating: -1, count: pieceOf.isEmpty ? 0 : n)
    for (index, whole) in pieceOf.enumerated() { self.pieceOf[index] = whole }
    let hasDuePieces = !pieceOf.isEmpty && problem.clients.contains { !$0.needs.isEmpty }
    self.hasDuePieces = hasDuePieces
    for (index, client) in problem.clients.enumerated() { location[index] = Int32(client.location) }
    for (index, depot) in problem.depots.enumerated() { location[n + index] = Int32(depot.location) }
    // What every vehicle takes at a stop belongs to the client's service; what some take more, only walks see.
    let quickest = problem.vehicles.lazy.map(\.timePerUnit).min() ?? 0
    quickestUnit = quickest
    delivery = Buffer(repeating: 0, count: n * loads)
    pickup = Buffer(repeating: 0, count: n * loads)
    release = Buffer(repeating: -RoutingProblem.horizon, count: n)
    skills = Buffer(repeating: 0, count: n)
    prize = Buffer(repeating: Self.never, count: n)
    weight = Buffer(repeating: 1, count: n)
    shipped = Buffer(repeating: false, count: n)
    giver = Buffer(repeating: -1, count: n)
    for shipment in problem.shipments {
      shipped[shipment.to] = true
      giver[shipment.to] = Int32(shipment.from)
    }
    perUnit = Buffer(repeating: 0, count: sites)
    for (index, depot) in problem.depots.enumerated() { perUnit[n + index] = depot.loadPerUnit }
    looksAtWholeRoutes = problem.vehicles.contains(where: problem.loadsElsewhere)
    hasGaps = problem.travel.distances.contains { $0 >= Travel.unreachable }
    breaksTriangle = problem.travel.points.isEmpty
    hasPrizes = problem.clients.contains { $0.prize != nil }
    hasSeveralWindows = problem.clients.contains { $0.windows.count > 1 }
    var hasPickups = !problem.shipments.isEmpty
    for (index, client) in problem.clients.enumerated() {
      let handled = (client.delivery.first ?? 0) + (client.pickup.first ?? 0)
      service[index] = client.service + quickest * handled
      if let first = client.windows.first, let last = client.windows.last {
        (from[index], to[index]) = (first.from, last.to)
      }
      if let need = client.needs.first {
        due[index] = need.by
        to[index] = min(to[index], need.by - service[index])
        // Due before it opens: nobody comes in time.
        if to[index] < from[index] { to[index] = -RoutingProblem.horizon }
      }
      for load in 0..<loads {
        if load < client.delivery.count { delivery[index * loads + load] = client.delivery[load] }
        if load < client.pickup.count { pickup[index * loads + load] = client.pickup[load] }
        if pickup[index * loads + load] > 0 { hasPickups = true }
      }
      if let moment = client.release { release[index] = moment }
      skills[index] = client.skills.rawValue
      if let price = client.prize { prize[index] = price }
      weight[index] = client.weight
    }
    bulk = Buffer(repeating: 0, count: n)
    remoteness = Buffer(repeating: 0, count: n)
    for (index, depot) in problem.depots.enumerated() {
      service[n + index] = depot.loadFixed
      (from[n + index], to[n + index]) = (depot.hours.from, depot.hours.to)
    }
    var kinds = problem.vehicles.map { KindFacts($0, problem) }
    if hasDuePieces { for kind in kinds.indices { kinds[kind].needsWalk = true } }
    self.kinds = kinds
    kindCapacity = Buffer(repeating: 0, count: kinds.count * loads)
    kindNumbers = Buffer(repeating: KindNumbers(), count: kinds.count)
    for (index, kind) in kinds.enumerated() {
      for load in 0..<loads { kindCapacity[index * loads + load] = kind.capacity[load] }
      kindNumbers[index] = KindNumbers(
        distanceCost: kind.distanceCost, maximumStops: kind.maximumStops, skills: kind.skills,
        needsWalk: kind.needsWalk, count: kind.count, limitsDistance: kind.maximumDistance < Self.never)
    }
    for client in 0..<n {
      for load in 0..<loads {
        let most = kinds.lazy.map { $0.capacity[load] }.max() ?? 1
        let units = max(delivery[client * loads + load], pickup[client * loads + load])
        bulk[client] += Double(units) / Double(max(1, most))
      }
      var nearest = Int(Travel.unreachable)
      for kind in kinds { nearest = min(nearest, ways.distance(n + kind.start, client)) }
      remoteness[client] = Double(nearest)
    }
    let hasTrips = kinds.contains { !$0.reloads.isEmpty }
    tracksLoads = hasPickups || hasTrips || !pieceOf.isEmpty
    hasStock = problem.depots.contains { $0.stock != nil || !$0.supplies.isEmpty }
    sharesDepots = problem.depots.contains { $0.docks != nil || !$0.supplies.isEmpty }
    stock = Buffer(repeating: Self.never, count: problem.depots.count * loads)
    for (index, depot) in problem.depots.enumerated() {
      let there = (depot.stock.map { [$0] } ?? []) + depot.supplies.map(\.units)
      for load in 0..<min(loads, there.map(\.count).max() ?? 0) {
        stock[index * loads + load] = there.reduce(0) { $0 + (load < $1.count ? $1[load] : 0) }
      }
    }
    forbidden = Buffer(repeating: false, count: problem.bonds.isEmpty ? 0 : n * kinds.count)
    for bond in problem.bonds where !bond.must { forbidden[bond.client * kinds.count + bond.vehicle] = true }
    pricesDuration = kinds.contains(where: \.pricesDuration)
    let anywhere = RoutingProblem.Window.always
    let hasReleases = problem.clients.contains { $0.release != nil }
    for (index, kind) in kinds.enumerated() {
      kindNumbers[index].isSimple =
        !kind.needsWalk && !pricesDuration && !tracksLoads && !hasStock && !hasReleases
        && kind.maximumDistance == Self.never
    }
    isTimed =
      pricesDuration || sharesDepots
      || problem.clients.contains { !$0.windows.isEmpty || $0.release != nil || !$0.needs.isEmpty }
      || problem.vehicles.contains { $0.shift != anywhere || !$0.breaks.isEmpty }
      || problem.depots.contains { $0.hours != anywhere }
    marksTellTrips =
      !hasPickups && !pricesDuration && !hasStock
      && kinds.allSatisfy { !$0.needsWalk && $0.maximumDistance == Self.never && $0.maximumStops == Self.never }
    neighbours = Neighbours(problem)
    partners = Partners(problem, neighbours, ways, isTimed: isTimed)
    requests = Requests(problem)
    takesBlocks = !pieceOf.isEmpty && requests.isPlain && !hasPrizes
    exchangesTails = !requests.hasShipments && neighbours.width > 0
    opensRoutes =
      hasPrizes && requests.isPlain && neighbours.width > 0 && !sharesDepots && !hasStock && !looksAtWholeRoutes
    isFollower = Buffer(repeating: false, count: n)
    var firstLoads: [[Int]] = []
    for kind in kinds {
      // From where nothing can be brought, vehicles go to load elsewhere first.
      var gives = loads == 0
      for load in 0..<loads where stock[kind.start * loads + load] > 0 { gives = true }
      firstLoads.append(gives ? [-1] : [-1] + kind.reloads)
    }
    self.firstLoads = firstLoads
    firstSolo = kinds.indices.map { number in firstLoads[..<number].reduce(0) { $0 + $1.count } }
    soloWidth = firstLoads.reduce(0) { $0 + $1.count }
    solo = Buffer(repeating: Self.never, count: n * soloWidth)
    var walk = RouteWalk(capacity: 4, loads: loads)
    for kind in kinds.indices {
      for (choice, depot) in firstLoads[kind].enumerated() {
        for client in 0..<n {
          walk.reset(Int32(n + kinds[kind].start))
          if depot >= 0 { walk.append(Int32(n + depot)) }
          walk.append(Int32(client))
          walk.append(Int32(n + kinds[kind].end))
          solo[client * soloWidth + firstSolo[kind] + choice] = walk.cost(kind, self)
        }
      }
    }
    guard hasGaps else { return }
    for client in 0..<n {
      isFollower[client] = (0..<soloWidth).allSatisfy { solo[client * soloWidth + $0] >= Self.never }
    }
  }

  // By kind, where the search looks most.
  private let kindCapacity: Buffer<Int>
  private let kindNumbers: Buffer<KindNumbers>
  private struct KindNumbers: BitwiseCopyable {
    var distanceCost = 0
    var maximumStops = 0
    var skills: UInt64 = 0
    var needsWalk = false
    var count = 0
    var limitsDistance = false
    /// A detour and moments tell all about a place.
    var isSimple = false
  }
  @inline(__always) func capacity(_ kind: Int, _ load: Int) -> Int { kindCapacity[kind &* loadCount &+ load] }
  @inline(__always) func kindCount(_ kind: Int) -> Int { kindNumbers[kind].count }
  @inline(__always) func distanceCost(_ kind: Int) -> Int { kindNumbers[kind].distanceCost }
  @inline(__always) func maximumStops(_ kind: Int) -> Int { kindNumbers[kind].maximumStops }
  @inline(__always) func needsWalk(_ kind: Int) -> Bool { kindNumbers[kind].needsWalk }
  @inline(__always) func isSimple(_ kind: Int) -> Bool { kindNumbers[kind].isSimple }
  @inline(__always) func limitsDistance(_ kind: Int) -> Bool { kindNumbers[kind].limitsDistance }

  @inline(__always) func soloCost(_ client: Int, _ kind: Int, _ choice: Int) -> Int {
    solo[client &* soloWidth &+ firstSolo[kind] &+ choice]
  }

  /// Whether vehicles of the kind have the client's skills, and no bond keeps them from it.
  @inline(__always) func mayServe(_ client: Int, _ kind: Int) -> Bool {
    if skills[client] & ~kindNumbers[kind].skills != 0 { return false }
    return forbidden.count == 0 || !forbidden[client &* kinds.count &+ kind]
  }

  /// What can be brought from a depot in all.
  @inline(__always) func stock(_ depot: Int, _ load: Int) -> Int { stock[depot &* loadCount &+ load] }

  /// What a vehicle of the kind takes longer at a stop than the marks say.
  @inline(__always) func slowness(_ client: Int, _ kind: Int, comesFromElsewhere: Bool) -> Int {
    let units = loadCount == 0 ? 0 : delivery[client &* loadCount] &+ pickup[client &* loadCount]
    return (kinds[kind].timePerUnit &- quickestUnit) &* units &+ (comesFromElsewhere ? kinds[kind].stopTime : 0)
  }

  /// Whether what the client gets comes from another client.
  @inline(__always) func isShipped(_ client: Int) -> Bool { shipped[client] }
  @inline(__always) func giver(of client: Int) -> Int32 { giver[client] }
  @inline(__always) func loadPerUnit(_ depotSite: Int) -> Int { perUnit[depotSite] }
  @inline(__always) func loadingUnits(_ client: Int) -> Int { loadCount == 0 ? 0 : delivery[client * loadCount] }
}

/// What a kind of vehicle is to the search.
struct KindFacts: Sendable {
  var count: Int
  /// By load dimension.
  var capacity: [Int]
  /// Depots.
  var start: Int
  var end: Int
  var from: Int
  var to: Int
  var fixedCost: Int
  var distanceCost: Int
  var durationCost: Int
  var overtimeAfter: Int
  var overtimeCost: Int
  var balanceUnit: Int
  var balanceCost: Int
  var maximumDuration: Int
  var maximumDistance: Int
  var maximumStops: Int
  var maximumTrips: Int
  var reloads: [Int]
  var skills: UInt64
  var breaks: [RoutingProblem.Break]
  var stopTime: Int
  var timePerUnit: Int
  /// Duration has a price or a limit.
  var pricesDuration: Bool
  /// Only walking through the whole route tells what a change costs: breaks, loading times by amount, several windows
  /// a client, times at stops that differ.
  var needsWalk: Bool

  init(_ vehicle: RoutingProblem.Vehicle, _ problem: RoutingProblem) {
    count = vehicle.count
    let loads = problem.loadCount
    capacity = (0..<loads).map { $0 < vehicle.capacity.count ? vehicle.capacity[$0] : EngineFacts.never }
    (start, end) = (vehicle.start, vehicle.end)
    (from, to) = (vehicle.shift.from, vehicle.shift.to)
    (fixedCost, distanceCost, durationCost) = (vehicle.fixedCost, vehicle.distanceCost, vehicle.durationCost)
    overtimeAfter = vehicle.overtime?.after ?? 0
    overtimeCost = vehicle.overtime?.cost ?? 0
    balanceUnit = problem.balance?.unit ?? 1
    balanceCost = problem.balance?.cost ?? 0
    maximumDuration = vehicle.maximumDuration ?? EngineFacts.never
    maximumDistance = vehicle.maximumDistance ?? EngineFacts.never
    maximumStops = vehicle.maximumStops ?? EngineFacts.never
    maximumTrips = max(1, vehicle.maximumTrips)
    reloads = problem.loadsElsewhere(vehicle) ? vehicle.reloadDepots : []
    skills = vehicle.skills.rawValue
    breaks = vehicle.breaks
    (stopTime, timePerUnit) = (vehicle.stopTime, vehicle.timePerUnit)
    pricesDuration =
      durationCost > 0 || overtimeCost > 0 || balanceCost > 0 || maximumDuration < EngineFacts.never
    let depots = [vehicle.start] + reloads
    needsWalk =
      !breaks.isEmpty || depots.contains { problem.depots[$0].loadPerUnit > 0 }
      || problem.clients.contains { $0.windows.count > 1 } || stopTime > 0
      || problem.vehicles.contains { $0.timePerUnit < vehicle.timePerUnit }
  }

  /// What a route of this length and duration costs.
  @inline(__always) func cost(distance: Int, duration: Int) -> Int {
    var cost = fixedCost &+ distance &* distanceCost
    if pricesDuration {
      cost &+= duration &* durationCost
      if overtimeCost > 0, duration > overtimeAfter { cost &+= (duration &- overtimeAfter) &* overtimeCost }
      if balanceCost > 0 {
        let units = (duration &+ balanceUnit &- 1) / balanceUnit
        cost &+= balanceCost &* units &* units
      }
    }
    return cost
  }
}

extension RoutingProblem {
  /// Whether a vehicle's trips may begin at other depots than its first: where there are several, or where that one gives
  /// nothing.
  fileprivate func loadsElsewhere(_ vehicle: Vehicle) -> Bool {
    let givesNothing = loadCount > 0 && (0..<loadCount).allSatisfy { stock(depot: vehicle.start, load: $0) == 0 }
    return !vehicle.reloadDepots.isEmpty && (vehicle.maximumTrips > 1 || givesNothing)
  }
}
