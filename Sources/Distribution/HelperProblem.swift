import Districts
import Units

/// Who looks after which household with needs: each helper has none, or between `least` and `most`.
struct HelperProblem: Sendable {
  /// Numbers in the district.
  var people: [Int] = []
  var needs: [Int] = []
  /// By need: what it costs at level 1 to leave it.
  var weights: [Int] = []
  /// By need: the person (of `people`) who had it, or −1; nil in the table is −1 as well.
  var usual: [Int] = []
  /// By need: it names a helper, who may not be among `people`.
  var named: [Bool] = []
  /// By person, then need: walking seconds there and back.
  var walk: [Int] = []
  var least: Int
  var most: Int

  static let changeCost = 600

  init(_ choices: PointChoices) {
    let district = choices.district
    least = district.helpers.least
    most = district.helpers.most
    var buildings: [BuildingID: Int] = [:]
    for (index, building) in district.buildings.enumerated() { buildings[building.id] = index }
    for (index, need) in district.needs.enumerated() where buildings[need.building] != nil { needs.append(index) }
    guard !needs.isEmpty else { return }
    let presence = Presence(district, zone: choices.zone)
    var homes: [FootTravel.End] = []
    var homeOf: [CompoundID: Compound] = [:]
    for compound in district.compounds { homeOf[compound.id] = compound }
    for (index, cadre) in district.cadres.enumerated() where HelperProblem.kinds.contains(cadre.kind) {
      let compound = cadre.homeCompound.flatMap { homeOf[$0] }
      guard cadre.health == .fit, let home = cadre.coordinate ?? compound?.coordinate, presence.hasAny(cadre.id) else {
        continue
      }
      people.append(index)
      homes.append(.init(ids: [PlaceID(cadre.id)] + (compound.map { [PlaceID($0.id)] } ?? []), coordinate: home))
    }
    var number: [CadreID: Int] = [:]
    for (person, index) in people.enumerated() { number[district.cadres[index].id] = person }
    for index in needs {
      let need = district.needs[index]
      weights.append(HelperProblem.weight(priority: need.priority))
      usual.append(need.helper.flatMap { number[$0] } ?? -1)
      named.append(need.helper != nil)
    }
    for home in homes {
      var known: [Int: Int] = [:]
      for index in needs {
        let building = buildings[district.needs[index].building] ?? 0
        let seconds = known[building] ?? choices.homeSeconds(home, building)
        known[building] = seconds
        walk.append(seconds)
      }
    }
  }

  private static let kinds: [CadreKind] = [.cadre, .volunteer, .community, .property]

  /// 81, 27, 9, 3, 1 for priorities 1 to 5.
  static func weight(priority: Int) -> Int { [81, 27, 9, 3, 1][min(5, max(1, priority)) - 1] }

  func cost(_ person: Int, _ need: Int) -> Int {
    walk[person * needs.count + need] + (changes(person, need) ? HelperProblem.changeCost : 0)
  }
  func changes(_ person: Int, _ need: Int) -> Bool { named[need] && usual[need] != person }

  /// How many needs can have a helper at most: the largest number that some count of helpers shares out within limits.
  var mostServed: Int {
    guard most >= least, most > 0 else { return 0 }
    var best = 0
    for helpers in 0...people.count {
      let fewest = helpers * max(0, least)
      if fewest > needs.count { break }
      best = max(best, min(needs.count, helpers * most))
    }
    return best
  }

  /// The least of level 1: the lightest needs are left. Any helper may have any need, so nothing else matters.
  var leastUnserved: Int {
    weights.sorted().prefix(needs.count - mostServed).reduce(0, +)
  }
}

struct HelperPlan: Sendable {
  /// By need: the person, or −1.
  var helper: [Int]
}

extension HelperProblem {
  func unserved(_ plan: HelperPlan) -> Int {
    plan.helper.indices.reduce(0) { $0 + (plan.helper[$1] < 0 ? weights[$1] : 0) }
  }
  func walking(_ plan: HelperPlan) -> Int {
    plan.helper.indices.reduce(0) { sum, need in
      plan.helper[need] < 0 ? sum : sum + walk[plan.helper[need] * needs.count + need]
    }
  }
  func changing(_ plan: HelperPlan) -> Int {
    plan.helper.indices.reduce(0) { sum, need in
      plan.helper[need] >= 0 && changes(plan.helper[need], need) ? sum + HelperProblem.changeCost : sum
    }
  }
  func effort(_ plan: HelperPlan) -> Int { walking(plan) + changing(plan) }
}
