import Rostering

/// How far a person's sums may go, in the steps of the graph that the person walks.
struct PersonLimits: Sendable {
  /// Steps of the primary sum: what ending with each costs, infinite below its minimum; `steps` = its count − 1.
  var endCost: [Double]
  /// The same of the second sum.
  var secondCost: [Double]
  /// Where the packed sums begin, so that the uppermost bit of a field says that the limit is exceeded.
  var start = PackedSums()
  /// Fields that are always counted.
  var always = PackedSums()
  /// Fields of a plain maximum, counted once it was exceeded; by the total that says so.
  var onDemand: [OnDemand] = []
  struct OnDemand: Sendable {
    /// The place in the person's totals.
    var total: Int
    var field: Int
    var mask: PackedSums
    /// In the field's unit.
    var high: Int
  }

  /// Added at the end: the uppermost bit then says that a minimum is missed.
  var lastAdd = PackedSums()
  /// What a field's value above `offset` costs at the end.
  var fieldCosts: [(field: Int, offset: Int, cost: [Double])] = []
  /// The graph counts everything that matters: nothing is left to be found out afterwards.
  var isComplete = true

}

/// Chooses what a person's labels count, and how.
struct LimitPlanner {
  let totals: [PersonTotal]
  let shapes: TotalShapes
  /// The most each total can come to with the person's own options.
  let most: [Int]
  let preference: Double

  /// Totals that can make a difference.
  private var needed: [Int] {
    totals.indices.filter { index in
      let total = totals[index]
      return total.cost != nil || total.low != nil || total.high.map { $0 < most[index] } ?? false
    }
  }

  func shape(sequence: Int) -> PatternShape {
    let needed = needed
    let primary = primary(of: needed)
    let second = second(of: needed, primary: primary)
    var fields: [PatternShape.Field] = []
    let order = needed.filter { $0 != primary && $0 != second }.sorted {
      (isOnDemand($0) ? 1 : 0, $0) < (isOnDemand($1) ? 1 : 0, $1)
    }
    for index in order {
      for field in wanted(index) where !fields.contains(field) && fields.count < PatternShape.mostFields {
        fields.append(field)
      }
    }
    return PatternShape(
      sequence: sequence, primary: primary.map { totals[$0].shape } ?? -1,
      second: second.map { totals[$0].shape } ?? -1,
      fields: fields)
  }

  private func isOnDemand(_ index: Int) -> Bool {
    totals[index].cost == nil && totals[index].low == nil
  }

  /// With a minimum and a maximum first, then with a cost; of these the one with the most steps.
  private func primary(of needed: [Int]) -> Int? {
    func rank(_ index: Int) -> Int {
      let total = totals[index]
      if total.low != nil { return 3 }
      if let cost = total.cost { return cost.target > total.base ? 3 : 2 }
      return isOnDemand(index) ? 0 : 1
    }
    return needed.filter { steps(of: $0) <= PatternShape.mostSteps && rank($0) > 0 }
      .max { (rank($0), steps(of: $0), -$0) < (rank($1), steps(of: $1), -$1) }
  }

  /// The sum with the fewest values that always matters.
  private func second(of needed: [Int], primary: Int?) -> Int? {
    needed.filter { index in
      index != primary && (!isOnDemand(index) || !shapes.shapes[totals[index].shape].blocks.isEmpty)
        && steps(of: index) < PatternShape.mostSecond
        && totals[index].shape != primary.map { totals[$0].shape }
    }.min { (steps(of: $0), $0) < (steps(of: $1), $1) }
  }

  private func steps(of index: Int) -> Int {
    min(most[index], totals[index].high ?? .max) / shapes.unit[totals[index].shape]
  }

  /// Less is better, more is better, or both: a field each.
  private func wanted(_ index: Int) -> [PatternShape.Field] {
    let total = totals[index]
    var fields: [PatternShape.Field] = []
    let risesAbove = total.cost.map { $0.slack < Int.max / 8 } ?? false
    let fallsBelow = total.low != nil || (total.cost.map { $0.target > total.base } ?? false)
    if total.high != nil || risesAbove { fields.append(.init(shape: total.shape, isDown: false)) }
    if fallsBelow { fields.append(.init(shape: total.shape, isDown: true)) }
    return fields
  }

  func limits(_ shape: PatternShape, graph: PatternGraph) -> PersonLimits {
    var limits = PersonLimits(endCost: [0], secondCost: [0])
    var (hasPrimary, hasSecond) = (false, false)
    for index in needed {
      let total = totals[index]
      if total.shape == shape.primary {
        limits.endCost = exactCosts(index, and: hasPrimary ? limits.endCost : nil)
        hasPrimary = true
        continue
      }
      if total.shape == shape.second {
        limits.secondCost = exactCosts(index, and: hasSecond ? limits.secondCost : nil)
        hasSecond = true
        continue
      }
      let fields = wanted(index).compactMap { shape.fields.firstIndex(of: $0) }
      guard fields.count == wanted(index).count,
        fields.allSatisfy({ graph.fieldMost[$0] <= PatternShape.fieldMost })
      else {
        limits.isComplete = false
        continue
      }
      for field in fields { take(index, field: field, shape.fields[field], graph, &limits) }
    }
    return limits
  }

  /// By step; with an earlier total over the same sum the costs add up and the tighter limit holds.
  private func exactCosts(_ index: Int, and earlier: [Double]?) -> [Double] {
    let total = totals[index]
    let unit = shapes.unit[total.shape]
    let costs = (0...steps(of: index)).map { step -> Double in
      if let low = total.low, step * unit < low { return .infinity }
      return Double(total.cost(ofSum: step * unit)) * preference * LevelWeights.scale
    }
    return earlier.map { zip($0, costs).map { $0 + $1 } } ?? costs
  }

  private func take(
    _ index: Int, field: Int, _ kind: PatternShape.Field, _ graph: PatternGraph, _ limits: inout PersonLimits
  ) {
    let total = totals[index]
    let unit = graph.fieldUnit[field]
    let mask = PackedSums.mask(field: field)
    let isTaken = limits.start.value(field: field) != 0 || limits.always.a & mask.a | limits.always.b & mask.b != 0
    guard !isTaken else {
      // Two totals over one sum: counted once, the rest is found out afterwards.
      limits.isComplete = false
      return
    }
    if kind.isDown {
      let most = graph.fieldMost[field]
      limits.start.add(most, field: field)
      let room = total.low.map { most - ($0 + unit - 1) / unit } ?? most
      limits.lastAdd.add(room < 0 ? PatternShape.fieldMost + 1 - most : PatternShape.fieldMost - room, field: field)
      if room < 0 { limits.endCost = limits.endCost.map { _ in .infinity } }
      limits.always.a |= mask.a
      limits.always.b |= mask.b
      if total.high == nil, !wanted(index).contains(where: { !$0.isDown }) {
        limits.fieldCosts.append((field, 0, costs(total, unit: unit, most: most).reversed()))
      }
      return
    }
    let high = min(total.high.map { $0 / unit } ?? PatternShape.fieldMost, PatternShape.fieldMost)
    limits.start.add(PatternShape.fieldMost - high, field: field)
    if isOnDemand(index) {
      limits.onDemand.append(.init(total: index, field: field, mask: mask, high: high))
    } else {
      limits.always.a |= mask.a
      limits.always.b |= mask.b
    }
    if total.cost != nil {
      let most = min(high, graph.fieldMost[field])
      limits.fieldCosts.append((field, PatternShape.fieldMost - high, costs(total, unit: unit, most: most)))
    }
  }

  private func costs(_ total: PersonTotal, unit: Int, most: Int) -> [Double] {
    (0...max(0, most)).map { Double(total.cost(ofSum: $0 * unit)) * preference * LevelWeights.scale }
  }
}
