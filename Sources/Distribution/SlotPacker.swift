/// Houses of one setup in the slots of a window.
struct SlotPacking: Sendable {
  var desks: Int
  /// By member, in the order asked: the slot of each staircase.
  var slots: [[Int]]
}

/// Packs the houses of a setup into consecutive slots, and remembers what fitted and what did not.
///
/// Not for sharing: each search owns one.
final class SlotPacker {
  let area: Area
  /// True once an answer was given up for its node limit.
  private(set) var gaveUp = false
  private var memory: [Key: Known] = [:]

  private struct Key: Hashable {
    var setup: Int
    var slots: Int
    var members: UInt64
  }

  private struct Known {
    var answer: BinCompletion.Answer
    var nodeLimit: Int
  }

  init(_ area: Area) { self.area = area }

  static func key(_ members: [Int]) -> UInt64 {
    var hash: UInt64 = 0
    for house in members { hash &+= scrambled(UInt64(truncatingIfNeeded: house)) }
    return hash
  }

  /// Whether the members fit into `slots` slots in a row; remembered.
  func fits(_ members: [Int], setup: Int, slots: Int, nodeLimit: Int) -> BinCompletion.Answer {
    let key = Key(setup: setup, slots: slots, members: SlotPacker.key(members))
    if let known = memory[key], known.answer != .unknown || known.nodeLimit >= nodeLimit { return known.answer }
    var packing: SlotPacking?
    let answer = pack(members, setup: setup, slots: slots, nodeLimit: nodeLimit, into: &packing)
    memory[key] = Known(answer: answer, nodeLimit: nodeLimit)
    return answer
  }

  /// The fewest slots into which the members were packed within the limit; nil where they do not fit, or none was found.
  func fewestSlots(_ members: [Int], setup: Int, nodeLimit: Int) -> Int? {
    if members.isEmpty { return 0 }
    let total = area.setups[setup].slots
    var slots = leastSlots(members, setup: setup)
    while slots <= total {
      if fits(members, setup: setup, slots: slots, nodeLimit: nodeLimit) == .fits { return slots }
      slots += 1
    }
    return nil
  }

  /// What the sum of the sizes asks for, in the setup's largest slots.
  func leastSlots(_ members: [Int], setup: Int) -> Int {
    var households = 0
    for house in members { households += area.houses[house].households }
    return max(1, households.dividedRoundingUp(by: max(1, area.setups[setup].capacity)))
  }

  /// Finds a packing into `slots` slots in a row, trying the larger numbers of desks first.
  func pack(
    _ members: [Int], setup: Int, slots: Int, nodeLimit: Int, wishes: [Area.TimedRequest] = [],
    into packing: inout SlotPacking?
  ) -> BinCompletion.Answer {
    guard slots >= 1, slots <= area.setups[setup].slots else { return .impossible }
    var answer = BinCompletion.Answer.impossible
    for option in area.setups[setup].options {
      var attempt = PackingAttempt(
        area: area, setup: setup, option: option, members: members, wishes: wishes, nodeLimit: nodeLimit)
      switch attempt.run(slots: slots) {
      case .fits:
        packing = SlotPacking(desks: option.desks, slots: attempt.slotsByMember())
        return .fits
      case .unknown: answer = .unknown
      case .impossible: break
      }
    }
    if answer == .unknown { gaveUp = true }
    return answer
  }

  /// As `pack`, keeping as many of the area's wishes as can be kept; the second value says whether more was ruled out.
  func packKindly(_ members: [Int], setup: Int, slots: Int, nodeLimit: Int) -> (packing: SlotPacking, proved: Bool)? {
    let point = area.setups[setup].point
    let wishes = area.wishes.filter { $0.point == point && $0.slot != nil && members.contains($0.house) }
    var packing: SlotPacking?
    var proved = true
    if !wishes.isEmpty, wishes.count <= 12 {
      let subsets = (0..<(1 << wishes.count)).sorted { ($1.nonzeroBitCount, $0) < ($0.nonzeroBitCount, $1) }
      for subset in subsets {
        let chosen = wishes.indices.filter { subset >> $0 & 1 == 1 }.map { wishes[$0] }
        switch pack(members, setup: setup, slots: slots, nodeLimit: nodeLimit, wishes: chosen, into: &packing) {
        case .fits: return packing.map { ($0, proved) }
        case .unknown: proved = false
        case .impossible: break
        }
      }
      return nil
    }
    var kept: [Area.TimedRequest] = []
    guard pack(members, setup: setup, slots: slots, nodeLimit: nodeLimit, into: &packing) == .fits else { return nil }
    for wish in wishes {
      if pack(members, setup: setup, slots: slots, nodeLimit: nodeLimit, wishes: kept + [wish], into: &packing) == .fits
      {
        kept.append(wish)
      }
    }
    return packing.map { ($0, kept.count == wishes.count) }
  }
}
