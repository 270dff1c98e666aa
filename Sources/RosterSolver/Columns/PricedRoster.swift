import Rostering
import Units

extension SeatAscent {
  /// A roster by the best multipliers: whoever has most to gain chooses first, among the seats that are still open.
  ///
  /// - Complexity: O(items), then what `RosterState.fill` takes for the seats left open.
  func roster(cancellation: Cancellation) -> RosterState {
    let tables = search.kinds.space.tables
    takePrices()
    _ = search.run()
    var gains: [(person: Int, gain: Int)] = []
    for person in 0..<tables.personCount {
      let pair = Int(search.joint.pairOf[person])
      if pair < 0 {
        gains.append((person, idle(person) &- search.value[person]))
      } else if Int(search.joint.first[pair]) == person {
        gains.append((person, idle(person) &+ idle(Int(search.joint.second[pair])) &- search.value[person]))
      }
    }
    gains.sort { ($0.gain, $1.person) > ($1.gain, $0.person) }
    var state = RosterState(tables)
    _ = state.seatFixed()
    for (person, gain) in gains where gain > 0 {
      if cancellation.isCancelled { return state }
      let pair = Int(search.joint.pairOf[person])
      if pair < 0 {
        search.search(person)
        seat(person, in: &state)
      } else {
        search.searchPair(pair)
        seat(person, in: &state)
        seat(Int(search.joint.second[pair]), in: &state)
      }
    }
    state.fill(cancellation: cancellation)
    return state
  }

  /// Gives the person what was found, as far as it may be.
  private func seat(_ person: Int, in state: inout RosterState) {
    let line = person &* KindTables.mostTogether
    for place in 0..<KindTables.mostTogether where search.chosen[line &+ place] >= 0 {
      let item = Int(search.chosen[line &+ place])
      guard state.mayAdd(Int(search.kinds.option[item])) else { continue }
      state.add(Int(search.kinds.option[item]))
      let seat = Int(search.kinds.seat[item])
      if state.filled[seat] >= state.tables.seatTarget[seat] { close(seat) }
    }
  }

  /// What the set without free duties costs beside its options, in millionths.
  private func idle(_ person: Int) -> Int {
    Int(search.kinds.comboCost[search.kinds.combos(of: person).lowerBound]) &* RosterMultiplier.scale
  }

  private func close(_ seat: Int) {
    let seats = search.kinds.space.tables.seatCount
    search.price[seat] = Multipliers.largest
    search.price[seats &+ seat] = Multipliers.largest
  }
}
