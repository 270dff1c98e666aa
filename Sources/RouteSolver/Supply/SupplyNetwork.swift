/// What the bounds on level 2 need of a routing problem, and nothing else: depots with stock, demands, classes of
/// vehicles that are alike, and shortest ways between them, metres and seconds apart.
struct SupplyNetwork: Sendable {
  var depots: [Depot]
  var demands: [Demand]
  var classes: [VehicleClass]
  /// From depot to depot: entry `from * depots.count + to`.
  var between: [Way]

  /// Shortest metres and shortest seconds: the two may be of different ways.
  struct Way: Sendable, Hashable {
    var metres: Int
    var seconds: Int
    static let none = Way(metres: never, seconds: never)
    /// As long as no way, or longer.
    static let never = 1 << 30
    var leads: Bool { metres < Self.never && seconds < Self.never }
    static func + (a: Way, b: Way) -> Way { Way(metres: a.metres + b.metres, seconds: a.seconds + b.seconds) }
    /// The least of both, apart.
    static func least(_ ways: some Sequence<Way>) -> Way {
      ways.reduce(.none) { Way(metres: min($0.metres, $1.metres), seconds: min($0.seconds, $1.seconds)) }
    }
  }

  /// A depot that has stock.
  struct Depot: Sendable {
    /// Loads begin not before: it is open and has a first pack.
    var opens: Int
    var closes: Int
    var docks: Int
    var loadFixed: Int
    var loadPerPack: Int
    /// Packs in all, by good; behind the goods one entry without limit.
    var stock: [Int]
  }

  /// A demand of at least one pack.
  struct Demand: Sendable {
    var good: Int
    /// What a missing pack costs at level 1.
    var weight: Int
    /// So many packs by so many seconds, both ascending.
    var curve: [Step]
    /// By depot, from there and to there.
    var out: [Way]
    var back: [Way]
    var packs: Int { curve.last?.packs ?? 0 }
    func packs(by moment: Int) -> Int { curve.last { $0.by <= moment }?.packs ?? 0 }
  }
  struct Step: Sendable, Hashable {
    var by: Int
    var packs: Int
  }

  /// Vehicles that agree in all that enters here.
  struct VehicleClass: Sendable {
    /// By number in the problem.
    var members: [Int]
    /// Packs that fit of what fits best.
    var capacity: Int
    /// The earliest start of them all, and how long each may be away.
    var from: Int
    var span: Int
    var maximumTrips: Int
    var fixedCost: Int
    var costPerKilometre: Int
    var costPerHour: Int
    var unloadFixed: Int
    var unloadPerPack: Int
    /// To the depots, by depot; home from the demands, by demand.
    var start: [Way]
    var end: [Way]
    var count: Int { members.count }

    func price(_ way: Way, handling: Int = 0) -> Double {
      Double(way.metres) * Double(costPerKilometre) / 1000
        + Double(way.seconds + handling) * Double(costPerHour) / 3600
    }
  }

  var packs: Int { demands.reduce(0) { $0 + $1.packs } }
  func need(by moment: Int) -> Int { demands.reduce(0) { $0 + $1.packs(by: moment) } }
  /// After this moment nothing is delivered any more.
  var deadline: Int { demands.compactMap(\.curve.last?.by).max() ?? 0 }
}
