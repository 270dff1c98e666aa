import Districts

extension RosterCase {
  /// Sending units in the order of their first appearance in cadres.csv, each with its people.
  var sendingUnits: [(name: String, people: [Int])] {
    var order: [(name: String, people: [Int])] = []
    var place: [String: Int] = [:]
    for (p, cadre) in raw.district.cadres.enumerated() {
      guard let unit = cadre.sendingUnit else { continue }
      if let known = place[unit] {
        order[known].people.append(p)
      } else {
        place[unit] = order.count
        order.append((unit, [p]))
      }
    }
    return order
  }

  /// ⌈fit people ÷ 10⌉.
  func allowedPlaces(_ people: [Int]) -> Int {
    people.count { raw.district.cadres[$0].health == .fit }.sharedUp(by: 10)
  }

  /// Per sending unit and service day: distinct places beyond what its fit people allow.
  var unitTogetherAmount: Int {
    raw.district.rules.unitTogether.weight *| scatteredUnits.map { $0.places - $0.allowed }.saturatedSum
  }

  /// Units and service days with more places than allowed.
  var scatteredUnits: [(unit: String, day: Int, places: Int, allowed: Int)] {
    sendingUnits.flatMap { unit in
      var places: [Int: Set<String>] = [:]
      for p in unit.people { for d in held[p] { places[duties[d].day, default: []].insert(duties[d].site.text) } }
      let allowed = allowedPlaces(unit.people)
      return (0..<raw.time.days).compactMap { day in
        let count = places[day]?.count ?? 0
        return count > allowed ? (unit.name, day, count, allowed) : nil
      }
    }
  }
}
