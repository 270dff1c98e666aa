import Rostering
import Units

/// Buddies and groups.
struct TogetherTables: ~Copyable {
  /// Mates of a person, with the cost of a duty that only one of the two has.
  let mates: Lists
  let mateCost: Buffer<Int32>
  /// The two of each pair.
  let pairFirst: Buffer<Int32>
  let pairSecond: Buffer<Int32>
  /// A place is a group's place, numbered through all groups; the places of an entry.
  let placesOfEntry: Lists
  let placeStart: Buffer<Int32>
  let placeGroup: Buffer<Int32>
  let allowed: Buffer<Int32>
  let cost: Buffer<Int32>

  init(_ problem: RosterProblem, entries: EntryLists) {
    var owners: [Int] = []
    var others: [Int] = []
    var costs: [Int] = []
    for pair in problem.pairs {
      owners += [pair.first, pair.second]
      others += [pair.second, pair.first]
      costs += [pair.cost, pair.cost]
    }
    pairFirst = Buffer(problem.pairs.map(\.first))
    pairSecond = Buffer(problem.pairs.map(\.second))
    mates = Lists(count: problem.people.count, lists: owners, items: others)
    mateCost = Lists.sorted(count: problem.people.count, lists: owners, items: costs)
    var starts = [0]
    var groupOfPlace: [Int] = []
    var placeEntries: [Int] = []
    var placeNumbers: [Int] = []
    for (number, group) in problem.groups.enumerated() {
      let members = Set(group.people).sorted()
      for (place, duties) in group.places.enumerated() {
        for duty in Set(duties).sorted() {
          for person in members {
            guard let entry = entries.find(person: person, duty: duty) else { continue }
            placeEntries.append(entry)
            placeNumbers.append(starts[number] + place)
          }
        }
        groupOfPlace.append(number)
      }
      starts.append(starts[number] + group.places.count)
    }
    placesOfEntry = Lists(count: entries.duty.count, lists: placeEntries, items: placeNumbers)
    placeStart = Buffer(starts)
    placeGroup = Buffer(groupOfPlace)
    allowed = Buffer(problem.groups.map(\.allowed))
    cost = Buffer(problem.groups.map(\.cost))
  }
}
