import Rostering
import Units

/// The first roster.
extension RosterState {
  /// Seats the people who must hold a duty, each on a seat with room, by augmenting paths within the duty; the duties
  /// for which that cannot be.
  mutating func seatFixed() -> [Int] {
    var byDuty = [[Int]](repeating: [], count: tables.dutyCount)
    for entry in 0..<tables.entryCount where tables.entryIsFixed[entry] && held[entry] < 0 {
      byDuty[Int(tables.entryDuty[entry])].append(entry)
    }
    var failed: [Int] = []
    for (duty, entries) in byDuty.enumerated() {
      for entry in entries {
        var seen = [Bool](repeating: false, count: tables.seatCount)
        if !seatFixed(entry, seen: &seen), failed.last != duty { failed.append(duty) }
      }
    }
    return failed
  }

  private mutating func seatFixed(_ entry: Int, seen: inout [Bool]) -> Bool {
    for option in tables.options(of: entry) where mayAdd(option) {
      add(option)
      return true
    }
    for option in tables.options(of: entry) {
      let seat = Int(tables.optionSeat[option])
      guard !seen[seat] else { continue }
      seen[seat] = true
      for slot in 0..<Int(filled[seat]) {
        let other = Int(tables.optionEntry[Int(seatList[Int(seatListStart[seat]) + slot])])
        let before = Int(held[other])
        remove(entry: other)
        if mayAdd(option) {
          add(option)
          if seatFixed(other, seen: &seen) { return true }
          remove(entry: entry)
        }
        add(before)
      }
    }
    return false
  }

  /// Fills minima, then targets, the weightiest and scarcest seats first, each with whoever costs least.
  ///
  /// Only cancelling ends it early: however short the time, there is a roster.
  ///
  /// - Complexity: O(seats to fill × candidates).
  mutating func fill(cancellation: Cancellation) {
    let candidates = (0..<tables.seatCount).map { tables.seatOptions.range($0).count }
    for toTarget in [false, true] {
      let limits = (0..<tables.seatCount).map { Int(toTarget ? tables.seatTarget[$0] : tables.seatMinimum[$0]) }
      let order = (0..<tables.seatCount).sorted {
        (-Int(tables.seatWeight[$0]), candidates[$0] - limits[$0], $0)
          < (-Int(tables.seatWeight[$1]), candidates[$1] - limits[$1], $1)
      }
      for seat in order {
        while Int(filled[seat]) < limits[seat], let option = cheapest(of: seat) {
          add(option)
          if cancellation.isCancelled { return }
        }
      }
    }
  }

  /// Candidates of a seat beyond which only every so manyth is looked at, as long as one of those will do.
  private static let mostLookedAt = 512

  /// The option of the seat that improves the objective most (or hurts it least), among all or a fair share of them;
  /// ties: the lowest number.
  func cheapest(of seat: Int) -> Int? {
    let every = max(1, tables.seatOptions.range(seat).count / RosterState.mostLookedAt)
    return cheapest(of: seat, every: every) ?? (every > 1 ? cheapest(of: seat, every: 1) : nil)
  }

  private func cheapest(of seat: Int, every: Int) -> Int? {
    var best: Int?
    var bestPrice = Price(cover: 0, preference: 0)
    let candidates = tables.seatOptions.range(seat)
    // Others each time: seats have much the same candidates.
    let first = candidates.lowerBound + heldCount % every
    for index in stride(from: first, to: candidates.upperBound, by: every) {
      let option = Int(tables.seatOptions.item[index])
      guard mayAdd(option) else { continue }
      let price = price(ofAdding: option)
      if best == nil || (price.cover, price.preference) < (bestPrice.cover, bestPrice.preference) {
        best = option
        bestPrice = price
      }
    }
    return best
  }
}
