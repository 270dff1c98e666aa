/// Which points to open, ranked by an estimate: walking to the nearest, slots added up, overflow at a high price.
struct PointSets {
  private let area: Area
  private let options: [[Int]]
  /// By house and point: walking effort, −1 where not allowed.
  private let walk: [Int]

  init(_ area: Area, options: [[Int]]) {
    self.area = area
    self.options = options
    var walk = Array(repeating: -1, count: area.houses.count * area.pointCount)
    for house in area.houses.indices {
      for setup in options[house] {
        walk[house * area.pointCount + area.setups[setup].point] = area.walk(house, setup)
      }
    }
    self.walk = walk
  }

  /// The best sets, best first. Up to 10 points all sets are looked at, beyond that adding, dropping and swapping.
  func best(_ count: Int) -> [[Bool]] {
    let points = area.pointCount
    if points <= 10 {
      let ranked = (1..<(1 << points)).map { set in
        (set, estimate((0..<points).map { set >> $0 & 1 == 1 }))
      }
      return ranked.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(count).map { set, _ in
        (0..<points).map { set >> $0 & 1 == 1 }
      }
    }
    return [descended()]
  }

  /// From all points open, one change at a time as long as one helps.
  private func descended() -> [Bool] {
    var open = Array(repeating: true, count: area.pointCount)
    var value = estimate(open)
    var improved = true
    while improved {
      improved = false
      for point in open.indices {
        open[point].toggle()
        let next = estimate(open)
        if next < value {
          value = next
          improved = true
        } else {
          open[point].toggle()
        }
      }
    }
    return open
  }

  private func estimate(_ open: [Bool]) -> Int {
    let points = area.pointCount
    var load = Array(repeating: 0, count: points)
    var total = 0
    var longest = 0
    for house in area.houses.indices {
      var best = -1
      var bestWalk = Int.max
      for point in 0..<points where open[point] {
        let effort = walk[house * points + point]
        if effort >= 0, effort < bestWalk {
          bestWalk = effort
          best = point
        }
      }
      if best < 0 {
        total += area.unservedCost(house)
      } else {
        total += bestWalk * area.effortScale
        load[best] += area.houses[house].households
        longest = max(longest, bestWalk / max(1, area.houses[house].households))
      }
    }
    var room = 0
    var asked = 0
    for point in 0..<points where open[point] && load[point] > 0 {
      var cheapest = Int.max
      var most = 0
      for setup in area.setups.indices where area.setups[setup].point == point {
        let choice = area.setups[setup]
        let capacity = choice.capacity * choice.slots
        most = max(most, capacity)
        let overflow = max(0, load[point] - capacity)
        let staff = choice.openCost + choice.slotCost * min(load[point], capacity) / choice.capacity
        cheapest = min(cheapest, (staff + overflow * longest) * area.effortScale)
      }
      guard cheapest < .max else { continue }
      total += cheapest
      asked += load[point]
      room += most
    }
    let shortage = max(0, asked - openRoom(open))
    return total + shortage * Area.unservedWeight * area.unservedScale
  }

  private func openRoom(_ open: [Bool]) -> Int {
    var room = Array(repeating: 0, count: area.pointCount)
    for setup in area.setups where open[setup.point] {
      room[setup.point] = max(room[setup.point], setup.capacity * setup.slots)
    }
    return room.reduce(0, +)
  }
}
