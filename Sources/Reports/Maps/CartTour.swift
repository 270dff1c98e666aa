import Districts
import Units

/// A team's way with its cart from the gate to the gate, move by move; steps in one place are one move.
struct CartTour {
  /// From one known place to another.
  struct Move {
    var from: Coordinate
    var to: Coordinate
    /// `3`, or `2.3` where the compound has several teams.
    var number: String
  }

  let team: CarryTeam
  /// In `CarryPlan.teams`.
  let index: Int
  private(set) var moves: [Move] = []
  /// Of each step, the move that leads there; nil where the place is not known or the team stays in its place.
  private(set) var numbers: [String?] = []

  init(team: CarryTeam, index: Int, isOneOfSeveral: Bool, _ facts: MapFacts) {
    (self.team, self.index) = (team, index)
    let gate = facts.coordinates[PlaceID(team.compound)]
    var place = gate
    func move(to next: Coordinate?) -> String? {
      guard let next else { return nil }
      defer { place = next }
      guard let place, place != next else { return moves.last?.number }
      let number = (isOneOfSeveral ? "\(team.team)." : "") + String(moves.count + 1)
      moves.append(Move(from: place, to: next, number: number))
      return number
    }
    for step in team.steps { numbers.append(move(to: facts.coordinates[step.location])) }
    _ = move(to: gate)
  }

  /// Arrows, those that lie on each other as one with all their numbers.
  func legs(_ drawing: MapDrawing) -> [(leg: MapLeg, text: String)] {
    var legs: [(leg: MapLeg, text: String)] = []
    var known: [MapLeg: Int] = [:]
    for move in moves {
      let leg = MapLeg(from: drawing.spot(move.from), to: drawing.spot(move.to))
      if leg.from == leg.to { continue }
      if let index = known[leg] {
        legs[index].text += ", " + move.number
      } else {
        known[leg] = legs.count
        legs.append((leg, move.number))
      }
    }
    return legs
  }
}
