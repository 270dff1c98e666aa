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
    // A ledger that is over the limit already forbids duties, but breaks nothing by itself.
    let limits = all.compactMap { key, total in total.maximum.map { (key, max(0, $0 - total.base)) } }
    writer.set("LIMITED", limits.map(\.0))
    writer.table("limit", limits)
    let costed = all.compactMap { key, total in total.cost.map { (key: key, total: total, cost: $0) } }
    writer.set("COSTED", costed.map(\.key))
    writer.table("base", costed.map { ($0.key, $0.total.base) })
    writer.table("goal", costed.map { ($0.key, $0.cost.target) })
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
}

extension RosterProblem.StepCost {
  /// The steps at the farther of the two ends that the total can reach.
  fileprivate func mostSteps(of total: RosterProblem.Total) -> Int {
    let reach = total.base + total.amounts.reduce(0) { $0 + $1.amount }
    return max(abs(total.base - target), abs(reach - target)).dividedRoundingUp(by: step)
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
