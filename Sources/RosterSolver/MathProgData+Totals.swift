import Rostering
import Units

extension RosterProblem {
  func writeTotals(_ writer: inout MathProgWriter) {
    var all: [(key: [Int], total: Total)] = []
    for (p, person) in people.enumerated() {
      for (t, total) in person.totals.enumerated() { all.append(([p, t], total)) }
    }
    writer.set("TOTALS", all.map(\.key))
    var amounts: [(key: [Int], value: Int)] = []
    for (key, total) in all {
      writer.set("COUNTED", at: key, total.amounts.map(\.duty))
      amounts += total.amounts.map { (key + [$0.duty], $0.amount) }
    }
    writer.table("amount", amounts)
    writeBlocks(of: all, &writer)
    let least = all.compactMap { key, total in total.minimum.map { (key, $0 - total.base) } }
    writer.set("AT_LEAST", least.map(\.0))
    writer.table("least", least)
    // A ledger that is over the limit already forbids duties, but breaks nothing by itself.
    let limits = all.compactMap { key, total in total.maximum.map { (key, max(0, $0 - total.base)) } }
    writer.set("LIMITED", limits.map(\.0))
    writer.table("limit", limits)
    let costed = all.compactMap { key, total in total.cost.map { (key: key, total: total, cost: $0) } }
    writer.set("COSTED", costed.map(\.key))
    writer.table("base", costed.map { ($0.key, $0.total.base) })
    writer.table("goal", costed.map { ($0.key, $0.cost.target) })
    writer.table("slack", costed.filter { $0.cost.slack > 0 }.map { ($0.key, $0.cost.slack) })
    writer.table("step", costed.map { ($0.key, $0.cost.step) })
    writer.table("stepWeight", costed.map { ($0.key, $0.cost.weight) })
    var widths: [(key: [Int], value: Int)] = []
    var prices: [(key: [Int], value: Int)] = []
    for (key, total, cost) in costed {
      writer.set("TIERS", at: key, Array(cost.prices.indices))
      for (k, width) in cost.tierWidths(most: cost.mostSteps(of: total)).enumerated() {
        widths.append((key + [k], width))
        prices.append((key + [k], cost.prices[k].price))
      }
    }
    writer.table("width", widths)
    writer.table("price", prices)
  }

  private func writeBlocks(of totals: [(key: [Int], total: Total)], _ writer: inout MathProgWriter) {
    var amounts: [(key: [Int], value: Int)] = []
    for (key, total) in totals where !total.blocks.isEmpty {
      writer.set("BLOCKS", at: key, Array(total.blocks.indices))
      for (k, block) in total.blocks.enumerated() {
        writer.set("BLOCK", at: key + [k], block.duties)
        amounts.append((key + [k], block.amount))
      }
    }
    writer.table("blockAmount", amounts)
  }
}

extension RosterProblem.StepCost {
  /// The steps at the farther of the two ends that the total can reach.
  fileprivate func mostSteps(of total: RosterProblem.Total) -> Int {
    let reach = total.base + total.amounts.reduce(0) { $0 + $1.amount } + total.blocks.reduce(0) { $0 + $1.amount }
    return max(target - total.base, reach - target - slack, 0).dividedRoundingUp(by: step)
  }

  /// How many steps each price is for; the last takes what can come beyond.
  fileprivate func tierWidths(most: Int) -> [Int] {
    var done = 0
    return prices.indices.map { k in
      let upTo = k == prices.count - 1 ? max(done, most) : min(max(done, most), prices[k].upTo)
      defer { done = upTo }
      return upTo - done
    }
  }
}
