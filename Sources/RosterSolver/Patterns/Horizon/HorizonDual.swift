import Rostering
import Units

/// A bound for a long horizon, and prices for cover and totals, by subgradients: everybody's days under prices, and averages
/// over them that come close to the shares of days that a linear program would give.
///
/// L(π, μ) = Σ people least (own cost + π·days + μ·totals) + Σ slots least (cost(n) − π n) + Σ totals least
/// (cost(v) − μ v); every L is a bound. Prices are whole thousandths of a point, so that sums are exact.
/// Source: Camerini, Fratta and Maffioli, "On improving relaxation methods by modified gradient techniques" (1975), for
/// the direction; Barahona and Anbil, "The volume algorithm" (2000), for the averages; Geoffrion, "Lagrangean relaxation
/// for integer programming" (1974), for the bound.
final class HorizonDual {
  let tables: SearchTables
  let walk: HorizonWalk
  private let weights: LevelWeights
  /// People who could be on a slot.
  private let most: Buffer<Int32>
  /// Beyond these prices a slot would have as few or as many people as it can.
  private let lowest: Buffer<Double>
  private let highest: Buffer<Double>

  // The best prices, and their bound.
  let slotPrice: Buffer<Double>
  let totalPrice: Buffer<Double>
  /// In thousandths of a point, weighted by level.
  private(set) var bound = -Double.infinity
  private(set) var iterations = 0

  // What the days come to less what slots and totals would have, and the direction that prices go.
  private let slotGap: Buffer<Double>
  private let totalGap: Buffer<Double>
  private let slotWay: Buffer<Double>
  private let totalWay: Buffer<Double>
  /// [person × slots + slot] × `shareScale`: the average of the person's days.
  private let shares: Buffer<Double>
  private let blockShares: Buffer<Double>
  private var shareScale = 1.0

  /// Of the way to the target, in each step: how much the last gaps' direction is trusted.
  private var step = 1.0
  /// Evaluations without a better bound after which steps become shorter, and by how much.
  static let patience = 60
  static let shrink = 0.7
  /// How much of the direction before goes on; what the last days weigh in the averages.
  static let momentum = 0.9
  static let freshness = 0.02
  /// Steps have become too short to matter.
  var isSettled: Bool { step < 0.002 }
  private var failures = 0

  init(_ tables: SearchTables, weights: LevelWeights) {
    self.tables = tables
    self.weights = weights
    walk = HorizonWalk(tables)
    most = Buffer(repeating: 0, count: tables.slotCount)
    lowest = Buffer(repeating: 0, count: tables.slotCount)
    highest = Buffer(repeating: 0, count: tables.slotCount)
    slotPrice = Buffer(repeating: 0, count: tables.slotCount)
    totalPrice = Buffer(repeating: 0, count: tables.totals.count)
    slotGap = Buffer(repeating: 0, count: tables.slotCount)
    totalGap = Buffer(repeating: 0, count: tables.totals.count)
    slotWay = Buffer(repeating: 0, count: tables.slotCount)
    totalWay = Buffer(repeating: 0, count: tables.totals.count)
    shares = Buffer(repeating: 0, count: tables.personCount * tables.slotCount)
    blockShares = Buffer(repeating: 0, count: tables.totals.blockCount)
    for person in 0..<tables.personCount {
      for slot in 0..<tables.slotCount
      where tables.slotCost[person * tables.slotCount + slot] != SearchTables.forbidden {
        most[slot] += 1
      }
    }
    for slot in 0..<tables.slotCount {
      let cap = min(Int(tables.cover.maximum[slot]), Int(most[slot]))
      lowest[slot] = min(0, cost(slot, 1) - cost(slot, 0))
      highest[slot] = cap < Int(most[slot]) ? .infinity : max(0, cost(slot, cap) - cost(slot, max(0, cap - 1)))
    }
  }

  /// How much of a person's days the slot has on average, 0 … 1.
  func share(_ person: Int, slot: Int) -> Double { shares[person * tables.slotCount + slot] * shareScale }
  /// How often the block counts on average, 0 … 1.
  func share(block: Int) -> Double { blockShares[block] * shareScale }

  /// One evaluation and one step towards `target`, a value in thousandths that a roster has. False where somebody has
  /// no days at all, or out of time.
  func iterate(target: Double, deadline: Deadline) -> Bool {
    let isFirst = iterations == 0
    let weight = isFirst ? 1 : max(HorizonDual.freshness, 1 / Double(iterations + 1))
    guard let value = evaluate(weight: weight, deadline) else { return false }
    iterations += 1
    mix()
    failures += 1
    if value > bound {
      if value > bound + 2e-4 * abs(bound) { failures = 0 }
      bound = value
      for slot in 0..<slotPrice.count { slotPrice[slot] = walk.slotPrice[slot] }
      for total in 0..<totalPrice.count { totalPrice[total] = walk.totalPrice[total] }
    }
    if failures >= HorizonDual.patience {
      failures = 0
      step = max(1e-4, step * HorizonDual.shrink)
    }
    setPrices(from: value, target: target)
    return true
  }

  /// On along the direction.
  private func setPrices(from value: Double, target: Double) {
    var length = 0.0
    for slot in 0..<slotWay.count { length += slotWay[slot] * slotWay[slot] }
    for total in 0..<totalWay.count { length += totalWay[total] * totalWay[total] }
    let factor = step * max(HorizonWalk.scale, target - value) / max(1e-9, length)
    for slot in 0..<slotWay.count {
      let price = (walk.slotPrice[slot] + factor * slotWay[slot]).rounded()
      walk.slotPrice[slot] = max(lowest[slot], min(highest[slot], price))
    }
    for total in 0..<totalWay.count {
      walk.totalPrice[total] = (walk.totalPrice[total] + factor * totalWay[total]).rounded()
    }
  }

  /// The direction: the last gaps, and some of the direction before.
  private func mix() {
    for slot in 0..<slotWay.count { slotWay[slot] = slotGap[slot] + HorizonDual.momentum * slotWay[slot] }
    for total in 0..<totalWay.count { totalWay[total] = totalGap[total] + HorizonDual.momentum * totalWay[total] }
  }

  /// L at the prices of `walk`; the gaps, and the days in the average.
  private func evaluate(weight: Double, _ deadline: Deadline) -> Double? {
    var sum = Double(tables.problem.constant) * weights.preference * HorizonWalk.scale
    for slot in 0..<slotGap.count {
      let (n, value) = cover(slot, price: walk.slotPrice[slot])
      slotGap[slot] = -Double(n)
      sum += value
    }
    for total in 0..<totalGap.count {
      let (v, value) = amount(total, price: walk.totalPrice[total])
      totalGap[total] = -Double(v)
      sum += value
    }
    shareScale = weight >= 1 ? 1 : shareScale * (1 - weight)
    if weight >= 1 || shareScale < 1e-12 { renewShares() }
    for person in 0..<tables.personCount {
      if deadline.isOver { return nil }
      let value = walk.price(person)
      guard value < .infinity else { return nil }
      sum += value
      take(person, weight: weight)
    }
    return sum
  }

  private func renewShares() {
    for index in 0..<shares.count { shares[index] = 0 }
    for block in 0..<blockShares.count { blockShares[block] = 0 }
    shareScale = 1
  }

  private func take(_ person: Int, weight: Double) {
    let added = weight / shareScale
    let held = Buffer<Bool>(repeating: false, count: max(1, blockRange(person).count))
    walk.follow(person) { _, slot in
      guard slot >= 0 else { return }
      slotGap[slot] += 1
      shares[person * tables.slotCount + slot] += added
      for index in tables.effects(person: person, slot: slot) {
        let effect = tables.totals.effects[index]
        if effect.index >= 0 {
          totalGap[Int(effect.index)] += Double(effect.amount / walk.totals.step[Int(effect.index)])
          continue
        }
        let block = Int(-1 - effect.index)
        let own = block - blockRange(person).lowerBound
        if held[own] { continue }
        held[own] = true
        blockShares[block] += added
        let total = Int(tables.totals.blockTotal[block])
        totalGap[total] += Double(tables.totals.blockAmount[block] / walk.totals.step[total])
      }
    }
  }

  private func blockRange(_ person: Int) -> Range<Int> {
    Int(tables.totals.personBlocks[person])..<Int(tables.totals.personBlocks[person + 1])
  }

  /// The number of people that a slot would have at the price, and what that comes to: at an end of one of the pieces
  /// of its cost.
  private func cover(_ slot: Int, price: Double) -> (n: Int, value: Double) {
    let cap = min(Int(tables.cover.maximum[slot]), Int(most[slot]))
    var best = (n: 0, value: Double.infinity)
    func look(_ n: Int) {
      guard n >= 0, n <= cap else { return }
      let value = cost(slot, n) - price * Double(n)
      if value < best.value { best = (n, value) }
    }
    look(0)
    look(cap)
    look(Int(tables.cover.wanted[slot]))
    look(Int(tables.cover.target[slot]))
    look(Int(tables.cover.minimum[slot]))
    return best
  }

  private func cost(_ slot: Int, _ n: Int) -> Double {
    let weight = Double(tables.cover.weight[slot])
    var sum = weight * weights.minimum * Double(max(0, Int(tables.cover.minimum[slot]) - n))
    sum += weight * weights.target * Double(max(0, Int(tables.cover.target[slot]) - n))
    sum += Double(tables.cover.under[slot]) * weights.preference * Double(max(0, Int(tables.cover.wanted[slot]) - n))
    sum += Double(tables.cover.over[slot]) * weights.preference * Double(max(0, n - Int(tables.cover.wanted[slot])))
    return sum * HorizonWalk.scale
  }

  /// The steps that a total would have at the price, and what that comes to.
  private func amount(_ total: Int, price: Double) -> (v: Int, value: Double) {
    let (low, high) = (Int(walk.totals.low[total]), Int(walk.totals.high[total]))
    guard tables.totals.cost[total] >= 0 else {
      let v = price > 0 ? high : low
      return (v, -price * Double(v))
    }
    var best = (v: low, value: Double.infinity)
    for v in low...high {
      let cost = tables.totals.price(total, Int32(clamping: v * Int(walk.totals.step[total])))
      let value = Double(cost) * weights.preference * HorizonWalk.scale - price * Double(v)
      if value < best.value { best = (v, value) }
    }
    return best
  }
}
