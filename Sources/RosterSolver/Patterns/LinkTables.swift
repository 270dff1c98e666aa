import Rostering
import Units

/// What ties people together, as rows beside those of cover.
///
/// A *pair row* for each two buddies and duty that both could have: the first counts 1, the second −1, and every one
/// apart costs. A *site row* for each person of a unit and place of the unit's day: 1 with any duty there. Where only one
/// of two buddies could have a duty, it costs that person alone: `soloCost`.
final class LinkTables: @unchecked Sendable {
  /// Rows before these are cover's.
  let firstRow: Int
  let rowCount: Int
  let firstSite: Int

  /// Of pair rows, by row − firstRow, in preference points.
  let pairCost: Buffer<Int32>
  let pairIndex: Buffer<Int32>
  let pairDuty: Buffer<Int32>
  let pairFirst: Buffer<Int32>
  let pairSecond: Buffer<Int32>

  /// Of site rows, by row − firstSite.
  let sitePlace: Buffer<Int32>
  let sitePerson: Buffer<Int32>
  /// Places of all groups, one after another; the groups that cost something.
  let placeGroup: Buffer<Int32>
  let placeStart: Buffer<Int32>
  let groupCost: Buffer<Int32>
  let groupAllowed: Buffer<Int32>
  /// Rows of a place: siteStart[place] ..< siteStart[place + 1], by row − firstSite.
  let siteStart: Buffer<Int32>

  /// What a duty means to a person's rows: entries start[person × days + day] ..<, ascending by duty.
  let start: Buffer<Int32>
  let duty: Buffer<Int32>
  let row: Buffer<Int32>
  /// 1 or −1 in a pair row; 0: a site row.
  let sign: Buffer<Int32>
  let soloCost: [[Int: Int]]
  /// Duties of pairs that only one of the two could have.
  let solo: [Solo]
  struct Solo: Sendable {
    var pair: Int
    var duty: Int
    var isFirst: Bool
    var cost: Int
  }
  /// The problem's number of each group.
  let groupIndex: Buffer<Int32>

  var isEmpty: Bool { rowCount == firstRow }
  var groupCount: Int { groupCost.count }
  var placeCount: Int { placeGroup.count }

  private struct Entry {
    var duty: Int
    var row: Int
    var sign: Int
  }

  init(_ problem: RosterProblem, firstRow: Int) {
    self.firstRow = firstRow
    let hasTies = problem.pairs.contains { $0.cost > 0 } || problem.groups.contains { $0.cost > 0 }
    let able = hasTies ? problem.people.map { Set($0.options.map(\.duty)) } : []
    var entries = [[Entry]](repeating: [], count: problem.people.count * problem.dayCount)
    func note(_ person: Int, _ duty: Int, _ row: Int, _ sign: Int) {
      entries[person * problem.dayCount + problem.duties[duty].day].append(Entry(duty: duty, row: row, sign: sign))
    }
    var alone: [Solo] = []
    var solo = [[Int: Int]](repeating: [:], count: problem.people.count)
    var pairs: (cost: [Int], index: [Int], duty: [Int], first: [Int], second: [Int]) = ([], [], [], [], [])
    var next = firstRow
    for (index, pair) in problem.pairs.enumerated() where pair.cost > 0 {
      for duty in able[pair.first].symmetricDifference(able[pair.second]).sorted() {
        let isFirst = able[pair.first].contains(duty)
        solo[isFirst ? pair.first : pair.second][duty, default: 0] += pair.cost
        alone.append(Solo(pair: index, duty: duty, isFirst: isFirst, cost: pair.cost))
      }
      for duty in able[pair.first].intersection(able[pair.second]).sorted() {
        pairs.cost.append(pair.cost)
        pairs.index.append(index)
        pairs.duty.append(duty)
        pairs.first.append(pair.first)
        pairs.second.append(pair.second)
        note(pair.first, duty, next, 1)
        note(pair.second, duty, next, -1)
        next += 1
      }
    }
    firstSite = next
    var sites: (place: [Int], person: [Int], start: [Int]) = ([], [], [0])
    var groups: (index: [Int], cost: [Int], allowed: [Int], placeStart: [Int], placeGroup: [Int]) = (
      [], [], [], [0], []
    )
    for (index, group) in problem.groups.enumerated() where group.cost > 0 {
      for place in group.places {
        for person in Set(group.people).sorted() {
          let held = place.filter(able[person].contains)
          guard !held.isEmpty else { continue }
          sites.place.append(groups.placeGroup.count)
          sites.person.append(person)
          for duty in Set(held) { note(person, duty, next, 0) }
          next += 1
        }
        groups.placeGroup.append(groups.cost.count)
        sites.start.append(sites.place.count)
      }
      groups.index.append(index)
      groups.cost.append(group.cost)
      groups.allowed.append(group.allowed)
      groups.placeStart.append(groups.placeGroup.count)
    }
    rowCount = next
    pairCost = Buffer(pairs.cost)
    pairIndex = Buffer(pairs.index)
    pairDuty = Buffer(pairs.duty)
    pairFirst = Buffer(pairs.first)
    pairSecond = Buffer(pairs.second)
    sitePlace = Buffer(sites.place)
    sitePerson = Buffer(sites.person)
    siteStart = Buffer(sites.start)
    placeGroup = Buffer(groups.placeGroup)
    placeStart = Buffer(groups.placeStart)
    groupCost = Buffer(groups.cost)
    groupAllowed = Buffer(groups.allowed)
    soloCost = solo
    self.solo = alone
    groupIndex = Buffer(groups.index)
    var starts = [0]
    var flat: [Entry] = []
    for list in entries {
      flat += list.sorted { ($0.duty, $0.row) < ($1.duty, $1.row) }
      starts.append(flat.count)
    }
    start = Buffer(starts)
    duty = Buffer(flat.map(\.duty))
    row = Buffer(flat.map(\.row))
    sign = Buffer(flat.map(\.sign))
  }

  @inline(__always) func entries(_ index: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(start[index]), Int(start[index &+ 1])))
  }

  /// Of all days of a person.
  func entries(of person: Int, days: Int) -> Range<Int> {
    Int(start[person * days])..<Int(start[(person + 1) * days])
  }

  /// The rows that a person with these duties of a day counts in; a negative number ~r: −1 in row r.
  /// `index`: person × days + day. O(the person's entries of the day).
  func rows(_ index: Int, duties: some Collection<Int>) -> [Int32] {
    var rows: [Int32] = []
    for entry in entries(index) where duties.contains(Int(duty[entry])) {
      let own = row[entry]
      if sign[entry] < 0 {
        rows.append(~own)
      } else if sign[entry] > 0 || !rows.contains(own) {
        rows.append(own)
      }
    }
    return rows
  }

  /// Whether every duty of a group lies on one day and at one of its places, and nobody is in two groups of a day.
  static func groupWithoutRows(_ problem: RosterProblem) -> Int? {
    var isTaken: Set<[Int]> = []
    for (index, group) in problem.groups.enumerated() where group.cost > 0 {
      let duties = group.places.flatMap { Set($0) }
      guard Set(duties).count == duties.count else { return index }
      guard let day = duties.first.map({ problem.duties[$0].day }) else { continue }
      guard duties.allSatisfy({ problem.duties[$0].day == day }) else { return index }
      for person in Set(group.people) where !isTaken.insert([person, day]).inserted { return index }
    }
    return nil
  }
}
