import Rostering
import Units

/// Which slot of another day is the same but for the day: letter, seat, and place among such slots.
struct SlotKinds: ~Copyable {
  let count: Int
  let kind: Buffer<Int32>
  /// [day × count + kind]: the slot, −1 where that day has none.
  let slotOfDay: Buffer<Int32>

  init(days: Int, letters: borrowing Buffer<Int32>, seats: borrowing Buffer<Int32>, slotDays: borrowing Buffer<Int32>) {
    struct Key: Hashable {
      var letter: Int32
      var seat: Int32
      var place: Int
    }
    kind = Buffer(repeating: 0, count: letters.count)
    var known: [Key: Int] = [:]
    var seen: [Key: Int] = [:]
    var day: Int32 = -1
    for slot in 0..<letters.count {
      if slotDays[slot] != day {
        day = slotDays[slot]
        seen.removeAll(keepingCapacity: true)
      }
      var key = Key(letter: letters[slot], seat: seats[slot], place: -1)
      let place = seen[key, default: 0]
      seen[key] = place + 1
      key.place = place
      let index = known[key] ?? known.count
      known[key] = index
      kind[slot] = Int32(index)
    }
    count = known.count
    slotOfDay = Buffer(repeating: -1, count: days * known.count)
    for slot in 0..<letters.count { slotOfDay[Int(slotDays[slot]) * count + Int(kind[slot])] = Int32(slot) }
  }

  /// The slot's like on another day; −1 (a day off) for −1; nil where that day has none.
  @inline(__always) func like(_ slot: Int, on day: Int) -> Int? {
    if slot < 0 { return -1 }
    let found = Int(slotOfDay[day &* count &+ Int(kind[slot])])
    return found < 0 ? nil : found
  }
}
