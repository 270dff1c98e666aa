import LinearModel
import Rostering

/// Rest between days, and days in a row.
extension CompactProgram {
  mutating func addRests() {
    for rest in tables.rests {
      let (first, second) = (Set(rest.first), Set(rest.second))
      for person in people {
        let base = person * tables.dayCount
        let (one, other) = (base + rest.days.0, base + rest.days.1)
        guard isFree(one) || isFree(other) else { continue }
        let (early, late) = (touches(one, first), touches(other, second))
        if early.terms.isEmpty && early.constant == 0 || late.terms.isEmpty && late.constant == 0 { continue }
        put("rest[\(person),\(rest.first[0])]", upper: 1, early + late)
      }
    }
  }

  mutating func addRuns() {
    let roster = tables.roster
    let longest = roster.longestRun
    let isSoft = isPriced && roster.runCost > 0
    guard isSoft || longest < Int.max else { return }
    for person in people {
      let before = Int(roster.runBefore[person])
      let worked = tables.cells(of: person).map { works($0) }
      for day in 0..<tables.dayCount {
        if longest < tables.dayCount + before, let run = run(longest + 1, endingOn: day, before, worked) {
          put("longestRun[\(person),\(day)]", upper: longest - min(run.ledger, longest), run.sum)
        }
        if isSoft, roster.softRun <= tables.dayCount + before,
          let run = run(roster.softRun + 1, endingOn: day, before, worked), !run.sum.terms.isEmpty
        {
          addRestDay(person, day, run.sum, ledger: run.ledger)
        }
      }
    }
  }

  /// The `length` days that end on `day`; those before day 0 count as far back as the run before reaches, and with
  /// fewer there is no such run.
  private func run(
    _ length: Int, endingOn day: Int, _ before: Int, _ worked: [CompactSum]
  ) -> (sum: CompactSum, ledger: Int)? {
    let first = day - length + 1
    guard first >= -before else { return nil }
    return (worked[max(0, first)...day].reduce(CompactSum(), +), max(0, -first))
  }

  private mutating func addRestDay(_ person: Int, _ day: Int, _ sum: CompactSum, ledger: Int) {
    let soft = tables.roster.softRun
    let cell = person * tables.dayCount
    let days = max(0, day - soft)...day
    let paid = extra(upper: 1, cost: tables.roster.runCost * goal.weights[2]) { reading in
      days.allSatisfy { !reading.roster.options[cell + $0].isEmpty } ? 1 : 0
    }
    put("restDay[\(person),\(day)]", upper: soft - ledger, sum - CompactSum(paid))
  }
}
