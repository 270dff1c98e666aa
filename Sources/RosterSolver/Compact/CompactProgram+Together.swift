import LinearModel
import Rostering

/// Wishes, buddies and units.
extension CompactProgram {
  mutating func addWishes() {
    for person in people {
      for wish in tables.wishStart[person]..<tables.wishStart[person + 1] { addWish(wish, of: person) }
    }
  }

  /// A wish that one cell's sets decide is in their cost.
  private mutating func addWish(_ wish: Int, of person: Int) {
    let base = person * tables.dayCount
    let duties = Set(tables.wishes[wish].duties)
    var days = Set(duties.map { Int(tables.roster.dutyDay[$0]) }).sorted()
    if tables.dayOfWish[wish] >= 0 {
      guard case .items? = columns[base + tables.dayOfWish[wish]] else { return }
      days = [tables.dayOfWish[wish]]
    }
    if days.contains(where: { freedom[base + $0] == .open }) { return }
    let sum = days.reduce(CompactSum()) { $0 + touches(base + $1, duties) }
    guard isWhole || !sum.terms.isEmpty, sum.constant == 0 else { return }
    let missed = extra(upper: 1, cost: tables.wishes[wish].cost * goal.weights[2]) { reading in
      days.contains { reading.roster.touches(base + $0, duties, reading.tables) } ? 0 : 1
    }
    put("wish[\(wish)]", lower: 1, sum + CompactSum(missed))
  }

  mutating func addPairs() {
    let isFree = Set(people)
    for (number, pair) in tables.problem.pairs.enumerated()
    where pair.cost > 0 && (isFree.contains(pair.first) || isFree.contains(pair.second)) {
      for duty in 0..<tables.roster.dutyCount {
        let (first, second) = (held(pair.first, duty), held(pair.second, duty))
        if first.terms.isEmpty, second.terms.isEmpty { continue }
        let one = tables.roster.entry(person: pair.first, duty: duty)
        let other = tables.roster.entry(person: pair.second, duty: duty)
        let apart = extra(upper: 1, cost: pair.cost * goal.weights[2]) { reading in
          reading.holds(one) != reading.holds(other) ? 1 : 0
        }
        put("buddies+[\(number),\(duty)]", lower: 0, CompactSum(apart) - first + second)
        put("buddies-[\(number),\(duty)]", lower: 0, CompactSum(apart) + first - second)
      }
    }
  }

  private func held(_ person: Int, _ duty: Int) -> CompactSum {
    let entry = tables.roster.entry(person: person, duty: duty)
    return entry < 0
      ? CompactSum() : holds(entry, in: person * tables.dayCount + Int(tables.roster.dutyDay[duty]))
  }

  mutating func addGroups() {
    let isFree = Set(people)
    for (number, group) in tables.problem.groups.enumerated()
    where group.cost > 0 && group.people.contains(where: isFree.contains) {
      addGroup(group, number, members: Set(group.people).sorted())
    }
  }

  private mutating func addGroup(_ group: RosterProblem.Group, _ number: Int, members: [Int]) {
    var places: [CompactSum] = []
    for place in group.places {
      let duties = Set(place)
      let days = Set(duties.map { Int(tables.roster.dutyDay[$0]) }).sorted()
      let parts = members.flatMap { person in days.map { touches(person * tables.dayCount + $0, duties) } }
      if parts.contains(where: { $0.constant > 0 }) {
        places.append(CompactSum(1))
        continue
      }
      let free = parts.filter { !$0.terms.isEmpty }
      guard !free.isEmpty else { continue }
      let (dayCount, roster) = (tables.dayCount, tables)
      let open = extra(upper: 1, cost: 0) { reading in
        members.contains { person in
          days.contains { reading.roster.touches(person * dayCount + $0, duties, roster) }
        } ? 1 : 0
      }
      for part in free { put("unitSite[\(number)]", lower: 0, CompactSum(open) - part) }
      places.append(CompactSum(open))
    }
    let opens = places.reduce(CompactSum(), +)
    guard !opens.terms.isEmpty else { return }
    let (terms, allowed) = (opens, group.allowed)
    let over = extra(upper: group.places.count, cost: group.cost * goal.weights[2]) { reading in
      max(0, reading.value(of: terms) - allowed)
    }
    put("unitSpread[\(number)]", lower: -group.allowed, CompactSum(over) - opens)
  }
}
