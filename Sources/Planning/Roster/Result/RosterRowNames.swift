import Districts
import RosterSolver
import Rostering

extension CompiledRoster {
  /// The engine's multipliers under the names of docs/bounds.md.
  func multipliers(of answer: RosterAnswer) -> [LevelMultipliers] {
    let names = RosterRowNames(roster: self)
    return answer.bounds.enumerated().compactMap { level, bound in
      guard bound.value != nil, bound.evidence == .multipliers else { return nil }
      var named: [String: Int] = [:]
      for multiplier in bound.multipliers where multiplier.value != 0 {
        named[names.name(of: multiplier.row), default: 0] += multiplier.value
      }
      return LevelMultipliers(level: level + 1, scale: RosterMultiplier.scale, multipliers: named)
    }
  }
}

/// Rows of the relaxation by name: the engine's numbers read back into ids.
struct RosterRowNames {
  private let facts: RosterFacts
  private let problem: RosterProblem
  /// By person: the number of the sending unit, from 1.
  private let unitNumbers: [Int: Int]

  init(roster: CompiledRoster) {
    facts = roster.facts
    problem = roster.problem
    var numbers: [Int: Int] = [:]
    for (number, unit) in roster.facts.rules.unitTogether.units(facts: roster.facts).enumerated() {
      for person in unit.people { numbers[person] = number + 1 }
    }
    unitNumbers = numbers
  }

  func name(of row: RosterRow) -> String {
    switch row {
    case .minimumCover(let duty, let seat): "minimumCover[\(dutyID(duty)),\(facts.duties[duty].seats[seat].name)]"
    case .targetCover(let duty, let seat): "targetCover[\(dutyID(duty)),\(facts.duties[duty].seats[seat].name)]"
    case .maximumCover(let duty, let seat): "maximumCover[\(dutyID(duty)),\(facts.duties[duty].seats[seat].name)]"
    case .oneLead(let duty): "oneLead[\(dutyID(duty))]"
    case .buddiesPlus(let pair, let duty): "buddies+[\(pairIDs(pair)),\(dutyID(duty))]"
    case .buddiesMinus(let pair, let duty): "buddies-[\(pairIDs(pair)),\(dutyID(duty))]"
    case .unitSite(let group, let place, let person):
      "unitSite[\(date(group))\(placeID(group, place)),\(cadre(person))]"
    case .unitSpread(let group):
      "unitSpread[\(date(group))\(problem.groups[group].people.first.flatMap { unitNumbers[$0] } ?? 0)]"
    case .level(let number): "level[\(number)]"
    }
  }

  private func cadre(_ person: Int) -> CadreID { facts.people[person].cadre.id }
  private func dutyID(_ duty: Int) -> DutyID { facts.duties[duty].id }
  /// The first of a compiled pair has the smaller id, as the row's name asks.
  private func pairIDs(_ pair: Int) -> String {
    "\(cadre(problem.pairs[pair].first)),\(cadre(problem.pairs[pair].second))"
  }
  /// The service day of a group and a comma; nothing where the horizon is one day.
  private func date(_ group: Int) -> String {
    guard facts.calendar.dayCount > 1, let duty = problem.groups[group].places.first?.first else { return "" }
    return "\(facts.calendar.planDate.advanced(by: facts.facts[duty].day)),"
  }
  private func placeID(_ group: Int, _ place: Int) -> String {
    problem.groups[group].places[place].first.map { facts.duties[$0].place.text } ?? ""
  }
}
