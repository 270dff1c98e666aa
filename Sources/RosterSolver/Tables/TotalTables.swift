import Rostering
import Units

/// Totals and wishes: what one person's duties add up to.
struct TotalTables: ~Copyable {
  /// Totals of a person: `start[person] ..< start[person + 1]`.
  let start: Buffer<Int32>
  let base: Buffer<Int32>
  /// Int32.max without one.
  let maximum: Buffer<Int32>
  // The cost: step 0 without one; prices of total t: priceStart[t] ..< priceStart[t + 1].
  let target: Buffer<Int32>
  let step: Buffer<Int32>
  let weight: Buffer<Int32>
  let priceStart: Buffer<Int32>
  let priceUpTo: Buffer<Int32>
  let price: Buffer<Int32>
  /// costOfSteps[costStart[total] + steps]: totals with the same prices share a table.
  private let costStart: Buffer<Int32>
  private let costOfSteps: Buffer<Int>

  /// Of an entry: in which totals it has which amount (positive ones only), and which wishes it grants.
  let ofEntry: Lists
  let amount: Buffer<Int32>
  let wishStart: Buffer<Int32>
  let wishCost: Buffer<Int32>
  let wishesOfEntry: Lists

  init(_ problem: RosterProblem, entries: EntryLists) {
    let all = problem.people.flatMap(\.totals)
    var starts = [0]
    var wishStarts = [0]
    var amountEntries: [Int32] = []
    var amountTotals: [Int32] = []
    var amounts: [Int32] = []
    var wishEntries: [Int] = []
    var wishNumbers: [Int] = []
    for (number, person) in problem.people.enumerated() {
      for (index, total) in person.totals.enumerated() {
        var cursor = entries.personStart[number]
        for amount in total.amounts where amount.amount > 0 {
          guard let entry = entries.find(person: number, duty: amount.duty, from: &cursor) else { continue }
          amountEntries.append(Int32(clamping: entry))
          amountTotals.append(Int32(clamping: starts[number] + index))
          amounts.append(Int32(clamping: amount.amount))
        }
      }
      for (index, wish) in person.wishes.enumerated() {
        for duty in Set(wish.duties).sorted() {
          guard let entry = entries.find(person: number, duty: duty) else { continue }
          wishEntries.append(entry)
          wishNumbers.append(wishStarts[number] + index)
        }
      }
      starts.append(starts[number] + person.totals.count)
      wishStarts.append(wishStarts[number] + person.wishes.count)
    }
    start = Buffer(starts)
    base = Buffer(all.map(\.base))
    maximum = Buffer(all.map { min($0.maximum ?? Int(Int32.max), Int(Int32.max)) })
    target = Buffer(all.map { $0.cost?.target ?? 0 })
    step = Buffer(all.map { $0.cost?.step ?? 0 })
    weight = Buffer(all.map { $0.cost?.weight ?? 0 })
    var priceStarts = [0]
    for total in all { priceStarts.append(priceStarts[priceStarts.count - 1] + (total.cost?.prices.count ?? 0)) }
    priceStart = Buffer(priceStarts)
    // The last price has no end, whatever its `upTo` says.
    let prices = all.flatMap { total in
      (total.cost?.prices ?? []).enumerated().map { index, price in
        (index + 1 == total.cost?.prices.count ? Int(Int32.max) : price.upTo, price.price)
      }
    }
    priceUpTo = Buffer(prices.map { min($0.0, Int(Int32.max)) })
    price = Buffer(prices.map(\.1))
    var tableOf: [RosterProblem.StepCost: Int] = [:]
    var tables: [Int] = []
    costStart = Buffer(
      all.map { total in
        guard var kind = total.cost else { return 0 }
        kind.target = 0
        kind.step = 1
        if let known = tableOf[kind] { return known }
        tableOf[kind] = tables.count
        for steps in 0...TotalTables.tableSteps { tables.append(TotalTables.priced(steps, kind)) }
        return tables.count - TotalTables.tableSteps - 1
      })
    costOfSteps = Buffer(repeating: 0, count: tables.count)
    for (index, cost) in tables.enumerated() { costOfSteps[index] = cost }
    ofEntry = Lists(count: entries.duty.count, lists: amountEntries, items: amountTotals)
    amount = Lists.sorted(count: entries.duty.count, lists: amountEntries, items: amounts)
    wishStart = Buffer(wishStarts)
    wishCost = Buffer(problem.people.flatMap { $0.wishes.map(\.cost) })
    wishesOfEntry = Lists(count: entries.duty.count, lists: wishEntries, items: wishNumbers)
  }

  /// weight × Σ prices of the started steps between the value and the target.
  @inline(__always) func cost(of total: Int, at value: Int) -> Int {
    let step = self.step[total]
    guard step > 0 else { return 0 }
    let distance = Int32(truncatingIfNeeded: abs(value &- Int(target[total])))
    let steps = Int((distance &+ step &- 1) / step)
    if steps <= TotalTables.tableSteps { return Int(costOfSteps[Int(costStart[total]) &+ steps]) }
    return priced(steps, total)
  }

  /// Steps whose cost is looked up.
  private static let tableSteps = 127

  private static func priced(_ steps: Int, _ cost: RosterProblem.StepCost) -> Int {
    var sum = 0
    var done = 0
    for (index, price) in cost.prices.enumerated() where done < steps {
      // The last price has no end, whatever its `upTo` says.
      let upTo = index + 1 == cost.prices.count ? steps : min(steps, price.upTo)
      sum += max(0, upTo - done) * price.price
      done = max(done, upTo)
    }
    return sum * cost.weight
  }

  /// O(prices).
  private func priced(_ steps: Int, _ total: Int) -> Int {
    var sum = 0
    var done = 0
    var index = Int(priceStart[total])
    while done < steps {
      let upTo = min(steps, Int(priceUpTo[index]))
      sum &+= (upTo &- done) &* Int(price[index])
      done = upTo
      index &+= 1
    }
    return sum &* Int(weight[total])
  }
}
