import Rostering
import Units

/// Improves a roster one person at a time: each is taken out and put back with the best pattern against what cover costs
/// without them. A little noise on the prices lets it wander over plateaus.
struct PatternDescent {
  let tables: PatternTables
  let pricer: PatternPricer
  private var random: SeededRandom
  private var price: [Double]

  init(_ tables: PatternTables, pricer: PatternPricer, seed: UInt64) {
    self.tables = tables
    self.pricer = pricer
    random = SeededRandom(seed: seed)
    price = [Double](repeating: 0, count: max(1, tables.rowCount))
  }

  /// Everybody once, in random order. Returns the first person without any pattern.
  mutating func pass(_ roster: inout PatternRoster, noise: Double, deadline: Deadline) -> Int? {
    var order = Array(0..<tables.personCount)
    order.shuffle(using: &random)
    for person in order {
      if deadline.isOver { return nil }
      if !improve(person, &roster, noise: noise) { return person }
    }
    return nil
  }

  /// False: no pattern keeps the person's rules.
  mutating func improve(_ person: Int, _ roster: inout PatternRoster, noise: Double) -> Bool {
    let old = (roster.cells[person], roster.costs[person])
    roster.remove(person, tables)
    for row in 0..<tables.cover.rowCount {
      price[row] = tables.cover.step(row, Int(roster.counts[row]))
      if noise > 0 { price[row] += (noise * random.unit()).rounded() }
    }
    for entry in tables.links.entries(of: person, days: tables.dayCount) {
      price[Int(tables.links.row[entry])] = Double(roster.links.step(entry, tables.links)) * tables.pointPrice
    }
    price.withUnsafeBufferPointer { prices in
      guard let base = prices.baseAddress else { return }
      pricer.price(person, rowPrice: base, .init(labelLimit: 40_000))
      if pricer.found.isEmpty, old.0.isEmpty { pricer.price(person, rowPrice: base, .init()) }
    }
    if let best = pricer.found.first, let cost = tables.cost(person, best.cells) {
      roster.put(best.cells, cost: cost, of: person, tables)
      return true
    }
    if !old.0.isEmpty {
      roster.put(old.0, cost: old.1, of: person, tables)
      return true
    }
    return pricer.least < .infinity
  }
}
