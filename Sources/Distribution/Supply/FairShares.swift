/// Shares one good among its lines: more urgent ones first; among equals one pack after another to whoever then has the
/// fewest for each household.
///
/// What can be given forms a polymatroid, so that this greedy way is the best at both levels (Federgruen and Groenevelt,
/// "The greedy procedure for resource allocation problems", 1986). Equal steps are taken together: O(classes × log packs)
/// flows, whatever the packs.
struct FairShares {
  private let lines: [SupplyLine]
  /// By line: its class in the flow; nil where no stock can reach it.
  private let classOf: [Int?]
  private var flow: StockFlow
  private(set) var given: [Int]

  init(_ lines: [SupplyLine], classOf: [Int?], flow: StockFlow) {
    self.lines = lines
    self.classOf = classOf
    self.flow = flow
    given = Array(repeating: 0, count: lines.count)
  }

  mutating func share() {
    for priority in Set(lines.map(\.priority)).sorted() {
      share(among: lines.indices.filter { lines[$0].priority == priority && classOf[$0] != nil })
    }
  }

  /// Packs of a line whose price, what its households have when they get it, is at most so many thousandths a household.
  private func packs(_ line: Int, upTo price: Int) -> Int {
    let (product, overflow) = (price + 1).multipliedReportingOverflow(by: lines[line].households)
    return overflow || product > Int.max / 2
      ? lines[line].asked : min(lines[line].asked, product.dividedRoundingUp(by: FairShares.fineness))
  }

  /// Thousandths of a pack a household tell apart who has fewer.
  static let fineness = 1000

  private mutating func share(among wanting: [Int]) {
    var open = wanting
    var price = -1
    while !open.isEmpty {
      price = highestPrice(for: open, from: price)
      _ = raise(&flow, open, to: price)
      for line in open { given[line] = packs(line, upTo: price) }
      // One step more is too much for some: who comes first has it, and their class gets no more.
      price += 1
      for line in open {
        given[line] += flow.give(packs(line, upTo: price) - given[line], to: classOf[line] ?? 0)
      }
      let full = Set(open.compactMap { classOf[$0] }).filter(isFull)
      open.removeAll { given[$0] == lines[$0].asked || full.contains(classOf[$0] ?? -1) }
    }
  }

  private func isFull(_ kind: Int) -> Bool {
    var trial = flow
    return trial.give(1, to: kind) == 0
  }

  /// The highest price, at least `low`, up to which all open lines can be given their packs; by halving.
  private func highestPrice(for open: [Int], from low: Int) -> Int {
    var (low, high) = (low, open.map(mostPrice).max() ?? 0)
    func isPossible(_ price: Int) -> Bool {
      var trial = flow
      return raise(&trial, open, to: price)
    }
    if isPossible(high) { return max(low, high) }
    while low + 1 < high {
      let middle = low + (high - low) / 2
      if isPossible(middle) { low = middle } else { high = middle }
    }
    return low
  }

  /// A price at which the line has all it asks.
  private func mostPrice(_ line: Int) -> Int {
    let (product, overflow) = lines[line].asked.multipliedReportingOverflow(by: FairShares.fineness)
    return overflow ? Int.max / 4 : product / lines[line].households
  }

  /// Gives the open lines their packs up to a price; false where there are too few.
  private func raise(_ flow: inout StockFlow, _ open: [Int], to price: Int) -> Bool {
    var wanted = Array(repeating: 0, count: flow.reach.count)
    for line in open { wanted[classOf[line] ?? 0] += packs(line, upTo: price) - given[line] }
    return wanted.indices.allSatisfy { flow.give(wanted[$0], to: $0) == wanted[$0] }
  }

  /// What a line's packs cost in all: the sum of their prices, Σ ⌊1000 × k ÷ households⌋ over k below `packs`; at most
  /// `Int.max`. O(log households).
  static func price(of packs: Int, households: Int) -> Int {
    var (sum, count, step, base, offset) = (
      Int128(0), Int128(packs), Int128(fineness), Int128(max(1, households)), Int128(0)
    )
    while count > 0 {
      sum += (count - 1) * count / 2 * (step / base) + count * (offset / base)
      (step, offset) = (step % base, offset % base)
      let most = step * count + offset
      guard most >= base else { break }
      (count, offset, step, base) = (most / base, most % base, base, step)
    }
    return sum > Int128(Int.max) ? Int.max : Int(sum)
  }
}
