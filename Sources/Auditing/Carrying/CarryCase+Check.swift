import Districts
import Units

extension CarryCase {
  public static let rules: [RuleID] = [.structure, .carrySource, .carryTime, .carryHours, .cartCapacity, .reasons]

  /// What one rule complains about; nothing for rules that only cost (see `objective`).
  public func check(_ rule: RuleID) -> [Violation] {
    switch rule {
    case .structure: checkStructure()
    case .carrySource: checkCarrySource()
    case .carryTime: checkCarryTime()
    case .carryHours: checkCarryHours()
    case .cartCapacity: checkCartCapacity()
    case .reasons: checkGaps()
    default: []
    }
  }

  public var violations: [Violation] { Self.rules.flatMap(check) }

  public var objective: StageObjective {
    StageObjective([
      (.uncarried, [(.uncarried, 9 *| carried.indices.map(missing).saturatedSum)]),
      (.effort, [(.carryTime, carryTime)]),
    ])
  }

  public var floors: [Int] { [0, 0] }

  /// 5 × people × seconds from set-up until back at the gate.
  private var carryTime: Int { plan.teams.indices.map { 5 *| teamSize *| seconds(ofTeam: $0) }.saturatedSum }

  var teamSize: Int { raw.district.carrying.team.map(\.count).saturatedSum }

  /// Set-up included.
  func seconds(ofTeam t: Int) -> Int {
    (plan.teams[t].to.moment.seconds -| plan.teams[t].from.moment.seconds)
      +| raw.district.carrying.setup.seconds.rawValue
  }
}
