import Districts
import Routing
import Units

/// The tours of one compound's teams as a routing problem: each cartful is fetched and brought by one team.
///
/// Moments count from the beginning of the hours of carrying.
struct CarryProblem: Sendable {
  let work: CarryWork
  let jobs: [CarryJob]
  /// Seconds between the work's places, row by row.
  let seconds: [Int]
  let settings: CarryingSettings
  let hours: Span
  let routing: RoutingProblem
  /// By client: its job, and whether it fetches.
  let clients: [(job: Int, isFetching: Bool)]

  init(_ work: CarryWork, _ settings: CarryingSettings, hours: Span, seconds: [Int]) {
    self.work = work
    self.settings = settings
    self.hours = hours
    self.seconds = seconds
    let longest = Self.longest(settings, hours)
    let jobs = work.jobs(cart: settings.cartPacks, perPack: settings.perPack.rawValue, longest: longest / 3)
    self.jobs = jobs
    let travel = seconds.map { Int32(clamping: min($0, Int(Travel.longest))) }
    var problem = RoutingProblem(
      travel: Travel(count: work.places.ids.count, distances: travel), depots: [], clients: [], vehicles: [])
    problem.depots = [.init(location: CarryPlaces.gate)]
    var clients: [(job: Int, isFetching: Bool)] = []
    for (index, job) in jobs.enumerated() {
      let load = work.loads[job.load]
      let packs = job.packCount
      var bringing = RoutingProblem.Client(location: load.target)
      bringing.service = job.doors * load.perDoor
      bringing.weight = max(1, packs + job.doors)
      let release = load.release.map { ($0 - hours.start).rawValue } ?? 0
      if packs > 0 {
        var fetching = RoutingProblem.Client(location: load.source)
        fetching.pickup = [packs]
        fetching.windows = release > 0 ? [.init(from: release, to: RoutingProblem.horizon)] : []
        fetching.weight = bringing.weight
        bringing.delivery = [packs]
        problem.shipments.append(.init(from: problem.clients.count, to: problem.clients.count + 1))
        problem.clients.append(fetching)
        clients.append((index, true))
      } else if release > 0 {
        bringing.windows = [.init(from: release, to: RoutingProblem.horizon)]
      }
      problem.clients.append(bringing)
      clients.append((index, false))
    }
    self.clients = clients
    problem.vehicles = [Self.team(settings, hours, longest, teams: Self.teams(jobs, work, settings, longest))]
    routing = problem
  }

  /// Seconds from leaving the gate to being back, so that whole minutes around them stay within the limit.
  private static func longest(_ settings: CarryingSettings, _ hours: Span) -> Int {
    let most = min(settings.longest.seconds.rawValue, (hours.end - hours.start).rawValue)
    return max(0, most - 119)
  }

  private static func team(_ settings: CarryingSettings, _ hours: Span, _ longest: Int, teams: Int)
    -> RoutingProblem.Vehicle
  {
    var team = RoutingProblem.Vehicle(count: teams, capacity: [settings.cartPacks], start: 0, end: 0)
    let width = (hours.end - hours.start).rawValue
    team.shift = .init(from: 0, to: max(0, width - 59))
    team.maximumDuration = longest
    team.distanceCost = 0
    team.durationCost = 1
    team.fixedCost = settings.setup.seconds.rawValue
    team.stopTime = settings.perStop.rawValue
    team.timePerUnit = settings.perPack.rawValue
    return team
  }

  /// More than enough: as many as the work would keep busy with every cartful brought on its own, twice over.
  private static func teams(_ jobs: [CarryJob], _ work: CarryWork, _ settings: CarryingSettings, _ longest: Int) -> Int
  {
    let handling = jobs.reduce(0) { sum, job in
      sum + 2 * (job.packCount * settings.perPack.rawValue + settings.perStop.rawValue)
        + job.doors * work.loads[job.load].perDoor
    }
    return min(max(1, jobs.count), 4 + 2 * (2 * handling).dividedRoundingUp(by: max(1, longest)))
  }
}
