import Rostering
import Units

/// A duty that two buddies could share, or that only one of them could take.
struct PairRow: Sendable {
  var pair: Int
  var duty: Int
  /// −1 where that one of the two cannot take the duty.
  var firstEntry: Int
  var secondEntry: Int
  var cost: Int
  var isShared: Bool { firstEntry >= 0 && secondEntry >= 0 }
}

/// The sets of compatible duties of each person on the one day of the horizon, and the rows that they enter.
final class SetSpace {
  let tables: RosterTables
  /// Duties of one clique exclude each other pairwise; a set has at most one of each.
  let cliqueOfDuty: Buffer<Int32>
  let cliqueCount: Int
  let pairRows: [PairRow]
  let pairRowsOfEntry: Lists
  /// A site is a person and a group's place; the sites of an entry.
  let sitesOfEntry: Lists
  let siteCount: Int
  let sitePerson: [Int]
  let sitePlace: [Int]

  init(_ tables: RosterTables) {
    self.tables = tables
    let cliques = SetSpace.cliques(tables)
    cliqueOfDuty = Buffer(cliques)
    cliqueCount = (cliques.max() ?? -1) + 1
    pairRows = SetSpace.pairRows(tables)
    let sides = pairRows.enumerated().flatMap { index, row in
      [row.firstEntry, row.secondEntry].filter { $0 >= 0 }.map { (entry: $0, row: index) }
    }
    pairRowsOfEntry = Lists(count: tables.entryCount, lists: sides.map(\.entry), items: sides.map(\.row))
    var lists: [Int] = []
    var items: [Int] = []
    var persons: [Int] = []
    var places: [Int] = []
    var number = [Int](repeating: -1, count: tables.together.placeGroup.count)
    for person in 0..<tables.personCount {
      var touched: [Int] = []
      for entry in tables.entries(of: person) {
        for index in tables.together.placesOfEntry.range(entry) {
          let place = Int(tables.together.placesOfEntry.item[index])
          if number[place] < 0 {
            number[place] = persons.count
            persons.append(person)
            places.append(place)
            touched.append(place)
          }
          lists.append(entry)
          items.append(number[place])
        }
      }
      for place in touched { number[place] = -1 }
    }
    sitesOfEntry = Lists(count: tables.entryCount, lists: lists, items: items)
    siteCount = persons.count
    sitePerson = persons
    sitePlace = places
  }

  /// Each duty joins the first clique with all of which it conflicts. O(duties²).
  private static func cliques(_ tables: RosterTables) -> [Int] {
    var members: [[Int]] = []
    var cliqueOf: [Int] = []
    for duty in 0..<tables.dutyCount {
      let found = members.firstIndex { $0.allSatisfy { tables.conflicts[$0, duty] } }
      if let found { members[found].append(duty) } else { members.append([duty]) }
      cliqueOf.append(found ?? members.count - 1)
    }
    return cliqueOf
  }

  private static func pairRows(_ tables: RosterTables) -> [PairRow] {
    var rows: [PairRow] = []
    for (index, pair) in tables.problem.pairs.enumerated() where pair.cost > 0 {
      for duty in 0..<tables.dutyCount {
        let first = tables.entry(person: pair.first, duty: duty)
        let second = tables.entry(person: pair.second, duty: duty)
        guard first >= 0 || second >= 0 else { continue }
        rows.append(PairRow(pair: index, duty: duty, firstEntry: first, secondEntry: second, cost: pair.cost))
      }
    }
    return rows
  }

  /// The multipliers that every bound of level 3 starts from: a duty that only one of two buddies can take simply costs
  /// that one the buddies' price.
  var oneSided: Multipliers {
    var multipliers = Multipliers(self)
    for (index, row) in pairRows.enumerated() where !row.isShared {
      if row.firstEntry >= 0 {
        multipliers.plus[index] = row.cost * RosterMultiplier.scale
      } else {
        multipliers.minus[index] = row.cost * RosterMultiplier.scale
      }
    }
    return multipliers
  }
}
