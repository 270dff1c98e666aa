/// One attempt: these houses, this number of desks, so many slots in a row.
///
/// Items that a pin ties to slots are placed first, in every way; the rest is bin packing.
struct PackingAttempt {
  private let setupSlots: Int
  private let capacity: Int
  private let nodeLimit: Int
  private var items: [Item] = []
  private var tied: [Item] = []
  private var rules: [Rule]
  private var stairCounts: [Int]
  private var oversized = false
  private var tiedNodesLeft: Int
  private var truncated = false
  /// Slot of each staircase by member; −1 not yet placed.
  private var placed: [[Int]]

  private struct Item {
    var size: Int
    var member: Int
    /// −1: the whole house.
    var stair: Int
  }
  private struct Rule {
    var first: Int?
    /// A second, contradicting request for the first slot.
    var contradictory = false
    var banned: [Int] = []
    var ties: Bool { first != nil || !banned.isEmpty }
  }

  init(
    area: Area, setup: Int, members: [Int], wishes: [Area.TimedRequest], nodeLimit: Int
  ) {
    setupSlots = area.setups[setup].slots
    capacity = area.setups[setup].capacity
    self.nodeLimit = nodeLimit
    tiedNodesLeft = nodeLimit
    rules = Array(repeating: Rule(), count: members.count)
    stairCounts = members.map { area.houses[$0].stairs.count }
    placed = members.map { Array(repeating: -1, count: area.houses[$0].stairs.count) }
    let point = area.setups[setup].point
    for (member, number) in members.enumerated() {
      let house = area.houses[number]
      if let first = house.firstSlot { rules[member].first = first }
      for request in area.bans + wishes where request.house == number && request.point == point {
        guard let slot = request.slot else { continue }
        if !request.must {
          rules[member].banned.append(slot)
        } else if let first = rules[member].first, first != slot {
          rules[member].contradictory = true
        } else {
          rules[member].first = slot
        }
      }
      var pieces: [Item] = []
      if house.households <= capacity {
        pieces = [Item(size: house.households, member: member, stair: -1)]
      } else {
        for (stair, size) in house.stairs.enumerated() where size > 0 {
          pieces.append(Item(size: size, member: member, stair: stair))
        }
      }
      if pieces.contains(where: { $0.size > capacity }) { oversized = true }
      if rules[member].ties { tied += pieces } else { items += pieces }
    }
    items.sort { ($1.size, $0.member, $0.stair) < ($0.size, $1.member, $1.stair) }
    tied.sort {
      (rules[$0.member].first == nil ? 1 : 0, $1.size, $0.member, $0.stair)
        < (rules[$1.member].first == nil ? 1 : 0, $0.size, $1.member, $1.stair)
    }
  }

  mutating func run(slots: Int) -> BinCompletion.Answer {
    if oversized || rules.contains(where: \.contradictory) { return .impossible }
    let lastStart = setupSlots - slots
    guard lastStart >= 0 else { return .impossible }
    let starts = tied.isEmpty ? 0...0 : 0...lastStart
    for start in starts {
      if rules.contains(where: { rule in rule.first.map { $0 < start || $0 >= start + slots } ?? false }) { continue }
      var room = Array(repeating: capacity, count: slots)
      if placeTied(0, start: start, room: &room) { return .fits }
    }
    return truncated ? .unknown : .impossible
  }

  private mutating func placeTied(_ index: Int, start: Int, room: inout [Int]) -> Bool {
    if index == tied.count { return firstSlotsHold() && placeRest(start: start, room: room) }
    if tiedNodesLeft <= 0 {
      truncated = true
      return false
    }
    tiedNodesLeft -= 1
    let item = tied[index]
    let rule = rules[item.member]
    for offset in room.indices where room[offset] >= item.size {
      let slot = start + offset
      if rule.banned.contains(slot) { continue }
      if let first = rule.first, slot < first || (item.stair < 0 && slot != first) { continue }
      room[offset] -= item.size
      put(item, slot)
      if placeTied(index + 1, start: start, room: &room) { return true }
      put(item, -1)
      room[offset] += item.size
    }
    return false
  }

  private func firstSlotsHold() -> Bool {
    for (member, rule) in rules.enumerated() {
      guard let first = rule.first else { continue }
      if !placed[member].contains(first) { return false }
    }
    return true
  }

  private mutating func placeRest(start: Int, room: [Int]) -> Bool {
    var search = BinCompletion(descending: items.map(\.size), rooms: room, nodeLimit: nodeLimit)
    switch search.solve() {
    case .fits:
      for (index, item) in items.enumerated() { put(item, start + search.bin[index]) }
      return true
    case .unknown:
      truncated = true
      return false
    case .impossible: return false
    }
  }

  private mutating func put(_ item: Item, _ slot: Int) {
    if item.stair >= 0 {
      placed[item.member][item.stair] = slot
    } else {
      for stair in placed[item.member].indices { placed[item.member][stair] = slot }
    }
  }

  /// After success; staircases without households join the house's first batch.
  func slotsByMember() -> [[Int]] {
    placed.map { stairs in
      let first = stairs.filter { $0 >= 0 }.min() ?? 0
      return stairs.map { $0 < 0 ? first : $0 }
    }
  }
}
