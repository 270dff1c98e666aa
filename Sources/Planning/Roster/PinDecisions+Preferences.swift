import Districts

/// `prefer` pins: 8 points at level 3 for each that does not hold.
extension PinDecisions {
  static let price = 8

  /// By duty: what the person's preferred pins add to its price, on top of `constant`.
  func prices(of person: Int) -> [Int: Int] {
    var prices: [Int: Int] = [:]
    for pin in preferred where pin.person == person {
      prices[pin.duty, default: 0] += pin.must ? -PinDecisions.price : PinDecisions.price
    }
    return prices
  }

  /// All wanted duties, as if none were held.
  var constant: Int { preferred.count { $0.must } * PinDecisions.price }

  func amount(_ held: HeldDuties) -> Int {
    preferred.count { held.holds($0.person, $0.duty) != $0.must } * PinDecisions.price
  }
}
