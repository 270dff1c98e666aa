import Districts
import Units

/// What a plan's teams carry beside what the raw input asks for, ready to be judged (docs/format.md §16).
public struct CarryCase: Sendable {
  let raw: RawInput
  let plan: CarryPlan
  /// By row of buildings.csv.
  let carried: [CarriedBuilding]
  /// By row of buildings.csv; nil where a building that comes to points is in no batch.
  let sources: [Source?]
  /// By team.
  let stops: [[Stop]]
  /// By row of buildings.csv: what all teams bring.
  let given: [CarriedBuilding]

  /// Where a building's packs lie, and since when.
  struct Source: Sendable {
    var place: PlaceID
    /// In seconds; far in the past where routes see to it.
    var from: Int
  }

  /// A step, with what it takes.
  struct Stop: Sendable {
    var step: CarryStep
    /// By good, in the order of goods.csv.
    var packs: [Int]
    /// Row of buildings.csv, where the place is one.
    var building: Int?
    /// At least 0.
    var doors: Int { max(0, step.doors) }
  }

  public init(_ audit: Audit, carrying: CarryPlan, distribution: DistributionPlan, supply: SupplyPlan? = nil) {
    let raw = audit.raw
    self.raw = raw
    plan = carrying
    carried = raw.carried(raw.orders(supply))
    let batches = DistributionCase(audit, distribution: distribution, supply: supply).batches
    sources = raw.district.buildings.indices.map { Self.source($0, batches[$0], raw) }
    stops = carrying.teams.map { team in
      team.steps.map { step in
        let packs = raw.district.goods.map { max(0, step.packs[$0.id.text] ?? 0) }
        return Stop(step: step, packs: packs, building: raw.buildingIndex[BuildingID(step.location.text)])
      }
    }
    let none = [Int](repeating: 0, count: raw.district.goods.count)
    var given = raw.district.buildings.map { _ in CarriedBuilding(toEntrance: none, toDoors: none, doors: 0) }
    for stop in stops.joined() {
      guard let b = stop.building, stop.step.type != .load else { continue }
      if stop.step.type == .entrance {
        given[b].toEntrance = zip(given[b].toEntrance, stop.packs).map(+|)
      } else {
        given[b].toDoors = zip(given[b].toDoors, stop.packs).map(+|)
        given[b].doors +|= stop.doors
      }
    }
    self.given = given
  }

  /// The gate, the building, or the point of its batches from the last of their slots on.
  private static func source(_ b: Int, _ batches: [Batch], _ raw: RawInput) -> Source? {
    let building = raw.district.buildings[b]
    switch raw.modes[b] {
    case .property: return Source(place: PlaceID(building.compound), from: .min)
    case .door: return Source(place: PlaceID(building.id), from: .min)
    case .point:
      guard let point = batches.compactMap(\.point).first, let last = batches.compactMap({ $0.from?.moment }).max()
      else { return nil }
      return Source(place: PlaceID(point), from: last.seconds)
    }
  }

  /// Packs of the building not carried and its doors not reached.
  func missing(_ b: Int) -> Int {
    func short(_ due: [Int], _ given: [Int]) -> Int { zip(due, given).map { max(0, $0 -| $1) }.saturatedSum }
    return short(carried[b].toEntrance, given[b].toEntrance) +| short(carried[b].toDoors, given[b].toDoors)
      +| max(0, carried[b].doors -| given[b].doors)
  }

  /// Doors reached in buildings whose other households come to points.
  var doorsReachedBesidePoints: Int {
    raw.district.buildings.indices.filter { raw.modes[$0] == .point }.map { min(carried[$0].doors, given[$0].doors) }
      .saturatedSum
  }

  func violation(_ rule: RuleID, _ place: String, _ amount: Int, _ message: String) -> Violation {
    Violation(rule: rule, place: place, amount: amount, message: message)
  }

  func violation(_ rule: RuleID, _ place: String, _ message: String) -> Violation { violation(rule, place, 1, message) }

  /// `K1/team2`.
  func name(_ team: Int) -> String { "\(plan.teams[team].compound)/team\(plan.teams[team].team)" }
  /// `K1/team2#3`: a step of a team, from 0.
  func place(_ team: Int, _ step: Int) -> String { "\(name(team))#\(step)" }

  /// Every step with its team and place in it.
  var everyStop: [(team: Int, index: Int, stop: Stop)] {
    stops.indices.flatMap { t in stops[t].indices.map { (t, $0, stops[t][$0]) } }
  }
}
