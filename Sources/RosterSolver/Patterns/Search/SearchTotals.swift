import Rostering
import Units

/// The totals of all people that a roster can change or break, and what each slot adds to them.
///
/// Wishes for duties of several days are totals too: a block worth one, and a cost as long as it is not there.
struct SearchTotals: ~Copyable {
  /// What holding a slot adds: `amount` to total `index`, or one to block −1 − `index`.
  struct Effect: BitwiseCopyable {
    var index: Int32
    var amount: Int32
  }
  /// Breaches are counted in sixteenths of `unit`, rounded up.
  static let breachScale = 16

  let count: Int
  let blockCount: Int
  // Of each total, without its base: its limits (low ≤ value ≤ high), what a breach is measured by, its cost or −1.
  let low: Buffer<Int32>
  let high: Buffer<Int32>
  let unit: Buffer<Int32>
  let base: Buffer<Int32>
  let cost: Buffer<Int32>
  let costs: StepCosts
  // Of each block.
  let blockTotal: Buffer<Int32>
  let blockAmount: Buffer<Int32>
  /// The first of each person's totals and blocks.
  let personTotals: Buffer<Int32>
  let personBlocks: Buffer<Int32>
  /// [person × slotCount + slot]: the slot's effects on the person.
  let effectStart: Buffer<Int32>
  let effects: Buffer<Effect>
  /// The most effects of one slot.
  let mostEffects: Int

  init(
    _ problem: RosterProblem, dutySlots: borrowing Buffer<Int32>, slotCount: Int, slotCost: borrowing Buffer<Int32>
  ) {
    let people = problem.people.count
    let kept = problem.people.map { SearchTotals.relevant($0, in: problem) }
    count = kept.reduce(0) { $0 + $1.count }
    blockCount = kept.reduce(0) { $0 + $1.reduce(0) { $0 + $1.blocks.count } }
    low = Buffer(repeating: Int32.min, count: count)
    high = Buffer(repeating: Int32.max, count: count)
    unit = Buffer(repeating: 1, count: count)
    base = Buffer(repeating: 0, count: count)
    cost = Buffer(repeating: -1, count: count)
    blockTotal = Buffer(repeating: 0, count: blockCount)
    blockAmount = Buffer(repeating: 0, count: blockCount)
    personTotals = Buffer(repeating: 0, count: people + 1)
    personBlocks = Buffer(repeating: 0, count: people + 1)
    effectStart = Buffer(repeating: 0, count: people * slotCount + 1)
    var steps: [RosterProblem.StepCost] = []
    var total = 0
    var block = 0
    for person in 0..<people {
      for entry in kept[person] {
        if let minimum = entry.minimum { low[total] = Int32(clamping: minimum - entry.base) }
        if let maximum = entry.maximum { high[total] = Int32(clamping: maximum - entry.base) }
        unit[total] = Int32(max(1, entry.amounts.map(\.amount).max() ?? 0, entry.blocks.map(\.amount).max() ?? 0))
        base[total] = Int32(entry.base)
        if let price = entry.cost {
          cost[total] = Int32(steps.count)
          steps.append(price)
        }
        for item in entry.blocks {
          blockTotal[block] = Int32(total)
          blockAmount[block] = Int32(item.amount)
          block += 1
        }
        total += 1
      }
      personTotals[person + 1] = Int32(total)
      personBlocks[person + 1] = Int32(block)
    }
    costs = StepCosts(steps)
    effects = SearchTotals.lay(
      kept, problem, dutySlots: dutySlots, slotCount: slotCount, slotCost: slotCost, starts: effectStart)
    var most = 0
    for cell in 0..<(people * slotCount) { most = max(most, Int(effectStart[cell + 1] &- effectStart[cell])) }
    mostEffects = most
  }

  /// Fills `starts` and returns the effects, in two passes over all of them.
  private static func lay(
    _ kept: [[RosterProblem.Total]], _ problem: RosterProblem, dutySlots: borrowing Buffer<Int32>, slotCount: Int,
    slotCost: borrowing Buffer<Int32>, starts: borrowing Buffer<Int32>
  ) -> Buffer<Effect> {
    for (person, totals) in kept.enumerated() {
      visit(totals, firstTotal: 0, firstBlock: 0) { duty, _ in
        for seat in problem.duties[duty].seats.indices {
          let cell = person * slotCount + Int(dutySlots[duty]) + seat
          if slotCost[cell] != SearchTables.forbidden { starts[cell + 1] &+= 1 }
        }
      }
    }
    for cell in 0..<(kept.count * slotCount) { starts[cell + 1] &+= starts[cell] }
    let effects = Buffer(repeating: Effect(index: 0, amount: 0), count: Int(starts[kept.count * slotCount]))
    let placed = Buffer<Int32>(repeating: 0, count: kept.count * slotCount)
    var firstTotal = 0
    var firstBlock = 0
    for (person, totals) in kept.enumerated() {
      visit(totals, firstTotal: firstTotal, firstBlock: firstBlock) { duty, effect in
        for seat in problem.duties[duty].seats.indices {
          let cell = person * slotCount + Int(dutySlots[duty]) + seat
          guard slotCost[cell] != SearchTables.forbidden else { continue }
          effects[Int(starts[cell] &+ placed[cell])] = effect
          placed[cell] &+= 1
        }
      }
      firstTotal += totals.count
      firstBlock += totals.reduce(0) { $0 + $1.blocks.count }
    }
    return effects
  }

  private static func visit(
    _ totals: [RosterProblem.Total], firstTotal: Int, firstBlock: Int, _ body: (Int, Effect) -> Void
  ) {
    var block = firstBlock
    for (number, total) in totals.enumerated() {
      for amount in total.amounts where amount.amount > 0 {
        body(amount.duty, Effect(index: Int32(firstTotal + number), amount: Int32(amount.amount)))
      }
      for item in total.blocks {
        for duty in item.duties { body(duty, Effect(index: Int32(-1 - block), amount: 1)) }
        block += 1
      }
    }
  }

  /// How far the value, without its base, is outside its limits.
  @inline(__always) func breach(_ total: Int, _ value: Int32) -> Int {
    let excess =
      value < low[total]
      ? Int(low[total]) &- Int(value) : value > high[total] && value > 0 ? Int(value) &- Int(high[total]) : 0
    if excess == 0 { return 0 }
    let unit = Int(self.unit[total])
    return (excess &* SearchTotals.breachScale &+ unit &- 1) / unit
  }

  /// What the value, without its base, costs at level 3.
  @inline(__always) func price(_ total: Int, _ value: Int32) -> Int {
    let index = Int(cost[total])
    return index < 0 ? 0 : costs.cost(index, of: Int(base[total]) &+ Int(value))
  }
}
