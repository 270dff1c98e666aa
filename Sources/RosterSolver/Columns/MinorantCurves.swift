import Rostering
import Units

/// Minorants of all totals' costs, looked up: the search asks for them more often than for anything else.
struct MinorantCurves: ~Copyable {
  private let start: Buffer<Int32>
  private let values: Buffer<Int>

  /// Beyond so many values in all, longer totals are worked out each time.
  private static let most = 4_000_000

  init(_ tables: RosterTables) {
    let count = tables.totals.base.count
    var reach = [Int](repeating: 0, count: count)
    for entry in 0..<tables.entryCount {
      for index in tables.totals.ofEntry.range(entry) {
        reach[Int(tables.totals.ofEntry.item[index])] += Int(tables.totals.amount[index])
      }
    }
    var starts = [0]
    for total in 0..<count {
      let length = tables.totals.step[total] > 0 ? min(reach[total] + 1, 1441) : 0
      let fits = starts[total] + length <= MinorantCurves.most
      starts.append(starts[total] + (fits ? length : 0))
    }
    start = Buffer(starts)
    values = Buffer(repeating: 0, count: starts[count])
    for total in 0..<count {
      for offset in 0..<starts[total + 1] - starts[total] {
        values[starts[total] + offset] = tables.totals.minorant(
          of: total, at: Int(tables.totals.base[total]) + offset)
      }
    }
  }

  @inline(__always) func value(of total: Int, at value: Int, _ tables: RosterTables) -> Int {
    let index = Int(start[total]) &+ value &- Int(tables.totals.base[total])
    return index < Int(start[total &+ 1]) ? values[index] : tables.totals.minorant(of: total, at: value)
  }
}

extension TotalTables {
  /// The convex minorant of the cost, in millionths, rounded down: steps that are not full count in part.
  @inline(__always) func minorant(of total: Int, at value: Int) -> Int {
    let step = Int(self.step[total])
    guard step > 0 else { return 0 }
    let distance = abs(value &- Int(target[total]))
    let full = distance / step
    let rest = distance &- full &* step
    var sum = 0
    var done = 0
    var index = Int(priceStart[total])
    while done < full {
      let upTo = min(full, Int(priceUpTo[index]))
      sum &+= (upTo &- done) &* Int(price[index])
      done = upTo
      if done < full { index &+= 1 }
    }
    guard rest > 0 else { return sum &* Int(weight[total]) &* RosterMultiplier.scale }
    if full >= Int(priceUpTo[index]) { index &+= 1 }
    let part = RosterMultiplier.scale &* Int(weight[total]) &* Int(price[index]) &* rest / step
    return sum &* Int(weight[total]) &* RosterMultiplier.scale &+ part
  }
}
