import LinearModel
import Units

/// Branch and bound for one area: on the total of slots, on which points open, on the slots of each; a box in which all
/// numbers of slots are fixed is searched for assignments and packings (`AssignmentTree`).
///
/// Boxes come best bound first. Every bound is a whole number worked out from multipliers (`PointBound`).
struct PointTree {
  let area: Area
  let solver: any LinearSolver
  private var relaxation: PointRelaxation
  private let packer: SlotPacker
  private var boxes: [PointNode] = []
  /// The least bound of what was given up or left.
  private var open = Int.max
  private(set) var best: AreaPlan
  private(set) var bestCost: Int
  /// False as long as there was no plan to start from and none was found.
  private(set) var hasPlan: Bool
  private(set) var nodes = 0
  private var workLeft: Int

  /// - Parameter start: nil: no plan is known; any that leaves no more out than everybody will do.
  init(_ area: Area, start: AreaPlan?, solver: any LinearSolver) {
    self.area = area
    self.solver = solver
    relaxation = PointRelaxation(area)
    packer = SlotPacker(area)
    best = start ?? AreaPlan(empty: area)
    bestCost = area.scaled(area.cost(of: best)) + (start == nil ? 1 : 0)
    hasPlan = start != nil
    workLeft = .max
  }

  /// A leaf's assignments that one box of the tree is worth, for limits without a clock.
  static let workPerNode = 10_000

  /// - Parameter nodeLimit: boxes to look at, at most; nil: until the deadline.
  mutating func run(_ deadline: Deadline, nodeLimit: Int?) -> PartProof {
    if let nodeLimit { workLeft = nodeLimit.multipliedReportingOverflow(by: PointTree.workPerNode).partialValue }
    var root = PointNode(root: area)
    guard root.tighten(area) else { return .none }
    boxes = [root]
    var started = false
    while let box = takeBest() {
      if box.bound >= bestCost { continue }
      if deadline.isOver || nodes >= nodeLimit ?? .max {
        open = min(open, box.bound)
        for other in boxes { open = min(open, other.bound) }
        boxes = []
        break
      }
      nodes += 1
      branch(box, deadline, isRoot: !started)
      started = true
    }
    return PartProof(bound: min(open, bestCost), finished: open >= bestCost)
  }

  private mutating func takeBest() -> PointNode? {
    guard var chosen = boxes.indices.first else { return nil }
    for index in boxes.indices where boxes[index].bound < boxes[chosen].bound { chosen = index }
    return boxes.remove(at: chosen)
  }

  private mutating func branch(_ box: PointNode, _ deadline: Deadline, isRoot: Bool) {
    var box = box
    let answer = relaxation.solve(
      &box, tooMuch: bestCost + 1, solver: solver, deadline: deadline, rounds: isRoot ? 12 : 4)
    let multipliers = answer?.multipliers ?? .init(none: area.setups.count)
    let bound = PointBound(relaxation, box, multipliers, ceiling: bestCost)
    if bound.isEmpty { return }
    box.bound = max(box.bound, bound.bound)
    if box.bound >= bestCost { return }
    if let answer, nodes < 40 || nodes % 8 == 0 { round(answer, deadline) }
    let wasLeaf = box.isLeaf
    narrow(&box, bound)
    guard box.tighten(area), box.bound < bestCost else { return }
    if wasLeaf {
      searchLeaf(box, bound, deadline)
    } else if box.isLeaf {
      boxes.append(box)
    } else {
      boxes += children(box, answer)
    }
  }

  /// Rules out places and numbers of slots that alone lift the bound to the best plan's cost.
  private func narrow(_ box: inout PointNode, _ bound: PointBound) {
    let room = (bestCost - 1).multipliedReportingOverflow(by: bound.scale)
    guard !room.overflow else { return }
    let gap = room.partialValue - bound.value
    for index in box.possible.indices where bound.extra[index] > gap { box.possible[index] = false }
    for setup in area.setups.indices {
      while box.highest[setup] > max(0, box.lowest[setup]), bound.slotExtra[setup][box.highest[setup]] > gap {
        box.highest[setup] -= 1
      }
      let point = area.setups[setup].point
      // None here may mean some in another setup of the point.
      let alone = !area.setups.indices.contains { other in
        other != setup && area.setups[other].point == point && box.highest[other] > 0
      }
      while box.lowest[setup] < box.highest[setup], alone || box.lowest[setup] > 0,
        bound.slotExtra[setup][box.lowest[setup]] > gap
      {
        box.lowest[setup] += 1
      }
    }
  }

  private func children(_ box: PointNode, _ answer: PointRelaxation.Answer?) -> [PointNode] {
    var children: [PointNode] = []
    func add(_ change: (inout PointNode) -> Void) {
      var child = box
      change(&child)
      if child.tighten(area) { children.append(child) }
    }
    func split(_ setup: Int, at value: Int) {
      add { $0.highest[setup] = value }
      add { $0.lowest[setup] = value + 1 }
    }
    let undecided = area.setups.indices.filter { box.lowest[$0] < box.highest[$0] }
    guard let answer else {
      if let widest = undecided.max(by: { box.highest[$0] - box.lowest[$0] < box.highest[$1] - box.lowest[$1] }) {
        split(widest, at: (box.lowest[widest] + box.highest[widest]) / 2)
      }
      return children
    }
    let total = answer.slots.reduce(0, +)
    let down = Int(total.rounded(.down))
    if total - Double(down) > 1e-5, Double(down + 1) - total > 1e-5, down >= box.totalLowest, down < box.totalHighest {
      add { $0.totalHighest = down }
      add { $0.totalLowest = down + 1 }
      return children
    }
    func fraction(_ value: Double) -> Double { min(value - value.rounded(.down), value.rounded(.up) - value) }
    let half = undecided.filter { box.lowest[$0] == 0 && fraction(answer.open[$0]) > 1e-5 }
    if let setup = half.max(by: { fraction(answer.open[$0]) < fraction(answer.open[$1]) }) {
      split(setup, at: 0)
      return children
    }
    let broken = undecided.filter { fraction(answer.slots[$0]) > 1e-5 }
    if let setup = broken.max(by: { fraction(answer.slots[$0]) < fraction(answer.slots[$1]) }) {
      let value = Int(answer.slots[setup].rounded(.down))
      split(setup, at: min(max(value, box.lowest[setup]), box.highest[setup] - 1))
      return children
    }
    // All whole: the number itself, and what lies on either side.
    if let setup = undecided.max(by: { box.highest[$0] - box.lowest[$0] < box.highest[$1] - box.lowest[$1] }) {
      let value = min(max(Int(answer.slots[setup].rounded()), box.lowest[setup]), box.highest[setup])
      add {
        $0.lowest[setup] = value
        $0.highest[setup] = value
      }
      if value > box.lowest[setup] { add { $0.highest[setup] = value - 1 } }
      if value < box.highest[setup] { add { $0.lowest[setup] = value + 1 } }
    }
    return children
  }

  /// A plan from the linear program's shares: each house where most of it is, then moves and swaps.
  private mutating func round(_ answer: PointRelaxation.Answer, _ deadline: Deadline) {
    let count = area.setups.count
    var places: [Int] = area.houses.indices.map { house -> Int in
      mainSetup(answer.share[(house * count)..<((house + 1) * count)])
    }
    var search = AreaSearch(area, packer: packer)
    // One setup a point: the one with most.
    for point in 0..<area.pointCount {
      let own = area.setups.indices.filter { area.setups[$0].point == point }
      guard let main = own.max(by: { answer.slots[$0] < answer.slots[$1] }) else { continue }
      for house in places.indices where own.contains(places[house]) && places[house] != main {
        places[house] = area.allows(house, main) ? main : -1
      }
    }
    for house in places.indices where area.houses[house].forced && places[house] < 0 { return }
    if !search.take(places) {
      // Houses that do not fit go elsewhere, the smallest first.
      for setup in 0..<count {
        var own = places.indices.filter { places[$0] == setup }
        own.sort { dispensability($0) < dispensability($1) }
        while let smallest = own.first, packer.fewestSlots(own, setup: setup, nodeLimit: search.patience) == nil {
          if area.houses[smallest].forced { return }
          places[smallest] = -1
          own.removeFirst()
        }
      }
      guard search.take(places) else { return }
    }
    for house in places.indices where search.place[house] < 0 {
      if let change = search.bestInsertion(house) { search.apply(change) }
    }
    search.descend(deadline)
    if search.cost < bestCost, let plan = search.plan() { offer(plan) }
  }

  /// The setup with the largest share, or −1 where no share is worth naming.
  private func mainSetup(_ shares: ArraySlice<Double>) -> Int {
    var best = -1
    var most = 0.01
    for (setup, share) in shares.enumerated() where share > most {
      most = share
      best = setup
    }
    return best
  }

  /// Small houses that nothing forces come first.
  private func dispensability(_ house: Int) -> (Int, Int, Int) {
    (area.houses[house].forced ? 1 : 0, area.houses[house].households, house)
  }

  private mutating func offer(_ plan: AreaPlan) {
    let cost = area.scaled(area.cost(of: plan))
    if cost < bestCost {
      best = plan
      bestCost = cost
      hasPlan = true
    }
  }

  private mutating func searchLeaf(_ box: PointNode, _ bound: PointBound, _ deadline: Deadline) {
    var leaf = AssignmentTree(area, box, bound, packer: packer, best: best, bestCost: bestCost)
    let left = leaf.run(deadline, workLimit: workLeft)
    workLeft = max(0, workLeft - leaf.work)
    if leaf.bestCost < bestCost { hasPlan = true }
    best = leaf.best
    bestCost = leaf.bestCost
    open = min(open, left)
  }
}
