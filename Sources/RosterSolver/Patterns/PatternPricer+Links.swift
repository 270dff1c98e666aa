import Rostering

extension PatternPricer {
  /// Of the person's duties: what pair rows add, and the site row that each counts in. O(the person's entries).
  func setLinkPrices(_ person: Int, _ rowPrice: UnsafePointer<Double>) {
    let links = tables.links
    let entries = links.entries(of: person, days: tables.dayCount)
    hasLinkPrices = !entries.isEmpty
    guard hasLinkPrices else { return }
    if dutyPrice.isEmpty {
      dutyPrice = [Double](repeating: 0, count: tables.problem.duties.count)
      dutySite = [Int32](repeating: -1, count: tables.problem.duties.count)
    }
    for entry in entries {
      let (duty, sign) = (Int(links.duty[entry]), links.sign[entry])
      if sign == 0 {
        dutySite[duty] = links.row[entry]
      } else {
        dutyPrice[duty] += Double(sign) * rowPrice[Int(links.row[entry])]
      }
    }
  }

  func clearLinkPrices(_ person: Int) {
    for entry in tables.links.entries(of: person, days: tables.dayCount) {
      dutyPrice[Int(tables.links.duty[entry])] = 0
      dutySite[Int(tables.links.duty[entry])] = -1
    }
    hasLinkPrices = false
  }

  /// Of the seats of a cell; a place counts once, however many duties are at it.
  @inline(__always) func linkPrice(_ places: Range<Int>, _ rowPrice: UnsafePointer<Double>) -> Double {
    var sum = 0.0
    for place in places {
      let duty = Int(tables.seatDuty[Int(tables.cellSeat[place])])
      sum += dutyPrice[duty]
      let site = dutySite[duty]
      guard site >= 0 else { continue }
      var isCounted = false
      for earlier in places.lowerBound..<place {
        if dutySite[Int(tables.seatDuty[Int(tables.cellSeat[earlier])])] == site { isCounted = true }
      }
      if !isCounted { sum += rowPrice[Int(site)] }
    }
    return sum
  }
}
