import Rostering
import Units

/// The problem in flat arrays, made once a run.
///
/// An *entry* is a person and a duty that they may take; its *options* are the seats there that fit. A *seat* here is
/// a class of seats of one duty, numbered through all duties.
final class RosterTables {
  let problem: RosterProblem
  let personCount: Int
  let dutyCount: Int
  let dayCount: Int
  let seatCount: Int

  // One a seat, and one a duty.
  let seatStart: Buffer<Int32>
  let seatDuty: Buffer<Int32>
  let seatMinimum: Buffer<Int32>
  let seatTarget: Buffer<Int32>
  let seatMaximum: Buffer<Int32>
  let seatWeight: Buffer<Int32>
  let dutyDay: Buffer<Int32>
  let dutyLeadWeight: Buffer<Int32>
  let conflicts: BitMatrix

  // Entries by person, options by entry, options by seat.
  let entryStart: Buffer<Int32>
  let entryDuty: Buffer<Int32>
  let entryPerson: Buffer<Int32>
  let entryIsFixed: Buffer<Bool>
  let optionStart: Buffer<Int32>
  let optionEntry: Buffer<Int32>
  let optionSeat: Buffer<Int32>
  let optionCost: Buffer<Int32>
  let seatOptions: Lists
  /// The entry of each person and duty, [person × duties + duty], −1 without one; empty where that is too large.
  private let entryTable: Buffer<Int32>
  /// Cells beyond which entries are looked for instead.
  private static let largestTable = 8_000_000

  // One a person.
  let mayLead: Buffer<Bool>
  let runBefore: Buffer<Int32>
  let longestRun: Int
  let softRun: Int
  let runCost: Int

  let totals: TotalTables
  let together: TogetherTables

  /// Of level 1 against level 2 in one number: more than level 2 can ever be.
  let coverScale: Int

  var entryCount: Int { entryDuty.count }
  var optionCount: Int { optionSeat.count }

  init(_ problem: RosterProblem) {
    self.problem = problem
    personCount = problem.people.count
    dutyCount = problem.duties.count
    dayCount = problem.dayCount
    let seats = problem.duties.flatMap(\.seats)
    seatCount = seats.count
    var starts = [0]
    for duty in problem.duties { starts.append(starts[starts.count - 1] + duty.seats.count) }
    seatStart = Buffer(starts)
    seatDuty = Buffer(problem.duties.enumerated().flatMap { [Int](repeating: $0, count: $1.seats.count) })
    seatMinimum = Buffer(seats.map(\.minimum))
    seatTarget = Buffer(seats.map(\.target))
    seatMaximum = Buffer(seats.map(\.maximum))
    seatWeight = Buffer(seats.map(\.weight))
    dutyDay = Buffer(problem.duties.map(\.day))
    dutyLeadWeight = Buffer(problem.duties.map { $0.asksForLead ? $0.leadWeight : 0 })
    conflicts = BitMatrix(pairs: problem.conflicts, count: problem.duties.count)
    coverScale =
      1 + seats.reduce(0) { $0 + $1.target * $1.weight }
      + problem.duties.reduce(0) { $0 + ($1.asksForLead ? max(0, $1.leadWeight) : 0) }

    let entries = EntryLists(problem)
    entryStart = Buffer(entries.personStart)
    entryDuty = Buffer(copying: entries.duty)
    entryPerson = Buffer(copying: entries.person)
    entryIsFixed = Buffer(repeating: false, count: entries.duty.count)
    for entry in entries.fixed { entryIsFixed[entry] = true }
    optionStart = Buffer(copying: entries.optionStart)
    optionEntry = Buffer(copying: entries.optionEntry)
    optionSeat = Buffer(copying: entries.optionSeat)
    optionCost = Buffer(copying: entries.optionCost)
    seatOptions = Lists(
      count: seats.count, lists: entries.optionSeat, items: 0..<entries.optionSeat.count)

    let (cells, isOver) = problem.people.count.multipliedReportingOverflow(by: problem.duties.count)
    entryTable = Buffer(repeating: -1, count: isOver || cells > RosterTables.largestTable ? 0 : cells)
    if entryTable.count > 0 {
      for (entry, duty) in entries.duty.enumerated() {
        entryTable[Int(entries.person[entry]) * problem.duties.count + Int(duty)] = Int32(truncatingIfNeeded: entry)
      }
    }

    mayLead = Buffer(repeating: false, count: problem.people.count)
    for (person, one) in problem.people.enumerated() { mayLead[person] = one.mayLead }
    runBefore = Buffer(problem.people.map(\.runBefore))
    longestRun = problem.longestRun ?? Int.max
    softRun = problem.softRun
    runCost = problem.runCost
    totals = TotalTables(problem, entries: entries)
    together = TogetherTables(problem, entries: entries)
  }

  /// The entry of a person and a duty, or −1. O(1), O(log entries) where a table would be too large.
  @inline(__always) func entry(person: Int, duty: Int) -> Int {
    entryTable.count > 0 ? Int(entryTable[person &* dutyCount &+ duty]) : search(person: person, duty: duty)
  }

  private func search(person: Int, duty: Int) -> Int {
    var low = Int(entryStart[person])
    var high = Int(entryStart[person + 1])
    while low < high {
      let middle = (low + high) / 2
      if Int(entryDuty[middle]) < duty { low = middle + 1 } else { high = middle }
    }
    return low < Int(entryStart[person + 1]) && Int(entryDuty[low]) == duty ? low : -1
  }

  /// The option of a person and a seat, or −1. O(log entries + seats of the duty).
  func option(person: Int, seat: Int) -> Int {
    let entry = entry(person: person, duty: Int(seatDuty[seat]))
    guard entry >= 0 else { return -1 }
    for option in options(of: entry) where Int(optionSeat[option]) == seat { return option }
    return -1
  }

  @inline(__always) func entries(of person: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(entryStart[person]), Int(entryStart[person + 1])))
  }
  @inline(__always) func options(of entry: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(optionStart[entry]), Int(optionStart[entry + 1])))
  }
}

/// Entries and options as they are counted up, before they are laid flat. Narrow, since of 6,520 people and 3,000 duties
/// there are many.
struct EntryLists {
  var personStart = [0]
  var duty: [Int32] = []
  var person: [Int32] = []
  var fixed: [Int] = []
  var optionStart: [Int32] = [0]
  var optionEntry: [Int32] = []
  var optionSeat: [Int32] = []
  var optionCost: [Int32] = []

  init(_ problem: RosterProblem) {
    var seatStart = [0]
    for duty in problem.duties { seatStart.append(seatStart[seatStart.count - 1] + duty.seats.count) }
    let options = problem.people.reduce(0) { $0 + $1.options.count }
    optionEntry.reserveCapacity(options)
    optionSeat.reserveCapacity(options)
    optionCost.reserveCapacity(options)
    for (number, one) in problem.people.enumerated() {
      for option in one.options {
        if duty.count == personStart[number] || Int(duty[duty.count - 1]) != option.duty {
          if !duty.isEmpty, optionStart.count < duty.count + 1 {
            optionStart.append(Int32(clamping: optionSeat.count))
          }
          if one.fixed.contains(option.duty) { fixed.append(duty.count) }
          duty.append(Int32(clamping: option.duty))
          person.append(Int32(clamping: number))
        }
        optionEntry.append(Int32(clamping: duty.count - 1))
        optionSeat.append(Int32(clamping: seatStart[option.duty] + option.seat))
        optionCost.append(Int32(clamping: option.cost))
      }
      personStart.append(duty.count)
    }
    if !duty.isEmpty { optionStart.append(Int32(clamping: optionSeat.count)) }
  }

  /// The same for duties asked for in ascending order, from where the one before was found: O(1) on average.
  func find(person: Int, duty wanted: Int, from cursor: inout Int) -> Int? {
    guard (personStart[person]..<personStart[person + 1]).contains(cursor), Int(duty[cursor]) <= wanted else {
      let found = find(person: person, duty: wanted)
      cursor = found ?? cursor
      return found
    }
    while cursor + 1 < personStart[person + 1], Int(duty[cursor]) < wanted { cursor += 1 }
    return Int(duty[cursor]) == wanted ? cursor : nil
  }

  /// The entry of a person and a duty, or nil.
  func find(person: Int, duty wanted: Int) -> Int? {
    var low = personStart[person]
    var high = personStart[person + 1]
    while low < high {
      let middle = (low + high) / 2
      if Int(duty[middle]) < wanted { low = middle + 1 } else { high = middle }
    }
    return low < personStart[person + 1] && Int(duty[low]) == wanted ? low : nil
  }
}
