import Rostering
import Units

/// Finds one person's cheapest patterns under prices for the rows of cover: label setting over (day, node) × sums.
///
/// Backwards, what completing from a node costs at least is worked out for every number of steps of the primary sum,
/// exactly but for the packed sums. Forwards, labels that cannot end below the limit are dropped, and labels that
/// another one beats in cost and in every packed sum. The limit starts near the least completion and is widened until
/// a pattern is found, so that few labels are ever made.
/// Source: Irnich and Desaulniers, "Shortest path problems with resource constraints" (2005).
final class PatternPricer {
  let tables: PatternTables

  /// A pattern found: its value under the prices, and its cells.
  struct Found {
    var value: Double
    var cells: [UInt16]
  }

  struct Request {
    /// Only patterns below this are wanted.
    var below = Double.infinity
    var most = 1
    /// How far above the best further patterns may be, as a share of what lies between the least completion and `below`.
    var spread = 0.0
    /// Labels after which a pass is given up.
    var labelLimit = 400_000
  }

  /// Adjustments of the penalties in one call; they are kept for the next.
  static let penaltyRounds = 3

  /// What is known after a call: no pattern is below `least`.
  private(set) var least = 0.0
  private(set) var found: [Found] = []
  /// Of options that are worth the same, everybody takes another one first: who is alike does not do alike.
  var breaksTiesByPerson = false
  /// Labels made in all calls.
  private(set) var labelsMade = 0

  /// Fields counted for a person, beyond those that always are.
  private var demanded: [PackedSums]
  // What a row's price is for one more person, and a forced cell for (person, day): −1 none.
  private var movePrice: [Double] = []
  private var moveOption: [Int32] = []
  /// By duty, while a person with rows of `LinkTables` is priced.
  private var dutyPrice: [Double] = []
  private var dutySite: [Int32] = []
  private var hasLinkPrices = false
  private var completion: [Double] = []
  /// Of a person's maxima counted on demand, by their place there: what one step costs extra in completions.
  private var penalty: [[Double]]
  private var effectPenalty: [Double] = []
  /// Σ penalty × maximum: completions are too high by it.
  private var penaltyRoom = 0.0
  private var low: [Int32] = []
  private var high: [Int32] = []
  /// Steps of the primary sum and room beyond them, for each value of the second.
  private var rowStride = 1
  private var labels = PatternLabels()
  private var heads: [Int32] = []
  private var touched: [Int32] = []

  init(_ tables: PatternTables) {
    self.tables = tables
    demanded = [PackedSums](repeating: PackedSums(), count: tables.personCount)
    penalty = tables.limits.map { [Double](repeating: 0, count: $0.onDemand.count) }
  }

  /// Fills `found`, best first, and `least`. `rowPrice[row]`: what one more person in a row costs.
  /// `forced[day]`: the only cell allowed, −1 for any; empty: all are free.
  func price(_ person: Int, rowPrice: UnsafePointer<Double>, forced: [Int16] = [], _ request: Request) {
    setPrices(person, rowPrice, forced)
    completeWithPenalties(person, below: request.below)
    var limit = request.below
    repeat {
      search(person, request, below: limit)
      limit = request.below
    } while demandMore(person)
  }

  // MARK: Prices of moves

  private func setPrices(_ person: Int, _ rowPrice: UnsafePointer<Double>, _ forced: [Int16]) {
    let tables = tables
    let graph = tables.graphs[tables.graphOf[person]]
    let count = graph.moveCount
    if movePrice.count < count {
      movePrice = [Double](repeating: 0, count: count)
      moveOption = [Int32](repeating: -1, count: count)
    }
    if tables.links.isEmpty == false { setLinkPrices(person, rowPrice) }
    let hasLinks = hasLinkPrices
    let leads = tables.mayLead[person]
    movePrice.withUnsafeMutableBufferPointer { price in
      moveOption.withUnsafeMutableBufferPointer { chosen in
        for move in 0..<count {
          price[move] = .infinity
          chosen[move] = -1
        }
        for day in 0..<tables.dayCount {
          let only = forced.isEmpty ? -1 : Int(forced[day])
          if only <= 0, tables.mayRest[person &* tables.dayCount &+ day] { price[graph.moveStart[day]] = 0 }
          let options = tables.options(person, day)
          var option = options.lowerBound
          if breaksTiesByPerson, !options.isEmpty { option &+= (person &* 7919 &+ day &* 104_729) % options.count }
          for _ in 0..<options.count {
            defer { option = option &+ 1 == options.upperBound ? options.lowerBound : option &+ 1 }
            let cell = Int(tables.optionCell[option])
            if only >= 0, cell != only { continue }
            var value = tables.optionCost[option]
            for place in tables.seats(day, cell: cell) {
              let seat = Int(tables.cellSeat[place])
              value += rowPrice[seat]
              if leads, tables.seatLeadRow[seat] >= 0 { value += rowPrice[Int(tables.seatLeadRow[seat])] }
            }
            if hasLinks { value += linkPrice(tables.seats(day, cell: cell), rowPrice) }
            let move = Int(tables.optionMove[option])
            if value < price[move] {
              price[move] = value
              chosen[move] = Int32(truncatingIfNeeded: option)
            }
          }
        }
      }
    }
    if hasLinks { clearLinkPrices(person) }
  }

  /// Of the person's duties: what pair rows add, and the site row that each counts in.
  private func setLinkPrices(_ person: Int, _ rowPrice: UnsafePointer<Double>) {
    let links = tables.links
    let entries = links.entries(of: person, days: tables.dayCount)
    hasLinkPrices = !entries.isEmpty
    guard hasLinkPrices else { return }
    if dutyPrice.isEmpty {
      dutyPrice = [Double](repeating: 0, count: tables.problem.duties.count)
      dutySite = [Int32](repeating: -1, count: tables.problem.duties.count)
    }
    for entry in entries {
      let (duty, sign) = (Int(links.duty[entry]), links.sign[entry])
      if sign == 0 {
        dutySite[duty] = links.row[entry]
      } else {
        dutyPrice[duty] += Double(sign) * rowPrice[Int(links.row[entry])]
      }
    }
  }

  private func clearLinkPrices(_ person: Int) {
    for entry in tables.links.entries(of: person, days: tables.dayCount) {
      dutyPrice[Int(tables.links.duty[entry])] = 0
      dutySite[Int(tables.links.duty[entry])] = -1
    }
    hasLinkPrices = false
  }

  /// A place counts once, however many duties are at it.
  private func linkPrice(_ places: Range<Int>, _ rowPrice: UnsafePointer<Double>) -> Double {
    var sum = 0.0
    for place in places {
      let duty = Int(tables.seatDuty[Int(tables.cellSeat[place])])
      sum += dutyPrice[duty]
      let site = dutySite[duty]
      guard site >= 0 else { continue }
      var isCounted = false
      for earlier in places.lowerBound..<place {
        if dutySite[Int(tables.seatDuty[Int(tables.cellSeat[earlier])])] == site { isCounted = true }
      }
      if !isCounted { sum += rowPrice[Int(site)] }
    }
    return sum
  }

  // MARK: Backwards

  private func complete(_ person: Int) {
    let graph = tables.graphs[tables.graphOf[person]]
    let limits = tables.limits[person]
    setWindows(graph, limits)
    let stride = rowStride
    let seconds = limits.secondCost.count
    let width = stride * seconds
    let days = graph.dayCount
    let needed = graph.nodeCount * width
    if completion.count < needed { completion = [Double](repeating: .infinity, count: needed) }
    let ends = tables.endCost[person]
    completion.withUnsafeMutableBufferPointer { buffer in
      guard let best = buffer.baseAddress else { return }
      for (index, end) in ends.enumerated() {
        let row = best + (graph.layerStart[days] + index) * width
        for step in 0..<width { row[step] = .infinity }
        for (second, cost) in limits.secondCost.enumerated() {
          for step in 0..<limits.endCost.count { row[second * stride + step] = end + cost + limits.endCost[step] }
        }
      }
      let point = tables.pointPrice
      movePrice.withUnsafeBufferPointer { price in
        effectPenalty.withUnsafeBufferPointer { extra in
          for day in Swift.stride(from: days - 1, through: 0, by: -1) {
            let from = Int(low[day])
            let to = Int(high[day])
            for node in graph.layerStart[day]..<graph.layerStart[day + 1] {
              let row = best + node * width
              for step in 0..<width { row[step] = .infinity }
              guard from <= to else { continue }
              for arc in Int(graph.arcStart[node])..<Int(graph.arcStart[node + 1]) {
                let effect = Int(graph.arcEffect[arc])
                let value = price[Int(graph.arcMove[arc])] + Double(graph.arcCost[arc]) * point + extra[effect]
                guard value < .infinity else { continue }
                let steps = Int(graph.effectSteps[effect])
                let added = Int(graph.effectSecond[effect])
                let target = best + Int(graph.arcTo[arc]) * width + steps + from
                for second in 0..<max(0, seconds - added) {
                  PatternPricer.relax(
                    row + second * stride + from, target + (second + added) * stride, value, to - from + 1)
                }
              }
            }
          }
        }
      }
    }
  }

  /// into[i] = min(into[i], from[i] + value). The innermost loop of pricing.
  @inline(__always)
  private static func relax(
    _ into: UnsafeMutablePointer<Double>, _ from: UnsafePointer<Double>, _ value: Double, _ count: Int
  ) {
    for i in 0..<count {
      let other = from[i] + value
      into[i] = other < into[i] ? other : into[i]
    }
  }

  /// Which steps can be reached on each day and can still end within the limits.
  private func setWindows(_ graph: PatternGraph, _ limits: PersonLimits) {
    let days = graph.dayCount
    let width = limits.endCost.count
    rowStride = width + (graph.mostSteps.max() ?? 0)
    if low.count < days + 1 {
      low = [Int32](repeating: 0, count: days + 1)
      high = low
    }
    var reached = 0
    for day in 0...days {
      high[day] = Int32(min(width - 1, reached))
      if day < days { reached += graph.mostSteps[day] }
    }
    let first = limits.endCost.firstIndex { $0 < .infinity } ?? width
    var needed = first
    for day in Swift.stride(from: days, through: 0, by: -1) {
      low[day] = Int32(max(0, needed))
      if day > 0 { needed -= graph.mostSteps[day - 1] }
    }
  }

  // MARK: Penalties

  /// Completions do not know the maxima that labels count; penalties for them, as in a Lagrangian relaxation, bring the
  /// least completion close to the best pattern.
  private func completeWithPenalties(_ person: Int, below: Double) {
    let onDemand = tables.limits[person].onDemand
    setPenalties(person)
    complete(person)
    guard !onDemand.isEmpty else { return }
    var best = (value: -Double.infinity, penalty: penalty[person])
    var isBest = true
    for attempt in 0..<PatternPricer.penaltyRounds {
      guard let used = used(person) else { return }
      let value =
        completion[tables.startNode[person] * rowStride * tables.limits[person].secondCost.count] - penaltyRoom
      isBest = value > best.value
      if isBest { best = (value, penalty[person]) }
      var length = 0.0
      for (index, one) in onDemand.enumerated() {
        let over = Double(used[index] - one.high)
        if over > 0 || (over < 0 && penalty[person][index] > 0) { length += over * over }
      }
      if length == 0 || attempt == PatternPricer.penaltyRounds - 1 || value >= below { break }
      let missing = below < .infinity ? below - value : 20 * LevelWeights.scale
      for (index, one) in onDemand.enumerated() {
        let over = Double(used[index] - one.high)
        penalty[person][index] = max(0, (penalty[person][index] + missing / length * over).rounded())
      }
      setPenalties(person)
      complete(person)
    }
    if !isBest {
      penalty[person] = best.penalty
      setPenalties(person)
      complete(person)
    }
  }

  private func setPenalties(_ person: Int) {
    let graph = tables.graphs[tables.graphOf[person]]
    let limits = tables.limits[person]
    effectPenalty = [Double](repeating: 0, count: graph.effectSums.count)
    penaltyRoom = 0
    for (index, one) in limits.onDemand.enumerated() where penalty[person][index] > 0 {
      penaltyRoom += penalty[person][index] * Double(one.high)
      for effect in effectPenalty.indices {
        effectPenalty[effect] +=
          penalty[person][index] * Double(graph.effectValue[effect * graph.fieldCount + one.field])
      }
    }
  }

  /// How much of each maximum the least completion uses; nil: there is none.
  private func used(_ person: Int) -> [Int]? {
    let graph = tables.graphs[tables.graphOf[person]]
    let limits = tables.limits[person]
    let width = rowStride * limits.secondCost.count
    var used = [Int](repeating: 0, count: limits.onDemand.count)
    var node = tables.startNode[person]
    var steps = 0
    guard low[0] == 0, completion[node * width] < .infinity else { return nil }
    for _ in 0..<graph.dayCount {
      var best = (value: Double.infinity, arc: -1, steps: 0)
      for arc in Int(graph.arcStart[node])..<Int(graph.arcStart[node + 1]) {
        let effect = Int(graph.arcEffect[arc])
        let next = steps + Int(graph.effectSteps[effect]) + Int(graph.effectSecond[effect]) * rowStride
        guard next < width else { continue }
        let value =
          movePrice[Int(graph.arcMove[arc])] + Double(graph.arcCost[arc]) * tables.pointPrice + effectPenalty[effect]
          + completion[Int(graph.arcTo[arc]) * width + next]
        if value < best.value { best = (value, arc, next) }
      }
      guard best.arc >= 0 else { return nil }
      let values = Int(graph.arcEffect[best.arc]) * graph.fieldCount
      for (index, one) in limits.onDemand.enumerated() { used[index] += Int(graph.effectValue[values + one.field]) }
      node = Int(graph.arcTo[best.arc])
      steps = best.steps
    }
    return used
  }

  // MARK: Forwards

  private func search(_ person: Int, _ request: Request, below: Double) {
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
  private func forward(_ person: Int, below limit: Double, _ request: Request) -> Bool {
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
  private static func isBeaten(
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

  @inline(__always) private static func isNotAbove(_ x: PackedSums, _ y: PackedSums) -> Bool {
    let guards = PackedSums.guards
    return ((y.a | guards) &- x.a) & ((y.b | guards) &- x.b) & guards == guards
  }

  /// The best labels of the last layer become patterns.
  private func collect(_ person: Int, from first: Int, _ mask: PackedSums, below limit: Double, most: Int) {
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

  private func cells(of label: Int) -> [UInt16] {
    var cells = [UInt16](repeating: 0, count: tables.dayCount)
    var index = label
    for day in Swift.stride(from: tables.dayCount - 1, through: 0, by: -1) {
      let option = Int(moveOption[Int(labels.base[index].move)])
      if option >= 0 { cells[day] = UInt16(truncatingIfNeeded: tables.optionCell[option]) }
      index = Int(labels.base[index].parent)
    }
    return cells
  }

  // MARK: Limits counted on demand

  /// Counts the maxima that the best patterns exceed; false when there are none, or none that can be counted.
  private func demandMore(_ person: Int) -> Bool {
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

struct PatternLabel: BitwiseCopyable {
  var cost: Double
  /// With the penalties of what was counted so far.
  var penalised: Double
  var sums: PackedSums
  var node: Int32
  /// The primary sum, and the second times the row's stride.
  var steps: Int32
  var parent: Int32
  var move: Int32
  var next: Int32
}

/// Labels of one pass, laid one after another.
struct PatternLabels: ~Copyable {
  private(set) var base: UnsafeMutablePointer<PatternLabel> = .allocate(capacity: 1)
  private var capacity = 1
  var count = 0

  mutating func clear() { count = 0 }

  mutating func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let larger = UnsafeMutablePointer<PatternLabel>.allocate(capacity: wanted)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
    capacity = wanted
  }

  mutating func append(_ label: PatternLabel) {
    reserve(count + 1)
    base[count] = label
    count += 1
  }

  deinit { base.deallocate() }
}
