import Districts

/// A stage's objective, level by level and rule by rule.
public struct StageObjective: Sendable, Hashable {
  public struct Level: Sendable, Hashable {
    public var name: CertifiedLevel.LevelName
    public var amount: Int
    public init(name: CertifiedLevel.LevelName, amount: Int) {
      self.name = name
      self.amount = amount
    }
  }
  public var levels: [Level]
  /// By rule; zeros too.
  public var breakdown: [String: Int]

  /// Each level with the rules that add up to it, and a last level of pins; where nothing is preferred, the breakdown
  /// alone names it.
  init(_ levels: [(name: CertifiedLevel.LevelName, parts: [(RuleID, Int)])], preference: Int?) {
    self.init(levels + [(.preference, [(.pins, preference ?? 0)])])
    if preference == nil { self.levels.removeLast() }
  }

  /// Each level with the rules that add up to it.
  init(_ levels: [(name: CertifiedLevel.LevelName, parts: [(RuleID, Int)])]) {
    self.levels = levels.map { Level(name: $0.name, amount: $0.parts.map(\.1).saturatedSum) }
    breakdown = Dictionary(
      levels.flatMap { $0.parts.map { ($0.0.rawValue, $0.1) } }, uniquingKeysWith: { $0 +| $1 })
  }
}

extension RosterCase {
  public static let hardRules: [RuleID] = [
    .availability, .health, .qualification, .noOverlap, .minimumRest, .dailyMaximum, .weeklyMaximum, .consecutiveDays,
    .noNight, .rotation, .exposureMix, .maximumCover, .oneLead, .pins,
  ]

  /// What one rule complains about; nothing for rules that only cost (see `objective`).
  public func check(_ rule: RuleID) -> [Violation] {
    switch rule {
    case .availability: checkAvailability()
    case .health: checkHealth()
    case .qualification: checkQualification()
    case .noOverlap: checkNoOverlap()
    case .minimumRest: checkMinimumRest()
    case .dailyMaximum: checkDailyMaximum()
    case .weeklyMaximum: checkWeeklyMaximum()
    case .consecutiveDays: checkConsecutiveDays()
    case .noNight: checkNoNight()
    case .rotation: checkRotation()
    case .exposureMix: checkExposureMix()
    case .maximumCover: checkMaximumCover()
    case .oneLead: checkOneLead()
    case .pins: checkRosterPins()
    case .structure: checkStructure()
    case .reasons: checkGaps()
    default: []
    }
  }

  /// Everything, in a fixed order.
  public var violations: [Violation] {
    guard plan != nil else { return [] }
    return ([.structure] + Self.hardRules + [.reasons]).flatMap(check)
  }

  /// Levels 1 to 3 and their breakdown.
  public var objective: StageObjective {
    StageObjective([
      (.minimum, [(.minimumCover, minimumCoverAmount)]),
      (.target, [(.targetCover, targetCoverAmount), (.oneLead, oneLeadAmount)]),
      (
        .preference,
        [
          (.fairHours, fairHoursAmount), (.fairNights, fairNightsAmount), (.nearHome, nearHomeAmount),
          (.wishes, wishesAmount), (.buddies, buddiesAmount), (.unitTogether, unitTogetherAmount),
          (.restDay, restDayAmount), (.stability, stabilityAmount), (.pins, rosterPinsAmount),
        ]
      ),
    ])
  }

  /// The duties that the raw input asks for, with nobody on them: what a test puts people into.
  public var emptyRoster: RosterPlan {
    RosterPlan(
      duties: duties.map { duty in
        let seats = duty.seats.map {
          PlannedSeat(seat: $0.name, minimum: $0.minimum, target: $0.target, maximum: $0.maximum)
        }
        return PlannedDuty(
          id: DutyID(duty.id), site: duty.site, post: duty.post, from: raw.time.local(duty.span.start),
          to: raw.time.local(duty.span.end), exposure: duty.exposure,
          seats: seats)
      })
  }
}
