import Districts

extension DistributionCase {
  /// Every staircase of a building is in exactly one batch, or none is; households and packs are those of the staircases.
  func checkServedOnce() -> [Violation] {
    raw.district.buildings.indices.flatMap { b -> [Violation] in
      let building = raw.district.buildings[b]
      let id = building.id.text
      guard !batches[b].isEmpty else { return [] }
      var found: [Violation] = []
      if building.households == 0 {
        found.append(violation(.servedOnce, id, batches[b].count, "\(id) has no households and needs no batch"))
      }
      let households = raw.households(of: building)
      var times = [Int](repeating: 0, count: households.count)
      let packs = orders[b].map { raw.shared($0.packs, over: households) }
      for batch in batches[b] {
        let valid = batch.staircases.filter { $0 >= 1 && $0 <= times.count }
        if valid.count < batch.staircases.count || zip(valid, valid.dropFirst()).contains(where: { $0 >= $1 }) {
          found.append(violation(.servedOnce, id, "staircases \(batch.staircases) are not ascending from 1"))
        }
        for s in valid { times[s - 1] += 1 }
        let count = valid.map { households[$0 - 1] }.saturatedSum
        if batch.households != count {
          found.append(
            violation(
              .servedOnce, id, magnitude(batch.households -| count),
              "staircases \(valid) of \(id) have \(count) households, not \(batch.households)"))
        }
        let due = packs.map { shares in valid.map { shares[$0 - 1] }.saturatedSum }.saturatedSum
        if batch.packs != due {
          found.append(
            violation(
              .servedOnce, id, magnitude(batch.packs -| due),
              "staircases \(valid) of \(id) get \(due) packs, not \(batch.packs)"))
        }
      }
      let wrong = times.count { $0 != 1 }
      if wrong > 0 {
        found.append(violation(.servedOnce, id, wrong, "\(wrong) staircases of \(id) are not in exactly one batch"))
      }
      return found
    }
  }
}

extension DistributionCase {
  func violation(_ rule: RuleID, _ place: String, _ message: String) -> Violation { violation(rule, place, 1, message) }
}
