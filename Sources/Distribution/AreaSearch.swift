import Units

/// A plan of one area under improvement: who is where, and what that costs.
///
/// The number of slots of a setup is the fewest that its members were packed into; moves are judged by it.
struct AreaSearch {
  let area: Area
  let packer: SlotPacker
  /// Bins that one packing may fill while moves are judged.
  var patience = 40
  private(set) var place: [Int]
  private(set) var members: [[Int]]
  private(set) var load: [Int]
  private(set) var slots: [Int]
  private(set) var cost = 0
  /// By house: the setups it may use, nearest first.
  let options: [[Int]]

  init(_ area: Area, packer: SlotPacker) {
    self.area = area
    self.packer = packer
    place = Array(repeating: -1, count: area.houses.count)
    members = Array(repeating: [], count: area.setups.count)
    load = Array(repeating: 0, count: area.setups.count)
    slots = Array(repeating: 0, count: area.setups.count)
    options = area.houses.indices.map { house in
      area.setups.indices.filter { area.allows(house, $0) }
        .sorted { (area.walk(house, $0), $0) < (area.walk(house, $1), $1) }
    }
    cost = area.houses.indices.reduce(0) { $0 + area.unservedCost($1) }
  }

  func setupCost(_ setup: Int, slots: Int) -> Int {
    slots == 0 ? 0 : (area.setups[setup].openCost + area.setups[setup].slotCost * slots) * area.effortScale
  }

  /// Of having the house at the setup, or of not serving it.
  func houseCost(_ house: Int, _ setup: Int) -> Int {
    setup < 0 ? area.unservedCost(house) : area.walk(house, setup) * area.effortScale
  }

  /// Another setup of the same point is open.
  func isBlocked(_ setup: Int) -> Bool {
    guard slots[setup] == 0 else { return false }
    let point = area.setups[setup].point
    return area.setups.indices.contains { $0 != setup && slots[$0] > 0 && area.setups[$0].point == point }
  }

  /// A change of several houses' places, with the slots that it leads to.
  struct Change {
    var moves: [Move] = []
    /// New slots by setup, for those that change.
    var slots: [(setup: Int, slots: Int)] = []
    var delta = 0
    struct Move {
      var house: Int
      var to: Int
    }
  }

  /// What moving these houses would cost, or nil where it does not fit or is no better than `limit`.
  func judge(_ moves: [Change.Move], below limit: Int) -> Change? {
    var touched: [Int] = []
    var delta = 0
    for move in moves {
      let from = place[move.house]
      delta += houseCost(move.house, move.to) - houseCost(move.house, from)
      if from >= 0, !touched.contains(from) { touched.append(from) }
      if move.to >= 0, !touched.contains(move.to) { touched.append(move.to) }
    }
    // First what the sums of households promise; only then the packing.
    var hopeful = delta
    for setup in touched {
      var sum = load[setup]
      for move in moves {
        if place[move.house] == setup { sum -= area.houses[move.house].households }
        if move.to == setup { sum += area.houses[move.house].households }
      }
      let least = sum.dividedRoundingUp(by: area.setups[setup].capacity)
      if least > area.setups[setup].slots { return nil }
      hopeful += setupCost(setup, slots: least) - setupCost(setup, slots: slots[setup])
    }
    guard hopeful < limit else { return nil }
    var change = Change(moves: moves, delta: delta)
    for setup in touched {
      var after = members[setup].filter { house in !moves.contains { $0.house == house } }
      for move in moves where move.to == setup { after.append(move.house) }
      guard let needed = packer.fewestSlots(after, setup: setup, nodeLimit: patience) else { return nil }
      change.slots.append((setup, needed))
      change.delta += setupCost(setup, slots: needed) - setupCost(setup, slots: slots[setup])
      if change.delta >= limit + setupSavings(left: touched, done: change.slots.count) { return nil }
    }
    return change.delta < limit ? change : nil
  }

  /// The most that the setups not yet packed could still save.
  private func setupSavings(left touched: [Int], done: Int) -> Int {
    touched.dropFirst(done).reduce(0) { $0 + setupCost($1, slots: slots[$1]) }
  }

  mutating func apply(_ change: Change) {
    for move in change.moves {
      let from = place[move.house]
      let households = area.houses[move.house].households
      if from >= 0 {
        members[from].removeAll { $0 == move.house }
        load[from] -= households
      }
      if move.to >= 0 {
        members[move.to].append(move.house)
        load[move.to] += households
      }
      place[move.house] = move.to
    }
    for (setup, needed) in change.slots { slots[setup] = needed }
    cost += change.delta
  }

  /// The cheapest way to serve a house that is not served; nil where none is better than leaving it.
  func bestInsertion(_ house: Int) -> Change? {
    var best: Change?
    for setup in options[house] where !isBlocked(setup) {
      if let change = judge([.init(house: house, to: setup)], below: best?.delta ?? 0) { best = change }
    }
    return best
  }

  /// Takes the state of a plan given by places alone; false where it does not fit, and nothing changes.
  mutating func take(_ places: [Int]) -> Bool {
    var next = AreaSearch(area, packer: packer)
    next.patience = patience
    for setup in area.setups.indices {
      let own = places.indices.filter { places[$0] == setup }
      guard !own.isEmpty else { continue }
      guard let needed = packer.fewestSlots(own, setup: setup, nodeLimit: patience) else { return false }
      next.members[setup] = own
      next.load[setup] = own.reduce(0) { $0 + area.houses[$1].households }
      next.slots[setup] = needed
      next.cost += setupCost(setup, slots: needed)
    }
    for (house, setup) in places.enumerated() where setup >= 0 {
      next.cost += houseCost(house, setup) - houseCost(house, -1)
    }
    next.place = places
    self = next
    return true
  }

  /// The plan with every staircase in its slot; nil where a packing that was found before is not found again.
  func plan() -> AreaPlan? {
    var plan = AreaPlan(empty: area)
    for setup in area.setups.indices where slots[setup] > 0 {
      guard
        let (packing, _) = packer.packKindly(members[setup], setup: setup, slots: slots[setup], nodeLimit: patience)
      else { return nil }
      plan.desks[setup] = packing.desks
      for (index, house) in members[setup].enumerated() {
        plan.setup[house] = setup
        plan.slots[house] = packing.slots[index]
      }
    }
    return plan
  }
}
