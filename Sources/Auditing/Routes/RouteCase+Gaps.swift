import Districts

extension RouteCase {
  /// Demands not met in full, then `who` pins that do not hold, then what is not there to be collected; without reasons.
  var expectedGaps: [Gap] {
    var gaps: [Gap] = []
    func add(_ kind: Gap.What.Kind, _ id: String, _ missing: Int) {
      let what = Gap.What(kind: kind, id: id, level: .service)
      gaps.append(Gap(id: "T\(gaps.count + 1)", what: what, missing: missing, reasons: []))
    }
    for d in demands.indices where missing(d) > 0 { add(.packs, demands[d].id, missing(d)) }
    for pin in routePins where pin.level == .who || pin.level == .whoOrder {
      if !holds(pin) { add(.pin, pin.id, 1) }
    }
    for short in aside where short.missing > 0 { add(.packs, short.order.id.text, short.missing) }
    return gaps
  }

  /// Gaps, and of their reasons that each missing pack is counted once, and that no pack is refused by stock beyond
  /// what the good lacks, or by crews where a vehicle has one.
  func checkGaps() -> [Violation] {
    var found = compareOpen(gaps: plan.unassigned, with: expectedGaps, path: "routes.unassigned", mostReasons: 1)
    let someCrew = raw.district.vehicles.contains { hasCrew($0) }
    for gap in plan.unassigned where gap.what.kind == .packs {
      guard let d = demandIndex[gap.what.id] else { continue }
      var faults: [String] = []
      let counted = gap.reasons.map(\.count).saturatedSum
      if counted != gap.missing { faults.append("\(counted) packs have a reason, \(gap.missing) are missing") }
      for reason in gap.reasons {
        if reason.rule == RuleID.depotStock.rawValue, reason.count > most(lackingFor: d, reason.standing) {
          faults.append("the stock lacks \(lacking(demands[d].good)) packs, not \(reason.count)")
        }
        if reason.rule == RuleID.crewOnDuty.rawValue, reason.standing == .proven, someCrew {
          faults.append("some vehicle has a crew")
        }
      }
      if !faults.isEmpty {
        found.append(
          violation(.reasons, "routes.unassigned.\(gap.id)", faults.count, faults.joined(separator: "; ")))
      }
    }
    return found + checkCollectedGaps()
  }

  /// Packs of a demand that stock can keep out: those beyond all stock, or beyond that of the depot it names, which
  /// others may have emptied.
  private func most(lackingFor d: Int, _ standing: Gap.Standing) -> Int {
    let demand = demands[d]
    guard let pharmacy = demand.pharmacy else { return lacking(demand.good) }
    guard standing == .proven else { return demand.packs }
    let asked = demands.filter { $0.good == demand.good && $0.pharmacy == pharmacy }.map(\.packs).saturatedSum
    let stock = stock.filter { $0.depot == pharmacy && raw.goodIndex[$0.good] == demand.good }
    return max(lacking(demand.good), asked -| stock.map(\.packs).saturatedSum)
  }

  /// Packs of a good beyond all stock.
  func lacking(_ good: Int) -> Int {
    let asked = demands.filter { $0.good == good }.map(\.packs).saturatedSum
    let stock = stock.filter { raw.goodIndex[$0.good] == good }.map(\.packs).saturatedSum
    return max(0, asked -| stock)
  }
}
