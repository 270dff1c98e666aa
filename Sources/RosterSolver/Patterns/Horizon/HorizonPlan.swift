import Rostering
import Units

/// What the relaxation of a long horizon says about each part of it: how far everybody's totals should have come by a
/// day, what they are worth, and what the days after it cost from each state.
///
/// After `valueToGo` was used for the last time, several threads may read it.
final class HorizonPlan: @unchecked Sendable {
  /// Prices beyond this say no more.
  static let most = 1e6

  private let dual: HorizonDual
  private let tables: SearchTables
  private var problem: RosterProblem { tables.problem }
  /// [person][total]: the total's place in the search's tables and that of its first block; −1 where it never matters.
  private var place: [[(total: Int, block: Int)]] = []

  init(_ dual: HorizonDual) {
    self.dual = dual
    tables = dual.tables
    for (person, one) in problem.people.enumerated() {
      var total = Int(tables.totals.personTotals[person])
      var block = Int(tables.totals.personBlocks[person])
      place.append(
        one.totals.map { entry in
          guard SearchTotals.mayMatter(entry, to: one, in: problem) else { return (-1, -1) }
          defer {
            total += 1
            block += entry.blocks.count
          }
          return (total, block)
        })
    }
    for slot in 0..<tables.slotCount { dual.walk.slotPrice[slot] = dual.slotPrice[slot] }
    for total in 0..<tables.totals.count { dual.walk.totalPrice[total] = dual.totalPrice[total] }
  }

  /// What the total should have come to before `day`, its base apart; nil where it does not matter. O(its duties).
  func value(_ person: Int, total: Int, before day: Int) -> Double? {
    let (index, firstBlock) = place[person][total]
    guard index >= 0 else { return nil }
    let entry = problem.people[person].totals[total]
    var sum = 0.0
    for one in entry.amounts where one.amount > 0 && problem.duties[one.duty].day < day {
      let first = Int(tables.dutySlots[one.duty])
      for seat in problem.duties[one.duty].seats.indices {
        sum += dual.share(person, slot: first + seat) * Double(one.amount)
      }
    }
    for (number, block) in entry.blocks.enumerated() {
      if let first = block.duties.first, problem.duties[first].day < day {
        sum += dual.share(block: firstBlock + number) * Double(block.amount)
      }
    }
    return sum
  }

  /// What one of the total's unit costs, in points; below 0 where it is wanted.
  func price(_ person: Int, total: Int) -> Double {
    let index = place[person][total].total
    guard index >= 0 else { return 0 }
    let price = dual.totalPrice[index] / Double(dual.walk.totals.step[index]) / HorizonWalk.scale
    return max(-HorizonPlan.most, min(HorizonPlan.most, price))
  }

  /// What the days from `day` on come to from each state, in points above the least; nil where there is no way on.
  func valueToGo(_ person: Int, from day: Int) -> [Int?] {
    _ = dual.walk.price(person)
    let states = problem.people[person].sequence.map { problem.sequences[$0].stateCount } ?? 1
    let values = (0..<states).map { dual.walk.valueToGo(day, state: $0) }
    let least = values.min() ?? 0
    return values.map { $0 < .infinity ? Int(min(HorizonPlan.most, ($0 - least) / HorizonWalk.scale).rounded()) : nil }
  }
}
