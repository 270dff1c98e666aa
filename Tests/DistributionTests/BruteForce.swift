import Districts

/// Looks at every plan of a tiny district, reading docs/format.md §8 word by word; walking is in travel.csv.
struct BruteForce {
  let district: District
  /// Level 1, 2, 3 of the best plan; nil where no plan keeps the frozen pins.
  private(set) var best: [Int]?
  private var desks: [Int] = []
  /// By building: the point and the slot of each staircase.
  private var choice: [(point: Int, slots: [Int])?] = []
  private var filled: [[Int]] = []

  init(_ district: District) {
    self.district = district
    choice = Array(repeating: nil, count: district.buildings.count)
    chooseDesks()
    if let points = best {
      let helpers = helperLevels()
      best = [points[0] + helpers[0], points[1] + helpers[1], points[2]]
    }
  }

  private mutating func chooseDesks() {
    if desks.count == district.points.count {
      filled = district.points.map { Array(repeating: 0, count: slotCount($0)) }
      place(0)
      return
    }
    for count in 1...district.points[desks.count].desks {
      desks.append(count)
      chooseDesks()
      desks.removeLast()
    }
  }

  private func slotCount(_ point: DistributionPoint) -> Int { (point.openTo.minutes - point.openFrom.minutes) / 20 }

  private func capacity(_ point: Int) -> Int {
    let row = district.points[point]
    return min(desks[point] * row.householdsPerDeskHour.rawValue * 20 / 60, row.crowdLimit ?? .max)
  }

  private func goesToPoint(_ building: Building) -> Bool {
    building.households > 0 && building.handover != .door && building.handover != .property
  }

  private func stairs(_ building: Building) -> [Int] {
    let (h, s) = (building.households.rawValue, building.staircases)
    return (0..<s).map { h / s + ($0 < h % s ? 1 : 0) }
  }

  private mutating func place(_ index: Int) {
    guard index < district.buildings.count else { return judge() }
    let building = district.buildings[index]
    choice[index] = nil
    place(index + 1)
    guard goesToPoint(building) else { return }
    let sizes = stairs(building)
    for point in district.points.indices {
      let slots = filled[point].indices
      let whole = building.households.rawValue <= capacity(point)
      for first in slots {
        for second in sizes.count > 1 ? Array(slots) : [first] {
          if whole, second != first { continue }
          let wanted = sizes.count > 1 ? [first, second] : [first]
          // A staircase without households goes with the first batch.
          if sizes.count > 1, sizes[1] == 0, second != first { continue }
          for (stair, slot) in wanted.enumerated() { filled[point][slot] += sizes[stair] }
          if wanted.allSatisfy({ filled[point][$0] <= capacity(point) }) {
            choice[index] = (point, wanted)
            place(index + 1)
            choice[index] = nil
          }
          for (stair, slot) in wanted.enumerated() { filled[point][slot] -= sizes[stair] }
        }
      }
    }
  }

  private func holds(_ pin: Pin) -> Bool {
    guard case .batch(let building, let point, let time) = pin.target,
      let b = district.buildings.firstIndex(where: { $0.id == building }),
      let p = district.points.firstIndex(where: { $0.id == point })
    else { return true }
    guard let place = choice[b], place.point == p else { return !pin.must }
    let starts = place.slots.map { district.points[p].openFrom.minutes + 20 * $0 }
    return pin.must ? starts.min() == time.minutes : !starts.contains(time.minutes)
  }

  private mutating func judge() {
    guard district.pins.allSatisfy({ $0.level != .frozen || holds($0) }) else { return }
    var levels = [0, 0, 0]
    for (index, building) in district.buildings.enumerated() where goesToPoint(building) {
      guard let place = choice[index] else {
        levels[0] += 9 * building.households.rawValue
        continue
      }
      let people =
        building.households.rawValue + (district.distribution.elderWalkFactor - 1) * building.elderly.rawValue
      let point = district.points[place.point]
      levels[1] +=
        people * (seconds(building.id.text, point.id.text) + seconds(point.id.text, building.id.text))
    }
    for (index, point) in district.points.enumerated() {
      let slots = choice.flatMap { $0?.point == index ? $0?.slots ?? [] : [] }
      guard let first = slots.min(), let last = slots.max() else { continue }
      let staff = point.staff.reduce(0) { $0 + $1.count } * (point.staffPer == .desk ? desks[index] : 1)
      let minutes = point.setup.rawValue + (last - first + 1) * 20 + point.cleanup.rawValue
      levels[1] += 5 * staff * minutes * 60
    }
    levels[2] = 8 * district.pins.filter { $0.level == .prefer && !holds($0) }.count
    if best.map({ levels.lexicographicallyPrecedes($0) }) ?? true { best = levels }
  }

  private func seconds(_ from: String, _ to: String) -> Int {
    district.travelRows.first { $0.from.text == from && $0.to.text == to }?.seconds.rawValue ?? 0
  }

  /// Every way to give needs to helpers.
  func helperLevels() -> [Int] {
    let able = district.cadres.filter {
      $0.health == .fit && [.cadre, .volunteer, .community, .property].contains($0.kind)
    }
    let needs = district.needs
    var best = [Int.max, 0]
    var given = Array(repeating: 0, count: needs.count)
    while true {
      let loads = able.indices.map { person in given.filter { $0 == person + 1 }.count }
      if loads.allSatisfy({ $0 == 0 || ($0 >= district.helpers.least && $0 <= district.helpers.most) }) {
        var levels = [0, 0]
        for (need, helper) in zip(needs, given) {
          if helper == 0 {
            levels[0] += [81, 27, 9, 3, 1][need.priority - 1]
          } else {
            let id = able[helper - 1].id
            levels[1] += seconds(id.text, need.building.text) + seconds(need.building.text, id.text)
            if let usual = need.helper, usual != id { levels[1] += 600 }
          }
        }
        if levels.lexicographicallyPrecedes(best) { best = levels }
      }
      guard let next = given.indices.last(where: { given[$0] < able.count }) else { return best }
      given[next] += 1
      for later in given.indices where later > next { given[later] = 0 }
    }
  }
}
