import Districts

extension RosterCase {
  /// Every shortfall with its reasons, in the order of duties and seats (minimum, target, then lead), then pins.
  public var expectedGaps: [Gap] {
    var gaps: [Gap] = []
    func add(_ what: Gap.What, _ missing: Int, _ reasons: [Gap.Reason]) {
      gaps.append(Gap(id: "R\(gaps.count + 1)", what: what, missing: missing, reasons: reasons))
    }
    for d in duties.indices {
      for (s, seat) in duties[d].seats.enumerated() {
        let (minimum, target) = (missingMinimum(d, s), missingTarget(d, s))
        guard minimum > 0 || target > 0 else { continue }
        let reasons = reasons(d, for: .seat(s))
        if minimum > 0 {
          add(.init(kind: .duty, id: duties[d].id, seat: seat.name, level: .minimum), minimum, reasons)
        }
        if target > 0 {
          add(.init(kind: .duty, id: duties[d].id, seat: seat.name, level: .target), target, reasons)
        }
      }
      if lacksLead(d) { add(.init(kind: .duty, id: duties[d].id, level: .lead), 1, reasons(d, for: .lead)) }
    }
    for (pin, rule) in refusedPins where !holds(pin) {
      add(
        .init(kind: .pin, id: pin.id, level: .service), 1,
        [Gap.Reason(rule: rule.rawValue, count: 1, standing: .proven)])
    }
    return gaps
  }

  func checkGaps() -> [Violation] { compare(gaps: plan?.gaps ?? [], with: expectedGaps, path: "roster.gaps") }
}

/// Gaps that are missing, too many, misnumbered or wrong, and reasons that are not those counted again.
func compare(gaps: [Gap], with expected: [Gap], path: String) -> [Violation] {
  var found: [Violation] = []
  if gaps.count != expected.count {
    found.append(
      Violation(
        rule: .structure, place: path, amount: abs(gaps.count - expected.count),
        message: "\(gaps.count) gaps where the plan leaves \(expected.count) open"))
  }
  for (gap, due) in zip(gaps, expected) {
    if gap.id != due.id || gap.what != due.what || gap.missing != due.missing {
      let amount = gap.what == due.what ? max(1, magnitude(gap.missing -| due.missing)) : 1
      found.append(
        Violation(
          rule: .structure, place: "\(path).\(gap.id)", amount: amount,
          message: "the gap should be \(due.id), \(due.what.id) \(due.what.seat ?? "") \(due.what.level.rawValue), "
            + "missing \(due.missing)"))
    } else if ordered(gap.reasons) != ordered(due.reasons) {
      let counts = due.reasons.map { "\($0.rule) \($0.count) \($0.standing.rawValue)" }.joined(separator: ", ")
      found.append(
        Violation(
          rule: .reasons, place: "\(path).\(gap.id)", amount: 1, message: "the reasons counted again are: \(counts)"))
    }
  }
  return found
}

private func ordered(_ reasons: [Gap.Reason]) -> [Gap.Reason] {
  reasons.sorted { ($0.rule, $0.count, $0.standing.rawValue) < ($1.rule, $1.count, $1.standing.rawValue) }
}

/// |value|, also of the least `Int`.
func magnitude(_ value: Int) -> Int { value == .min ? .max : abs(value) }
