import Rostering
import Units

/// Prices of all rows, and the bound that they prove, in millionths of the weighted objective.
struct PatternProof: Sendable {
  var bound: Double
  var prices: [Double]

  /// The prices as multipliers of the relaxation in docs/bounds.md; nil where the problem has what it does not know.
  ///
  /// A price below 0 of a seat is what the target asks for, as far as that can cost, and beyond it the minimum; above 0
  /// it is the maximum's. The weights of levels 1 and 2 are the multipliers of their rows.
  ///
  /// - Parameter level: whose bound it is, from 0.
  func multipliers(_ tables: PatternTables, level: Int = 2) -> [RosterMultiplier]? {
    let problem = tables.problem
    guard !problem.needsPatterns, prices.allSatisfy({ abs($0) < 1e15 }) else { return nil }
    // Where fewer people can come than are wanted, what would still be missing counts in the row's price.
    let most = tables.mostCounts(of: Array(0..<tables.personCount))
    let prices = self.prices.indices.map { row in
      row < tables.cover.rowCount ? min(self.prices[row], tables.cover.step(row, most[row])) : self.prices[row]
    }
    var rows: [RosterMultiplier] = []
    func put(_ value: Double, _ row: RosterRow) {
      if value >= 1 { rows.append(RosterMultiplier(row: row, value: Int(value))) }
    }
    for seat in 0..<tables.seatCount {
      let duty = Int(tables.seatDuty[seat])
      let number = seat - tables.firstSeat[duty]
      let price = prices[seat]
      let ofTarget = min(
        max(0, -price), tables.weights.target * Double(problem.duties[duty].seats[number].weight) * LevelWeights.scale)
      put(ofTarget, .targetCover(duty: duty, seat: number))
      put(-price - ofTarget, .minimumCover(duty: duty, seat: number))
      put(price, .maximumCover(duty: duty, seat: number))
    }
    for (duty, row) in tables.cover.leadRow.enumerated() where row >= 0 {
      guard prices[row] <= 0 else { return nil }
      put(-prices[row], .oneLead(duty: duty))
    }
    if level == 2 { putLinks(prices, tables, put) }
    if level > 0 { put(tables.weights.minimum * LevelWeights.scale, .level(1)) }
    if level > 1 { put(tables.weights.target * LevelWeights.scale, .level(2)) }
    return rows
  }

  private func putLinks(_ prices: [Double], _ tables: PatternTables, _ put: (Double, RosterRow) -> Void) {
    let links = tables.links
    for index in 0..<(links.firstSite - links.firstRow) {
      let price = prices[index + links.firstRow]
      let (pair, duty) = (Int(links.pairIndex[index]), Int(links.pairDuty[index]))
      put(price, .buddiesPlus(pair: pair, duty: duty))
      put(-price, .buddiesMinus(pair: pair, duty: duty))
    }
    for one in links.solo {
      let cost = Double(one.cost) * tables.pointPrice
      put(
        cost, one.isFirst ? .buddiesPlus(pair: one.pair, duty: one.duty) : .buddiesMinus(pair: one.pair, duty: one.duty)
      )
    }
    for group in 0..<links.groupCount {
      let first = Int(links.placeStart[group])
      let number = Int(links.groupIndex[group])
      var gains: [Double] = []
      for place in first..<Int(links.placeStart[group + 1]) {
        var gain = 0.0
        for site in Int(links.siteStart[place])..<Int(links.siteStart[place + 1]) {
          let price = max(0, prices[links.firstSite + site])
          gain += price
          put(price, .unitSite(group: number, place: place - first, person: Int(links.sitePerson[site])))
        }
        gains.append(gain)
      }
      // The multiplier of the row that counts open places: what the first place beyond the allowed ones gains.
      let allowed = Int(links.groupAllowed[group])
      let next = allowed < gains.count ? gains.sorted(by: >)[allowed] : 0
      put(min(next, Double(links.groupCost[group]) * tables.pointPrice), .unitSpread(group: number))
    }
  }
}
