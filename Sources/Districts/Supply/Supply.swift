import Units

public struct Depot: Sendable, Hashable {
  public var id: DepotID
  public var name: String
  public var kind = DepotKind.warehouse
  public var coordinate: Coordinate
  /// Nil: open around the clock.
  public var openFrom: ClockTime?
  public var openTo: ClockTime?
  public var docks = 1
  public var loadFixed: Seconds = 300
  public var loadPerPack: Seconds = 2
  public init(id: DepotID, name: String, coordinate: Coordinate) {
    self.id = id
    self.name = name
    self.coordinate = coordinate
  }
}

public enum DepotKind: String, Sendable, CaseIterable { case warehouse, supermarket, pharmacy, kitchen, laboratory }

public struct Good: Sendable, Hashable {
  public var id: GoodID
  public var name: String
  public var kind = GoodKind.vegetable
  /// Of one pack.
  public var grams: Int?
  public var millilitres: Int?
  public init(id: GoodID, name: String) {
    self.id = id
    self.name = name
  }
}

public enum GoodKind: String, Sendable, CaseIterable { case vegetable, grain, milk, medicine, meal, kit }

public struct StockRow: Sendable, Hashable {
  public var depot: DepotID
  public var good: GoodID
  public var packs: Int
  /// In fen a pack.
  public var price: Int?
  /// Nil: from the start.
  public var ready: Moment?
  public init(depot: DepotID, good: GoodID, packs: Int) {
    self.depot = depot
    self.good = good
    self.packs = packs
  }
}

public struct Order: Sendable, Hashable {
  public var id: OrderID
  public var destination: OrderDestination
  public var good: GoodID
  public var quantity: OrderQuantity
  public var asked: Moment?
  public var due: Moment?
  public var priority = 3
  /// Where whoever ordered fetches the packs; nil: a vehicle brings them.
  public var collectAt: DepotID?
  public init(id: OrderID, destination: OrderDestination, good: GoodID, quantity: OrderQuantity) {
    self.id = id
    self.destination = destination
    self.good = good
    self.quantity = quantity
  }
}

public enum OrderDestination: Sendable, Hashable {
  case building(BuildingID)
  case everyBuilding
  case compound(CompoundID)
  case site(SiteID)
}

public enum OrderQuantity: Sendable, Hashable {
  case packs(Int)
  case packsPerHousehold(Int)

  /// For so many households; at most about 2⁴⁰, beyond what any stage takes in all.
  public func packs(households: Households) -> Int {
    switch self {
    case .packs(let count): count
    case .packsPerHousehold(let count):
      households.rawValue == 0 ? 0 : min(count, (1 << 40) / households.rawValue) * households.rawValue
    }
  }
}

public struct Vehicle: Sendable, Hashable {
  public var id: VehicleID
  public var name: String?
  public var depot: DepotID
  public var endDepot: DepotID
  public var capacityPacks: Int
  /// In grams; nil: no limit.
  public var capacityGrams: Int?
  public var from: ClockTime
  /// After `from`.
  public var to: ClockTime
  public var driverSkills: [String] = ["drive"]
  public var loaders = 0
  public var maximumTrips: Int?
  /// In fen.
  public var fixedCost = 0
  public var costPerKilometre = 0
  public var costPerHour = 0
  public var unloadFixed: Seconds = 300
  public var unloadPerPack: Seconds = 2
  public init(id: VehicleID, depot: DepotID, capacityPacks: Int, from: ClockTime, to: ClockTime) {
    self.id = id
    self.depot = depot
    endDepot = depot
    self.capacityPacks = capacityPacks
    self.from = from
    self.to = to
  }
}

/// A row of pins.csv.
public struct Pin: Sendable, Hashable {
  public var target: PinTarget
  public var level: PinLevel
  /// False: must not.
  public var must = true
  public init(target: PinTarget, level: PinLevel) {
    self.target = target
    self.level = level
  }
}

public enum PinTarget: Sendable, Hashable {
  case roster(CadreID, DutyID)
  case batch(BuildingID, PointID, ClockTime)
  /// The id of an order or a need.
  case route(VehicleID, String)
}

public enum PinLevel: String, Sendable, CaseIterable {
  case prefer, who
  case whoOrder = "who_order"
  case frozen
}

/// A row of travel.csv; wins over distances worked out from coordinates.
public struct TravelRow: Sendable, Hashable {
  public var from: PlaceID
  public var to: PlaceID
  public var mode: TravelModeName
  public var metres: Metres
  public var seconds: Seconds
  public init(from: PlaceID, to: PlaceID, mode: TravelModeName, metres: Metres, seconds: Seconds) {
    self.from = from
    self.to = to
    self.mode = mode
    self.metres = metres
    self.seconds = seconds
  }
}

public enum TravelModeName: String, Sendable, CaseIterable { case foot, cart, vehicle }
