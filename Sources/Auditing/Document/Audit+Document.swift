import Districts
import Units

extension Audit {
  /// Schema, district, run, moments: what is neither a stage nor a certificate.
  func checkDocument(_ plan: Plan) -> [Violation] {
    var found: [Violation] = []
    func complain(_ rule: RuleID, _ place: String, _ message: String, amount: Int = 1) {
      found.append(Violation(rule: rule, place: place, amount: amount, message: message))
    }
    let district = raw.district
    if !raw.time.zoneIsKnown { complain(.structure, "district", "the time zone \(district.timeZone) is unknown") }
    if plan.schema != Plan.schemaName { complain(.structure, "schema", "the schema is \(Plan.schemaName)") }
    if plan.district.digest != district.digest {
      complain(.digest, "district.digest", "the plan was made for other input: its digest is not that of the district")
    }
    if plan.district.date != district.planDate {
      complain(.structure, "district.date", "the district plans \(district.planDate)")
    }
    if plan.district.days != district.planDays {
      complain(
        .structure, "district.days", "the district plans \(district.planDays) service days",
        amount: magnitude(plan.district.days -| district.planDays))
    }
    if plan.run.threads < 1 { complain(.structure, "run.threads", "a run has a thread or more") }
    if let iterations = plan.run.iterations, iterations < 0 {
      complain(.structure, "run.iterations", "iterations are not negative")
    }
    if let limit = plan.run.timeLimitMilliseconds, limit < 0 {
      complain(.structure, "run.time_limit_ms", "a time limit is not negative")
    }
    for (path, moment) in moments(plan) where moment.text != raw.time.written(moment.moment) {
      complain(.structure, path, "\(moment.text) is written \(raw.time.written(moment.moment)) in this district")
    }
    return found
  }

  /// Every moment of the plan with its path.
  private func moments(_ plan: Plan) -> [(String, LocalMoment)] {
    var result: [(String, LocalMoment)] = []
    for duty in plan.roster?.duties ?? [] { result += [("\(duty.id).from", duty.from), ("\(duty.id).to", duty.to)] }
    for point in plan.distribution?.points ?? [] {
      result += [("\(point.point).open_from", point.openFrom), ("\(point.point).open_to", point.openTo)]
    }
    for batch in plan.distribution?.batches ?? [] {
      if let from = batch.from { result.append(("\(batch.building).from", from)) }
      if let to = batch.to { result.append(("\(batch.building).to", to)) }
    }
    for team in plan.carrying?.teams ?? [] {
      let path = "\(team.compound)/team\(team.team)"
      result += [("\(path).from", team.from), ("\(path).to", team.to)]
      for (i, step) in team.steps.enumerated() {
        result += [
          ("\(path)#\(i).arrival", step.arrival), ("\(path)#\(i).service", step.service),
          ("\(path)#\(i).departure", step.departure),
        ]
      }
    }
    for route in plan.routes?.routes ?? [] {
      for (i, step) in route.steps.enumerated() {
        let path = "\(route.vehicle)#\(i)"
        result += [
          ("\(path).arrival", step.arrival), ("\(path).service", step.service), ("\(path).departure", step.departure),
        ]
      }
    }
    for collection in plan.collections ?? [] {
      let path = "collections.\(collection.order)"
      result += [("\(path).from", collection.from), ("\(path).by", collection.by)]
    }
    if let last = plan.summary.lastServed { result.append(("summary.last_served", last)) }
    let compared = plan.comparison?.distribution
    for (name, figures) in [("plan", compared?.plan), ("by_hand", compared?.byHand)] {
      if let last = figures?.lastServed { result.append(("comparison.distribution.\(name).last_served", last)) }
    }
    return result
  }

  /// The seal, and the verdict that the plan carries about itself.
  func checkSeal(_ plan: Plan, content: [Violation]) -> [Violation] {
    var found: [Violation] = []
    let told = plan.audit.violations.map { "\($0.rule) \($0.place) \($0.amount)" }
    if plan.audit.passed != content.isEmpty || told != content.map({ "\($0.rule) \($0.place) \($0.amount)" }) {
      found.append(
        Violation(
          rule: .structure, place: "audit", amount: 1,
          message: "the plan says \(plan.audit.passed ? "passed" : "failed") with \(told.count) violations; judged "
            + "again it has \(content.count)"))
    }
    if (try? plan.canonicalText()).map(sha256) != plan.seal {
      found.append(
        Violation(rule: .seal, place: "seal", amount: 1, message: "the plan is not the one that was sealed"))
    }
    return found
  }
}
