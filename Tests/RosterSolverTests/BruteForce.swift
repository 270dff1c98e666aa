import Rostering

/// The best roster of a tiny problem by trying every one: the judge of engines.
struct BruteForce {
  let problem: RosterProblem

  /// The best objective over rosters without violations, nil where there is none.
  func best() -> RosterObjective? {
    var best: RosterObjective?
    visit { objective in
      if best.map({ objective < $0 }) ?? true { best = objective }
    }
    return best
  }

  /// One of the best rosters, nil where there is none.
  func bestRoster() -> RosterAssignment? {
    var best: (objective: RosterObjective, roster: RosterAssignment)?
    visitRosters { objective, roster in
      if best.map({ objective < $0.objective }) ?? true { best = (objective, roster) }
    }
    return best?.roster
  }

  /// Calls `body` with the objective of every roster without violations.
  func visit(_ body: (RosterObjective) -> Void) { visitRosters { objective, _ in body(objective) } }

  private func visitRosters(_ body: (RosterObjective, RosterAssignment) -> Void) {
    let patterns = problem.people.indices.map(patterns)
    var chosen: [RosterAssignment.Taken] = []
    func descend(_ person: Int) {
      guard person < patterns.count else {
        let roster = RosterAssignment(seats: chosen)
        if problem.violations(of: roster).isEmpty { body(problem.objective(of: roster), roster) }
        return
      }
      for pattern in patterns[person] {
        chosen += pattern
        descend(person + 1)
        chosen.removeLast(pattern.count)
      }
    }
    descend(0)
  }

  /// Every set of seats that the person could hold if the others did not matter.
  func patterns(_ person: Int) -> [[RosterAssignment.Taken]] {
    var found: [[RosterAssignment.Taken]] = []
    var chosen: [RosterAssignment.Taken] = []
    let options = problem.people[person].options
    func descend(_ index: Int) {
      guard index < options.count else {
        let bad = problem.violations(of: RosterAssignment(seats: chosen)).filter { violation in
          switch violation {
          case .overMaximum: false
          case .missingFixed(let who, _), .underTotal(let who, _, _), .forbiddenWord(let who, _): who == person
          default: true
          }
        }
        if bad.isEmpty { found.append(chosen) }
        return
      }
      descend(index + 1)
      guard !chosen.contains(where: { $0.duty == options[index].duty }) else { return }
      chosen.append(.init(person: person, duty: options[index].duty, seat: options[index].seat))
      descend(index + 1)
      chosen.removeLast()
    }
    descend(0)
    return found
  }
}
