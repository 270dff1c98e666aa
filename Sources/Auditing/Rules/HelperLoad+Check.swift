import Districts

extension DistributionCase {
  /// Kind cadre, volunteer, community or property, fit, with a known home, and with presence.
  func mayHelp(_ p: Int) -> Bool {
    let cadre = raw.district.cadres[p]
    return [.cadre, .volunteer, .community, .property].contains(cadre.kind) && cadre.health == .fit
      && raw.home(of: cadre).coordinate != nil && raw.people[p].availableMinutes > 0
  }

  /// A helper may help and has between least and most needs; a need has at most one helper.
  func checkHelperLoad() -> [Violation] {
    var found: [Violation] = []
    let limits = raw.district.helpers
    for helper in plan.helpers {
      let id = helper.cadre.text
      guard let p = raw.cadreIndex[id] else { continue }
      if !mayHelp(p) { found.append(violation(.helperLoad, id, "\(id) may not help")) }
      let count = helper.needs.count
      if count < limits.least {
        found.append(
          violation(.helperLoad, id, limits.least -| count, "\(id) has \(count) needs, at least \(limits.least)"))
      }
      if count > limits.most {
        found.append(
          violation(.helperLoad, id, count -| limits.most, "\(id) has \(count) needs, at most \(limits.most)"))
      }
    }
    for (n, people) in helpers.enumerated() where people.count > 1 {
      let id = raw.district.needs[n].id.text
      found.append(violation(.helperLoad, id, people.count - 1, "\(people.count) helpers look after \(id)"))
    }
    return found
  }
}
