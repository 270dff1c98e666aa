import Rostering

/// Which totals the search has to count.
extension SearchTotals {
  /// The day of all the wish's duties; nil where there are several, or none.
  static func day(of wish: RosterProblem.Wish, in problem: RosterProblem) -> Int? {
    guard let first = wish.duties.first else { return nil }
    let day = problem.duties[first].day
    return wish.duties.allSatisfy { problem.duties[$0].day == day } ? day : nil
  }

  /// The person's totals that some roster breaks or that cost something, wishes over several days last.
  static func relevant(_ person: RosterProblem.Person, in problem: RosterProblem) -> [RosterProblem.Total] {
    var list = person.totals.filter { mayMatter($0, to: person, in: problem) }
    for wish in person.wishes where day(of: wish, in: problem) == nil {
      var total = RosterProblem.Total(amounts: [])
      total.blocks = [.init(duties: Array(Set(wish.duties)).sorted())]
      total.cost = .init(target: 1, step: 1, weight: wish.cost, prices: [.init(upTo: Int.max, price: 1)])
      list.append(total)
    }
    return list
  }

  static func mayMatter(
    _ total: RosterProblem.Total, to person: RosterProblem.Person, in problem: RosterProblem
  ) -> Bool {
    if total.cost != nil { return true }
    if let minimum = total.minimum, minimum > total.base { return true }
    guard let maximum = total.maximum else { return false }
    return total.base + most(of: total, for: person, in: problem) > maximum
  }

  /// The most the total can be, one duty a day.
  private static func most(
    of total: RosterProblem.Total, for person: RosterProblem.Person, in problem: RosterProblem
  ) -> Int {
    var ofDuty = [Int](repeating: 0, count: problem.duties.count)
    for amount in total.amounts { ofDuty[amount.duty] = amount.amount }
    var ofDay = [Int](repeating: 0, count: problem.dayCount)
    var isPossible = [Bool](repeating: false, count: problem.duties.count)
    for option in person.options {
      let day = problem.duties[option.duty].day
      ofDay[day] = max(ofDay[day], ofDuty[option.duty])
      isPossible[option.duty] = true
    }
    return ofDay.reduce(0, +)
      + total.blocks.reduce(0) { $0 + ($1.duties.contains { isPossible[$0] } ? $1.amount : 0) }
  }
}
