import Rostering
import Units

extension PatternPricer {
  func search(_ person: Int, _ request: Request, below: Double) {
    let width = rowStride * tables.limits[person].secondCost.count
    found.removeAll(keepingCapacity: true)
    let root = low[0] == 0 ? completion[tables.startNode[person] * width] - penaltyRoom : .infinity
    guard root < below else {
      least = root
      return
    }
    let tolerance = 0.5
    var gap = below < .infinity ? (below - root) * request.spread : 0
    let firstStep = max(LevelWeights.scale, gap)
    while true {
      let limit = min(below, root + gap + tolerance)
      let isWhole = forward(person, below: limit, request)
      if !found.isEmpty {
        least = isWhole ? found[0].value : root
        return
      }
      if !isWhole {
        least = root
        return
      }
      if limit >= below {
        least = below
        return
      }
      least = limit
      gap = gap == 0 ? firstStep : gap * 3
      if gap > 1e17 { return }
    }
  }

  /// All that end below the limit, but for the dominated ones; false when there were too many labels.
  func forward(_ person: Int, below limit: Double, _ request: Request) -> Bool {
    let tables = tables
    let graph = tables.graphs[tables.graphOf[person]]
    let limits = tables.limits[person]
    let stride = rowStride
    let width = stride * limits.secondCost.count
    let days = graph.dayCount
    let mask = PackedSums(a: limits.always.a | demanded[person].a, b: limits.always.b | demanded[person].b)
    let largest = (0...days).reduce(0) { max($0, graph.layerStart[$1 + 1] - graph.layerStart[$1]) } * width
    if heads.count < largest { heads = [Int32](repeating: -1, count: largest) }
    labels.clear()
    labels.append(
      PatternLabel(
        cost: 0, penalised: -penaltyRoom, sums: PackedSums(a: limits.start.a & mask.a, b: limits.start.b & mask.b),
        node: Int32(tables.startNode[person]), steps: 0, parent: -1, move: -1, next: -1))
    var first = 0
    var isWhole = true
    let point = tables.pointPrice
    labels.reserve(request.labelLimit + 4096)
    completion.withUnsafeBufferPointer { best in
      heads.withUnsafeMutableBufferPointer { head in
        movePrice.withUnsafeBufferPointer { price in
          effectPenalty.withUnsafeBufferPointer { extra in
            let all = labels.base
            var count = 1
            for day in 0..<days {
              let last = count
              let layer = graph.layerStart[day + 1]
              for index in first..<last {
                let label = all[index]
                if label.cost == .infinity { continue }
                for arc in Int(graph.arcStart[Int(label.node)])..<Int(graph.arcStart[Int(label.node) &+ 1]) {
                  let move = Int(graph.arcMove[arc])
                  let effect = Int(graph.arcEffect[arc])
                  let value = price[move] + Double(graph.arcCost[arc]) * point
                  let cost = label.cost + value
                  let penalised = label.penalised + value + extra[effect]
                  let steps =
                    Int(label.steps) &+ Int(graph.effectSteps[effect]) &+ Int(graph.effectSecond[effect]) &* stride
                  guard steps < width else { continue }
                  let node = Int(graph.arcTo[arc])
                  guard penalised + best[node &* width &+ steps] < limit else { continue }
                  let added = graph.effectSums[effect]
                  let sums = PackedSums(
                    a: (label.sums.a &+ added.a) & mask.a, b: (label.sums.b &+ added.b) & mask.b)
                  guard (sums.a | sums.b) & PackedSums.guards == 0 else { continue }
                  let bucket = (node &- layer) &* width &+ steps
                  if PatternPricer.isBeaten(all, head, bucket, cost, sums) { continue }
                  all[count] = PatternLabel(
                    cost: cost, penalised: penalised, sums: sums, node: Int32(truncatingIfNeeded: node),
                    steps: Int32(truncatingIfNeeded: steps), parent: Int32(truncatingIfNeeded: index),
                    move: Int32(truncatingIfNeeded: move), next: head[bucket])
                  head[bucket] = Int32(truncatingIfNeeded: count)
                  count &+= 1
                  if count >= request.labelLimit {
                    isWhole = false
                    break
                  }
                }
                if !isWhole { break }
              }
              for index in last..<count {
                let label = all[index]
                head[(Int(label.node) &- layer) &* width &+ Int(label.steps)] = -1
              }
              first = last
              if !isWhole { break }
            }
            labels.count = count
          }
        }
      }
    }
    labelsMade &+= labels.count
    if isWhole { collect(person, from: first, mask, below: limit, most: request.most) }
    return isWhole
  }

  /// Whether a label of the bucket is as cheap and has no larger sum; the labels that the new one beats are marked.
  @inline(__always)
  static func isBeaten(
    _ all: UnsafeMutablePointer<PatternLabel>, _ head: UnsafeMutableBufferPointer<Int32>, _ bucket: Int,
    _ cost: Double, _ sums: PackedSums
  ) -> Bool {
    var other = Int(head[bucket])
    while other >= 0 {
      let label = all[other]
      if label.cost <= cost, isNotAbove(label.sums, sums) { return true }
      if cost <= label.cost, isNotAbove(sums, label.sums) { all[other].cost = .infinity }
      other = Int(label.next)
    }
    return false
  }

  @inline(__always) static func isNotAbove(_ x: PackedSums, _ y: PackedSums) -> Bool {
    let guards = PackedSums.guards
    return ((y.a | guards) &- x.a) & ((y.b | guards) &- x.b) & guards == guards
  }

  /// The best labels of the last layer become patterns.
  func collect(_ person: Int, from first: Int, _ mask: PackedSums, below limit: Double, most: Int) {
    let limits = tables.limits[person]
    let width = rowStride * limits.secondCost.count
    var ends: [(value: Double, label: Int)] = []
    for index in first..<labels.count {
      let label = labels.base[index]
      guard label.cost < .infinity else { continue }
      let missed = PackedSums(
        a: label.sums.a &+ (limits.lastAdd.a & mask.a), b: label.sums.b &+ (limits.lastAdd.b & mask.b))
      guard (missed.a | missed.b) & PackedSums.guards == 0 else { continue }
      var value = label.cost + completion[Int(label.node) * width + Int(label.steps)]
      for one in limits.fieldCosts {
        value += one.cost[min(one.cost.count - 1, max(0, label.sums.value(field: one.field) - one.offset))]
      }
      if value < limit { ends.append((value, index)) }
    }
    ends.sort { ($0.value, $0.label) < ($1.value, $1.label) }
    for end in ends.prefix(most) { found.append(Found(value: end.value, cells: cells(of: end.label))) }
  }

  func cells(of label: Int) -> [UInt16] {
    var cells = [UInt16](repeating: 0, count: tables.dayCount)
    var index = label
    for day in Swift.stride(from: tables.dayCount - 1, through: 0, by: -1) {
      let option = Int(moveOption[Int(labels.base[index].move)])
      if option >= 0 { cells[day] = UInt16(truncatingIfNeeded: tables.optionCell[option]) }
      index = Int(labels.base[index].parent)
    }
    return cells
  }

  /// Counts the maxima that the best patterns exceed; false when there are none, or none that can be counted.
  func demandMore(_ person: Int) -> Bool {
    let limits = tables.limits[person]
    guard !limits.onDemand.isEmpty || !limits.isComplete else { return false }
    var hasMore = false
    var legal: [Found] = []
    for pattern in found {
      let exceeded = tables.exceededTotals(person, pattern.cells)
      if exceeded.isEmpty { legal.append(pattern) }
      for one in limits.onDemand where exceeded.contains(one.total) {
        if demanded[person].a & one.mask.a != one.mask.a || demanded[person].b & one.mask.b != one.mask.b {
          demanded[person].a |= one.mask.a
          demanded[person].b |= one.mask.b
          hasMore = true
        }
      }
    }
    found = legal
    return hasMore
  }
}
