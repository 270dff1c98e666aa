import Districts
import Units

/// What is other in one plan than in another, free of the order in which plans list things and of running numbers.
///
/// Only what differs is in it, but for the figures and levels, which are always there, side by side.
public struct PlanDifference: Codable, Sendable, Hashable {
  public var figures: [FigureChange]
  public var levels: [LevelChange]
  /// Objectives by rule.
  public var rules: [RuleChange]
  /// Who is told something new of their own duties.
  public var people: [PersonChange]
  public var sites: [SiteChange]
  public var buildings: [BuildingChange]
  /// Households with needs whose helper is another.
  public var needs: [NeedChange]
  public var vehicles: [VehicleChange]

  /// Whether anybody would notice: a person, a building, a household with needs, or a crew.
  public var isNoticeable: Bool {
    !(people.isEmpty && buildings.isEmpty && needs.isEmpty && vehicles.isEmpty && sites.isEmpty)
  }

  /// O(n log n) in the size of the plans.
  public init(from before: Plan, to after: Plan) {
    figures = FigureChange.all(before, after)
    levels = LevelChange.all(
      before.certificates, after.certificates, areOfOneDistrict: before.district == after.district)
    rules = RuleChange.all(before.certificates, after.certificates)
    people = PersonChange.all(before.roster, after.roster)
    sites = SiteChange.all(before.roster, after.roster)
    buildings = BuildingChange.all(before.distribution, after.distribution)
    needs = NeedChange.all(before.distribution, after.distribution)
    vehicles = VehicleChange.all(before.routes, after.routes)
  }
}

/// A figure of the whole plan.
public struct FigureChange: Codable, Sendable, Hashable {
  public var name: Name
  /// Nil where the plan has no such stage.
  public var before: Int?
  public var after: Int?

  public enum Name: String, Codable, Sendable, CaseIterable {
    case people
    case onDuty = "on_duty"
    case seats
    case seatsFilled = "seats_filled"
    case missingMinimum = "missing_minimum"
    case missingTarget = "missing_target"
    /// Minutes on duty of those who have any: the mean, the most, and the most less the least.
    case meanMinutes = "mean_minutes"
    case mostMinutes = "most_minutes"
    case spreadMinutes = "spread_minutes"
    case households
    case householdsServed = "households_served"
    /// Minutes after midnight of the plan's date.
    case lastServed = "last_served"
    case points
    case batches
    case routes
    case trips
    case metres
    case packs
    case gaps
  }
}

/// A level of one stage's objective.
public struct LevelChange: Codable, Sendable, Hashable {
  public var stage: String
  public var level: CertifiedLevel.LevelName
  public var before: Worth?
  public var after: Worth?
  public var verdict: Verdict

  public struct Worth: Codable, Sendable, Hashable {
    public var objective: Int
    public var bound: Int?
  }

  public enum Verdict: String, Codable, Sendable {
    case same, better, worse
    /// Of two districts: their best possible plans may be worth the same, for what lies between bound and objective
    /// overlaps.
    case betterPerhaps = "better_perhaps"
    case worsePerhaps = "worse_perhaps"
    /// A level before is not the same, so that this one says nothing.
    case incomparable
  }
}

/// What a rule adds to a stage's objective.
public struct RuleChange: Codable, Sendable, Hashable {
  public var stage: String
  public var rule: String
  public var before: Int
  public var after: Int
}

/// A person whose duties are others.
public struct PersonChange: Codable, Sendable, Hashable {
  public var cadre: CadreID
  public var dropped: [Work]
  public var added: [Work]
  /// On duty altogether.
  public var minutesBefore: Int
  public var minutesAfter: Int

  /// A duty as somebody is told of it; without running numbers.
  public struct Work: Codable, Sendable, Hashable {
    public var site: PlaceID
    public var post: String
    public var from: LocalMoment
    public var to: LocalMoment
    public var seat: String
    public var lead: Bool
  }

  enum CodingKeys: String, CodingKey {
    case cadre, dropped, added
    case minutesBefore = "minutes_before"
    case minutesAfter = "minutes_after"
  }
}

/// A place whose seats are filled otherwise.
public struct SiteChange: Codable, Sendable, Hashable {
  public var site: PlaceID
  public var before: Seats
  public var after: Seats

  public struct Seats: Codable, Sendable, Hashable {
    public var filled = 0
    /// To the minimum.
    public var missing = 0
  }
}

/// A building that is called or served otherwise.
public struct BuildingChange: Codable, Sendable, Hashable {
  public var building: BuildingID
  public var before: [Call]
  public var after: [Call]

  public struct Call: Codable, Sendable, Hashable {
    public var staircases: [Int]
    public var mode: Batch.Mode
    public var point: PointID?
    public var from: LocalMoment?
    public var to: LocalMoment?
  }
}

public struct NeedChange: Codable, Sendable, Hashable {
  public var need: NeedID
  public var before: CadreID?
  public var after: CadreID?
}

/// A vehicle that drives otherwise.
public struct VehicleChange: Codable, Sendable, Hashable {
  public var vehicle: VehicleID
  public var before: Drive?
  public var after: Drive?
  /// Stops are the same and in the same order, and come so many minutes earlier or later at the most.
  public var shiftedMinutes: Int?

  public struct Drive: Codable, Sendable, Hashable {
    public var driver: CadreID?
    public var loaders: [CadreID]
    public var stops: [Stop]
    public var metres: Int
  }

  public struct Stop: Codable, Sendable, Hashable {
    public var type: RouteStep.StepType
    public var location: PlaceID
    public var job: String?
    public var service: LocalMoment
  }

  enum CodingKeys: String, CodingKey {
    case vehicle, before, after
    case shiftedMinutes = "shifted_minutes"
  }
}
