import Rostering

/// What a total adds up, apart from whose it is and how far it may go.
struct TotalShape: Hashable, Sendable {
  var amounts: [RosterProblem.Amount]
  var blocks: [RosterProblem.Block]

  init(amounts: [RosterProblem.Amount], blocks: [RosterProblem.Block]) {
    self.amounts = amounts
    self.blocks = blocks
  }

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

/// Every distinct sum in the problem, and what it counts for a duty. People whose totals agree on the duties that both
/// could have share a sum, whatever each leaves out.
final class TotalShapes: @unchecked Sendable {
  private(set) var shapes: [TotalShape] = []
  private var number: [TotalShape: Int] = [:]
  /// Sums without blocks.
  private var plain: [Int] = []
  let dutyCount: Int
  /// amount[shape × duties + duty].
  private(set) var amount: [Int32] = []
  /// Whether somebody who could have the duty counts the sum.
  private var isKnown: [Bool] = []
  /// The block of a duty in a shape, −1 without: block[shape × duties + duty].
  private(set) var block: [Int32] = []
  /// Of all amounts and blocks of a shape.
  private(set) var unit: [Int] = []

  init(dutyCount: Int) { self.dutyCount = dutyCount }

  /// The number of a person's sum. `duties`: what the person could have. O(plain sums × duties).
  func add(_ shape: TotalShape, duties: [Int]) -> Int {
    guard shape.blocks.isEmpty else { return number[shape] ?? append(shape) }
    var wanted: [Int: Int] = [:]
    for one in shape.amounts { wanted[one.duty] = one.amount }
    let amounts = duties.map { Int32(clamping: wanted[$0] ?? 0) }
    let index = plain.first { agrees($0, duties, amounts) } ?? append(TotalShape(amounts: [], blocks: []))
    for (duty, value) in zip(duties, amounts) {
      isKnown[index * dutyCount + duty] = true
      amount[index * dutyCount + duty] = value
      unit[index] = greatestCommonDivisor(unit[index], Int(value))
    }
    return index
  }

  /// To be called once all are added.
  func close() { for index in unit.indices { unit[index] = max(1, unit[index]) } }

  private func agrees(_ index: Int, _ duties: [Int], _ amounts: [Int32]) -> Bool {
    let base = index * dutyCount
    for (place, duty) in duties.enumerated() where isKnown[base + duty] {
      if amount[base + duty] != amounts[place] { return false }
    }
    return true
  }

  private func append(_ shape: TotalShape) -> Int {
    let index = shapes.count
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
    isKnown += [Bool](repeating: false, count: dutyCount)
    self.unit.append(unit)
    if shape.blocks.isEmpty { plain.append(index) } else { number[shape] = index }
    return index
  }

  func amount(_ shape: Int, _ duty: Int) -> Int { Int(amount[shape * dutyCount + duty]) }
  func amount(_ shape: Int, _ duties: [Int]) -> Int { duties.reduce(0) { $0 + amount(shape, $1) } }
  func block(_ shape: Int, _ duty: Int) -> Int { Int(block[shape * dutyCount + duty]) }
}

func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (abs(a), abs(b))
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
