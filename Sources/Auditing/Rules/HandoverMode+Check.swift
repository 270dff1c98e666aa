import Districts

extension DistributionCase {
  /// Mode and place of every batch: the building's mode; without a point one batch and no time; a point the building
  /// may use.
  func checkHandoverMode() -> [Violation] {
    raw.district.buildings.indices.flatMap { b -> [Violation] in
      let building = raw.district.buildings[b]
      let (id, mode) = (building.id.text, raw.mode(of: building))
      var found: [Violation] = []
      let usable = Set(usablePoints(building).map { raw.district.points[$0].id })
      if mode != .point, batches[b].isEmpty, building.households > 0 {
        found.append(violation(.handoverMode, id, "\(id) is handed its goods by \(mode.rawValue): one batch is due"))
      }
      for batch in batches[b] {
        if batch.mode != mode {
          found.append(
            violation(.handoverMode, id, "the mode of \(id) is \(mode.rawValue), not \(batch.mode.rawValue)"))
        }
        switch mode {
        case .point:
          guard let point = batch.point else {
            found.append(violation(.handoverMode, id, "a batch of \(id) has no point"))
            continue
          }
          if !usable.contains(point) {
            found.append(violation(.handoverMode, id, "\(id) may not use the point \(point)"))
          }
        case .property, .door:
          if batch.point != nil || batch.from != nil || batch.to != nil {
            found.append(violation(.handoverMode, id, "\(mode.rawValue) batches have no point and no time"))
          }
        }
      }
      return found
    }
  }
}
