import Districts
import Units

extension ReportContext {
  /// What `plan` says at its end: people, seats, households, routes, levels with bound and gap, the audit's verdict.
  public func screenSummary(seconds: Double?) -> String {
    let summary = plan.summary
    var lines = [say("summary.title", ["name": plan.district.name, "date": "\(plan.district.date)"])]
    func add(_ key: String, _ values: [String: String]) { lines.append("  " + say(key, values)) }
    if plan.roster != nil {
      add("summary.people", ["on": grouped(summary.onDuty), "people": grouped(summary.people)])
      add(
        "summary.seats",
        [
          "filled": grouped(summary.seatsFilled), "seats": grouped(summary.seats),
          "minimum": grouped(summary.missingMinimum), "target": grouped(summary.missingTarget),
        ])
    }
    if plan.distribution != nil {
      add(
        "summary.households",
        [
          "served": grouped(summary.householdsServed), "households": grouped(summary.households),
          "until": summary.lastServed.map(clock) ?? "–", "points": grouped(summary.points),
          "batches": grouped(summary.batches),
        ])
    }
    if plan.carrying != nil { add("summary.carrying", carryingCounts) }
    if plan.routes != nil {
      add(
        "summary.routes",
        [
          "routes": grouped(summary.routes), "trips": grouped(summary.trips), "km": kilometres(summary.metres),
          "packs": grouped(summary.packs),
        ])
    }
    if let collected = summary.collected {
      add("summary.collected", ["packs": grouped(collected), "orders": grouped(plan.collections?.count ?? 0)])
    }
    lines += comparisonLines()
    lines += certificateLines()
    add("summary.gaps", ["gaps": grouped(summary.gaps)])
    lines.append("  " + say(plan.audit.passed ? "summary.audit.passed" : "summary.audit.failed"))
    if let seconds { add("summary.seconds", ["seconds": decimal(seconds)]) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var carryingCounts: [String: String] {
    let until = cartTeams.map(\.to).max { $0.moment < $1.moment }
    return [
      "teams": grouped(cartTeams.count), "packs": grouped(cartTeams.reduce(0) { $0 + carriedPacks($1) }),
      "doors": grouped(cartTeams.reduce(0) { $0 + carriedDoors($1) }), "until": until.map(clock) ?? "–",
    ]
  }

  private func certificateLines() -> [String] {
    var lines: [String] = []
    for (stage, certificate) in plan.certificates.staged {
      lines.append(
        "  \(say("stage.\(stage)")): \(say("status.\(certificate.solutionStatus.rawValue)"))"
          + say("punctuation.comma") + say("method.\(certificate.method.rawValue)") + say("punctuation.comma")
          + say("stop.\(certificate.stopReason.rawValue)"))
      for level in certificate.levels {
        lines.append(
          "    "
            + say(
              "summary.level",
              [
                "level": say("level.\(level.name.rawValue)"), "objective": grouped(level.objective),
                "bound": level.bound.map(grouped) ?? "–", "gap": percent(level.optimalityGap),
              ]))
      }
    }
    return lines
  }

  /// One line a gap, with its reasons.
  public func gapLines() -> [String] {
    allGaps.map { gap in
      say("gap.line", ["id": gap.id, "what": gapName(gap), "missing": grouped(gap.missing), "reasons": reasons(gap)])
    }
  }

  /// In the order of the stages.
  var allGaps: [Gap] {
    (plan.supply?.gaps ?? []) + (plan.distribution?.gaps ?? []) + (plan.carrying?.gaps ?? [])
      + (plan.roster?.gaps ?? []) + (plan.routes?.unassigned ?? [])
  }

  func gapName(_ gap: Gap) -> String {
    switch gap.what.kind {
    case .duty:
      let seat = gap.what.seat.map { " · " + seatName($0) } ?? ""
      return dutyName(DutyID(gap.what.id)) + seat + " · " + say("gap.level.\(gap.what.level.rawValue)")
    case .building: return name(BuildingID(gap.what.id))
    case .packs where gap.id.hasPrefix("C"):
      return say("gap.kind.carried", ["building": name(BuildingID(gap.what.id))])
    case .need, .packs, .pin: return say("gap.kind.\(gap.what.kind.rawValue)", ["id": gap.what.id])
    }
  }

  func reasons(_ gap: Gap) -> String {
    gap.reasons.map { reason in
      "\(ruleName(reason.rule)) \(grouped(reason.count)) (\(say("standing.\(reason.standing.rawValue)")))"
    }.joined(separator: say("punctuation.list"))
  }

  func dutyName(_ id: DutyID) -> String {
    guard let duty = plan.roster?.duties.first(where: { $0.id == id }) else { return id.text }
    return "\(name(duty.site)) · \(postName(duty)) · \(clockSpan(duty.from, duty.to))"
  }

  private func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(padded(hundredths % 100, to: 2))"
  }
}
