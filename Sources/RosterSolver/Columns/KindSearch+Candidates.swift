import Rostering
import Units

extension KindSearch {
  /// Options in a set, or a couple of sets, that costs at most `slack` millionths more than the person's cheapest under
  /// the prices as they are; conflicts within a set apart. O(items + combinations).
  func options(within slack: Int) -> [Int] {
    var found: [Int] = []
    for person in 0..<kinds.space.tables.personCount where joint.pairOf[person] < 0 {
      search(person)
      note(person, value[person] &+ slack, &found)
    }
    for pair in 0..<joint.first.count {
      searchPair(pair)
      noteBoth(pair, value[Int(joint.first[pair])] &+ slack, &found)
    }
    return found.sorted()
  }

  private func note(_ person: Int, _ most: Int, _ found: inout [Int]) {
    let offset = offset(of: person)
    let own = kinds.kinds(of: person)
    for kind in own {
      var rest = Int.max
      for combo in kinds.combos(of: person) {
        var sum = Int(kinds.comboCost[combo]) &* RosterMultiplier.scale
        var hasKind = false
        for place in 0..<KindTables.mostTogether {
          let other = Int(kinds.comboKind[combo &* KindTables.mostTogether &+ place])
          if other < 0 { break }
          if other == kind { hasKind = true } else { sum &+= least[other &- own.lowerBound] }
        }
        if hasKind { rest = min(rest, sum) }
      }
      guard rest < Int.max else { continue }
      for item in kinds.items(of: kind) where rest &+ worth(item, offset) <= most {
        found.append(Int(kinds.option[item]))
      }
    }
  }

  private func noteBoth(_ pair: Int, _ most: Int, _ found: inout [Int]) {
    let price = Int(joint.price[pair]) &* RosterMultiplier.scale
    let people = [Int(joint.first[pair]), Int(joint.second[pair])]
    let together = Int(joint.togetherStart[pair])..<Int(joint.togetherStart[pair + 1])
    let counts = people.map { kinds.kinds(of: $0).count }
    let rest = rest(of: pair, termCount: counts[0] + counts[1] + together.count)
    var taken = Set<Int>()
    for (side, person) in people.enumerated() {
      let own = kinds.kinds(of: person)
      for kind in own {
        let least = rest[side * counts[0] + kind - own.lowerBound]
        guard least < Int.max else { continue }
        for item in kinds.items(of: kind)
        where least + worth(item, offset(of: person)) + (joint.isShared[item] ? price : 0) <= most {
          taken.insert(Int(kinds.option[item]))
        }
      }
    }
    for term in together {
      let least = rest[counts[0] + counts[1] + term - together.lowerBound]
      guard least < Int.max else { continue }
      for couple in Int(joint.coupleStart[term])..<Int(joint.coupleStart[term + 1]) {
        let (one, other) = (Int(joint.coupleFirst[couple]), Int(joint.coupleSecond[couple]))
        guard least + worth(one, offset(of: people[0])) + worth(other, offset(of: people[1])) <= most else { continue }
        taken.insert(Int(kinds.option[one]))
        taken.insert(Int(kinds.option[other]))
      }
    }
    found += taken
  }

  /// Of each term the least that a set with it costs besides.
  private func rest(of pair: Int, termCount: Int) -> [Int] {
    var rest = [Int](repeating: Int.max, count: termCount)
    // By side and part: the least of all beyond the combination around it.
    var beyond = [Int](repeating: KindCouples.none, count: 2 * around.width)
    for core in Int(joint.coreStart[pair])..<Int(joint.coreStart[pair + 1]) {
      let sum = value(of: core)
      for index in terms(of: core) {
        let term = Int(joint.term[index])
        rest[term] = min(rest[term], sum - termValue[term])
      }
      for side in 0..<2 {
        let part = side * around.width + Int(joint.corePart[2 * core + side])
        beyond[part] = min(beyond[part], sum - around.value[part])
      }
    }
    var from = 0
    for (side, person) in [Int(joint.first[pair]), Int(joint.second[pair])].enumerated() {
      let own = kinds.kinds(of: person)
      let combos = kinds.combos(of: person)
      for combo in combos {
        let index = Int(joint.sideCombo[2 * pair + side]) + combo - combos.lowerBound
        for sub in Int(joint.subStart[index])..<Int(joint.subStart[index + 1]) {
          let places = Int(joint.subPlaces[sub])
          let sum =
            beyond[side * around.width + Int(joint.subPart[sub])]
            + valueAlone(combo, person, besides: places, from: from)
          for place in 0..<KindTables.mostTogether where places >> place & 1 == 0 {
            guard let kind = kind(combo, place) else { break }
            let term = from + kind - own.lowerBound
            rest[term] = min(rest[term], sum - termValue[term])
          }
        }
      }
      from += own.count
    }
    return rest
  }
}
