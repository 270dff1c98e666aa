import Rostering
import Units

/// Step costs in flat arrays.
struct StepCosts: ~Copyable {
  private let target: Buffer<Int>
  private let slack: Buffer<Int>
  private let step: Buffer<Int>
  private let weight: Buffer<Int>
  private let firstPrice: Buffer<Int>
  private let upTo: Buffer<Int>
  private let price: Buffer<Int>

  init(_ costs: [RosterProblem.StepCost]) {
    target = Buffer(costs.map(\.target), filler: 0)
    slack = Buffer(costs.map(\.slack), filler: 0)
    step = Buffer(costs.map(\.step), filler: 1)
    weight = Buffer(costs.map(\.weight), filler: 0)
    firstPrice = Buffer(costs.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.prices.count) }, filler: 0)
    upTo = Buffer(costs.flatMap { $0.prices.map(\.upTo) }, filler: 0)
    price = Buffer(costs.flatMap { $0.prices.map(\.price) }, filler: 0)
  }

  /// What a value costs. O(prices).
  @inline(__always) func cost(_ index: Int, of value: Int) -> Int {
    let distance = max(target[index] &- value, value &- target[index] &- slack[index], 0)
    if distance == 0 { return 0 }
    let steps = (distance &+ step[index] &- 1) / step[index]
    var sum = 0
    var done = 0
    var entry = firstPrice[index]
    while done < steps, entry < firstPrice[index &+ 1] {
      let end = min(steps, upTo[entry])
      sum &+= (end &- done) &* price[entry]
      done = end
      entry &+= 1
    }
    return sum &* weight[index]
  }
}
