import Units

/// `plan.json`: the plan of a district as strangers read it (docs/format.md §5).
public struct Plan: Codable, Sendable, Hashable {
  public static let schemaName = "lastmetre/plan/1"
  public var schema = Plan.schemaName
  /// SHA-256 of `canonicalText()`; set last.
  public var seal = ""
  public var district: PlannedDistrict
  public var run: PlanRun
  public var summary = PlanSummary()
  public var supply: SupplyPlan?
  public var roster: RosterPlan?
  public var distribution: DistributionPlan?
  /// With distribution, where anything is to be carried.
  public var carrying: CarryPlan?
  public var routes: RoutePlan?
  /// With routes, where any order is collected: what is handed over at depots.
  public var collections: [PlannedCollection]?
  /// With routes: what is bought for them and for those who collect, by rows of stock.csv.
  public var purchases: [Purchase]?
  /// The plan beside one made by hand.
  public var comparison: PlanComparison?
  public var certificates = Certificates()
  public var audit = AuditVerdict()

  public init(district: PlannedDistrict, run: PlanRun) {
    self.district = district
    self.run = run
  }
}

public struct PlannedDistrict: Codable, Sendable, Hashable {
  public var name: String
  public var digest: String
  public var date: CalendarDate
  public var days: Int
  public init(name: String, digest: String, date: CalendarDate, days: Int) {
    self.name = name
    self.digest = digest
    self.date = date
    self.days = days
  }
}

public struct PlanRun: Codable, Sendable, Hashable {
  public var seed: UInt64
  public var threads: Int
  public var method: String
  public var iterations: Int?
  public var timeLimitMilliseconds: Int?
  public var versions: Versions
  public struct Versions: Codable, Sendable, Hashable {
    public var lastmetre: String
    public var glpk: String
    public init(lastmetre: String, glpk: String) {
      self.lastmetre = lastmetre
      self.glpk = glpk
    }
  }
  enum CodingKeys: String, CodingKey {
    case seed, threads, method, iterations
    case timeLimitMilliseconds = "time_limit_ms"
    case versions
  }
  public init(seed: UInt64, threads: Int, method: String, versions: Versions) {
    self.seed = seed
    self.threads = threads
    self.method = method
    self.versions = versions
  }
}

/// Counts over the whole plan (docs/format.md §5.2). Stages that were not planned leave theirs at zero.
public struct PlanSummary: Codable, Sendable, Hashable {
  /// Rows of cadres.csv.
  public var people = 0
  /// People with at least one duty.
  public var onDuty = 0
  /// Σ target over all seat classes, and how many people hold seats.
  public var seats = 0
  public var seatsFilled = 0
  /// Seats, unweighted.
  public var missingMinimum = 0
  public var missingTarget = 0
  public var households = 0
  public var householdsServed = 0
  /// The latest end of a batch at a point.
  public var lastServed: LocalMoment?
  public var points = 0
  public var batches = 0
  /// Vehicles that leave their depot.
  public var routes = 0
  public var trips = 0
  public var metres = 0
  /// Packs delivered.
  public var packs = 0
  /// Packs that are collected at depots; where any order is.
  public var collected: Int?
  public var gaps = 0
  enum CodingKeys: String, CodingKey {
    case people
    case onDuty = "on_duty"
    case seats
    case seatsFilled = "seats_filled"
    case missingMinimum = "missing_minimum"
    case missingTarget = "missing_target"
    case households
    case householdsServed = "households_served"
    case lastServed = "last_served"
    case points, batches, routes, trips, metres, packs, collected, gaps
  }
  public init() {}
}

/// Something the plan leaves open, with its reasons.
public struct Gap: Codable, Sendable, Hashable {
  /// `S1`, `R1`, `D1`, `C1`, `T1` …: the stage's letter (supply, roster, distribution, carrying, transport) and a running number.
  public var id: String
  public var what: What
  /// In seats, households or packs.
  public var missing: Int
  public var reasons: [Reason]

  public struct What: Codable, Sendable, Hashable {
    public var kind: Kind
    /// Of the duty, building, need, or the destination of packs.
    public var id: String
    public var seat: String?
    public var level: Level
    /// `packs`: goods for a destination, `batch`: a soft or unmet pin.
    public enum Kind: String, Codable, Sendable { case duty, building, need, packs, pin }
    /// What is missing: a minimum, a target, a lead; all else is `service`.
    public enum Level: String, Codable, Sendable { case minimum, target, lead, service }
    public init(kind: Kind, id: String, seat: String? = nil, level: Level) {
      self.kind = kind
      self.id = id
      self.seat = seat
      self.level = level
    }
  }
  public struct Reason: Codable, Sendable, Hashable {
    /// A `RuleID`, or `busy`.
    public var rule: String
    /// How many people (roster), or the households or packs concerned.
    public var count: Int
    public var standing: Standing
    public init(rule: String, count: Int, standing: Standing) {
      self.rule = rule
      self.count = count
      self.standing = standing
    }
  }
  public enum Standing: String, Codable, Sendable { case proven, observed, unknown }
  public init(id: String, what: What, missing: Int, reasons: [Reason]) {
    self.id = id
    self.what = what
    self.missing = missing
    self.reasons = reasons
  }
}

public struct AuditVerdict: Codable, Sendable, Hashable {
  public var passed = false
  public var violations: [Violation] = []
  public init() {}
}

/// One broken rule, with the amount by which it is broken in the rule's own unit.
public struct Violation: Codable, Sendable, Hashable {
  public var rule: String
  /// A cadre, duty, building, vehicle …, or the path of a field of the plan.
  public var place: String
  public var amount: Int
  public var message: String
  enum CodingKeys: String, CodingKey {
    case rule
    case place = "where"
    case amount, message
  }
  public init(rule: RuleID, place: String, amount: Int, message: String) {
    self.rule = rule.rawValue
    self.place = place
    self.amount = amount
    self.message = message
  }
}
