import Rostering
import Units

/// What is the cheapest around every part of two buddies' combinations.
struct JointLeast: ~Copyable {
  // By side and part: the least cost of a combination around the part, its other kinds alone, and that combination.
  let value: Buffer<Int>
  let combo: Buffer<Int32>
  /// The combination's places that are in the part, as bits.
  let places: Buffer<UInt8>
  /// Parts of a side.
  let width: Int

  init(_ joint: JointKinds) {
    width = joint.mostParts
    value = Buffer(repeating: 0, count: 2 * joint.mostParts)
    combo = Buffer(repeating: 0, count: 2 * joint.mostParts)
    places = Buffer(repeating: 0, count: 2 * joint.mostParts)
  }

  func clear() { for part in 0..<value.count { value[part] = Int.max } }
}

extension KindSearch {
  /// Two buddies: `chosen` of both, the value of both as the first one's.
  ///
  /// - Complexity: O(items + parts of combinations + cores).
  func searchPair(_ pair: Int) {
    priceTerms(pair)
    let (first, second) = (Int(joint.first[pair]), Int(joint.second[pair]))
    let ownCount = kinds.kinds(of: first).count
    around.clear()
    priceParts(2 &* pair, first, from: 0)
    priceParts(2 &* pair &+ 1, second, from: ownCount)
    let core = cheapestCore(of: pair)
    take(core.number, first, second)
    value[first] = core.value
    value[second] = 0
  }

  /// The least value of every term.
  func priceTerms(_ pair: Int) {
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

  /// The cheapest combination around each part of a side; the side's terms alone begin at `from`.
  func priceParts(_ side: Int, _ person: Int, from: Int) {
    let line = (side & 1) &* around.width
    let combos = kinds.combos(of: person)
    for combo in combos {
      let index = Int(joint.sideCombo[side]) &+ combo &- combos.lowerBound
      for sub in Int(joint.subStart[index])..<Int(joint.subStart[index &+ 1]) {
        let value = valueAlone(combo, person, besides: Int(joint.subPlaces[sub]), from: from)
        let part = line &+ Int(joint.subPart[sub])
        if value < around.value[part] {
          around.value[part] = value
          around.combo[part] = Int32(truncatingIfNeeded: combo)
          around.places[part] = joint.subPlaces[sub]
        }
      }
    }
  }

  /// A combination's cost with its kinds alone, but for those at the places of a part.
  @inline(__always) func valueAlone(_ combo: Int, _ person: Int, besides places: Int, from: Int) -> Int {
    let first = kinds.kinds(of: person).lowerBound
    var value = Int(kinds.comboCost[combo]) &* RosterMultiplier.scale
    var place = 0
    while place < KindTables.mostTogether, let kind = kind(combo, place) {
      if places &>> place & 1 == 0 { value &+= termValue[from &+ kind &- first] }
      place &+= 1
    }
    return value
  }

  /// The core's terms.
  @inline(__always) func terms(of core: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(joint.termStart[core]), Int(joint.termStart[core &+ 1])))
  }

  private func cheapestCore(of pair: Int) -> (number: Int, value: Int) {
    var best = -1
    var least = Int.max
    for core in Int(joint.coreStart[pair])..<Int(joint.coreStart[pair &+ 1]) {
      let value = value(of: core)
      if value < least {
        least = value
        best = core
      }
    }
    return (best, least)
  }

  /// Both combinations around the core's parts, and its terms.
  @inline(__always) func value(of core: Int) -> Int {
    var value =
      around.value[Int(joint.corePart[2 &* core])]
      &+ around.value[around.width &+ Int(joint.corePart[2 &* core &+ 1])]
    for index in terms(of: core) { value &+= termValue[Int(joint.term[index])] }
    return value
  }

  private func take(_ core: Int, _ first: Int, _ second: Int) {
    var mine = takeAlone(first, Int(joint.corePart[2 &* core]), from: 0)
    var theirs = takeAlone(
      second, around.width &+ Int(joint.corePart[2 &* core &+ 1]), from: kinds.kinds(of: first).count)
    for index in terms(of: core) {
      let couple = Int(termItem[Int(joint.term[index])])
      chosen[mine] = joint.coupleFirst[couple]
      chosen[theirs] = joint.coupleSecond[couple]
      mine &+= 1
      theirs &+= 1
    }
  }

  /// What the person does alone around the part; returns where in `chosen` the rest goes.
  private func takeAlone(_ person: Int, _ part: Int, from: Int) -> Int {
    var line = person &* KindTables.mostTogether
    for place in 0..<KindTables.mostTogether { chosen[line &+ place] = -1 }
    let places = Int(around.places[part])
    let combo = Int(around.combo[part])
    let first = kinds.kinds(of: person).lowerBound
    for place in 0..<KindTables.mostTogether where places &>> place & 1 == 0 {
      guard let kind = kind(combo, place) else { break }
      chosen[line] = termItem[from &+ kind &- first]
      line &+= 1
    }
    return line
  }
}
