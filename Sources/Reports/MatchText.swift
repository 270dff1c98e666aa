import Auditing
import Districts
import Units

extension ReportContext {
  /// What adds to a rule's amount, the largest first, and that it adds up.
  ///
  /// - Parameter most: so many are listed.
  public func ruleLines(_ matches: [RuleMatch], rule: String, most: Int) -> [String] {
    let own = matches.filter { $0.rule == rule }.sorted { ($0.amount, $1.id) > ($1.amount, $0.id) }
    var lines = [say("match.title", ["rule": ruleName(rule), "count": grouped(own.count)])]
    lines += own.prefix(most).map { "  " + matchLine($0) }
    if own.count > most { lines.append("  " + say("difference.more", ["count": grouped(own.count - most)])) }
    for (stage, certificate) in plan.certificates.staged {
      let sum = own.filter { $0.stage == stage }.reduce(0) { $0 + $1.amount }
      guard let amount = certificate.breakdown[rule], amount != 0 || sum != 0 else { continue }
      lines.append(
        say(
          "match.sum", ["stage": say("stage.\(stage)"), "sum": grouped(sum), "amount": grouped(amount)]))
    }
    return lines
  }

  /// A person's duties, and what rules say of them, the largest amount first.
  public func personLines(_ matches: [RuleMatch], cadre: CadreID) -> [String] {
    let duties = (plan.roster?.duties ?? []).filter { $0.people.contains { $0.cadre == cadre } }
    let minutes = duties.reduce(0) { $0 + ($1.to.moment - $1.from.moment).rawValue / 60 }
    var lines = [
      say(
        "match.person",
        [
          "name": name(cadre), "count": grouped(duties.count), "hours": DifferenceValue.hours(minutes),
        ])
    ]
    lines += duties.map { "  " + dutyName($0.id) }
    let own = matches.filter { $0.about[.cadre] == cadre.text || $0.about[.other] == cadre.text }
      .sorted { ($0.amount, $1.id) > ($1.amount, $0.id) }
    return lines + own.map { "  " + ruleName($0.rule) + say("punctuation.colon") + matchLine($0) }
  }

  /// One match: its amount, and in words what it follows from.
  func matchLine(_ match: RuleMatch) -> String {
    var values: [String: String] = ["amount": grouped(match.amount)]
    for (subject, id) in match.about { values[subject.rawValue] = name(of: id, subject) }
    for (figure, value) in match.figures { values[figure.rawValue] = grouped(value) }
    if match.rule == "fairHours" {
      for figure in [RuleMatch.Figure.planned, .past, .share] {
        values[figure.rawValue] = DifferenceValue.hours(match.figures[figure] ?? 0)
      }
    }
    if let seconds = match.figures[.seconds] { values["minutes"] = grouped(seconds / 60) }
    if let metres = match.figures[.metres] { values["km"] = kilometres(metres) }
    return say("match.line", ["amount": grouped(match.amount), "what": say(match.phrase, values)])
  }

  private func name(of id: String, _ subject: RuleMatch.Subject) -> String {
    switch subject {
    case .cadre, .other: name(CadreID(id)) + " (\(id))"
    case .duty: dutyName(DutyID(id))
    case .seat: seatName(id)
    case .building: name(BuildingID(id))
    case .point: name(PlaceID(id))
    case .unit, .date, .span, .need, .team, .demand, .vehicle, .pin, .line: id
    }
  }
}

extension RuleMatch {
  /// For an order that does not depend on the machine.
  fileprivate var id: String { about.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value).joined(separator: " ") }

  fileprivate var phrase: String {
    switch rule {
    case "wishes": about[.span] == nil ? "match.wishes.undesired" : "match.wishes.desired"
    case "stability":
      about[.duty] == nil
        ? "match.stability.lost" : figures[.planned] == 1 ? "match.stability.added" : "match.stability.dropped"
    default: "match.\(rule)"
    }
  }
}
