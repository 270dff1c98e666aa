import Routing
import Units

extension Annealer {
  /// Goes on from the best plan without one of its routes, and with no other instead: what was on it is left out, and has
  /// to find a place on those that stay.
  mutating func squeeze() {
    mostRoutes = .max
    returnToBest()
    guard store.activeCount > 1 else { return }
    mostRoutes = store.activeCount - 1
    let free = (0..<store.activeCount).map { Int(store.active[$0]) }.filter { store.locked[$0] == 0 }
    guard !free.isEmpty else { return }
    drop(free[random.below(free.count)])
    waiting = 0
    cost = routesAndPrizes()
    _ = facts.sharesDepots && shareDepots()
    undo.clear()
  }

  /// Ends all squeezing.
  mutating func relax() {
    mostRoutes = .max
    returnToBest()
  }

  private func routesAndPrizes() -> Int {
    var sum = 0
    for index in 0..<store.activeCount { sum &+= store.cost[Int(store.active[index])] }
    for index in 0..<absentCount {
      let prize = facts.requests.prize[Int(absent[index])]
      if prize < EngineFacts.never { sum &+= prize }
    }
    return sum
  }
}
