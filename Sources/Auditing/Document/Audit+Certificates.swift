import Districts

extension Audit {
  /// A certificate stands for every stage and says of it what counting again says.
  func checkCertificate(_ certificate: Certificate?, stage: String, objective: StageObjective?, floors: [Int])
    -> [Violation]
  {
    let path = "certificates.\(stage)"
    var found: [Violation] = []
    func complain(_ rule: RuleID, _ field: String, _ message: String, amount: Int = 1) {
      found.append(
        Violation(rule: rule, place: field.isEmpty ? path : "\(path).\(field)", amount: amount, message: message))
    }
    guard let objective else {
      if certificate != nil { complain(.structure, "", "a certificate without its stage") }
      return found
    }
    guard let certificate else {
      complain(.structure, "", "the stage has no certificate")
      return found
    }
    if certificate.levels.map(\.name) != objective.levels.map(\.name) {
      let names = objective.levels.map(\.name.rawValue).joined(separator: ", ")
      complain(.structure, "levels", "the levels are \(names)")
    }
    for (level, (due, floor)) in zip(certificate.levels, zip(objective.levels, floors)) {
      let field = "levels.\(due.name.rawValue)"
      if level.objective != due.amount {
        complain(
          .objective, "\(field).objective", "the level costs \(due.amount), not \(level.objective)",
          amount: magnitude(level.objective -| due.amount))
      }
      if level.floor != floor {
        complain(
          .objective, "\(field).floor", "the floor is \(floor), not \(level.floor)",
          amount: magnitude(level.floor -| floor))
      }
      for fault in claims(level) { complain(.bound, field, fault.message, amount: fault.amount) }
    }
    for rule in Set(certificate.breakdown.keys).union(objective.breakdown.keys).sorted() {
      let (claimed, due) = (certificate.breakdown[rule], objective.breakdown[rule])
      guard claimed != due else { continue }
      complain(
        .objective, "breakdown.\(rule)",
        "\(rule) costs \(due.map { "\($0)" } ?? "nothing here"), not \(claimed.map { "\($0)" } ?? "left out")",
        amount: max(1, magnitude((claimed ?? 0) -| (due ?? 0))))
    }
    let closed = certificate.levels.allSatisfy { $0.optimalityGap == 0 }
    switch certificate.solutionStatus {
    case .optimal where closed, .feasible where !closed: break
    default:
      complain(
        .bound, "solution_status",
        "a plan with \(closed ? "no gap at any level is optimal" : "a gap, or no bound, is feasible"), not "
          + certificate.solutionStatus.rawValue)
    }
    if certificate.stopReason == .proved, !closed {
      complain(.bound, "stop_reason", "nothing was proved while a level has a gap or no bound")
    }
    return found
  }

  /// What is false about a level's bound, gap and evidence.
  private func claims(_ level: CertifiedLevel) -> [(message: String, amount: Int)] {
    var faults: [(message: String, amount: Int)] = []
    if level.optimalityGap != Self.gap(level) {
      faults.append(("optimality_gap is not (objective − bound) ÷ max(1, objective − floor), rounded up", 1))
    }
    guard let bound = level.bound else {
      if level.boundEvidence != .none { faults.append(("there is evidence without a bound", 1)) }
      return faults
    }
    if bound > level.objective {
      faults.append(("the bound \(bound) is above the objective \(level.objective)", bound -| level.objective))
    }
    // What the floor already says needs no other evidence.
    if level.boundEvidence == .none, bound > level.floor { faults.append(("a bound above the floor has evidence", 1)) }
    return faults
  }

  /// Millionths of (objective − bound) ÷ max(1, objective − floor), rounded up.
  private static func gap(_ level: CertifiedLevel) -> Double? {
    guard let bound = level.bound else { return nil }
    let above = (Int128(level.objective) - Int128(bound)) * 1_000_000
    let range = max(1, Int128(level.objective) - Int128(level.floor))
    return above <= 0 ? 0 : Double((above + range - 1) / range) / 1_000_000
  }
}
