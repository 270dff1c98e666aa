import Districts

extension DistributionCase {
  /// Known ids, each once, in the order of the tables.
  func checkStructure() -> [Violation] {
    var found: [Violation] = []
    func ordered(_ indices: [Int?], _ ids: [String], _ path: String) {
      for (index, id) in zip(indices, ids) where index == nil {
        found.append(violation(.structure, path, "\(id) is unknown"))
      }
      let known = indices.compactMap { $0 }
      if zip(known, known.dropFirst()).contains(where: { $0 >= $1 }) {
        found.append(violation(.structure, path, "entries stand once each, in the order of the district's table"))
      }
    }
    ordered(
      plan.points.map { raw.pointIndex[$0.point] }, plan.points.map(\.point.text), "distribution.points")
    ordered(
      plan.helpers.map { raw.cadreIndex[$0.cadre.text] }, plan.helpers.map(\.cadre.text), "distribution.helpers")
    let needs = Dictionary(
      zip(raw.district.needs.map(\.id), raw.district.needs.indices), uniquingKeysWith: { first, _ in first })
    for helper in plan.helpers {
      ordered(helper.needs.map { needs[$0] }, helper.needs.map(\.text), "distribution.helpers.\(helper.cadre)")
    }
    let keys = plan.batches.map { batch in
      (raw.buildingIndex[batch.building] ?? -1, batch.from?.moment.seconds ?? 0, batch.staircases.first ?? 0)
    }
    for batch in plan.batches where raw.buildingIndex[batch.building] == nil {
      found.append(violation(.structure, "distribution.batches", "the building \(batch.building) is unknown"))
    }
    if zip(keys, keys.dropFirst()).contains(where: { $0 > $1 }) {
      found.append(violation(.structure, "distribution.batches", "batches stand by building, then by time"))
    }
    return found
  }
}
