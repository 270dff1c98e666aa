import Units

extension AreaSearch {
  /// Serves what can be served, those first that lose most when their nearest point is full.
  mutating func construct(open: [Bool]) {
    let order = area.houses.indices.sorted { a, b in
      (area.houses[a].forced ? 0 : 1, -regret(a, open), -area.houses[a].households, a)
        < (area.houses[b].forced ? 0 : 1, -regret(b, open), -area.houses[b].households, b)
    }
    var promised = Array(repeating: 0, count: area.setups.count)
    let chosen = chosenSetups(open)
    for house in order {
      let households = area.houses[house].households
      let fitting = options[house].first { setup in
        chosen.contains(setup) && promised[setup] + households <= area.setups[setup].capacity * area.setups[setup].slots
      }
      if let setup = fitting, let change = judge([.init(house: house, to: setup)], below: .max / 4) {
        promised[setup] += households
        apply(change)
      }
    }
    for house in order where place[house] < 0 {
      if let change = bestInsertion(house) { apply(change) }
    }
  }

  /// The houses that pins leave no choice about, each point's all at once, with the cheapest setup that takes them.
  mutating func placeForced() {
    let usual = patience
    patience = max(patience, 20_000)
    for point in 0..<area.pointCount {
      let own = area.houses.indices.filter { house in
        area.houses[house].forced && place[house] < 0
          && options[house].contains { area.setups[$0].point == point }
      }
      guard !own.isEmpty else { continue }
      var best: Change?
      for setup in area.setups.indices where area.setups[setup].point == point {
        guard own.allSatisfy({ area.allows($0, setup) }) else { continue }
        if let change = judge(own.map { .init(house: $0, to: setup) }, below: best?.delta ?? .max / 4) {
          best = change
        }
      }
      if let best { apply(best) }
    }
    patience = usual
  }

  private func regret(_ house: Int, _ open: [Bool]) -> Int {
    var costs: [Int] = []
    for setup in options[house] where open[area.setups[setup].point] {
      costs.append(area.walk(house, setup))
    }
    return costs.count > 1 ? (costs[1] - costs[0]) / max(1, area.houses[house].households) : .max / 4
  }

  /// One setup for each open point: the cheapest that takes what would come by nearness.
  private func chosenSetups(_ open: [Bool]) -> [Int] {
    var coming = Array(repeating: 0, count: area.pointCount)
    for house in area.houses.indices {
      if let first = options[house].first(where: { open[area.setups[$0].point] }) {
        coming[area.setups[first].point] += area.houses[house].households
      }
    }
    return (0..<area.pointCount).compactMap { point in
      guard open[point] else { return nil }
      let own = area.setups.indices.filter { area.setups[$0].point == point }
      return own.min { a, b in (priceOf(a, coming[point]), a) < (priceOf(b, coming[point]), b) }
    }
  }

  private func priceOf(_ setup: Int, _ households: Int) -> Int {
    let slots = households.dividedRoundingUp(by: area.setups[setup].capacity)
    let overflow = max(0, slots - area.setups[setup].slots)
    return setupCost(setup, slots: slots) + overflow * area.unservedScale
  }

  /// Moves and swaps until none of them helps, or the deadline.
  mutating func descend(_ deadline: Deadline) {
    var improved = true
    while improved, !deadline.isOver {
      improved = relocateAll(deadline)
      if !improved { improved = swapAll(deadline) }
      if !improved { improved = changeSetups() }
    }
  }

  private mutating func relocateAll(_ deadline: Deadline) -> Bool {
    var improved = false
    for house in area.houses.indices {
      if deadline.isOver { return improved }
      var best: Change?
      for setup in options[house] where setup != place[house] && !isBlocked(setup) {
        if let change = judge([.init(house: house, to: setup)], below: best?.delta ?? 0) { best = change }
      }
      if let best {
        apply(best)
        improved = true
      }
    }
    return improved
  }

  private mutating func swapAll(_ deadline: Deadline) -> Bool {
    var improved = false
    for first in area.houses.indices {
      if deadline.isOver { return improved }
      for second in area.houses.indices where second > first && place[second] != place[first] {
        let (a, b) = (place[first], place[second])
        if (b >= 0 && !area.allows(first, b)) || (a >= 0 && !area.allows(second, a)) { continue }
        if (b < 0 && area.houses[first].forced) || (a < 0 && area.houses[second].forced) { continue }
        if let change = judge([.init(house: first, to: b), .init(house: second, to: a)], below: 0) {
          apply(change)
          improved = true
        }
      }
    }
    return improved
  }

  /// All houses of a point to another number of desks.
  private mutating func changeSetups() -> Bool {
    var improved = false
    for from in area.setups.indices where slots[from] > 0 {
      for to in area.setups.indices where to != from && area.setups[to].point == area.setups[from].point {
        guard slots[from] > 0, members[from].allSatisfy({ area.allows($0, to) }) else { continue }
        if let change = judge(members[from].map { .init(house: $0, to: to) }, below: 0) {
          apply(change)
          improved = true
        }
      }
    }
    return improved
  }

  /// Empties one open point after another into the rest, keeping what pays.
  mutating func closePoints(_ deadline: Deadline) {
    for setup in area.setups.indices where slots[setup] > 0 && !deadline.isOver {
      var attempt = self
      let leaving = attempt.members[setup]
      if leaving.contains(where: { area.houses[$0].forced }) { continue }
      attempt.remove(leaving)
      for house in leaving.sorted(by: { area.houses[$0].households > area.houses[$1].households }) {
        var best: Change?
        for other in options[house] where other != setup && !attempt.isBlocked(other) {
          if let change = attempt.judge([.init(house: house, to: other)], below: best?.delta ?? 0) { best = change }
        }
        if let best { attempt.apply(best) }
      }
      if attempt.cost < cost { self = attempt }
    }
  }

  /// Takes houses out; fewer houses always fit.
  mutating func remove(_ houses: [Int]) {
    if let change = judge(houses.map { .init(house: $0, to: -1) }, below: .max / 4) { apply(change) }
  }
}
