import Rostering
import RosterSolver

extension PublicInstance {
  /// A hard rule of a person in the reader's words.
  func name(of rule: PersonRule, person: Int, in problem: RosterProblem) -> String {
    let totals = problem.people[person].totals
    switch rule {
    case .sequence, .longestRun, .conflicts: return phrase("solve.rule.sequence")
    case .fixed(let duty): return phrase("solve.rule.fixed", ["day": String(problem.duties[duty].day + 1)])
    case .minimum(let total):
      let keys = ["solve.rule.least_minutes", "solve.rule.least_shifts", "solve.rule.least_weekends"]
      return phrase(keys[kind(of: totals[total])], values(of: totals[total], totals[total].minimum, problem))
    case .maximum(let total):
      let keys = ["solve.rule.most_minutes", "solve.rule.most_shifts", "solve.rule.most_weekends"]
      return phrase(keys[kind(of: totals[total])], values(of: totals[total], totals[total].maximum, problem))
    }
  }

  /// 0: minutes, 1: a number of shifts, 2: weekends.
  private func kind(of total: RosterProblem.Total) -> Int {
    !total.blocks.isEmpty ? 2 : total.amounts.allSatisfy { $0.amount == 1 } ? 1 : 0
  }

  private func values(of total: RosterProblem.Total, _ limit: Int?, _ problem: RosterProblem) -> [String: String] {
    let letters = Set(total.amounts.map { problem.duties[$0.duty].dayClass })
    return ["amount": String(limit ?? 0), "shift": letters.sorted().map(shiftName).joined(separator: " ")]
  }

  private func shiftName(_ letter: Int) -> String {
    switch self {
    case .shifts(let schedule, _): schedule.shifts.indices.contains(letter - 1) ? schedule.shifts[letter - 1].id : ""
    case .nurses(let nurses, _):
      nurses.scenario.shifts.indices.contains(letter - 1) ? nurses.scenario.shifts[letter - 1].id : ""
    }
  }
}
