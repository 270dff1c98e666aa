import Districts
import Tabulation
import Units

extension ReportContext {
  /// What is counted over the whole plan, and where it comes from.
  func summaryTable() -> SheetTable {
    let run = plan.run
    var rows: [(String, SheetCell)] = [
      ("name", .text(plan.district.name)), ("date", .date(plan.district.date)), ("days", .number(plan.district.days)),
    ]
    rows += countedRows()
    rows += [
      ("gaps", .number(plan.summary.gaps)),
      ("audit", .text(say(plan.audit.passed ? "page.audit.passed" : "page.audit.failed"))),
      ("seed", .text(String(run.seed))), ("method", .text(run.method)), ("version", .text(run.versions.lastmetre)),
      ("glpk", .text(run.versions.glpk)), ("digest", .text(plan.district.digest)), ("seal", .text(plan.seal)),
    ]
    return sheetTable("summary", ["item", "value"], rows.map { [.text(say("fact.\($0.0)")), $0.1] })
  }

  private func countedRows() -> [(String, SheetCell)] {
    let summary = plan.summary
    var rows: [(String, SheetCell)] = []
    if plan.roster != nil {
      rows += [
        ("people", .number(summary.people)), ("on_duty", .number(summary.onDuty)), ("seats", .number(summary.seats)),
        ("seats_filled", .number(summary.seatsFilled)), ("missing_minimum", .number(summary.missingMinimum)),
        ("missing_target", .number(summary.missingTarget)),
      ]
    }
    if plan.distribution != nil {
      rows += [
        ("households", .number(summary.households)), ("households_served", .number(summary.householdsServed)),
        ("last_served", clockCell(summary.lastServed)), ("points", .number(summary.points)),
        ("batches", .number(summary.batches)),
      ]
    }
    if plan.carrying != nil {
      rows += [
        ("teams", .number(cartTeams.count)), ("carried", .number(cartTeams.reduce(0) { $0 + carriedPacks($1) })),
        ("doors", .number(cartTeams.reduce(0) { $0 + carriedDoors($1) })),
      ]
    }
    if plan.routes != nil {
      rows += [
        ("routes", .number(summary.routes)), ("trips", .number(summary.trips)),
        ("km", .decimal(summary.metres, places: 3)), ("packs", .number(summary.packs)),
      ]
    }
    if let collected = summary.collected { rows.append(("collected", .number(collected))) }
    if let purchases = plan.purchases {
      rows.append(("purchases", .decimal(purchases.reduce(0) { $0 + $1.cost }, places: 2)))
    }
    return rows
  }

  /// One row a level.
  func certificateTable() -> SheetTable {
    let rows = plan.certificates.staged.flatMap { stage, certificate in
      certificate.levels.map { level -> [SheetCell] in
        [
          .text(say("stage.\(stage)")), .text(say("status.\(certificate.solutionStatus.rawValue)")),
          .text(say("method.\(certificate.method.rawValue)")), .text(say("stop.\(certificate.stopReason.rawValue)")),
          .text(say("level.\(level.name.rawValue)")), .number(level.objective), .optional(level.bound),
          .number(level.floor), level.optimalityGap.map { .share($0) } ?? .empty,
          .text(say("evidence.\(level.boundEvidence.rawValue)")),
        ]
      }
    }
    return sheetTable(
      "certificates",
      [
        "stage", "status", "method", "stop_reason", "level", "objective", "bound", "floor", "optimality_gap",
        "evidence",
      ], rows)
  }

  /// The objective by rule, those that cost nothing left out.
  func breakdownTable() -> SheetTable {
    let rows = plan.certificates.staged.flatMap { stage, certificate in
      certificate.breakdown.sorted { $0.key < $1.key }.filter { $0.value != 0 }.map { rule, amount -> [SheetCell] in
        [.text(say("stage.\(stage)")), .text(rule), .text(ruleName(rule)), .number(amount)]
      }
    }
    return sheetTable("breakdown", ["stage", "rule", "rule_name", "amount"], rows)
  }

  /// What is open, and why.
  func gapTable() -> SheetTable {
    let rows = allGaps.map { gap -> [SheetCell] in
      [
        .text(gap.id), .text(gapName(gap)), .number(gap.missing), .text(reasons(gap)), .text(gap.what.id),
        .optional(gap.what.seat.map(seatName)),
      ]
    }
    return sheetTable("gaps", ["gap", "what", "missing", "reasons", "place_id", "seat"], rows)
  }

  /// Who is given less than asked.
  func shareTable() -> SheetTable {
    let rows = (plan.supply?.shares ?? []).map { share -> [SheetCell] in
      [
        .text(share.line), .text(lineName(share.line)), .text(share.good.text), .text(goodName(share.good)),
        .number(share.priority), .number(share.asked), .number(share.given), .number(share.asked - share.given),
      ]
    }
    return sheetTable(
      "shares", ["line", "place", "good_id", "good", "priority", "asked", "given", "missing"], rows)
  }

  func goodName(_ good: GoodID) -> String { goodNames[good.text] ?? good.text }
}
