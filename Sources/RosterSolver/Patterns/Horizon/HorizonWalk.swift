import Rostering
import Units

/// One person's cheapest days of the whole horizon under prices for slots and for totals, by dynamic programming over
/// the automaton's states alone: totals only have prices.
///
/// Of a total with blocks, the one that `CountedTotals` follows is priced exactly; a block of any other is charged so
/// that nobody ever pays too much for it. What comes out is never above what the person's best days are worth.
/// - Complexity: O(days × (choices × effects + states × letters)) a person.
final class HorizonWalk {
  let tables: SearchTables
  let counted: CountedTotals
  let totals: HorizonTotals
  /// In thousandths of a point, whole numbers: for one more person on a slot, and for a step of a total.
  let slotPrice: Buffer<Double>
  let totalPrice: Buffer<Double>

  static let scale = 1000.0

  private let width: Int
  /// [day × width + 2 × state + (1: the open block is counted)]: the least to the end of the horizon.
  let value: Buffer<Double>
  private let letters: Int
  // Of a day's letters: the cheapest choice with an open block counted, and without one, not touching and touching it.
  private let open: Buffer<Double>
  private let apart: Buffer<Double>
  private let touching: Buffer<Double>
  // [day × letters + letter]: their slots.
  private let openSlot: Buffer<Int32>
  private let apartSlot: Buffer<Int32>
  private let touchingSlot: Buffer<Int32>
  /// [day × width + …]: the slot taken, −1 for a day off, −2 for none.
  private let taken: Buffer<Int32>
  private let used: Buffer<Int32>

  init(_ tables: SearchTables) {
    self.tables = tables
    counted = CountedTotals(tables)
    totals = HorizonTotals(tables, counted: counted)
    slotPrice = Buffer(repeating: 0, count: tables.slotCount)
    totalPrice = Buffer(repeating: 0, count: tables.totals.count)
    width = 2 * tables.words.mostStates
    value = Buffer(repeating: .infinity, count: (tables.dayCount + 1) * width)
    taken = Buffer(repeating: -2, count: (tables.dayCount + 1) * width)
    var most = 1
    for slot in 0..<tables.slotCount { most = max(most, Int(tables.slotLetter[slot]) + 1) }
    letters = most
    open = Buffer(repeating: .infinity, count: letters)
    apart = Buffer(repeating: .infinity, count: letters)
    touching = Buffer(repeating: .infinity, count: letters)
    openSlot = Buffer(repeating: -2, count: tables.dayCount * letters)
    apartSlot = Buffer(repeating: -2, count: tables.dayCount * letters)
    touchingSlot = Buffer(repeating: -2, count: tables.dayCount * letters)
    used = Buffer(repeating: 0, count: letters)
  }

  /// What the person's best days come to; infinite where no word is accepted. Fills `value`.
  func price(_ person: Int) -> Double {
    let days = tables.dayCount
    let automaton = Int(tables.words.automaton[person])
    let states = Int(tables.words.stateCount[automaton])
    for state in 0..<states {
      let end = tables.words.end(automaton: automaton, state: state)
      let cost = end == SearchTables.forbidden ? Double.infinity : Double(end) * HorizonWalk.scale
      value[days * width + 2 * state] = cost
      value[days * width + 2 * state + 1] = cost
    }
    for day in stride(from: days - 1, through: 0, by: -1) {
      let count = layDay(person, day)
      let interval = counted.interval[person &* days &+ day]
      let wasOpen = day > 0 && interval >= 0 && counted.interval[person &* days &+ day &- 1] == interval
      let staysOpen = day + 1 < days && interval >= 0 && counted.interval[person &* days &+ day &+ 1] == interval
      for state in 0..<states {
        extend(automaton, day, state, isOpen: false, staysOpen: staysOpen, count)
        if wasOpen { extend(automaton, day, state, isOpen: true, staysOpen: staysOpen, count) }
      }
    }
    return value[2 * Int(tables.words.startState[person])]
  }

  @inline(__always)
  private func extend(_ automaton: Int, _ day: Int, _ state: Int, isOpen: Bool, staysOpen: Bool, _ count: Int) {
    let after = (day &+ 1) &* width
    let touched = staysOpen ? 1 : 0
    var best = Double.infinity
    var slot: Int32 = -2
    for index in 0..<count {
      let letter = Int(used[index])
      let arc = tables.words.arc(automaton: automaton, day: day, state: state, letter: letter)
      if arc.next < 0 { continue }
      let cost = Double(arc.cost) * HorizonWalk.scale
      let next = after &+ 2 &* Int(arc.next)
      if isOpen {
        let sum = cost + open[letter] + value[next &+ touched]
        if sum < best { (best, slot) = (sum, openSlot[day &* letters &+ letter]) }
      } else {
        let sum = cost + apart[letter] + value[next]
        if sum < best { (best, slot) = (sum, apartSlot[day &* letters &+ letter]) }
        let other = cost + touching[letter] + value[next &+ touched]
        if other < best { (best, slot) = (other, touchingSlot[day &* letters &+ letter]) }
      }
    }
    let place = day &* width &+ 2 &* state &+ (isOpen ? 1 : 0)
    value[place] = best
    taken[place] = slot
  }

  /// The cheapest choices of the day by letter; how many letters there are.
  private func layDay(_ person: Int, _ day: Int) -> Int {
    let automaton = Int(tables.words.automaton[person])
    let interval = Int(counted.interval[person &* tables.dayCount &+ day])
    var count = 0
    for index in tables.choices(person: person, day: day) {
      let slot = Int(tables.choice[index])
      let base = tables.cost(person: person, day: day, slot: slot)
      if base == SearchTables.forbidden { continue }
      var cost = Double(base) * HorizonWalk.scale
      var block = 0.0
      var isTouching = false
      if slot >= 0 {
        cost += slotPrice[slot]
        for effectIndex in tables.effects(person: person, slot: slot) {
          let effect = tables.totals.effects[effectIndex]
          if effect.index >= 0 {
            let total = Int(effect.index)
            cost += totalPrice[total] * Double(effect.amount / totals.step[total])
          } else if Int(-1 &- effect.index) == interval {
            isTouching = true
            block = charge(interval)
          } else {
            cost += share(Int(-1 &- effect.index))
          }
        }
      }
      let letter = tables.words.likeLetter(tables.letter(slot), of: automaton)
      let place = day &* letters &+ letter
      var known = 0
      while known < count, used[known] != Int32(letter) { known &+= 1 }
      if known == count {
        used[count] = Int32(letter)
        count &+= 1
        (open[letter], apart[letter], touching[letter]) = (.infinity, .infinity, .infinity)
      }
      if cost < open[letter] { (open[letter], openSlot[place]) = (cost, Int32(slot)) }
      if isTouching {
        if cost + block < touching[letter] { (touching[letter], touchingSlot[place]) = (cost + block, Int32(slot)) }
      } else if cost < apart[letter] {
        (apart[letter], apartSlot[place]) = (cost, Int32(slot))
      }
    }
    return count
  }

  @inline(__always) private func charge(_ block: Int) -> Double {
    let total = Int(tables.totals.blockTotal[block])
    return totalPrice[total] * Double(tables.totals.blockAmount[block] / totals.step[total])
  }

  /// Of a block that is not followed, for one day in it.
  private func share(_ block: Int) -> Double {
    let charge = charge(block)
    return charge > 0 ? (charge / Double(max(1, totals.blockDays[block]))).rounded(.down) : charge
  }

  /// The days behind the last call's value, by day.
  func follow(_ person: Int, _ visit: (_ day: Int, _ slot: Int) -> Void) {
    let days = tables.dayCount
    let automaton = Int(tables.words.automaton[person])
    var state = Int(tables.words.startState[person])
    var isOpen = false
    for day in 0..<days {
      let slot = Int(taken[day * width + 2 * state + (isOpen ? 1 : 0)])
      guard slot > -2 else { return }
      visit(day, slot)
      let interval = counted.interval[person * days + day]
      let staysOpen = day + 1 < days && interval >= 0 && counted.interval[person * days + day + 1] == interval
      let touches = slot >= 0 && interval >= 0 && touchesBlock(person, slot, interval)
      isOpen = staysOpen && (isOpen || touches)
      state = Int(tables.words.arc(automaton: automaton, day: day, state: state, letter: tables.letter(slot)).next)
    }
  }

  private func touchesBlock(_ person: Int, _ slot: Int, _ block: Int32) -> Bool {
    tables.effects(person: person, slot: slot).contains { tables.totals.effects[$0].index == -1 - block }
  }

  /// What is to come from before `day` on, by state, with no block counted; of the last person priced.
  func valueToGo(_ day: Int, state: Int) -> Double { value[day * width + 2 * state] }
}
