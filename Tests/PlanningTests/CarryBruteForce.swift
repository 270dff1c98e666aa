import Districts
import Units

@testable import Planning

/// All ways of sharing few cartfuls among teams and of ordering what each does.
enum CarryBruteForce {
  private struct Event: Hashable {
    var job: Int
    var isFetching: Bool
  }

  /// Seconds of all teams, set-up included; nil where there are too many cartfuls to look at.
  static func best(_ problem: CarryProblem) -> Int? {
    guard problem.jobs.count <= 4 else { return nil }
    var alone: [Set<Int>: Int] = [:]
    func tour(_ jobs: Set<Int>) -> Int {
      if let known = alone[jobs] { return known }
      let events = jobs.flatMap { job in
        problem.jobs[job].packCount > 0
          ? [Event(job: job, isFetching: true), Event(job: job, isFetching: false)]
          : [Event(job: job, isFetching: false)]
      }
      var best = Int.max
      extend([], Set(events), 0, CarryPlaces.gate, 0, problem, &best)
      alone[jobs] = best
      return best
    }
    var best = Int.max
    func share(_ next: Int, _ teams: [Set<Int>]) {
      guard next < problem.jobs.count else {
        best = min(best, teams.reduce(0) { $0 + tour($1) + problem.settings.setup.seconds.rawValue })
        return
      }
      for team in teams.indices {
        var more = teams
        more[team].insert(next)
        share(next + 1, more)
      }
      share(next + 1, teams + [[next]])
    }
    share(0, [])
    return best
  }

  private static func extend(
    _ done: Set<Event>, _ left: Set<Event>, _ clock: Int, _ place: Int, _ onBoard: Int, _ problem: CarryProblem,
    _ best: inout Int
  ) {
    guard clock < best else { return }
    if left.isEmpty {
      let back = clock + problem.seconds(place, CarryPlaces.gate)
      let minutes = (back + 59) / 60 * 60
      if minutes <= problem.settings.longest.seconds.rawValue { best = min(best, minutes) }
    }
    for event in left {
      let job = problem.jobs[event.job]
      let load = problem.work.loads[job.load]
      let packs = job.packCount
      if !event.isFetching, packs > 0, !done.contains(Event(job: event.job, isFetching: true)) { continue }
      let now = onBoard + (event.isFetching ? packs : -packs)
      guard now <= problem.settings.cartPacks else { continue }
      let there = event.isFetching ? load.source : load.target
      let handling = packs * problem.settings.perPack.rawValue + (event.isFetching ? 0 : job.doors * load.perDoor)
      let stop = there == place ? 0 : problem.settings.perStop.rawValue
      extend(
        done.union([event]), left.subtracting([event]),
        clock + problem.seconds(place, there) + stop + handling, there, now, problem, &best)
    }
  }
}

extension Identifier: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}
