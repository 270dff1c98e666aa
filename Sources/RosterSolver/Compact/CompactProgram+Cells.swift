import LinearModel
import Rostering

extension CompactProgram {
  mutating func addCells() {
    for person in people {
      for cell in tables.cells(of: person) where freedom[cell] == .whole || freedom[cell] == .relaxed {
        if let sets = tables.sets(cell).list { addSets(sets, cell) } else { addItems(cell) }
      }
    }
  }

  private mutating func addColumn(_ cell: Int, cost: Int) {
    let isInteger = freedom[cell] == .whole
    _ = model.addVariable(
      kind: isInteger ? .integer : .continuous, upper: 1, cost: Double(cost * goal.weights[2]))
  }

  /// Exactly one set.
  private mutating func addSets(_ sets: [CellSet], _ cell: Int) {
    let first = model.columnCount
    for set in sets { addColumn(cell, cost: set.cost) }
    columns[cell] = .sets(sets, first: first)
    // The unit that flows through an automaton says it too.
    if tables.problem.people[tables.person(cell)].sequence != nil { return }
    put("oneSet[\(cell)]", lower: 1, upper: 1, CompactSum(sets.indices.map { Variable(number: first + $0) }))
  }

  /// A column an option; of duties that exclude each other one at most.
  private mutating func addItems(_ cell: Int) {
    let roster = tables.roster
    let options = tables.entries[cell].flatMap { Array(roster.options(of: $0)) }
    let first = model.columnCount
    for option in options { addColumn(cell, cost: Int(roster.optionCost[option])) }
    columns[cell] = .items(options, first: first)
    for clique in cliques(tables.entries[cell]) {
      let sum = clique.reduce(CompactSum()) { $0 + holds($1, in: cell) }
      put("compatible[\(cell)]", upper: 1, sum)
    }
    for entry in tables.entries[cell] where roster.entryIsFixed[entry] {
      put("fixed[\(entry)]", lower: 1, holds(entry, in: cell))
    }
  }

  /// Cliques that hold every entry and every two that exclude each other; all in one where a person has one duty a day.
  /// O(entries³).
  private func cliques(_ entries: [Int]) -> [[Int]] {
    guard let first = entries.first else { return [] }
    if tables.problem.people[Int(tables.roster.entryPerson[first])].sequence != nil { return [entries] }
    func excludes(_ a: Int, _ b: Int) -> Bool {
      tables.roster.conflicts[Int(tables.roster.entryDuty[a]), Int(tables.roster.entryDuty[b])]
    }
    var found: [[Int]] = []
    var isCovered = Set<[Int]>()
    for (index, entry) in entries.enumerated() {
      var isAlone = !found.contains { $0.contains(entry) }
      for other in entries[(index + 1)...] where excludes(entry, other) && !isCovered.contains([entry, other]) {
        var clique = [entry, other]
        for third in entries where third != entry && third != other {
          if clique.allSatisfy({ excludes($0, third) }) { clique.append(third) }
        }
        clique.sort()
        for (place, a) in clique.enumerated() { for b in clique[(place + 1)...] { isCovered.insert([a, b]) } }
        found.append(clique)
        isAlone = false
      }
      if isAlone { found.append([entry]) }
    }
    return found
  }

  // MARK: What a cell says

  /// Whether the entry is held.
  func holds(_ entry: Int, in cell: Int) -> CompactSum {
    let ofEntry = tables.roster.options(of: entry)
    switch columns[cell] {
    case nil: return CompactSum(freedom[cell] == .fixed && roster.holds(entry, in: cell, tables) ? 1 : 0)
    case .sets(let sets, let first)?:
      let holding = sets.indices.filter { sets[$0].options.contains { ofEntry.contains($0) } }
      return CompactSum(holding.map { Variable(number: first + $0) })
    case .items(let options, let first)?:
      return CompactSum(options.indices.filter { ofEntry.contains(options[$0]) }.map { Variable(number: first + $0) })
    }
  }

  /// 1 where the cell has any of the duties, else 0.
  mutating func touches(_ cell: Int, _ duties: Set<Int>) -> CompactSum {
    switch columns[cell] {
    case nil: return CompactSum(freedom[cell] == .fixed && roster.touches(cell, duties, tables) ? 1 : 0)
    case .sets(let sets, let first)?:
      let touching = sets.indices.filter { sets[$0].options.contains { duties.contains(tables.duty($0)) } }
      return CompactSum(touching.map { Variable(number: first + $0) })
    case .items?:
      let entries = tables.entries[cell].filter { duties.contains(Int(tables.roster.entryDuty[$0])) }
      return entries.count < 2
        ? entries.reduce(CompactSum()) { $0 + holds($1, in: cell) } : CompactSum(indicator(cell, entries))
    }
  }

  /// A column that is 1 where one of the entries is held.
  private mutating func indicator(_ cell: Int, _ entries: [Int]) -> Variable {
    let key = IndicatorKey(cell: cell, duties: entries)
    if let known = indicators[key] { return known }
    let column = extra(upper: 1, cost: 0) { reading in
      entries.contains { reading.holds($0, in: cell) } ? 1 : 0
    }
    indicators[key] = column
    var all = CompactSum()
    for entry in entries {
      let one = holds(entry, in: cell)
      put("any[\(cell)]", lower: 0, CompactSum(column) - one)
      all = all + one
    }
    put("any[\(cell)]", upper: 0, CompactSum(column) - all)
    return column
  }

  /// 1 where the person works on that day.
  mutating func works(_ cell: Int) -> CompactSum {
    switch columns[cell] {
    case nil: return CompactSum(freedom[cell] == .fixed && !roster.options[cell].isEmpty ? 1 : 0)
    case .sets(let sets, let first)?:
      return CompactSum(sets.indices.filter { !sets[$0].options.isEmpty }.map { Variable(number: first + $0) })
    case .items?: return touches(cell, Set(tables.entries[cell].map { Int(tables.roster.entryDuty[$0]) }))
    }
  }
}
