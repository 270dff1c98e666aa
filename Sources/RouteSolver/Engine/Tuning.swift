/// Numbers of the annealing, chosen by a few runs on public instances; what they do stands in docs/routing.md.
enum Tuning {
  /// Temperature at the start, in prices of the way between two clients on average.
  static let hot = 0.4
  /// The same in prices of an average leg, at most: in general, and for problems of many clients.
  static let hottest = 8.0
  static let hotForMany = 0.2
  /// Temperature at the end, in prices of an average leg.
  static let cold = 0.01
  /// Share of the budget for a first, quick cooling; then the best plan is warmed up and cooled slowly. So many
  /// iterations a client allow for all the heat; fewer for less, by the root, and for so much of it at least.
  static let quickShare = 0.08
  static let iterationsForHeat = 6000.0
  static let leastWarmth = 0.3
  /// Partners next to which a client's place is looked for.
  static let reach = 40
  static let stopsLookedAt = 200
  /// How often a route of its own is looked at where another place was found.
  static let alone = 0.1
  /// In one step of so many, the routes torn get vehicles of kinds drawn at random; so often they are torn whole then.
  static let redrawRarity = 3
  static let wholeShare = 0.3
  /// Clients torn out on average, and at most from one route.
  static let removals = 10.0
  static let longest = 10.0
  /// In one step of so many routes exchange tails: so many tries, next to so many neighbours; in one try of so many a
  /// route is cut in two.
  static let tailRarity = 4
  static let tailTries = 30
  static let tailReach = 40
  static let cutRarity = 10
  /// In one step of so many a whole route is made of what is left out.
  static let openRarity = 200
  /// Share of the budget up to which other fleets are tried, and for how long each.
  static let fleetShare = 0.5
  static let fleetTry = 0.03
  /// The same for fewer vehicles, where their number comes first.
  static let squeezeShare = 0.4
  static let squeezeTry = 0.08
  /// Known routes among which is chosen anew, for so many clients at most, drawn from plans from a share of the budget
  /// on, so many times in all; when, and for which share of what is then left of it.
  static let poolSize = 12_000
  static let mostRecombined = 1200
  static let poolFrom = 0.4
  static let poolSamples = 2000.0
  static let recombinations = [0.7, 0.85, 0.95]
  static let recombinationShare = 0.2
  static let recombinationNodes = 200
}
