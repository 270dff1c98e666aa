import Districts
import Units

/// What teams with carts do at each building, and who waits at its doors; empty where nothing is carried.
struct CarryVisits: Sendable {
  /// One `entrance` or `doors` step.
  struct Visit: Sendable {
    /// Of `CarryPlan.teams`, and among that team's steps.
    var team: Int
    var index: Int
    var step: CarryStep
    /// Doors of the building that others reach before.
    var doorsBefore = 0
  }

  /// A household of needs.csv that is brought its goods.
  struct Household: Sendable {
    /// Nil: all rows of the building without one.
    var door: String?
    var isIsolated: Bool
  }

  /// By building, in the order of time.
  private(set) var visits: [BuildingID: [Visit]] = [:]
  /// In the order of needs.csv.
  private(set) var households: [BuildingID: [Household]] = [:]
  /// Buildings of which every household is brought its goods.
  private(set) var wholeBuildings: Set<BuildingID> = []

  init(district: District, plan: Plan) {
    guard let carrying = plan.carrying else { return }
    for (team, tour) in carrying.teams.enumerated() {
      for (index, step) in tour.steps.enumerated() where step.type != .load {
        visits[BuildingID(step.location.text), default: []].append(Visit(team: team, index: index, step: step))
      }
    }
    visits = visits.mapValues(Self.inOrder)
    wholeBuildings = Set((plan.distribution?.batches ?? []).filter { $0.mode == .door }.map(\.building))
    for need in district.needs where !Self.atDoor.isDisjoint(with: need.kinds) { add(need) }
  }

  private static let atDoor: Set<NeedKind> = [.alone, .isolated]

  private static func inOrder(_ visits: [Visit]) -> [Visit] {
    var doors = 0
    return visits.sorted {
      ($0.step.service.moment, $0.team, $0.index) < ($1.step.service.moment, $1.team, $1.index)
    }.map { visit in
      var visit = visit
      visit.doorsBefore = doors
      doors += visit.step.doors
      return visit
    }
  }

  private mutating func add(_ need: Need) {
    let isIsolated = need.kinds.contains(.isolated)
    var own = households[need.building] ?? []
    if let known = own.firstIndex(where: { $0.door == need.door }) {
      own[known].isIsolated = own[known].isIsolated || isIsolated
    } else {
      own.append(Household(door: need.door, isIsolated: isIsolated))
    }
    households[need.building] = own
  }

  /// What a building gets of one kind of step.
  func of(_ building: BuildingID, _ type: CarryStep.StepType) -> [Visit] {
    (visits[building] ?? []).filter { $0.step.type == type }
  }
}
