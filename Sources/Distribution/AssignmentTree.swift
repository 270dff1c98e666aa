import Units

/// All assignments of houses in a box whose numbers of slots are fixed, as far as they can beat the best plan.
///
/// Depth first over houses with the reduced costs of the box: what a choice costs beyond the house's best, plus the price
/// of slots that must stay empty. The limit on that sum grows step by step, so that the first plans found are good.
/// Setups are packed as soon as nobody else can come.
struct AssignmentTree {
  private let area: Area
  private let box: PointNode
  private let bound: PointBound
  private let packer: SlotPacker
  private(set) var best: AreaPlan
  private(set) var bestCost: Int
  /// Choices made.
  private(set) var work = 0

  private let order: [Int]
  /// By depth: the choices of that house, cheapest first; setups.count stands for not served.
  private let choices: [[Choice]]
  /// By depth: setups to which no later house can go.
  private let completes: [[Int]]
  private let resources: [Resource]
  /// By resource, then depth: what houses from that depth on could still bring.
  private let coming: [[Int]]
  private let resourcesOf: [[Int]]

  private var used: [Int]
  private var members: [[Int]]
  private var limit = 0
  private var workLimit = 0
  private var stopped = false
  /// The least bound of assignments that could not be judged.
  private var unresolved = Int.max

  private struct Choice {
    var to: Int
    var extra: Int
  }
  private struct Resource {
    var setup: Int
    var amount: [Int]
    var most: Int
    var price: Int
  }

  /// Bins that one packing may fill before it is given up as undecided.
  static let packingLimit = 100_000

  init(_ area: Area, _ box: PointNode, _ bound: PointBound, packer: SlotPacker, best: AreaPlan, bestCost: Int) {
    self.area = area
    self.box = box
    self.bound = bound
    self.packer = packer
    self.best = best
    self.bestCost = bestCost
    let count = area.setups.count
    let all = area.houses.indices.map { house in
      (0...count).filter { box.possible[house * (count + 1) + $0] }
        .map { Choice(to: $0, extra: bound.extra[house * (count + 1) + $0]) }
        .sorted { ($0.extra, $0.to) < ($1.extra, $1.to) }
    }
    order = AssignmentTree.order(area, all)
    choices = order.map { all[$0] }
    var last = Array(repeating: -1, count: count)
    for (depth, options) in choices.enumerated() {
      for option in options where option.to < count { last[option.to] = depth }
    }
    completes = order.indices.map { depth in (0..<count).filter { last[$0] == depth } }
    resources = bound.resources.filter { $0.price > 0 || $0.most == area.setups[$0.setup].capacity }.map {
      Resource(setup: $0.setup, amount: $0.amount, most: $0.most * box.highest[$0.setup], price: $0.price)
    }
    resourcesOf = (0..<count).map { [resources] setup in resources.indices.filter { resources[$0].setup == setup } }
    coming = resources.map { [order, choices] resource in
      var sums = Array(repeating: 0, count: order.count + 1)
      for depth in order.indices.reversed() {
        let able = choices[depth].contains { $0.to == resource.setup }
        sums[depth] = sums[depth + 1] + (able ? resource.amount[order[depth]] : 0)
      }
      return sums
    }
    used = Array(repeating: 0, count: resources.count)
    members = Array(repeating: [], count: count)
  }

  /// Those with one choice first; then setup by setup, so that each is complete soon, large houses first.
  private static func order(_ area: Area, _ choices: [[Choice]]) -> [Int] {
    var order = choices.indices.filter { choices[$0].count <= 1 }
    var waiting = choices.indices.filter { choices[$0].count > 1 }
    while !waiting.isEmpty {
      var counts = Array(repeating: 0, count: area.setups.count + 1)
      for house in waiting { for choice in choices[house] { counts[choice.to] += 1 } }
      let next = area.setups.indices.filter { counts[$0] > 0 }.min { (counts[$0], $0) < (counts[$1], $1) }
      let group = waiting.filter { house in choices[house].contains { $0.to == next } }
      let chosen = group.isEmpty ? waiting : group
      order += chosen.sorted { (-area.houses[$0].households, $0) < (-area.houses[$1].households, $1) }
      waiting.removeAll { chosen.contains($0) }
    }
    return order
  }

  /// Returns a bound on what was not looked at: the best cost where all was.
  mutating func run(_ deadline: Deadline, workLimit: Int) -> Int {
    self.workLimit = workLimit
    var step = max(1, gap / 64)
    var done = bound.bound
    while true {
      let final = step >= gap
      limit = min(step, gap)
      let reach = limit
      if gap < 0 { return bestCost }
      search(0, 0, deadline)
      if stopped { return min(done, unresolved) }
      if final { return min(unresolved, bestCost) }
      done = max(done, (bound.value + reach + 1).dividedRoundingUpFromBelow(by: bound.scale))
      if done >= bestCost { return min(unresolved, bestCost) }
      step = step.multipliedReportingOverflow(by: 2).partialValue
    }
  }

  /// What a better plan's extras may add up to.
  private var gap: Int { (bestCost - 1) * bound.scale - bound.value }

  private mutating func search(_ depth: Int, _ extra: Int, _ deadline: Deadline) {
    if depth == order.count {
      finish(extra)
      return
    }
    let house = order[depth]
    for choice in choices[depth] {
      if extra + choice.extra > limit || stopped { return }
      work += 1
      if work > workLimit || (work & 4095 == 0 && deadline.isOver) {
        stopped = true
        return
      }
      let to = choice.to
      if to == area.setups.count {
        descend(depth, extra + choice.extra, deadline)
        continue
      }
      var fits = true
      for index in resourcesOf[to] {
        used[index] += resources[index].amount[house]
        if used[index] > resources[index].most { fits = false }
      }
      if fits {
        members[to].append(house)
        descend(depth, extra + choice.extra, deadline)
        members[to].removeLast()
      }
      for index in resourcesOf[to] { used[index] -= resources[index].amount[house] }
    }
  }

  private mutating func descend(_ depth: Int, _ extra: Int, _ deadline: Deadline) {
    var wasted = extra
    for index in resources.indices where resources[index].price > 0 {
      let empty = resources[index].most - used[index] - coming[index][depth + 1]
      if empty > 0 { wasted += empty * resources[index].price }
    }
    if wasted > limit { return }
    for setup in completes[depth] where !members[setup].isEmpty {
      switch packer.fits(
        members[setup], setup: setup, slots: box.highest[setup], nodeLimit: AssignmentTree.packingLimit)
      {
      case .fits: break
      case .impossible: return
      case .unknown:
        unresolved = min(unresolved, (bound.value + wasted).dividedRoundingUpFromBelow(by: bound.scale))
        return
      }
    }
    search(depth + 1, extra, deadline)
  }

  private mutating func finish(_ extra: Int) {
    var plan = AreaPlan(empty: area)
    var proved = true
    for setup in members.indices where !members[setup].isEmpty {
      guard
        let (packing, best) = packer.packKindly(
          members[setup], setup: setup, slots: box.highest[setup], nodeLimit: AssignmentTree.packingLimit)
      else { return }
      proved = proved && best
      plan.desks[setup] = packing.desks
      for (index, house) in members[setup].enumerated() {
        plan.setup[house] = setup
        plan.slots[house] = packing.slots[index]
      }
    }
    let cost = area.cost(of: plan)
    let scaled = area.scaled(cost)
    if !proved { unresolved = min(unresolved, scaled - cost.preference) }
    if scaled < bestCost {
      best = plan
      bestCost = scaled
      limit = min(limit, gap)
    }
  }
}
