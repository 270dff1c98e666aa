import Units

/// A district as its folder says it: settings of `district.yaml`, and one array per table in the order of its rows.
///
/// Defaults of single cells are filled in, coordinates are WGS 84, ids are known to resolve. Nothing is derived:
/// duties, presence, distances and matches are worked out by whoever needs them.
public struct District: Sendable {
  public var name = ""
  /// IANA identifier, known to the system.
  public var timeZone = "Asia/Shanghai"
  /// The first service day of the horizon, and how many service days it has.
  public var planDate = CalendarDate(dayNumber: 0)
  public var planDays = 1
  public var serviceDayStart = ClockTime(minutes: 300)
  public var defaultAvailability = DefaultAvailability.never
  public var night = NightWindow()
  public var holidays: [CalendarDate] = []
  /// In the order of `district.yaml`.
  public var shifts: [Shift] = []
  public var travel = TravelSettings()
  public var distribution = DistributionSettings()
  public var helpers = HelperSettings()
  public var carrying = CarryingSettings()
  public var rules = RuleSettings()

  public var cadres: [Cadre] = []
  public var availability: [AvailabilityRow] = []
  public var ledger: [LedgerRow] = []
  public var compounds: [Compound] = []
  public var buildings: [Building] = []
  public var needs: [Need] = []
  public var sites: [Site] = []
  public var posts: [PostRow] = []
  public var points: [DistributionPoint] = []
  public var depots: [Depot] = []
  public var goods: [Good] = []
  public var stock: [StockRow] = []
  public var kit: [KitRow] = []
  public var onHand: [OnHandRow] = []
  public var orders: [Order] = []
  /// Whether `orders.csv` exists; without it every household gets one pack of the first good.
  public var hasOrders = false
  /// Goods of which no reserve is brought, since not everybody gets what was asked; set while planning, never read.
  public var scarceGoods: Set<GoodID> = []
  /// Teams of a compound that begin later than `carrying.from`; set while planning, never read.
  public var carryingDelay: [CompoundID: Minutes] = [:]
  /// Packs that duties do not get of their kit, by the id of the need; set while planning, never read.
  public var kitShort: [String: Int] = [:]
  public var vehicles: [Vehicle] = []
  public var pins: [Pin] = []
  public var travelRows: [TravelRow] = []

  /// SHA-256 of the recognised input files (docs/format.md §1), 64 hexadecimal digits.
  public var digest = ""

  public init() {}
}

public enum DefaultAvailability: String, Sendable { case never, always }

/// A duty is a night duty when at least `atLeast` minutes of its span lie between `from` and `to` of some night.
public struct NightWindow: Sendable, Hashable {
  public var from = ClockTime(minutes: 22 * 60)
  /// After `from`; 30:00 stands for 06:00 of the next day.
  public var to = ClockTime(minutes: 30 * 60)
  public var atLeast: Minutes = 120
  public init() {}
}

/// A span of the clock that posts refer to.
public struct Shift: Sendable, Hashable {
  public var id: ShiftID
  public var name: String
  public var from: ClockTime
  /// After `from`; beyond 24:00 for a shift that ends on the next day.
  public var to: ClockTime
  public init(id: ShiftID, name: String, from: ClockTime, to: ClockTime) {
    self.id = id
    self.name = name
    self.from = from
    self.to = to
  }
}

public struct TravelSettings: Sendable, Hashable {
  public var foot = TravelMode(metresPerHour: 4500, detourPercent: 130)
  public var cart = TravelMode(metresPerHour: 3000, detourPercent: 130)
  public var vehicle = TravelMode(metresPerHour: 25_000, detourPercent: 140)
  public init() {}
}

public struct TravelMode: Sendable, Hashable {
  public var metresPerHour: Int
  public var detourPercent: Int
  public init(metresPerHour: Int, detourPercent: Int) {
    self.metresPerHour = metresPerHour
    self.detourPercent = detourPercent
  }
}

public struct DistributionSettings: Sendable, Hashable {
  public var slot: Minutes = 20
  public var reservePercent = 3
  public var elderWalkFactor = 2
  public init() {}
}

/// A helper looks after `least` to `most` households with needs, or none.
public struct HelperSettings: Sendable, Hashable {
  public var least = 3
  public var most = 5
  public init() {}
}
