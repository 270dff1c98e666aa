/// What a rule says of itself; its sentence for people is the phrase `rule.ID` of the catalogue.
public protocol Rule: Sendable, Hashable {
  static var id: RuleID { get }
  static var kind: RuleKind { get }
  /// The row of the model, in the notation of Models/*.md.
  static var maths: String { get }
}

/// The parameters of every rule that has any; defaults where `district.yaml` is silent.
public struct RuleSettings: Sendable, Hashable {
  public var minimumRest = MinimumRest()
  public var dailyMaximum = DailyMaximum()
  public var weeklyMaximum = WeeklyMaximum()
  public var consecutiveDays = ConsecutiveDays()
  public var rotation = Rotation()
  public var exposureMix = ExposureMix()
  public var fairHours = FairHours()
  public var fairNights = FairNights()
  public var nearHome = NearHome()
  public var wishes = Wishes()
  public var buddies = Buddies()
  public var unitTogether = UnitTogether()
  public var restDay = RestDay()
  public var stability = Stability()
  public init() {}

  /// Every rostering rule in the order of docs/format.md §4.
  public static let all: [any Rule.Type] = [
    Availability.self,
    HealthRule.self,
    Qualification.self,
    NoOverlap.self,
    MinimumRest.self,
    DailyMaximum.self,
    WeeklyMaximum.self,
    ConsecutiveDays.self,
    NoNight.self,
    Rotation.self,
    ExposureMix.self,
    MinimumCover.self,
    TargetCover.self,
    OneLead.self,
    FairHours.self,
    FairNights.self,
    NearHome.self,
    Wishes.self,
    Buddies.self,
    UnitTogether.self,
    RestDay.self,
    Stability.self,
  ]
}
