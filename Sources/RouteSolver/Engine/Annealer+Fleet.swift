import Routing
import Units

extension Annealer {
  /// Goes on from the best plan with another fleet: without one vehicle, with one exchanged for another kind, or both.
  /// No others are used until `relax`. It begins with the fixed routes alone: what was good for other vehicles is mostly
  /// in the way of these.
  mutating func tryFleet() {
    relax()
    for kind in facts.kinds.indices { fleet[kind] = store.usedOfKind[kind] }
    let draw = random.below(4)
    if draw < 3, store.activeCount > 1 { giveUpRoute() }
    if draw > 1 { exchangeVehicle() }
    while let slot = freeRoute() { drop(slot) }
    for request in 0..<facts.requests.count { absences[request] = 1 }
    waiting = 0
    cost = routesAndPrizes()
    if facts.sharesDepots { _ = shareDepots() }
    fill(until: .never())
  }

  /// Goes on from the best plan without one of its routes, and with no other instead: what was on it is left out, and has
  /// to find a place on those that stay.
  mutating func squeeze() {
    relax()
    guard store.activeCount > 1, let slot = freeRoute() else { return }
    mostRoutes = store.activeCount - 1
    drop(slot)
    undo.clear()
  }

  /// Any vehicles may be used again; back to the best plan.
  mutating func relax() {
    mostRoutes = .max
    for kind in facts.kinds.indices { fleet[kind] = facts.kinds[kind].count }
    returnToBest()
  }

  /// A route that no rule fixes.
  private mutating func freeRoute() -> Int? {
    let free = (0..<store.activeCount).map { Int(store.active[$0]) }.filter { store.locked[$0] == 0 }
    return free.isEmpty ? nil : free[random.below(free.count)]
  }

  private mutating func giveUpRoute() {
    guard let slot = freeRoute() else { return }
    fleet[store.kind[slot]] -= 1
    drop(slot)
  }

  private mutating func exchangeVehicle() {
    let idle = facts.kinds.indices.filter { store.usedOfKind[$0] < facts.kinds[$0].count }
    guard !idle.isEmpty else { return }
    let kind = idle[random.below(idle.count)]
    guard let slot = freeRoute(), store.kind[slot] != kind else { return }
    fleet[kind] += 1
    fleet[store.kind[slot]] -= 1
    drop(slot)
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
