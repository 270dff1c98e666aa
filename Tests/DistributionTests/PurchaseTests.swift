import Districts
import Testing
import Units

@testable import Distribution

@Suite("What is cheap is bought first") struct PurchaseTests {
  /// One good at two depots with a few priced rows, needed at two places in two steps.
  private func market(_ seed: UInt64) -> (District, [PackNeed]) {
    var random = SeededRandom(seed: seed)
    var district = TinySupplies.random(seed)
    district.goods = [Good(id: GoodID("G0"), name: "Good")]
    district.stock = (0..<(2 + random.below(3))).map { _ in
      var row = StockRow(depot: DepotID("D\(random.below(2))"), good: GoodID("G0"), packs: random.below(7))
      row.price = 100 + random.below(3)
      if random.below(2) == 0 { row.ready = moment(district, 400 + random.below(300)) }
      return row
    }
    let needs = ["S", "K"].prefix(1 + random.below(2)).map { place in
      let first = 1 + random.below(3)
      return PackNeed(
        good: 0, place: PlaceID(place), coordinate: nil,
        steps: [
          (moment(district, 600 + random.below(200)), first), (moment(district, 900), first + 1 + random.below(3)),
        ])
    }
    return (district, needs)
  }

  private func moment(_ district: District, _ minutes: Int) -> Moment {
    ZoneClock(identifier: district.timeZone)?.moment(district.planDate, ClockTime(minutes: minutes))
      ?? Moment(seconds: 0)
  }

  /// By step of the needs, the rows that can be there in time; worked out from the tables.
  private func reach(_ district: District, _ needs: [PackNeed]) -> [(packs: Int, rows: [Int])] {
    guard let zone = ZoneClock(identifier: district.timeZone) else { return [] }
    return needs.flatMap { need in
      need.steps.enumerated().map { index, step in
        let rows = district.stock.indices.filter { row in
          guard let depot = district.depots.first(where: { $0.id == district.stock[row].depot }),
            let loaded = SupplyReach.loaded(
              district.stock[row], at: depot, in: district, zone)
          else { return false }
          let way = district.travelRows.first { $0.from == PlaceID(depot.id) && $0.to == need.place }
          return way.map { loaded + $0.seconds <= step.by } ?? false
        }
        return (step.packs - (index == 0 ? 0 : need.steps[index - 1].packs), rows)
      }
    }
  }

  /// The least price of meeting all steps, by trying every way of buying; nil where they cannot all be met.
  private func leastPrice(
    _ district: District, _ steps: [(packs: Int, rows: [Int])], most: [Int],
    price: (StockRow) -> Int = { $0.price ?? 0 }
  ) -> Int? {
    let prices = district.stock.map(price)
    var best: Int?
    func buy(_ step: Int, _ left: [Int], _ price: Int) {
      if let known = best, price >= known { return }
      guard step < steps.count else { return best = price }
      func take(_ index: Int, _ packs: Int, _ left: [Int], _ price: Int) {
        if packs == 0 { return buy(step + 1, left, price) }
        guard index < steps[step].rows.count else { return }
        let row = steps[step].rows[index]
        for bought in 0...min(packs, left[row]) {
          var rest = left
          rest[row] -= bought
          take(index + 1, packs - bought, rest, price + bought * prices[row])
        }
      }
      take(0, steps[step].packs, left, price)
    }
    buy(0, most, 0)
    return best
  }

  @Test("with the limits every need can still be met, at the least price that there is")
  func limits() {
    var (met, limited) = (0, 0)
    for seed in 1...300 as ClosedRange<UInt64> {
      let (district, needs) = market(seed)
      let steps = reach(district, needs)
      let all = PurchaseLimits(all: district)
      let limits = PurchaseLimits(district, needs: needs)
      #expect(zip(limits.most, all.most).allSatisfy { $0 <= $1 })
      let least = leastPrice(district, steps, most: all.most)
      #expect(leastPrice(district, steps, most: limits.most) == least, "seed \(seed)")
      if least == nil { #expect(limits == all, "seed \(seed)") } else { met += 1 }
      guard limits != all else { continue }
      limited += 1
      // Of a price not taken whole, a depot may give what the price takes and one pack in a hundred, rounded up.
      let wanted = steps.reduce(0) { $0 + $1.packs }
      func needed(from price: Int) -> Int {
        leastPrice(district, steps, most: all.most) { ($0.price ?? 0) >= price ? 1 : 0 } ?? 0
      }
      for price in Set(district.stock.compactMap(\.price)) {
        let own = district.stock.indices.filter { district.stock[$0].price == price }
        let taken = needed(from: price) - needed(from: price + 1)
        let isWhole = taken == own.reduce(0) { $0 + district.stock[$1].packs }
        for depot in Set(own.map { district.stock[$0].depot }) {
          let there = own.filter { district.stock[$0].depot == depot }
          let stock = there.reduce(0) { $0 + district.stock[$1].packs }
          let expected = isWhole ? stock : min(stock, taken + wanted.dividedRoundingUp(by: 100))
          #expect(there.reduce(0) { $0 + limits.most[$1] } == expected, "seed \(seed)")
        }
      }
    }
    #expect(met > 60)
    #expect(limited > 30)
  }
}
