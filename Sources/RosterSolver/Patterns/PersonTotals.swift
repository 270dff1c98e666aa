import Rostering

/// What a total adds up, apart from whose it is and how far it may go.
struct TotalShape: Hashable, Sendable {
  var amounts: [RosterProblem.Amount]
  var blocks: [RosterProblem.Block]

  init(_ total: RosterProblem.Total) {
    amounts = total.amounts.filter { $0.amount > 0 }
    blocks = total.blocks.filter { $0.amount > 0 && !$0.duties.isEmpty }
  }

  /// A wish over several days: held once is enough.
  init(wish: RosterProblem.Wish) {
    amounts = []
    blocks = [RosterProblem.Block(duties: Set(wish.duties).sorted(), amount: 1)]
  }
}

/// A person's total: which sum, within which limits, at which cost.
struct PersonTotal: Sendable {
  var shape: Int
  /// Of the sum without its base; nil: no limit.
  var low: Int?
  var high: Int?
  var base: Int
  var cost: RosterProblem.StepCost?

  init(_ total: RosterProblem.Total, shape: Int) {
    self.shape = shape
    base = total.base
    low = total.minimum.flatMap { $0 > total.base ? $0 - total.base : nil }
    high = total.maximum.map { max(0, $0 - total.base) }
    cost = total.cost.flatMap { $0.weight > 0 && $0.prices.contains { $0.price > 0 } ? $0 : nil }
  }

  init(wish: RosterProblem.Wish, shape: Int) {
    self.shape = shape
    base = 0
    cost = .init(target: 1, step: 1, weight: wish.cost, prices: [.init(upTo: .max, price: 1)])
    cost?.slack = Int.max / 4
  }

  func cost(ofSum sum: Int) -> Int { cost?.cost(of: base + sum) ?? 0 }
}

/// Every distinct sum in the problem, and what it counts for a duty.
final class TotalShapes: @unchecked Sendable {
  private(set) var shapes: [TotalShape] = []
  private var number: [TotalShape: Int] = [:]
  let dutyCount: Int
  /// amount[shape × duties + duty].
  private(set) var amount: [Int32] = []
  /// The block of a duty in a shape, −1 without: block[shape × duties + duty].
  private(set) var block: [Int32] = []
  /// Of all amounts and blocks of a shape.
  private(set) var unit: [Int] = []

  init(dutyCount: Int) { self.dutyCount = dutyCount }

  func add(_ shape: TotalShape) -> Int {
    if let known = number[shape] { return known }
    let index = shapes.count
    number[shape] = index
    shapes.append(shape)
    var amounts = [Int32](repeating: 0, count: dutyCount)
    var blocks = [Int32](repeating: -1, count: dutyCount)
    var unit = 0
    for one in shape.amounts {
      amounts[one.duty] = Int32(clamping: one.amount)
      unit = greatestCommonDivisor(unit, one.amount)
    }
    for (block, one) in shape.blocks.enumerated() {
      for duty in one.duties { blocks[duty] = Int32(block) }
      unit = greatestCommonDivisor(unit, one.amount)
    }
    amount += amounts
    block += blocks
    self.unit.append(max(1, unit))
    return index
  }

  func amount(_ shape: Int, _ duty: Int) -> Int { Int(amount[shape * dutyCount + duty]) }
  func block(_ shape: Int, _ duty: Int) -> Int { Int(block[shape * dutyCount + duty]) }
}

func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (abs(a), abs(b))
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
