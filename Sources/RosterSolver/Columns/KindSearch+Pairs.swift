import Rostering
import Units

extension KindSearch {
  /// Two buddies: `chosen` of both, the value of both as the first one's.
  ///
  /// - Complexity: O(items + joint combinations).
  func searchPair(_ pair: Int) {
    let price = Int(joint.price[pair]) &* RosterMultiplier.scale
    let (first, second) = (Int(joint.first[pair]), Int(joint.second[pair]))
    let ownCount = leastApart(of: first, from: 0, price)
    let bothFrom = ownCount &+ leastApart(of: second, from: ownCount, price)
    let (offset, otherOffset) = (self.offset(of: first), self.offset(of: second))
    for both in Int(joint.togetherStart[pair])..<Int(joint.togetherStart[pair &+ 1]) {
      var best = Int.max
      var at = -1
      for couple in Int(joint.coupleStart[both])..<Int(joint.coupleStart[both &+ 1]) {
        let worth =
          worth(Int(joint.coupleFirst[couple]), offset) &+ worth(Int(joint.coupleSecond[couple]), otherOffset)
        if worth < best {
          best = worth
          at = couple
        }
      }
      let term = bothFrom &+ both &- Int(joint.togetherStart[pair])
      termValue[term] = best
      termItem[term] = Int32(truncatingIfNeeded: at)
    }
    let combo = cheapestCombo(of: pair)
    take(combo.number, first, second, ownCount: ownCount, bothFrom: bothFrom)
    value[first] = combo.value
    value[second] = 0
  }

  /// The cheapest item of each kind, with the pair's price where the buddy could share its duty.
  private func leastApart(of person: Int, from start: Int, _ price: Int) -> Int {
    let offset = offset(of: person)
    var term = start
    for kind in kinds.kinds(of: person) {
      var best = Int.max
      var at = -1
      for item in kinds.items(of: kind) {
        let worth = worth(item, offset) &+ (joint.isShared[item] ? price : 0)
        if worth < best {
          best = worth
          at = item
        }
      }
      termValue[term] = best
      termItem[term] = Int32(truncatingIfNeeded: at)
      term &+= 1
    }
    return term &- start
  }

  private func cheapestCombo(of pair: Int) -> (number: Int, value: Int) {
    var best = -1
    var least = Int.max
    for combo in Int(joint.comboStart[pair])..<Int(joint.comboStart[pair &+ 1]) {
      var value = Int(joint.comboCost[combo]) &* RosterMultiplier.scale
      for index in Int(joint.termStart[combo])..<Int(joint.termStart[combo &+ 1]) {
        value &+= termValue[Int(joint.term[index])]
      }
      if value < least {
        least = value
        best = combo
      }
    }
    return (best, least)
  }

  private func take(_ combo: Int, _ first: Int, _ second: Int, ownCount: Int, bothFrom: Int) {
    var mine = first &* KindTables.mostTogether
    var theirs = second &* KindTables.mostTogether
    for place in 0..<KindTables.mostTogether {
      chosen[mine &+ place] = -1
      chosen[theirs &+ place] = -1
    }
    for index in Int(joint.termStart[combo])..<Int(joint.termStart[combo &+ 1]) {
      let term = Int(joint.term[index])
      let item = termItem[term]
      if term < ownCount || term >= bothFrom {
        chosen[mine] = term < ownCount ? item : joint.coupleFirst[Int(item)]
        mine &+= 1
      }
      if term >= ownCount {
        chosen[theirs] = term < bothFrom ? item : joint.coupleSecond[Int(item)]
        theirs &+= 1
      }
    }
  }
}
