import Rostering
import Units

/// All sets of everybody, laid flat: under new prices the cheapest ones are found by looking at each once.
///
/// Far cheaper than searching anew where sets are short and the prices change thousands of times.
final class SetBook {
  /// Sets of a person: first[person] ..< first[person + 1].
  let first: [Int]
  // Options and sites of a set.
  private let optionStart: Buffer<Int32>
  private let option: Buffer<Int32>
  private let siteStart: Buffer<Int32>
  private let site: Buffer<Int32>
  /// What the set costs beside its options and sites, in millionths.
  private let cost: Buffer<Int>

  /// Nil where there are more sets than `most`, or time is over. O(sets).
  init?(_ space: SetSpace, _ search: inout SetSearch, most: Int, deadline: Deadline) {
    let free = Prices(space, Multipliers(space), level: 2)
    search.deadline = deadline
    defer { search.deadline = nil }
    var starts = [0]
    var optionStarts: [Int] = [0]
    var options: [Int] = []
    var siteStarts: [Int] = [0]
    var sites: [Int] = []
    var costs: [Int] = []
    for person in 0..<space.tables.personCount {
      search.all(of: person, free, below: Int.max, capacity: most - costs.count)
      if search.isCut || search.isOver || deadline.isOver { return nil }
      for set in search.found {
        var rest = set.value
        for option in set.options {
          options.append(Int(option))
          rest -= free.option[Int(option)]
        }
        let from = sites.count
        for option in set.options {
          for index in space.sitesOfEntry.range(Int(space.tables.optionEntry[Int(option)])) {
            let site = Int(space.sitesOfEntry.item[index])
            if !sites[from...].contains(site) { sites.append(site) }
          }
        }
        costs.append(rest)
        optionStarts.append(options.count)
        siteStarts.append(sites.count)
      }
      starts.append(costs.count)
    }
    first = starts
    optionStart = Buffer(optionStarts)
    option = Buffer(options)
    siteStart = Buffer(siteStarts)
    site = Buffer(sites)
    cost = Buffer(repeating: 0, count: costs.count)
    for (set, value) in costs.enumerated() { cost[set] = value }
  }

  var setCount: Int { cost.count }

  func options(of set: Int) -> [Int32] { (Int(optionStart[set])..<Int(optionStart[set + 1])).map { option[$0] } }

  @inline(__always) func value(of set: Int, _ prices: borrowing Prices, withSites: Bool) -> Int {
    var value = cost[set]
    var index = Int(optionStart[set])
    let end = Int(optionStart[set &+ 1])
    while index < end {
      value &+= prices.option[Int(option[index])]
      index &+= 1
    }
    guard withSites else { return value }
    index = Int(siteStart[set])
    let last = Int(siteStart[set &+ 1])
    while index < last {
      value &+= prices.site[Int(site[index])]
      index &+= 1
    }
    return value
  }

  /// The person's cheapest set; ties: the first; nil where no set keeps the hard rules.
  func cheapest(of person: Int, _ prices: borrowing Prices, withSites: Bool) -> (set: Int, value: Int)? {
    var best = -1
    var least = Int.max
    for set in first[person]..<first[person + 1] {
      let value = value(of: set, prices, withSites: withSites)
      if value < least {
        least = value
        best = set
      }
    }
    return best < 0 ? nil : (best, least)
  }
}
