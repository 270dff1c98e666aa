/// The minima over what people have.
extension RosterRelaxation {
  private var shares: (hours: [Int], nights: [Int]) {
    (roster.sharesOf(pool: roster.hoursPool), roster.sharesOf(pool: roster.nightsPool))
  }

  /// Σ of everybody's least over the sets of one service day, couples of buddies together; nil where the pins of
  /// somebody break a rule.
  var leastOfSets: Int128? {
    let (shares, published) = (shares, roster.published.duties)
    var total: Int128 = 0
    var isCounted = [Bool](repeating: false, count: roster.raw.people.count)
    for (a, b, prices) in closePairs {
      var first = PersonMinimum(a, in: self, shares: shares, published: published[a])
      var second = PersonMinimum(b, in: self, shares: shares, published: published[b])
      let shared = Set(first.duties).intersection(second.duties)
      guard let one = first.parts(prices: prices, shared: shared),
        let other = second.parts(prices: prices, shared: shared)
      else { return nil }
      guard let least = one.least(with: other) else { continue }
      total += least
      isCounted[a] = true
      isCounted[b] = true
    }
    for p in roster.raw.people.indices where !isCounted[p] {
      var person = PersonMinimum(p, in: self, shares: shares, published: published[p])
      guard let least = person.value() else { return nil }
      total += least
    }
    return total
  }

  /// Σ of everybody's least over the patterns of the horizon, each person alone; nil where the pins of somebody break
  /// a rule.
  var leastOfPatterns: Int128? {
    let (shares, published) = (shares, roster.published.duties)
    let conflicts = DutyConflicts(self)
    var total: Int128 = 0
    for p in roster.raw.people.indices {
      var person = PatternMinimum(
        p, in: self, shares: shares, published: published[p], conflicts: conflicts)
      guard let least = person.value() else { return nil }
      total += least
    }
    return total
  }
}
