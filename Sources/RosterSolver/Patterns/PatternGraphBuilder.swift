import Rostering

/// Lays a graph out, day by day, from the states that can be reached.
struct PatternGraphBuilder {
  private let problem: RosterProblem
  private let shape: PatternShape
  private let shapes: TotalShapes
  private let automaton: RosterProblem.Automaton?
  private let exclusions: DutyExclusions
  private let mostRun: Int

  private(set) var layerStart = [0]
  private(set) var arcStart = [0]
  private(set) var arcTo: [Int] = []
  private(set) var arcMove: [Int] = []
  private(set) var arcEffect: [Int] = []
  private(set) var arcCost: [Int] = []
  private(set) var moveStart = [0]
  private(set) var moveOfDuty: [Int]
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
    /// Class of yesterday's duty in `exclusions`.
    var yesterday: Int
    var counted: UInt64
  }

  init(_ problem: RosterProblem, shape: PatternShape, shapes: TotalShapes) {
    self.problem = problem
    self.shape = shape
    self.shapes = shapes
    automaton = shape.sequence >= 0 ? problem.sequences[shape.sequence] : nil
    exclusions = DutyExclusions(problem)
    let counts = problem.longestRun != nil || problem.runCost > 0
    mostRun = counts ? max(problem.longestRun ?? 0, problem.runCost > 0 ? problem.softRun : 0) + 1 : 0
    moveOfDuty = [Int](repeating: 0, count: problem.duties.count)
    primaryUnit = shape.primary >= 0 ? shapes.unit[shape.primary] : 1
    fieldUnit = shape.fields.map { shapes.unit[$0.shape] }
  }

  mutating func build(starts: [(state: Int, run: Int)]) {
    var byDay = [[Int]](repeating: [], count: problem.dayCount)
    for (index, duty) in problem.duties.enumerated() { byDay[duty.day].append(index) }
    blocks = OpenBlocks(
      shapes: Set(shape.counted).sorted(), shapes, problem)
    fieldMost = shape.fields.map { most($0.shape, byDay) }
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
    for day in 0..<problem.dayCount { layer = extend(layer, day: day, duties: byDay[day]) }
    finalState = layer.map { Int32($0.state) }
    for _ in layer { arcStart.append(arcTo.count) }
  }

  /// The most a sum can come to.
  private func most(_ shape: Int, _ byDay: [[Int]]) -> Int {
    let daily = byDay.reduce(0) { sum, duties in sum + (duties.map { shapes.amount(shape, $0) }.max() ?? 0) }
    return (daily + shapes.shapes[shape].blocks.reduce(0) { $0 + $1.amount }) / shapes.unit[shape]
  }

  private mutating func extend(_ layer: [Past], day: Int, duties: [Int]) -> [Past] {
    let moves = group(duties)
    for (move, members) in moves.enumerated() {
      for duty in members { moveOfDuty[duty] = moveStart[day] + move + 1 }
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
        let duty = move == 0 ? nil : moves[move - 1].first
        guard let (target, cost) = step(from: past, day: day, duty: duty) else { continue }
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
      if let duty = move.first { add(duty, counted: counted, to: &effect) }
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

  private func step(from past: Past, day: Int, duty: Int?) -> (Past, cost: Int)? {
    var target = past
    var cost = 0
    if let automaton {
      let letter = duty.map { problem.duties[$0].dayClass } ?? 0
      guard letter < automaton.letterCount else { return nil }
      let arc = automaton.arc(phase: automaton.phases[day], state: past.state, letter: letter)
      guard automaton.next[arc] >= 0 else { return nil }
      target.state = Int(automaton.next[arc])
      cost += Int(automaton.costs[arc])
    }
    if let duty, exclusions.excludes(past.yesterday, duty) { return nil }
    target.yesterday = duty.map { exclusions.classOfDuty[$0] } ?? 0
    if mostRun > 0 {
      target.run = duty == nil ? 0 : min(mostRun, past.run + 1)
      if let longest = problem.longestRun, target.run > longest { return nil }
      if problem.runCost > 0, target.run > problem.softRun { cost += problem.runCost }
    }
    if let duty { target.counted |= blocks.bits(of: duty) }
    target.counted &= ~blocks.closing(after: day)
    return (target, cost)
  }

  private func add(_ duty: Int, counted: UInt64, to effect: inout Effect) {
    func amount(_ shape: Int) -> Int {
      var sum = shapes.amount(shape, duty)
      let block = shapes.block(shape, duty)
      if block >= 0, counted & blocks.bit(shape, block) == 0 { sum += shapes.shapes[shape].blocks[block].amount }
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

  /// Duties of a day that are the same to the graph, by their first.
  private func group(_ duties: [Int]) -> [[Int]] {
    struct Look: Hashable {
      var letter: Int
      var sums: [Int]
      var yesterday: Int
      var today: [Int]
    }
    var number: [Look: Int] = [:]
    var groups: [[Int]] = []
    let used = shape.counted
    for duty in duties {
      let look = Look(
        letter: automaton == nil ? 0 : problem.duties[duty].dayClass,
        sums: used.flatMap { [shapes.amount($0, duty), shapes.block($0, duty)] },
        yesterday: exclusions.classOfDuty[duty], today: exclusions.before[duty])
      if let known = number[look] {
        groups[known].append(duty)
      } else {
        number[look] = groups.count
        groups.append([duty])
      }
    }
    return groups
  }
}

/// Which duties exclude duties of the day after, by classes of duties that exclude the same ones.
struct DutyExclusions {
  /// 0: excludes nothing.
  private(set) var classOfDuty: [Int]
  /// The duties of the day before that exclude this one.
  private(set) var before: [[Int]]
  private var excluded: [Set<Int>] = [[]]

  init(_ problem: RosterProblem) {
    classOfDuty = [Int](repeating: 0, count: problem.duties.count)
    before = [[Int]](repeating: [], count: problem.duties.count)
    var after = [[Int]](repeating: [], count: problem.duties.count)
    for pair in problem.conflicts {
      let (a, b) = (pair.first, pair.second)
      let (first, second) = problem.duties[a].day <= problem.duties[b].day ? (a, b) : (b, a)
      guard problem.duties[second].day == problem.duties[first].day + 1 else { continue }
      after[first].append(second)
      before[second].append(first)
    }
    var number: [[Int]: Int] = [[]: 0]
    for duty in after.indices {
      let list = after[duty].sorted()
      before[duty].sort()
      if let known = number[list] {
        classOfDuty[duty] = known
      } else {
        number[list] = excluded.count
        classOfDuty[duty] = excluded.count
        excluded.append(Set(list))
      }
    }
  }

  func excludes(_ yesterday: Int, _ duty: Int) -> Bool { yesterday > 0 && excluded[yesterday].contains(duty) }
}

/// A bit for every block that spans several days, used again once its last day is over.
struct OpenBlocks {
  private var bitOfBlock: [[UInt64]] = []
  private var bitsOfDuty: [UInt64] = []
  private var closing: [UInt64] = []

  init() {}

  init(shapes used: [Int], _ shapes: TotalShapes, _ problem: RosterProblem) {
    bitOfBlock = shapes.shapes.map { [UInt64](repeating: 0, count: $0.blocks.count) }
    bitsOfDuty = [UInt64](repeating: 0, count: problem.duties.count)
    closing = [UInt64](repeating: 0, count: problem.dayCount)
    var owners: [[Int]: [(shape: Int, block: Int)]] = [:]
    var spans: [(first: Int, last: Int, duties: [Int])] = []
    for shape in used {
      for (number, block) in shapes.shapes[shape].blocks.enumerated() {
        let days = block.duties.map { problem.duties[$0].day }
        guard let first = days.min(), let last = days.max(), first < last else { continue }
        if owners[block.duties] == nil { spans.append((first, last, block.duties)) }
        owners[block.duties, default: []].append((shape, number))
      }
    }
    spans.sort { ($0.first, $0.last) < ($1.first, $1.last) }
    var freeFrom = [Int](repeating: -1, count: 64)
    for span in spans {
      guard let bit = freeFrom.indices.first(where: { freeFrom[$0] < span.first }) else { continue }
      freeFrom[bit] = span.last
      let mask: UInt64 = 1 << UInt64(bit)
      closing[span.last] |= mask
      for duty in span.duties { bitsOfDuty[duty] |= mask }
      for owner in owners[span.duties] ?? [] { bitOfBlock[owner.shape][owner.block] = mask }
    }
  }

  /// 0: the block lies within one day.
  func bit(_ shape: Int, _ block: Int) -> UInt64 { bitOfBlock[shape][block] }
  func bits(of duty: Int) -> UInt64 { bitsOfDuty[duty] }
  func closing(after day: Int) -> UInt64 { closing[day] }
}
