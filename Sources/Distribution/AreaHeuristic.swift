import Units

/// Construction and local search for one area.
///
/// 1. Rank sets of open points. 2. For the best few: construct by regret, then move, swap and close until nothing
/// helps. 3. Take some neighbouring houses out and put them back, again and again, keeping what is better.
struct AreaHeuristic {
  let area: Area
  var random: SeededRandom

  /// - Parameter rounds: how often step 3 is done at most.
  mutating func run(_ deadline: Deadline, rounds: Int, start: [Int]? = nil) -> AreaPlan {
    let packer = SlotPacker(area)
    var best = AreaSearch(area, packer: packer)
    best.placeForced()
    let forced = best
    if let start, best.take(start) {
      best.descend(deadline)
    } else {
      for (rank, open) in PointSets(area, options: best.options).best(4).enumerated() {
        if rank > 0, deadline.isOver { break }
        var search = forced
        search.construct(open: open)
        if search.cost < best.cost { best = search }
        if deadline.isOver { break }
        search.descend(deadline)
        search.closePoints(deadline)
        if search.cost < best.cost { best = search }
      }
      best.descend(deadline)
    }
    improve(&best, rounds: rounds, deadline)
    return best.plan() ?? AreaPlan(empty: area)
  }

  private mutating func improve(_ best: inout AreaSearch, rounds: Int, _ deadline: Deadline) {
    let free = area.houses.indices.filter { !area.houses[$0].forced && best.options[$0].count > 0 }
    guard free.count > 1, rounds > 0 else { return }
    let near = Neighbours(area, free)
    var current = best
    for round in 0..<rounds {
      if deadline.isOver { return }
      var next = current
      let seed = free[random.below(free.count)]
      let size = min(free.count, 2 + random.below(7))
      let leaving = near.around(seed, size, &random)
      next.remove(leaving)
      var order = leaving.sorted { (-area.houses[$0].households, $0) < (-area.houses[$1].households, $1) }
      if random.below(2) == 0, order.count > 1 { order.swapAt(0, 1 + random.below(order.count - 1)) }
      for house in order {
        if let change = next.bestInsertion(house) { next.apply(change) }
      }
      // The allowance falls to nothing: early rounds may walk uphill, late ones may not.
      let allowance = slotPrice * (rounds - round) / (4 * rounds)
      if next.cost < best.cost {
        next.descend(deadline)
        best = next
        current = next
      } else if next.cost < best.cost + allowance {
        current = next
      } else if random.below(50) == 0 {
        current = best
      }
    }
  }

  private var slotPrice: Int { (area.setups.map(\.slotCost).max() ?? 0) * area.effortScale }

  /// Houses that are alike in where they may go and how far that is.
  private struct Neighbours {
    private let lists: [[Int]]

    init(_ area: Area, _ free: [Int]) {
      var lists = Array(repeating: [Int](), count: area.houses.count)
      let step = max(1, area.setups.count / 8)
      for house in free {
        let weight = max(1, area.houses[house].households)
        let ranked = free.filter { $0 != house }.map { other -> (Int, Int) in
          var distance = 0
          let otherWeight = max(1, area.houses[other].households)
          for setup in stride(from: 0, to: area.setups.count, by: step) {
            let (a, b) = (area.walk(house, setup), area.walk(other, setup))
            if (a < 0) != (b < 0) {
              distance += 100_000
            } else if a >= 0 {
              distance += abs(a / weight - b / otherWeight)
            }
          }
          return (distance, other)
        }
        lists[house] = ranked.sorted { $0 < $1 }.prefix(24).map(\.1)
      }
      self.lists = lists
    }

    func around(_ seed: Int, _ count: Int, _ random: inout SeededRandom) -> [Int] {
      var chosen = [seed]
      for other in lists[seed] where chosen.count < count && random.below(3) > 0 { chosen.append(other) }
      return chosen
    }
  }
}
