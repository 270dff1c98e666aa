/// An instance of the shift-scheduling benchmark: everything a file says, by dense indices. Day 0 is a Monday.
///
/// Source: Curtois and Qu, "Computational results on new staff scheduling benchmark instances" (2014), §2.
public struct ShiftSchedule: Sendable, Hashable {
  public var dayCount: Int
  public var shifts: [Shift] = []
  public var people: [Person] = []
  /// Each costs its weight when the person does not have the shift.
  public var onRequests: [Request] = []
  /// Each costs its weight when the person has the shift.
  public var offRequests: [Request] = []
  public var covers: [Cover] = []

  public init(dayCount: Int) { self.dayCount = dayCount }

  public struct Shift: Sendable, Hashable {
    public var id: String
    public var minutes: Int
    /// Shifts that may not follow on the next day, ascending.
    public var mayNotPrecede: [Int] = []
  }

  public struct Person: Sendable, Hashable {
    public var id: String
    /// By shift: how many of them in the whole horizon.
    public var mostShifts: [Int]
    public var mostMinutes: Int
    public var leastMinutes: Int
    public var longestRun: Int
    /// A run that touches the first or the last day counts as long enough, of work as of days off.
    public var shortestRun: Int
    public var shortestBreak: Int
    public var mostWeekends: Int
    /// Ascending.
    public var daysOff: [Int] = []
  }

  public struct Request: Sendable, Hashable {
    public var person: Int
    public var day: Int
    public var shift: Int
    public var weight: Int
  }

  public struct Cover: Sendable, Hashable {
    public var day: Int
    public var shift: Int
    public var wanted: Int
    public var underCost: Int
    public var overCost: Int
  }
}
