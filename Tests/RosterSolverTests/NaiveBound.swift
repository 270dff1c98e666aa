import Rostering
import RosterSolver

/// docs/bounds.md once more, from its words: every set of every person, every row by its name.
struct NaiveBound {
  let problem: RosterProblem
  let objective: RosterObjective
  let level: Int
  /// Whether two people who are each other's only buddy count together.
  var withPairs = false

  func bound(_ multipliers: [RosterMultiplier]) -> Int {
    let scale = RosterMultiplier.scale
    var u: [RosterRow: Int] = [:]
    for multiplier in multipliers { u[multiplier.row] = multiplier.value }
    var sum = level == 2 ? problem.constant * scale : 0
    // Extra variables: (cost of the level, rows with coefficients, upper end).
    func variable(_ cost: Int, _ levelOf: Int, _ rows: [(RosterRow, Int)], upTo most: Int) {
      var price = levelOf == level ? cost * scale : 0
      if levelOf < level { price += cost * (u[.level(levelOf + 1)] ?? 0) }
      for (row, coefficient) in rows { price -= (u[row] ?? 0) * coefficient }
      sum += min(0, price * most)
    }
    for (d, duty) in problem.duties.enumerated() {
      for (s, seat) in duty.seats.enumerated() {
        sum += (u[.minimumCover(duty: d, seat: s)] ?? 0) * seat.minimum
        sum += (u[.targetCover(duty: d, seat: s)] ?? 0) * seat.target
        sum -= (u[.maximumCover(duty: d, seat: s)] ?? 0) * seat.maximum
        variable(seat.weight, 0, [(.minimumCover(duty: d, seat: s), 1)], upTo: seat.minimum)
        variable(seat.weight, 1, [(.targetCover(duty: d, seat: s), 1)], upTo: seat.target)
      }
      if duty.asksForLead {
        sum += u[.oneLead(duty: d)] ?? 0
        variable(duty.leadWeight, 1, [(.oneLead(duty: d), 1)], upTo: 1)
      }
      for (p, pair) in problem.pairs.enumerated() {
        let rows = [(RosterRow.buddiesPlus(pair: p, duty: d), 1), (.buddiesMinus(pair: p, duty: d), 1)]
        variable(pair.cost, 2, rows, upTo: 1)
      }
    }
    for (g, group) in problem.groups.enumerated() {
      sum -= (u[.unitSpread(group: g)] ?? 0) * group.allowed
      variable(group.cost, 2, [(.unitSpread(group: g), 1)], upTo: group.places.count)
      for place in group.places.indices {
        let sites = group.people.map { (RosterRow.unitSite(group: g, place: place, person: $0), 1) }
        variable(0, 2, sites + [(.unitSpread(group: g), -1)], upTo: 1)
      }
    }
    for j in 0..<level { sum -= (u[.level(j + 1)] ?? 0) * objective[j] }
    let close = withPairs && level == 2 ? problem.pairs.indices.filter(isClose) : []
    for index in close { sum += joint(index, u) }
    let counted = Set(close.flatMap { [problem.pairs[$0].first, problem.pairs[$0].second] })
    for person in problem.people.indices where !counted.contains(person) {
      let values = BruteForce(problem: problem).patterns(person).map { value(person, $0, u) }
      sum += values.min() ?? 0
    }
    return Int((Double(sum) / Double(scale)).rounded(.up))  // Exact: sums of tiny problems are below 2⁵³.
  }

  private func isClose(_ index: Int) -> Bool {
    let pair = problem.pairs[index]
    return problem.pairs.indices.allSatisfy { other in
      other == index
        || Set([pair.first, pair.second]).isDisjoint(with: [problem.pairs[other].first, problem.pairs[other].second])
    }
  }

  /// The least of both buddies together, over every couple of sets.
  private func joint(_ index: Int, _ u: [RosterRow: Int]) -> Int {
    let pair = problem.pairs[index]
    var least = Int.max
    for one in BruteForce(problem: problem).patterns(pair.first) {
      for other in BruteForce(problem: problem).patterns(pair.second) {
        var sum = value(pair.first, one, u) + value(pair.second, other, u)
        for duty in Set(one.map(\.duty)).symmetricDifference(other.map(\.duty)) {
          let rows = [RosterRow.buddiesPlus(pair: index, duty: duty), .buddiesMinus(pair: index, duty: duty)]
          sum += max(0, pair.cost * RosterMultiplier.scale - rows.reduce(0) { $0 + (u[$1] ?? 0) })
        }
        least = min(least, sum)
      }
    }
    return least == Int.max ? 0 : least
  }

  private func value(_ person: Int, _ set: [RosterAssignment.Taken], _ u: [RosterRow: Int]) -> Int {
    var value = 0
    for taken in set {
      value -= u[.minimumCover(duty: taken.duty, seat: taken.seat)] ?? 0
      value -= u[.targetCover(duty: taken.duty, seat: taken.seat)] ?? 0
      value += u[.maximumCover(duty: taken.duty, seat: taken.seat)] ?? 0
      if problem.people[person].mayLead, problem.duties[taken.duty].asksForLead {
        value -= u[.oneLead(duty: taken.duty)] ?? 0
      }
      for (p, pair) in problem.pairs.enumerated() {
        let sign = pair.first == person ? 1 : pair.second == person ? -1 : 0
        value += sign * (u[.buddiesPlus(pair: p, duty: taken.duty)] ?? 0)
        value -= sign * (u[.buddiesMinus(pair: p, duty: taken.duty)] ?? 0)
      }
    }
    let held = Set(set.map(\.duty))
    for (g, group) in problem.groups.enumerated() where group.people.contains(person) {
      for (place, duties) in group.places.enumerated() where !held.isDisjoint(with: duties) {
        value += u[.unitSite(group: g, place: place, person: person)] ?? 0
      }
    }
    guard level == 2 else { return value }
    var alone = RosterProblem(dayCount: problem.dayCount, people: [problem.people[person]], duties: problem.duties)
    alone.softRun = problem.softRun
    alone.runCost = problem.runCost
    let seats = set.map { RosterAssignment.Taken(person: 0, duty: $0.duty, seat: $0.seat) }
    return value + alone.objective(of: RosterAssignment(seats: seats)).preference * RosterMultiplier.scale
  }
}
