import Rostering
import Units

/// A roster problem with one duty a person and day, laid out for search.
///
/// A *slot* is a seat of a duty; slots are numbered by day, then duty, then seat. A person's day holds a slot, or −1.
final class SearchTables {
  static let forbidden = Int32.max
  let problem: RosterProblem
  let personCount: Int
  let dayCount: Int
  let slotCount: Int

  // Slots.
  let slotDay: Buffer<Int32>
  let slotLetter: Buffer<Int32>
  let slotDuty: Buffer<Int32>
  let slotSeat: Buffer<Int32>
  /// The first slot of each day; dayCount + 1 entries.
  let daySlots: Buffer<Int32>
  /// The first slot of each duty; its seats follow.
  let dutySlots: Buffer<Int32>

  // Eligibility, [person × slotCount + slot] and [person × dayCount + day]; `forbidden` where it may not be.
  let slotCost: Buffer<Int32>
  let offCost: Buffer<Int32>
  /// What a person may hold on a day: `choice[choiceStart[person × dayCount + day] ..< …]`; −1 for a day off.
  let choiceStart: Buffer<Int32>
  let choice: Buffer<Int32>

  let kinds: SlotKinds
  let words: WordTables
  let totals: SearchTotals
  let cover: CoverTables

  /// - Precondition: the problem has no `SearchObstacle`.
  init(_ problem: RosterProblem) {
    self.problem = problem
    personCount = problem.people.count
    dayCount = problem.dayCount
    var order: [(day: Int, duty: Int, seat: Int)] = []
    for (index, duty) in problem.duties.enumerated() {
      for seat in duty.seats.indices { order.append((duty.day, index, seat)) }
    }
    order.sort { $0 < $1 }
    slotCount = order.count
    slotDay = Buffer(repeating: 0, count: slotCount)
    slotLetter = Buffer(repeating: 0, count: slotCount)
    slotDuty = Buffer(repeating: 0, count: slotCount)
    slotSeat = Buffer(repeating: 0, count: slotCount)
    daySlots = Buffer(repeating: 0, count: dayCount + 1)
    dutySlots = Buffer(repeating: 0, count: problem.duties.count)
    for (slot, entry) in order.enumerated() {
      slotDay[slot] = Int32(entry.day)
      slotLetter[slot] = Int32(problem.duties[entry.duty].dayClass)
      slotDuty[slot] = Int32(entry.duty)
      slotSeat[slot] = Int32(entry.seat)
      daySlots[entry.day + 1] &+= 1
      if entry.seat == 0 { dutySlots[entry.duty] = Int32(slot) }
    }
    for day in 0..<dayCount { daySlots[day + 1] &+= daySlots[day] }
    slotCost = Buffer(repeating: SearchTables.forbidden, count: personCount * slotCount)
    offCost = Buffer(repeating: 0, count: personCount * dayCount)
    SearchTables.fillCosts(problem, dutySlots: dutySlots, slots: slotCount, slotCost, offCost)
    choiceStart = Buffer(repeating: 0, count: personCount * dayCount + 1)
    choice = SearchTables.choices(
      people: personCount, days: dayCount, slots: slotCount, daySlots: daySlots, slotCost, offCost, choiceStart)
    kinds = SlotKinds(days: dayCount, letters: slotLetter, seats: slotSeat, slotDays: slotDay)
    words = WordTables(problem)
    totals = SearchTotals(problem, dutySlots: dutySlots, slotCount: slotCount, slotCost: slotCost)
    cover = CoverTables(problem, dutySlots: dutySlots, slotCount: slotCount)
  }

  /// Options, wishes for one day, fixed duties.
  private static func fillCosts(
    _ problem: RosterProblem, dutySlots: borrowing Buffer<Int32>, slots: Int, _ slotCost: borrowing Buffer<Int32>,
    _ offCost: borrowing Buffer<Int32>
  ) {
    for (index, person) in problem.people.enumerated() {
      let base = index * slots
      for option in person.options {
        slotCost[base + Int(dutySlots[option.duty]) + option.seat] = Int32(option.cost)
      }
      for wish in person.wishes where SearchTotals.day(of: wish, in: problem) != nil {
        addWish(wish, problem, person: index, dutySlots: dutySlots, slots: slots, slotCost, offCost)
      }
      for duty in person.fixed {
        let day = problem.duties[duty].day
        offCost[index * problem.dayCount + day] = forbidden
        for option in person.options where problem.duties[option.duty].day == day && option.duty != duty {
          slotCost[base + Int(dutySlots[option.duty]) + option.seat] = forbidden
        }
      }
    }
  }

  /// A wish within one day: whatever else that day holds pays for it.
  private static func addWish(
    _ wish: RosterProblem.Wish, _ problem: RosterProblem, person: Int, dutySlots: borrowing Buffer<Int32>,
    slots: Int, _ slotCost: borrowing Buffer<Int32>, _ offCost: borrowing Buffer<Int32>
  ) {
    guard let day = SearchTotals.day(of: wish, in: problem) else { return }
    let cost = Int32(wish.cost)
    offCost[person * problem.dayCount + day] &+= cost
    for option in problem.people[person].options
    where problem.duties[option.duty].day == day && !wish.duties.contains(option.duty) {
      slotCost[person * slots + Int(dutySlots[option.duty]) + option.seat] &+= cost
    }
  }

  private static func choices(
    people: Int, days: Int, slots: Int, daySlots: borrowing Buffer<Int32>, _ slotCost: borrowing Buffer<Int32>,
    _ offCost: borrowing Buffer<Int32>, _ start: borrowing Buffer<Int32>
  ) -> Buffer<Int32> {
    var list: [Int32] = []
    for person in 0..<people {
      for day in 0..<days {
        if offCost[person * days + day] != forbidden { list.append(-1) }
        for slot in Int(daySlots[day])..<Int(daySlots[day + 1]) where slotCost[person * slots + slot] != forbidden {
          list.append(Int32(slot))
        }
        start[person * days + day + 1] = Int32(list.count)
      }
    }
    return Buffer(list, filler: 0)
  }

  /// What one person too few costs, on average over those wanted; where nobody is wanted, the mean cost of an option.
  var typicalCost: Double {
    var cost = 0.0
    var count = 0.0
    for slot in 0..<slotCount where cover.under[slot] > 0 {
      cost += Double(cover.under[slot]) * Double(cover.wanted[slot])
      count += Double(cover.wanted[slot])
    }
    if count == 0 {
      for cell in 0..<slotCost.count where slotCost[cell] != SearchTables.forbidden && slotCost[cell] != 0 {
        cost += abs(Double(slotCost[cell]))
        count += 1
      }
    }
    return count > 0 ? max(1, cost / count) : 10
  }

  /// What a day with the slot, or off (−1), costs the person whatever else there is; `forbidden` where it may not be.
  @inline(__always) func cost(person: Int, day: Int, slot: Int) -> Int32 {
    slot < 0 ? offCost[person &* dayCount &+ day] : slotCost[person &* slotCount &+ slot]
  }

  @inline(__always) func letter(_ slot: Int) -> Int { slot < 0 ? 0 : Int(slotLetter[slot]) }

  /// Whether the slot is the person's on that day, or the day may be off.
  @inline(__always) func allows(person: Int, day: Int, slot: Int) -> Bool {
    cost(person: person, day: day, slot: slot) != SearchTables.forbidden
  }

  @inline(__always) func effects(person: Int, slot: Int) -> Range<Int> {
    let entry = person &* slotCount &+ slot
    return Range(uncheckedBounds: (Int(totals.effectStart[entry]), Int(totals.effectStart[entry &+ 1])))
  }

  @inline(__always) func choices(person: Int, day: Int) -> Range<Int> {
    let cell = person &* dayCount &+ day
    return Range(uncheckedBounds: (Int(choiceStart[cell]), Int(choiceStart[cell &+ 1])))
  }
}
