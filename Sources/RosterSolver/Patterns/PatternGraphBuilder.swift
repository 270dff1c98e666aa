import Rostering

/// Lays a graph out, day by day, from the states that can be reached.
struct PatternGraphBuilder {
  private let problem: RosterProblem
  private let shape: PatternShape
  private let shapes: TotalShapes
  private let automaton: RosterProblem.Automaton?
  private let items: [[Int]]
  private let itemStart: [Int]
  private let exclusions: ItemExclusions
  private let mostRun: Int

  private(set) var layerStart = [0]
  private(set) var arcStart = [0]
  private(set) var arcTo: [Int] = []
  private(set) var arcMove: [Int] = []
  private(set) var arcEffect: [Int] = []
  private(set) var arcCost: [Int] = []
  private(set) var moveStart = [0]
  private(set) var moveOfItem: [Int]
  private(set) var effects: [Effect] = []
  private(set) var mostSteps: [Int] = []
  private(set) var finalState: [Int32] = []
  private(set) var startNode: [Int32] = []
  private(set) var fieldMost: [Int] = []
  let primaryUnit: Int
  let fieldUnit: [Int]
  private var effectNumber: [Effect: Int] = [:]
  private var blocks = OpenBlocks()

  struct Effect: Hashable {
    var steps = 0
    var second = 0
    var sums = PackedSums()
    /// One a field, whichever way it counts.
    var values: [Int32] = []
  }

  /// What matters of the days before.
  private struct Past: Hashable {
    var state: Int
    var run: Int
    /// Class of yesterday's item in `exclusions`.
    var yesterday: Int
    var counted: UInt64
  }

  init(
    _ problem: RosterProblem, layout: CellLayout, exclusions: ItemExclusions, shape: PatternShape, shapes: TotalShapes
  ) {
    self.problem = problem
    items = layout.items
    itemStart = layout.itemStart
    self.exclusions = exclusions
    self.shape = shape
    self.shapes = shapes
    automaton = shape.sequence >= 0 ? problem.sequences[shape.sequence] : nil
    let counts = problem.longestRun != nil || problem.runCost > 0
    mostRun = counts ? max(problem.longestRun ?? 0, problem.runCost > 0 ? problem.softRun : 0) + 1 : 0
    moveOfItem = [Int](repeating: 0, count: items.count)
    primaryUnit = shape.primary >= 0 ? shapes.unit[shape.primary] : 1
    fieldUnit = shape.fields.map { shapes.unit[$0.shape] }
  }

  mutating func build(starts: [(state: Int, run: Int)]) {
    blocks = OpenBlocks(
      shapes: Set(shape.counted).sorted(), shapes, problem)
    fieldMost = shape.fields.map { most($0.shape) }
    var layer: [Past] = []
    var number: [Past: Int] = [:]
    for start in starts {
      let past = Past(state: start.state, run: min(start.run, mostRun), yesterday: 0, counted: 0)
      if number[past] == nil {
        number[past] = layer.count
        layer.append(past)
      }
      startNode.append(Int32(number[past] ?? 0))
    }
    layerStart.append(layer.count)
    for day in 0..<problem.dayCount { layer = extend(layer, day: day) }
    finalState = layer.map { Int32($0.state) }
    for _ in layer { arcStart.append(arcTo.count) }
  }

  /// The most a sum can come to.
  private func most(_ shape: Int) -> Int {
    let daily = (0..<problem.dayCount).reduce(0) { sum, day in
      sum + (items[itemStart[day]..<itemStart[day + 1]].map { shapes.amount(shape, $0) }.max() ?? 0)
    }
    return (daily + shapes.shapes[shape].blocks.reduce(0) { $0 + $1.amount }) / shapes.unit[shape]
  }

  private mutating func extend(_ layer: [Past], day: Int) -> [Past] {
    let moves = group(Array(itemStart[day]..<itemStart[day + 1]))
    for (move, members) in moves.enumerated() {
      for item in members { moveOfItem[item] = moveStart[day] + move + 1 }
    }
    moveStart.append(moveStart[day] + moves.count + 1)
    mostSteps.append(0)
    var next: [Past] = []
    var number: [Past: Int] = [:]
    let base = layerStart[day + 1]
    // By what is counted already: the effect of every move.
    var effectsOf: [UInt64: [Int]] = [:]
    for past in layer {
      let known = effectsOf[past.counted] ?? moveEffects(moves, counted: past.counted)
      effectsOf[past.counted] = known
      for move in 0...moves.count {
        let item = move == 0 ? nil : moves[move - 1].first
        guard let (target, cost) = step(from: past, day: day, item: item) else { continue }
        let node = number[target] ?? next.count
        if node == next.count {
          number[target] = node
          next.append(target)
        }
        arcTo.append(base + node)
        arcMove.append(moveStart[day] + move)
        arcEffect.append(known[move])
        arcCost.append(cost)
        mostSteps[day] = max(mostSteps[day], effects[known[move]].steps)
      }
      arcStart.append(arcTo.count)
    }
    layerStart.append(base + next.count)
    return next
  }

  /// Of the day off, then of each move.
  private mutating func moveEffects(_ moves: [[Int]], counted: UInt64) -> [Int] {
    var off = Effect()
    off.values = [Int32](repeating: 0, count: shape.fields.count)
    var indices = [index(of: off)]
    for move in moves {
      var effect = Effect()
      if let item = move.first { add(items[item], counted: counted, to: &effect) }
      indices.append(index(of: effect))
    }
    return indices
  }

  private mutating func index(of effect: Effect) -> Int {
    if let known = effectNumber[effect] { return known }
    effectNumber[effect] = effects.count
    effects.append(effect)
    return effects.count - 1
  }

  private func step(from past: Past, day: Int, item: Int?) -> (Past, cost: Int)? {
    var target = past
    var cost = 0
    if let automaton {
      let letter = item.map { self.letter(of: $0) } ?? 0
      guard letter < automaton.letterCount else { return nil }
      let arc = automaton.arc(phase: automaton.phases[day], state: past.state, letter: letter)
      guard automaton.next[arc] >= 0 else { return nil }
      target.state = Int(automaton.next[arc])
      cost += Int(automaton.costs[arc])
    }
    if let item, exclusions.excludes(past.yesterday, items[item]) { return nil }
    target.yesterday = item.map { exclusions.classOfItem[$0] } ?? 0
    if mostRun > 0 {
      target.run = item == nil ? 0 : min(mostRun, past.run + 1)
      if let longest = problem.longestRun, target.run > longest { return nil }
      if problem.runCost > 0, target.run > problem.softRun { cost += problem.runCost }
    }
    if let item { for duty in items[item] { target.counted |= blocks.bits(of: duty) } }
    target.counted &= ~blocks.closing(after: day)
    return (target, cost)
  }

  /// Who has an automaton has one duty a day: what stands for more has no letter of its own.
  private func letter(of item: Int) -> Int {
    items[item].count == 1 ? problem.duties[items[item][0]].dayClass : Int.max
  }

  private func add(_ duties: [Int], counted: UInt64, to effect: inout Effect) {
    func amount(_ shape: Int) -> Int {
      var sum = shapes.amount(shape, duties)
      var today: [Int] = []
      for duty in duties {
        let block = shapes.block(shape, duty)
        guard block >= 0, counted & blocks.bit(shape, block) == 0, !today.contains(block) else { continue }
        today.append(block)
        sum += shapes.shapes[shape].blocks[block].amount
      }
      return sum / shapes.unit[shape]
    }
    if shape.primary >= 0 { effect.steps = amount(shape.primary) }
    if shape.second >= 0 { effect.second = amount(shape.second) }
    for (number, field) in shape.fields.enumerated() {
      let value = amount(field.shape)
      effect.sums.add(field.isDown ? -value : value, field: number)
      effect.values.append(Int32(clamping: value))
    }
  }

  /// Items of a day that are the same to the graph.
  private func group(_ today: [Int]) -> [[Int]] {
    struct Look: Hashable {
      var letter: Int
      var sums: [Int]
      var yesterday: Int
      var today: Int
    }
    var number: [Look: Int] = [:]
    var groups: [[Int]] = []
    let used = shape.counted
    let blocked = used.filter { !shapes.shapes[$0].blocks.isEmpty }
    for item in today {
      let duties = items[item]
      if automaton != nil, duties.count > 1 { break }
      var sums = used.map { shapes.amount($0, duties) }
      for shape in blocked { sums += Set(duties.map { shapes.block(shape, $0) }).sorted() + [-2] }
      let look = Look(
        letter: automaton == nil ? 0 : letter(of: item), sums: sums, yesterday: exclusions.classOfItem[item],
        today: exclusions.beforeClass[item])
      if let known = number[look] {
        groups[known].append(item)
      } else {
        number[look] = groups.count
        groups.append([item])
      }
    }
    return groups
  }
}
