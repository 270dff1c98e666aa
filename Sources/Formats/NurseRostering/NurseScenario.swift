/// A scenario of the Second International Nurse Rostering Competition: what holds for every week.
///
/// Source: Ceschia, Dang, De Causmaecker, Haspeslagh, Schaerf, "The second international nurse rostering competition",
/// Annals of Operations Research 274 (2019), §3.
public struct NurseScenario: Sendable, Hashable {
  public var name: String
  public var weekCount = 0
  public var skills: [String] = []
  public var shifts: [Shift] = []
  public var contracts: [Contract] = []
  public var nurses: [Nurse] = []

  public init(name: String) { self.name = name }

  public struct Shift: Sendable, Hashable {
    public var id: String
    /// Of the same shift in a row.
    public var consecutive: ClosedRange<Int>
    /// Shifts that may not follow on the next day, ascending.
    public var mayNotPrecede: [Int] = []
  }

  public struct Contract: Sendable, Hashable {
    public var id: String
    /// Assignments in all weeks together.
    public var assignments: ClosedRange<Int>
    public var workingDays: ClosedRange<Int>
    public var daysOff: ClosedRange<Int>
    public var mostWeekends: Int
    /// Both days of a weekend, or none.
    public var wantsWholeWeekends: Bool
  }

  public struct Nurse: Sendable, Hashable {
    public var id: String
    public var contract: Int
    /// Ascending.
    public var skills: [Int]
  }
}

/// What the weeks before have left: one entry a nurse, in the scenario's order.
public struct NurseHistory: Sendable, Hashable {
  /// Weeks done.
  public var week = 0
  public var nurses: [Nurse] = []

  public struct Nurse: Sendable, Hashable {
    public var assignments = 0
    public var weekends = 0
    /// nil: the last day was off.
    public var lastShift: Int?
    /// Of the last shift in a row; 0 after a day off.
    public var sameShift = 0
    /// Days worked in a row; 0 after a day off.
    public var workingDays = 0
    /// Days off in a row; 0 after a day worked.
    public var daysOff = 0
    public init() {}
  }
}

/// Demand and requests of one week.
public struct NurseWeek: Sendable, Hashable {
  /// covers[(day × shifts + shift) × skills + skill]; day 0 is a Monday.
  public var covers: [Cover] = []
  public var requests: [Request] = []

  public struct Cover: Sendable, Hashable {
    /// Hard.
    public var minimum = 0
    public var optimal = 0
  }

  /// A shift that a nurse would rather not have; nil: any shift of the day.
  public struct Request: Sendable, Hashable {
    public var nurse: Int
    public var shift: Int?
    public var day: Int
  }
}

/// What a breach of each soft rule costs.
///
/// Source: Ceschia et al. (2019), §3.2.
enum NurseWeight {
  static let optimalCover = 30
  static let sameShift = 15
  static let workingDays = 30
  static let daysOff = 30
  static let preference = 10
  static let wholeWeekend = 30
  static let assignments = 20
  static let weekends = 30
}

let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
