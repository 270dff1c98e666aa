import Rostering
import Units

/// Augmenting chains for cover: an open seat is taken by somebody who leaves another one, which is taken by somebody
/// who leaves a third …, until the last seat is taken by somebody free, or is one that may rather stay open.
///
/// Greedy cover is stuck exactly where such a chain exists (for people with one duty each: Berge, 1957).
struct Chains: ~Copyable {
  private let seenPerson: Buffer<Bool>
  private let seenSeat: Buffer<Bool>
  // The search tree, one a seat: the option that somebody takes on the seat before, and the entry they leave for it.
  private let takes: Buffer<Int32>
  private let leaves: Buffer<Int32>
  private let before: Buffer<Int32>
  private let queue: Buffer<Int32>
  private var trail: Trail

  init(_ tables: RosterTables) {
    seenPerson = Buffer(repeating: false, count: tables.personCount)
    seenSeat = Buffer(repeating: false, count: tables.seatCount)
    takes = Buffer(repeating: -1, count: tables.seatCount)
    leaves = Buffer(repeating: -1, count: tables.seatCount)
    before = Buffer(repeating: -1, count: tables.seatCount)
    queue = Buffer(repeating: 0, count: tables.seatCount)
    trail = Trail(capacity: 2 * tables.seatCount + 8)
  }

  /// Fills what chains can fill, weightiest seats first; true when anything got better.
  mutating func augment(_ state: inout RosterState, deadline: Deadline) -> Bool {
    var improved = false
    let order = (0..<state.tables.seatCount).sorted {
      (-Chains.gain(state, $0), $0) < (-Chains.gain(state, $1), $1)
    }
    forget()
    for seat in order {
      while Chains.gain(state, seat) > 0, !deadline.isOver {
        // A tree that ended without success leads no other open seat of at most the same gain to success either.
        guard grow(from: seat, &state) else { break }
        improved = true
        forget()
      }
    }
    return improved
  }

  private func forget() {
    for person in 0..<seenPerson.count { seenPerson[person] = false }
    for seat in 0..<seenSeat.count { seenSeat[seat] = false }
  }

  /// What one person more on the seat is worth for cover, leads apart.
  private static func gain(_ state: borrowing RosterState, _ seat: Int) -> Int {
    let weight = Int(state.tables.seatWeight[seat])
    if state.filled[seat] < state.tables.seatMinimum[seat] { return weight * (state.tables.coverScale + 1) }
    return state.filled[seat] < state.tables.seatTarget[seat] ? weight : 0
  }

  /// What one person less on the seat costs.
  private static func loss(_ state: borrowing RosterState, _ seat: Int) -> Int {
    let weight = Int(state.tables.seatWeight[seat])
    if state.filled[seat] <= state.tables.seatMinimum[seat] { return weight * (state.tables.coverScale + 1) }
    return state.filled[seat] <= state.tables.seatTarget[seat] ? weight : 0
  }

  private mutating func grow(from root: Int, _ state: inout RosterState) -> Bool {
    let tables = state.tables
    let worth = Chains.gain(state, root)
    var head = 0
    var tail = 1
    queue[0] = Int32(root)
    seenSeat[root] = true
    before[root] = -1
    while head < tail {
      let seat = Int(queue[head])
      head += 1
      for index in tables.seatOptions.range(seat) {
        let option = Int(tables.seatOptions.item[index])
        let entry = Int(tables.optionEntry[option])
        let person = Int(tables.entryPerson[entry])
        guard !seenPerson[person] else { continue }
        let full = seat == root && state.filled[seat] >= tables.seatMaximum[seat]
        if full { continue }
        if state.held[entry] < 0, Chains.fits(option, without: -1, &state) {
          if apply(last: option, leaving: -1, on: seat, &state) { return true }
          continue
        }
        guard let left = Chains.onlyObstacle(to: option, &state) else { continue }
        let vacant = Int(tables.optionSeat[Int(state.held[left])])
        if Chains.loss(state, vacant) < worth, vacant != root {
          if apply(last: option, leaving: left, on: seat, &state) { return true }
        }
        guard !seenSeat[vacant] else { continue }
        seenPerson[person] = true
        seenSeat[vacant] = true
        takes[vacant] = Int32(option)
        leaves[vacant] = Int32(left)
        before[vacant] = Int32(seat)
        queue[tail] = Int32(vacant)
        tail += 1
      }
    }
    return false
  }

  /// No rule refuses the option, the seat's maximum apart, once the entry is left.
  private static func fits(_ option: Int, without left: Int, _ state: inout RosterState) -> Bool {
    let tables = state.tables
    let entry = Int(tables.optionEntry[option])
    guard left >= 0 else {
      var other = Int(state.firstHeld[Int(tables.entryPerson[entry])])
      while other >= 0 {
        if other == entry || tables.conflicts[Int(tables.entryDuty[entry]), Int(tables.entryDuty[other])] {
          return false
        }
        other = Int(state.nextHeld[other])
      }
      return state.fitsTotals(entry) && state.fitsRun(entry)
    }
    let option0 = Int(state.held[left])
    state.remove(entry: left)
    let result = fits(option, without: -1, &state)
    state.add(option0)
    return result
  }

  /// The one held entry that alone stands in the option's way.
  private static func onlyObstacle(to option: Int, _ state: inout RosterState) -> Int? {
    let tables = state.tables
    let entry = Int(tables.optionEntry[option])
    let duty = Int(tables.entryDuty[entry])
    var candidate = -1
    var other = Int(state.firstHeld[Int(tables.entryPerson[entry])])
    while other >= 0 {
      if other == entry || tables.conflicts[duty, Int(tables.entryDuty[other])] {
        guard candidate < 0 else { return nil }
        candidate = other
      }
      other = Int(state.nextHeld[other])
    }
    if candidate >= 0 {
      let stays = tables.entryIsFixed[candidate] && candidate != entry
      return !stays && fits(option, without: candidate, &state) ? candidate : nil
    }
    other = Int(state.firstHeld[Int(tables.entryPerson[entry])])
    var entries: [Int] = []
    while other >= 0 {
      if !tables.entryIsFixed[other] { entries.append(other) }
      other = Int(state.nextHeld[other])
    }
    return entries.first { fits(option, without: $0, &state) }
  }

  /// Carries the chain out, from the root's seat to the last option; undone unless cover gets better.
  private mutating func apply(last: Int, leaving: Int, on seat: Int, _ state: inout RosterState) -> Bool {
    let cover = state.cover
    if leaving >= 0 { trail.remove(entry: leaving, from: &state) }
    var node = seat
    while before[node] >= 0 {
      trail.remove(entry: Int(leaves[node]), from: &state)
      node = Int(before[node])
    }
    var fits = state.mayAdd(last)
    if fits { trail.add(last, to: &state) }
    node = seat
    while fits, before[node] >= 0 {
      let option = Int(takes[node])
      fits = state.mayAdd(option)
      if fits { trail.add(option, to: &state) }
      node = Int(before[node])
    }
    if fits, state.cover < cover {
      trail.keep()
      return true
    }
    trail.undo(&state)
    return false
  }
}
