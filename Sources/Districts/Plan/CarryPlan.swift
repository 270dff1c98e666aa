import Units

/// What teams carry inside their compounds (docs/format.md §16).
public struct CarryPlan: Codable, Sendable, Hashable {
  /// By compound in the order of compounds.csv, then number.
  public var teams: [CarryTeam]
  /// By building in the order of buildings.csv.
  public var gaps: [Gap]
  public init(teams: [CarryTeam] = [], gaps: [Gap] = []) {
    self.teams = teams
    self.gaps = gaps
  }
}

/// One team's tour with its cart, from the gate to the gate.
public struct CarryTeam: Codable, Sendable, Hashable {
  public var compound: CompoundID
  /// From 1.
  public var team: Int
  /// When it leaves the gate and is back there: whole minutes.
  public var from: LocalMoment
  public var to: LocalMoment
  public var steps: [CarryStep]
  public init(compound: CompoundID, team: Int, from: LocalMoment, to: LocalMoment, steps: [CarryStep]) {
    self.compound = compound
    self.team = team
    self.from = from
    self.to = to
    self.steps = steps
  }
}

public struct CarryStep: Codable, Sendable, Hashable {
  public var type: StepType
  /// Where packs lie (a compound, point or building), else the building.
  public var location: PlaceID
  /// By good, those loaded or given; zeros left out.
  public var packs: [String: Int]
  /// Visited; 0 but for `doors`.
  public var doors: Int
  public var arrival: LocalMoment
  public var service: LocalMoment
  public var departure: LocalMoment
  public enum StepType: String, Codable, Sendable { case load, entrance, doors }
  public init(
    type: StepType, location: PlaceID, packs: [String: Int], doors: Int = 0, arrival: LocalMoment,
    service: LocalMoment, departure: LocalMoment
  ) {
    self.type = type
    self.location = location
    self.packs = packs
    self.doors = doors
    self.arrival = arrival
    self.service = service
    self.departure = departure
  }
}
