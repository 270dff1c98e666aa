import Units

/// Groups of needs for near helpers, then moves that help: one need, two exchanged, one helper for another.
struct HelperHeuristic {
  let problem: HelperProblem
  private var helper: [Int]
  private var count: [Int]

  init(_ problem: HelperProblem) {
    self.problem = problem
    helper = Array(repeating: -1, count: problem.needs.count)
    count = Array(repeating: 0, count: problem.people.count)
  }

  mutating func run(_ deadline: Deadline) -> HelperPlan {
    guard problem.mostServed > 0 else { return HelperPlan(helper: helper) }
    construct()
    var improved = true
    while improved, !deadline.isOver {
      improved = moveAndSwap(deadline)
      if !improved { improved = replaceHelpers(deadline) }
      if !improved { improved = openHelpers(deadline) }
      if !improved { improved = exchangeUnserved() }
    }
    return HelperPlan(helper: helper)
  }

  /// As few helpers as can be, loads as even as can be; each group grows around the need that is hardest to reach.
  private mutating func construct() {
    let served = problem.mostServed
    let groups = served.dividedRoundingUp(by: problem.most)
    var waiting = Array(
      problem.needs.indices.sorted { (-problem.weights[$0], $0) < (-problem.weights[$1], $1) }.prefix(served))
    var free = Array(problem.people.indices)
    for group in 0..<groups {
      let size = served / groups + (group < served % groups ? 1 : 0)
      guard let seed = seed(of: waiting, free) else { return }
      let candidates = free.least(8) { problem.cost($0, seed) }
      var best: (cost: Int, person: Int, needs: [Int])?
      for person in candidates {
        let needs = [seed] + waiting.least(size - 1) { $0 == seed ? Int.max : problem.cost(person, $0) }
        let cost = needs.reduce(0) { $0 + problem.cost(person, $1) }
        if best.map({ cost < $0.cost }) ?? true { best = (cost, person, needs) }
      }
      guard let best else { return }
      for need in best.needs { helper[need] = best.person }
      count[best.person] = best.needs.count
      waiting.removeAll { best.needs.contains($0) }
      free.removeAll { $0 == best.person }
    }
  }

  /// The need that is hardest to reach; among many, the weightiest, which comes first.
  private func seed(of waiting: [Int], _ free: [Int]) -> Int? {
    guard waiting.count * free.count <= 20_000 else { return waiting.first }
    let nearest = waiting.map { need in free.map { problem.cost($0, need) }.min() ?? 0 }
    return waiting.indices.max { (nearest[$0], -$0) < (nearest[$1], -$1) }.map { waiting[$0] }
  }

  private mutating func moveAndSwap(_ deadline: Deadline) -> Bool {
    var improved = false
    for need in helper.indices where helper[need] >= 0 {
      if deadline.isOver { return false }
      let from = helper[need]
      if count[from] > problem.least {
        for to in problem.people.indices
        where to != helper[need] && count[to] >= problem.least && count[to] < problem.most {
          let now = helper[need]
          if count[now] > problem.least, problem.cost(to, need) < problem.cost(now, need) {
            helper[need] = to
            count[now] -= 1
            count[to] += 1
            improved = true
          }
        }
      }
      for other in helper.indices where other > need && helper[other] >= 0 && helper[other] != helper[need] {
        let (a, b) = (helper[need], helper[other])
        if problem.cost(b, need) + problem.cost(a, other) < problem.cost(a, need) + problem.cost(b, other) {
          helper[need] = b
          helper[other] = a
          improved = true
        }
      }
    }
    return improved
  }

  /// All needs of one helper to somebody who has none.
  private mutating func replaceHelpers(_ deadline: Deadline) -> Bool {
    var improved = false
    for person in count.indices where count[person] > 0 {
      if deadline.isOver { return false }
      let own = helper.indices.filter { helper[$0] == person }
      let now = own.reduce(0) { $0 + problem.cost(person, $1) }
      var best = (cost: now, person: person)
      for other in count.indices where count[other] == 0 {
        let cost = own.reduce(0) { $0 + problem.cost(other, $1) }
        if cost < best.cost { best = (cost, other) }
      }
      if best.person != person {
        for need in own { helper[need] = best.person }
        count[best.person] = count[person]
        count[person] = 0
        improved = true
      }
    }
    return improved
  }

  /// Somebody new takes `least` needs from helpers with more than that.
  private mutating func openHelpers(_ deadline: Deadline) -> Bool {
    for person in count.indices where count[person] == 0 && problem.least > 0 {
      if deadline.isOver { return false }
      var spare = count
      var taken: [Int] = []
      var gain = 0
      let ranked = helper.indices.filter { helper[$0] >= 0 }.map { need in
        (problem.cost(person, need) - problem.cost(helper[need], need), need)
      }
      for (difference, need) in ranked.sorted(by: { $0 < $1 }) {
        if taken.count == problem.most || (taken.count >= problem.least && difference >= 0) { break }
        guard spare[helper[need]] > problem.least else { continue }
        spare[helper[need]] -= 1
        taken.append(need)
        gain += difference
      }
      if taken.count >= problem.least, gain < 0 {
        for need in taken {
          count[helper[need]] -= 1
          helper[need] = person
        }
        count[person] = taken.count
        return true
      }
    }
    return false
  }

  /// A served need for an unserved one of the same weight.
  private mutating func exchangeUnserved() -> Bool {
    var improved = false
    for need in helper.indices where helper[need] < 0 {
      for other in helper.indices where helper[other] >= 0 && problem.weights[other] == problem.weights[need] {
        let person = helper[other]
        if problem.cost(person, need) < problem.cost(person, other) {
          helper[need] = person
          helper[other] = -1
          improved = true
          break
        }
      }
    }
    return improved
  }
}

extension Array where Element == Int {
  /// The numbers of least cost, ascending by cost, then number; where there are no more, those that cost `Int.max` are
  /// left out. O(numbers × count).
  fileprivate func least(_ count: Int, by cost: (Int) -> Int) -> [Int] {
    var kept: [(cost: Int, number: Int)] = []
    for number in self {
      let cost = cost(number)
      guard cost < Int.max, count > 0 else { continue }
      if kept.count == count, (kept[count - 1].cost, kept[count - 1].number) < (cost, number) { continue }
      if kept.count == count { kept.removeLast() }
      let place = kept.firstIndex { (cost, number) < ($0.cost, $0.number) } ?? kept.count
      kept.insert((cost, number), at: place)
    }
    return kept.map(\.number)
  }
}
