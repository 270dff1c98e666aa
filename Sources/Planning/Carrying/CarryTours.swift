import Districts
import Routing
import Units

/// A team's way with its times, in seconds from the beginning of the hours of carrying.
struct CarryTour: Sendable, Hashable {
  struct Stop: Sendable, Hashable {
    var type: CarryStep.StepType
    /// Index of the compound's places.
    var place: Int
    /// Row of buildings.csv; nil where packs are loaded.
    var building: Int?
    /// By good.
    var packs: [Int]
    var doors: Int
    /// What handling takes, without the stop itself.
    var handling: Int
    /// Not begun before.
    var release: Int
    var arrival = 0
    var service = 0
    var departure = 0
  }
  var stops: [Stop]
  /// Whole minutes.
  var from = 0
  var to = 0
}

extension CarryProblem {
  /// The engine's routes as tours that keep the hours, and tours for what it left: one cartful after another.
  func tours(_ solution: RoutingSolution) -> [CarryTour] {
    var tours: [CarryTour] = []
    var left = Set(jobs.indices)
    for route in solution.routes {
      let visited = route.stops.compactMap { stop -> Int? in
        if case .visit(let client) = stop.action { client } else { nil }
      }
      let tour = tour(together(visited))
      guard !visited.isEmpty, isWithinHours(tour) else { continue }
      tours.append(tour)
      for client in visited where !clients[client].isFetching { left.remove(clients[client].job) }
    }
    tours += inTurn(left.sorted())
    return tours.sorted { ($0.from, $0.stops[0].place, $0.to) < ($1.from, $1.stops[0].place, $1.to) }
  }

  /// The same rounds from gate to gate, those to one building one after another: no way is longer for it, and a building
  /// need not wait hours for its second cartful. Where something lies somewhere only later, the order stays.
  private func together(_ visited: [Int]) -> [Int] {
    guard work.loads.allSatisfy({ $0.release == nil }) else { return visited }
    var rounds: [[Int]] = [[]]
    var onBoard = 0
    for client in visited {
      let (index, isFetching) = clients[client]
      let packs = jobs[index].packCount
      let isAtGate = isFetching && work.loads[jobs[index].load].source == CarryPlaces.gate
      if isAtGate, onBoard == 0 { rounds.append([]) }
      rounds[rounds.count - 1].append(client)
      onBoard += isFetching ? packs : -packs
    }
    func first(_ round: [Int]) -> Int { round.map { work.loads[jobs[clients[$0].job].load].building }.min() ?? -1 }
    func last(_ round: [Int]) -> Int { round.map { work.loads[jobs[clients[$0].job].load].building }.max() ?? -1 }
    // What comes before the first loading at the gate stays first.
    let sorted = rounds.dropFirst().sorted { (first($0), last($0)) < (first($1), last($1)) }
    return rounds[0] + sorted.flatMap { $0 }
  }

  /// One cartful after another, by as many teams as their hours ask for. O(jobs × stops of a team).
  private func inTurn(_ left: [Int]) -> [CarryTour] {
    guard !left.isEmpty else { return [] }
    var own = Array(repeating: [Int](), count: jobs.count)
    for client in clients.indices { own[clients[client].job].append(client) }
    var tours: [CarryTour] = []
    var current: [Int] = []
    for job in left {
      if isWithinHours(tour(current + own[job])) {
        current += own[job]
        continue
      }
      if !current.isEmpty { tours.append(tour(current)) }
      current = isWithinHours(tour(own[job])) ? own[job] : []
    }
    return current.isEmpty ? tours : tours + [tour(current)]
  }

  /// Clients in their order; what follows each other at one place in the same way is one stop.
  private func tour(_ visited: [Int]) -> CarryTour {
    var stops: [CarryTour.Stop] = []
    for client in visited {
      let next = stop(client)
      if let last = stops.last, last.place == next.place, last.type == next.type {
        stops[stops.count - 1].merge(next)
      } else {
        stops.append(next)
      }
    }
    return timed(CarryTour(stops: stops))
  }

  /// Whether a tour, with its exact times, keeps the hours of carrying.
  private func isWithinHours(_ tour: CarryTour) -> Bool {
    tour.to <= (hours.end - hours.start).rawValue && tour.to - tour.from <= settings.longest.seconds.rawValue
  }

  private func stop(_ client: Int) -> CarryTour.Stop {
    let (index, isFetching) = clients[client]
    let job = jobs[index]
    let load = work.loads[job.load]
    let release = load.release.map { max(0, ($0 - hours.start).rawValue) } ?? 0
    let packs = job.packCount * settings.perPack.rawValue
    return isFetching
      ? CarryTour.Stop(
        type: .load, place: load.source, building: nil, packs: job.packs, doors: 0, handling: packs, release: release)
      : CarryTour.Stop(
        type: load.isAtDoors ? .doors : .entrance, place: load.target, building: load.building, packs: job.packs,
        doors: job.doors, handling: packs + job.doors * load.perDoor, release: packs == 0 ? release : 0)
  }

  /// As early as can be, and then begun as late as ends it no later.
  private func timed(_ tour: CarryTour) -> CarryTour {
    var tour = tour
    var early = tour
    early.run(from: 0, self)
    let start = early.latestStart(self)
    tour.run(from: start / 60 * 60, self)
    return tour
  }

  func seconds(_ from: Int, _ to: Int) -> Int { seconds[from * work.places.ids.count + to] }
}

extension CarryTour.Stop {
  fileprivate mutating func merge(_ other: Self) {
    for good in packs.indices { packs[good] += other.packs[good] }
    doors += other.doors
    handling += other.handling
    release = max(release, other.release)
  }
}

extension CarryTour {
  fileprivate mutating func run(from start: Int, _ problem: CarryProblem) {
    from = start
    var clock = start
    var place = CarryPlaces.gate
    for index in stops.indices {
      let here = stops[index].place
      clock += problem.seconds(place, here)
      stops[index].arrival = clock
      stops[index].service = max(clock, stops[index].release)
      clock = stops[index].service + stops[index].handling + (here == place ? 0 : problem.settings.perStop.rawValue)
      stops[index].departure = clock
      place = here
    }
    to = (clock + problem.seconds(place, CarryPlaces.gate) + 59) / 60 * 60
  }

  /// The latest start with which the last stop is left no later than now.
  fileprivate func latestStart(_ problem: CarryProblem) -> Int {
    guard var latest = stops.last?.service else { return 0 }
    for index in stops.indices.dropLast().reversed() {
      let (here, next) = (stops[index], stops[index + 1])
      let taken = here.departure - here.service
      latest -= problem.seconds(here.place, next.place) + taken
    }
    return max(0, latest - problem.seconds(CarryPlaces.gate, stops[0].place))
  }
}
