import Districts

extension RouteCase {
  /// At every load the packs loaded so far at the depot are there by then; amount in packs, of the worst moment.
  func checkDepotStock() -> [Violation] {
    var loads: [String: [(at: Int, packs: Int)]] = [:]
    for (_, _, stop) in everyStop where stop.step.type == .load {
      for (g, change) in stop.change.enumerated() where change > 0 {
        loads["\(stop.step.location),\(raw.district.goods[g].id)", default: []]
          .append((stop.step.service.moment.seconds, change))
      }
    }
    return loads.sorted { $0.key < $1.key }.compactMap { key, loads in
      let rows = stock.filter { "\($0.depot),\($0.good)" == key }
      var worst = 0
      for load in loads {
        let taken = loads.filter { $0.at <= load.at }.map(\.packs).saturatedSum
        let there = rows.filter { ($0.ready?.seconds ?? .min) <= load.at }.map(\.packs).saturatedSum
        worst = max(worst, taken -| there)
      }
      guard worst > 0 else { return nil }
      return violation(.depotStock, key, worst, "\(worst) packs more are loaded than are there by then")
    }
  }

  /// Packs for needs that name a depot are loaded there, one each, and kept for them until they are delivered; amount in
  /// packs.
  func checkPharmacies() -> [Violation] {
    steps.indices.flatMap { r -> [Violation] in
      var found: [Violation] = []
      // Needs whose pack is on board.
      var kept: Set<String> = []
      for (i, stop) in steps[r].enumerated() {
        func complain(_ message: String) { found.append(violation(.depotStock, place(r, i), 1, message)) }
        let named = (stop.step.needs ?? []).map(\.text)
        if stop.step.type == .load {
          for id in named {
            let isHere = demandIndex[id].map { demands[$0].pharmacy?.text == stop.step.location.text } ?? false
            if !isHere || !kept.insert(id).inserted { complain("\(id) is not to be loaded here") }
          }
        } else if stop.step.needs != nil {
          complain("only loads are for needs")
        }
        if let job = stop.step.job, let d = demandIndex[job], demands[d].pharmacy != nil, kept.remove(job) == nil {
          complain("the pack for \(job) does not come from \(demands[d].pharmacy?.text ?? "")")
        }
        for g in raw.district.goods.indices {
          func count(_ ids: some Sequence<String>) -> Int {
            ids.count { demandIndex[$0].map { demands[$0].good == g } ?? false }
          }
          let lacking = max(count(kept) -| stop.onBoard[g], count(named) -| max(0, stop.change[g]))
          if lacking > 0 {
            found.append(violation(.depotStock, place(r, i), lacking, "packs are kept for more needs than there are"))
          }
        }
      }
      return found
    }
  }
}
