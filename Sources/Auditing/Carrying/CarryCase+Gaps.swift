import Districts

extension CarryCase {
  /// Buildings with packs not carried or doors not reached, in the order of buildings.csv; without reasons.
  var expectedGaps: [Gap] {
    var gaps: [Gap] = []
    for (b, building) in raw.district.buildings.enumerated() where missing(b) > 0 {
      let what = Gap.What(kind: .packs, id: building.id.text, level: .service)
      gaps.append(Gap(id: "C\(gaps.count + 1)", what: what, missing: missing(b), reasons: []))
    }
    return gaps
  }

  /// Gaps, and that all of each has the one reason that there is.
  func checkGaps() -> [Violation] {
    var found = compareOpen(gaps: plan.gaps, with: expectedGaps, path: "carrying.gaps", mostReasons: 1)
    for gap in plan.gaps {
      let due = [Gap.Reason(rule: RuleID.carryHours.rawValue, count: gap.missing, standing: .observed)]
      guard gap.reasons != due else { continue }
      found.append(
        violation(
          .reasons, "carrying.gaps.\(gap.id)", "the reason is that \(gap.missing) are not carried in carryHours"))
    }
    return found
  }
}
