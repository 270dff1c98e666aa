import Districts

extension RosterCase {
  /// Mutual pairs, the smaller id first, in the order of cadres.csv of the smaller id.
  var buddyPairs: [(Int, Int)] {
    raw.district.cadres.indices.compactMap { p in
      guard let other = raw.district.cadres[p].buddy, let q = raw.cadreIndex[other.text],
        raw.district.cadres[q].buddy == raw.district.cadres[p].id,
        raw.district.cadres[p].id < raw.district.cadres[q].id
      else { return nil }
      return (p, q)
    }
  }

  /// Per duty with exactly one of the two.
  var buddiesAmount: Int {
    buddyPairs.map { p, q in
      raw.district.rules.buddies.weight *| Set(held[p]).symmetricDifference(held[q]).count
    }.saturatedSum
  }
}
