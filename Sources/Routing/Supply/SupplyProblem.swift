import Units

/// A routing problem as the engine sees it: dense indices, whole numbers; nothing of a district.
///
/// Locations 0 ..< locationCount with matrices of metres and seconds; moments are seconds from any common origin.
/// Vehicles fetch packs of goods at depots and bring them to demands, over several trips, in parts where that is
/// better. What a demand lacks at the end is paid at level 1, the journeys at level 2, wishes at level 3.
public struct SupplyProblem: Sendable {
  public var locationCount: Int
  /// Row by row: entry `from * locationCount + to`; `unreachable` where no way leads.
  public var metres: [Int32]
  public var seconds: [Int32]
  public var goods: [Good]
  public var depots: [Depot]
  public var demands: [Demand]
  public var vehicles: [Vehicle]
  public var pins: [Pin] = []

  /// More seconds (or metres) than any plan has: a leg of this length is never driven.
  public static let unreachable: Int32 = 1 << 30

  public init(
    locationCount: Int, metres: [Int32], seconds: [Int32], goods: [Good], depots: [Depot], demands: [Demand],
    vehicles: [Vehicle]
  ) {
    self.locationCount = locationCount
    self.metres = metres
    self.seconds = seconds
    self.goods = goods
    self.depots = depots
    self.demands = demands
    self.vehicles = vehicles
  }

  public struct Good: Sendable, Hashable {
    /// Of one pack.
    public var grams: Int
    public init(grams: Int = 0) { self.grams = grams }
  }

  public struct Depot: Sendable, Hashable {
    public var location: Int
    /// Every load lies within `open` … `close`.
    public var open: Int
    public var close: Int
    /// Vehicles that load at the same time.
    public var docks: Int
    public var loadFixed: Int
    public var loadPerPack: Int
    public var stock: [Stock]
    public init(location: Int, open: Int, close: Int, docks: Int, loadFixed: Int, loadPerPack: Int, stock: [Stock]) {
      self.location = location
      self.open = open
      self.close = close
      self.docks = docks
      self.loadFixed = loadFixed
      self.loadPerPack = loadPerPack
      self.stock = stock
    }
  }

  /// Packs of a good that can be loaded from `ready` on.
  public struct Stock: Sendable, Hashable {
    public var good: Int
    public var packs: Int
    public var ready: Int
    public init(good: Int, packs: Int, ready: Int) {
      self.good = good
      self.packs = packs
      self.ready = ready
    }
  }

  /// Packs of one good for one location, needed along a curve. Each pack missing at the worst step costs `weight`.
  public struct Demand: Sendable, Hashable {
    public var location: Int
    public var good: Int
    public var weight: Int
    /// By time, both strictly ascending; the last entry holds all packs.
    public var curve: [Need]
    public init(location: Int, good: Int, weight: Int, curve: [Need]) {
      self.location = location
      self.good = good
      self.weight = weight
      self.curve = curve
    }
    public var packs: Int { curve.last?.packs ?? 0 }
  }

  /// So many packs in all are there when the clock shows `by`.
  public struct Need: Sendable, Hashable {
    public var by: Int
    public var packs: Int
    public init(by: Int, packs: Int) {
      self.by = by
      self.packs = packs
    }
  }

  public struct Vehicle: Sendable, Hashable {
    public var start: Int
    public var end: Int
    public var capacityPacks: Int
    /// Nil: no limit.
    public var capacityGrams: Int?
    /// Leaves `start` not before `from`, reaches `end` not after `to`.
    public var from: Int
    public var to: Int
    public var maximumTrips: Int?
    /// When used; per 1,000 metres; per 3,600 seconds from start to end. The last two are rounded up by vehicle.
    public var fixedCost: Int
    public var costPerKilometre: Int
    public var costPerHour: Int
    public var unloadFixed: Int
    public var unloadPerPack: Int
    public init(start: Int, end: Int, capacityPacks: Int, from: Int, to: Int) {
      self.start = start
      self.end = end
      self.capacityPacks = capacityPacks
      self.from = from
      self.to = to
      fixedCost = 0
      costPerKilometre = 0
      costPerHour = 0
      unloadFixed = 0
      unloadPerPack = 0
    }
  }

  /// The vehicle delivers to the demand (`must`), or never does.
  public struct Pin: Sendable, Hashable {
    public var vehicle: Int
    public var demand: Int
    public var must: Bool
    /// Nil: it holds before everything else. Else what it costs at level 3 when it does not hold.
    public var cost: Int?
    public init(vehicle: Int, demand: Int, must: Bool, cost: Int?) {
      self.vehicle = vehicle
      self.demand = demand
      self.must = must
      self.cost = cost
    }
  }
}
