import Rostering
import Units

/// A roster that changes: every count that the objective and the hard rules need, kept up to date in O(changed).
///
/// `add` and `remove` are the only changes; both are exact inverses of each other, so that a move is undone by its
/// primitives in reverse.
struct RosterState: ~Copyable {
  let tables: RosterTables
  /// Level 1 × `coverScale` + level 2: their order is the order of the two levels.
  private(set) var cover: Int
  private(set) var preference: Int

  let filled: Buffer<Int32>
  let leads: Buffer<Int32>
  /// The option held, or −1, one an entry.
  let held: Buffer<Int32>
  // A person's entries that are held, as a list through the entries.
  let firstHeld: Buffer<Int32>
  let nextHeld: Buffer<Int32>
  let totalValue: Buffer<Int32>
  let wishCount: Buffer<Int32>
  /// Duties a person has on a day: [person × days + day].
  let dayCount: Buffer<Int32>
  let placeCount: Buffer<Int32>
  let openPlaces: Buffer<Int32>
  // All held entries in one list, and the held options of each seat, for drawing at random.
  private(set) var heldCount = 0
  let heldList: Buffer<Int32>
  let heldPosition: Buffer<Int32>
  let seatListStart: Buffer<Int32>
  let seatList: Buffer<Int32>
  let seatPosition: Buffer<Int32>

  init(_ tables: RosterTables) {
    self.tables = tables
    filled = Buffer(repeating: 0, count: tables.seatCount)
    leads = Buffer(repeating: 0, count: tables.dutyCount)
    held = Buffer(repeating: -1, count: tables.entryCount)
    firstHeld = Buffer(repeating: -1, count: tables.personCount)
    nextHeld = Buffer(repeating: -1, count: tables.entryCount)
    totalValue = Buffer(repeating: 0, count: tables.totals.base.count)
    for total in 0..<tables.totals.base.count { totalValue[total] = tables.totals.base[total] }
    wishCount = Buffer(repeating: 0, count: tables.totals.wishCost.count)
    dayCount = Buffer(repeating: 0, count: tables.personCount * tables.dayCount)
    placeCount = Buffer(repeating: 0, count: tables.together.placeGroup.count)
    openPlaces = Buffer(repeating: 0, count: tables.together.allowed.count)
    heldList = Buffer(repeating: 0, count: tables.entryCount)
    heldPosition = Buffer(repeating: 0, count: tables.entryCount)
    seatListStart = Buffer(repeating: 0, count: tables.seatCount + 1)
    for seat in 0..<tables.seatCount {
      let most = min(Int(tables.seatMaximum[seat]), tables.seatOptions.range(seat).count)
      seatListStart[seat + 1] = seatListStart[seat] + Int32(truncatingIfNeeded: most)
    }
    seatList = Buffer(repeating: 0, count: Int(seatListStart[tables.seatCount]))
    seatPosition = Buffer(repeating: 0, count: tables.entryCount)

    cover = 0
    preference = tables.problem.constant
    for seat in 0..<tables.seatCount {
      let weight = Int(tables.seatWeight[seat])
      cover += weight * (Int(tables.seatMinimum[seat]) * tables.coverScale + Int(tables.seatTarget[seat]))
    }
    for duty in 0..<tables.dutyCount { cover += Int(tables.dutyLeadWeight[duty]) }
    for total in 0..<tables.totals.base.count {
      preference += tables.totals.cost(of: total, at: Int(tables.totals.base[total]))
    }
    for wish in 0..<tables.totals.wishCost.count { preference += Int(tables.totals.wishCost[wish]) }
  }

  var objective: RosterObjective {
    RosterObjective(
      minimum: cover / tables.coverScale, target: cover % tables.coverScale, preference: preference)
  }

  /// Takes a seat. Only where `mayAdd` says so.
  mutating func add(_ option: Int) {
    let price = price(ofAdding: option)
    cover &+= price.cover
    preference &+= price.preference
    let entry = Int(tables.optionEntry[option])
    let person = Int(tables.entryPerson[entry])
    held[entry] = Int32(truncatingIfNeeded: option)
    nextHeld[entry] = firstHeld[person]
    firstHeld[person] = Int32(truncatingIfNeeded: entry)
    heldList[heldCount] = Int32(truncatingIfNeeded: entry)
    heldPosition[entry] = Int32(truncatingIfNeeded: heldCount)
    heldCount &+= 1
    let seat = Int(tables.optionSeat[option])
    let slot = Int(filled[seat])
    seatList[Int(seatListStart[seat]) &+ slot] = Int32(truncatingIfNeeded: option)
    seatPosition[entry] = Int32(truncatingIfNeeded: slot)
    count(entry: entry, person: person, seat: seat, by: 1)
  }

  /// Gives a held entry's seat up.
  mutating func remove(entry: Int) {
    let option = Int(held[entry])
    let person = Int(tables.entryPerson[entry])
    let seat = Int(tables.optionSeat[option])
    unlink(entry: entry, person: person)
    held[entry] = -1
    heldCount &-= 1
    let moved = heldList[heldCount]
    heldList[Int(heldPosition[entry])] = moved
    heldPosition[Int(moved)] = heldPosition[entry]
    let last = seatList[Int(seatListStart[seat]) &+ Int(filled[seat]) &- 1]
    seatList[Int(seatListStart[seat]) &+ Int(seatPosition[entry])] = last
    seatPosition[Int(tables.optionEntry[Int(last)])] = seatPosition[entry]
    count(entry: entry, person: person, seat: seat, by: -1)
    // What taking it back would change is what giving it up has changed.
    let price = price(ofAdding: option)
    cover &-= price.cover
    preference &-= price.preference
  }

  private func unlink(entry: Int, person: Int) {
    if Int(firstHeld[person]) == entry {
      firstHeld[person] = nextHeld[entry]
    } else {
      var before = Int(firstHeld[person])
      while Int(nextHeld[before]) != entry { before = Int(nextHeld[before]) }
      nextHeld[before] = nextHeld[entry]
    }
    nextHeld[entry] = -1
  }

  @inline(__always) private func count(entry: Int, person: Int, seat: Int, by change: Int32) {
    let duty = Int(tables.entryDuty[entry])
    filled[seat] &+= change
    if tables.mayLead[person] { leads[duty] &+= change }
    for index in tables.totals.ofEntry.range(entry) {
      totalValue[Int(tables.totals.ofEntry.item[index])] &+= change &* tables.totals.amount[index]
    }
    for index in tables.totals.wishesOfEntry.range(entry) {
      wishCount[Int(tables.totals.wishesOfEntry.item[index])] &+= change
    }
    dayCount[person &* tables.dayCount &+ Int(tables.dutyDay[duty])] &+= change
    for index in tables.together.placesOfEntry.range(entry) {
      let place = Int(tables.together.placesOfEntry.item[index])
      let wasOpen = placeCount[place] > 0
      placeCount[place] &+= change
      let isOpen = placeCount[place] > 0
      if wasOpen != isOpen { openPlaces[Int(tables.together.placeGroup[place])] &+= change }
    }
  }
}
