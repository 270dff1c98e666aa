import Districts

extension DistributionCase {
  /// What is open, in the order of buildings, needs and pins; without reasons.
  var expectedGaps: [Gap] {
    var gaps: [Gap] = []
    func add(_ kind: Gap.What.Kind, _ id: String, _ missing: Int) {
      let what = Gap.What(kind: kind, id: id, level: .service)
      gaps.append(Gap(id: "D\(gaps.count + 1)", what: what, missing: missing, reasons: []))
    }
    for (b, building) in raw.district.buildings.enumerated() where missing(b) > 0 {
      add(.building, building.id.text, missing(b))
    }
    for (n, need) in raw.district.needs.enumerated() where helpers[n].isEmpty { add(.need, need.id.text, 1) }
    for pin in batchPins where pin.level == .who || pin.level == .whoOrder {
      if !holds(pin) { add(.pin, pin.id, 1) }
    }
    return gaps
  }

  func checkGaps() -> [Violation] {
    compareOpen(gaps: plan.gaps, with: expectedGaps, path: "distribution.gaps", mostReasons: raw.people.count)
  }
}

/// Compares gaps but for their reasons, of which it asks only that they name rules and count something possible.
func compareOpen(gaps: [Gap], with expected: [Gap], path: String, mostReasons: Int) -> [Violation] {
  let bare = gaps.map { Gap(id: $0.id, what: $0.what, missing: $0.missing, reasons: []) }
  var found = compare(gaps: bare, with: expected, path: path)
  for gap in gaps {
    let most = max(gap.missing, mostReasons)
    let named = gap.reasons.allSatisfy { RuleID(rawValue: $0.rule) != nil || $0.rule == "busy" }
    let distinct = Set(gap.reasons.map { "\($0.rule) \($0.standing.rawValue)" }).count == gap.reasons.count
    if !named || !distinct || !gap.reasons.allSatisfy({ $0.count > 0 && $0.count <= most }) {
      found.append(
        Violation(
          rule: .reasons, place: "\(path).\(gap.id)", amount: 1,
          message: "reasons name each rule once and count between 1 and \(most)"))
    }
  }
  return found
}
