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

  /// A number of slots that the members cannot do without: pieces above half a slot do not share one, and what does
  /// not fit beside them needs more.
  /// - Complexity: O(pieces²).
  /// - Source: Martello and Toth, "Lower bounds and reduction procedures for the bin packing problem" (1990), L2.
  func leastSlots(_ members: [Int], setup: Int) -> Int {
    let capacity = max(1, area.setups[setup].capacity)
    var sizes: [Int] = []
    var sum = 0
    for house in members {
      sum += area.houses[house].households
      if area.houses[house].households > capacity {
        sizes += area.houses[house].stairs
      } else {
        sizes.append(area.houses[house].households)
      }
    }
    var best = max(1, sum.dividedRoundingUp(by: capacity))
    for limit in sizes where 2 * limit <= capacity {
      var large = 0
      var room = 0
      var small = 0
      for size in sizes {
        if size > capacity - limit {
          large += 1
        } else if 2 * size > capacity {
          large += 1
          room += capacity - size
        } else if size >= limit {
          small += size
        }
      }
      best = max(best, large + max(0, small - room).dividedRoundingUp(by: capacity))
    }
    return best
  }

  /// Finds a packing into `slots` slots in a row.
  func pack(
    _ members: [Int], setup: Int, slots: Int, nodeLimit: Int, wishes: [Area.TimedRequest] = [],
    into packing: inout SlotPacking?
  ) -> BinCompletion.Answer {
    guard slots >= 1, slots <= area.setups[setup].slots else { return .impossible }
    var attempt = PackingAttempt(area: area, setup: setup, members: members, wishes: wishes, nodeLimit: nodeLimit)
    let answer = attempt.run(slots: slots)
    if answer == .fits {
      packing = SlotPacking(desks: area.setups[setup].desks, slots: attempt.slotsByMember())
    }
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
