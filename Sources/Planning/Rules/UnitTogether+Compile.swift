import Districts
import Rostering
import Units

/// Compiles to one group a sending unit and service day with more places than are free.
extension UnitTogether: CountedRule {
  /// A sending unit with its people, in order of first appearance in cadres.csv.
  struct SendingUnit {
    var name: String
    var people: [Int]
    /// Places a day that cost nothing.
    var allowed: Int
  }

  func units(facts: RosterFacts) -> [SendingUnit] {
    var numbers: [String: Int] = [:]
    var units: [SendingUnit] = []
    for (person, fact) in facts.people.enumerated() {
      guard let name = fact.cadre.sendingUnit else { continue }
      if let number = numbers[name] {
        units[number].people.append(person)
      } else {
        numbers[name] = units.count
        units.append(SendingUnit(name: name, people: [person], allowed: 0))
      }
    }
    for number in units.indices {
      let fit = units[number].people.count { facts.people[$0].cadre.health == .fit }
      units[number].allowed = fit.dividedRoundingUp(by: 10)
    }
    return units
  }

  func groups(facts: RosterFacts) -> [RosterProblem.Group] {
    guard weight > 0 else { return [] }
    let days = dutiesByDayAndPlace(facts: facts)
    return units(facts: facts).flatMap { unit in
      days.compactMap { places in
        places.count > unit.allowed
          ? RosterProblem.Group(people: unit.people, places: places, allowed: unit.allowed, cost: weight) : nil
      }
    }
  }

  func amount(_ held: HeldDuties, facts: RosterFacts) -> Int {
    struct DayPlace: Hashable {
      var day: Int
      var place: Int
    }
    return units(facts: facts).reduce(0) { sum, unit in
      let used = Set(
        unit.people.flatMap { held.duties[$0] }.map {
          DayPlace(day: facts.facts[$0].day, place: facts.facts[$0].place)
        })
      var count = [Int](repeating: 0, count: facts.calendar.dayCount)
      for one in used { count[one.day] += 1 }
      return sum + weight * count.reduce(0) { $0 + max(0, $1 - unit.allowed) }
    }
  }

  /// By day, then place in order of first use: duties.
  private func dutiesByDayAndPlace(facts: RosterFacts) -> [[[Int]]] {
    var days = [[[Int]]](repeating: [], count: facts.calendar.dayCount)
    var numbers = [[Int: Int]](repeating: [:], count: facts.calendar.dayCount)
    for (duty, fact) in facts.facts.enumerated() {
      if let number = numbers[fact.day][fact.place] {
        days[fact.day][number].append(duty)
      } else {
        numbers[fact.day][fact.place] = days[fact.day].count
        days[fact.day].append([duty])
      }
    }
    return days
  }
}
