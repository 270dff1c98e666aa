import Districts
import Units

/// Seconds that no teams of a compound can do without, as docs/format.md §16 says: what handling takes, stops as often
/// as the cart's capacity asks for them, and ways.
struct CarryBound: Sendable {
  private let problem: CarryProblem
  private let places: Int
  /// By place: packs fetched from it, and brought to it from elsewhere.
  private var fetched: [Int]
  private var brought: [Int]
  /// By place: whether somebody has to come there at all.
  private var isVisited: [Bool]

  init(_ problem: CarryProblem) {
    self.problem = problem
    places = problem.work.places.ids.count
    fetched = Array(repeating: 0, count: places)
    brought = fetched
    isVisited = Array(repeating: false, count: places)
    for job in problem.jobs {
      let load = problem.work.loads[job.load]
      isVisited[load.target] = true
      guard job.packCount > 0 else { continue }
      isVisited[load.source] = true
      guard load.source != load.target else { continue }
      fetched[load.source] += job.packCount
      brought[load.target] += job.packCount
    }
  }

  /// Set-up of teams included; a multiple of a minute where set-up is. O(places³ + jobs).
  var seconds: Int {
    guard !problem.jobs.isEmpty else { return 0 }
    let (stop, setup) = (problem.settings.perStop.rawValue, problem.settings.setup.seconds.rawValue)
    let visits = (0..<places).map(visits)
    let away = visits.indices.filter { $0 != CarryPlaces.gate }.reduce(0) { $0 + visits[$1] }
    let work = handling + away * stop + max(ways(visits), packWays)
    let loadings = visits[CarryPlaces.gate]
    let longest = max(1, min(problem.settings.longest.seconds, problem.hours.end - problem.hours.start).rawValue)
    let fewest = max(1, work.dividedRoundingUp(by: longest))
    // Each team's first loading at the gate is no stop there.
    func total(_ teams: Int) -> Int {
      (work + max(0, loadings - teams) * stop).dividedRoundingUp(by: 60) * 60 + teams * setup
    }
    return min(total(fewest), total(max(fewest, loadings)))
  }

  private var handling: Int {
    problem.jobs.reduce(0) { sum, job in
      sum + 2 * job.packCount * problem.settings.perPack.rawValue + job.doors * problem.work.loads[job.load].perDoor
    }
  }

  /// How often somebody comes to a place from another: a cart takes and brings only so many packs at once.
  private func visits(_ place: Int) -> Int {
    let packs = max(fetched[place], brought[place])
    return max(packs.dividedRoundingUp(by: problem.settings.cartPacks), isVisited[place] ? 1 : 0)
  }

  /// Into each place as often as it must be come to, from wherever is nearest; teams end at the gate.
  private func ways(_ visits: [Int]) -> Int {
    (0..<places).reduce(0) { sum, place in
      let times = place == CarryPlaces.gate ? max(1, visits[place]) : visits[place]
      guard times > 0 else { return sum }
      let nearest = (0..<places).lazy.filter { $0 != place }.map { problem.seconds($0, place) }.min() ?? 0
      return sum + times * nearest
    }
  }

  /// A pack rides from where it lies to its building, and a cart holds only so many. From the gate as much way leads out
  /// as back in. Ways over other places count where they are shorter.
  private var packWays: Int {
    let shortest = closed()
    var (oneWay, gate) = (0, 0)
    for job in problem.jobs {
      let load = problem.work.loads[job.load]
      let out = shortest[load.source * places + load.target]
      oneWay += job.packCount * out
      if load.source == CarryPlaces.gate { gate += job.packCount * (out + shortest[load.target * places]) }
    }
    return max(oneWay, gate).dividedRoundingUp(by: problem.settings.cartPacks)
  }

  /// The shortest ways over any places (Floyd 1962).
  private func closed() -> [Int] {
    var table = problem.seconds
    for middle in 0..<places {
      for from in 0..<places {
        let first = table[from * places + middle]
        for to in 0..<places where first + table[middle * places + to] < table[from * places + to] {
          table[from * places + to] = first + table[middle * places + to]
        }
      }
    }
    return table
  }
}
