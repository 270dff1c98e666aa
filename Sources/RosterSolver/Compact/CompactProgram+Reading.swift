import LinearModel
import Rostering

extension CompactProgram {
  /// A roster as the further columns see it.
  struct Reading {
    let tables: CompactTables
    let roster: CellRoster
    /// The state before each day, of people who follow an automaton.
    fileprivate(set) var states: [Int: [Int]] = [:]
    /// Of the columns so far.
    fileprivate(set) var values: [Double] = []

    func filled(_ seat: Int) -> Int { roster.filled[seat] }
    func leads(_ duty: Int) -> Int { roster.leads[duty] }
    func holds(_ entry: Int, in cell: Int) -> Bool { roster.holds(entry, in: cell, tables) }
    func holds(_ entry: Int) -> Bool {
      guard entry >= 0 else { return false }
      let day = Int(tables.roster.dutyDay[Int(tables.roster.entryDuty[entry])])
      return holds(entry, in: Int(tables.roster.entryPerson[entry]) * tables.dayCount + day)
    }
    func value(of total: Int, _ person: Int) -> Int {
      tables.totals[total].value(over: roster.duties(of: person, tables))
    }
    func state(_ person: Int, _ day: Int) -> Int { states[person]?[day] ?? -1 }
    func value(of sum: CompactSum) -> Int {
      sum.terms.reduce(sum.constant) { $0 + Int(($1.value * values[Int($1.variable.index)]).rounded()) }
    }
  }

  /// The columns' values of a roster; nil where one of its sets is not among the columns.
  func values(of roster: CellRoster) -> [Double]? {
    var values = [Double](repeating: 0, count: model.columnCount)
    for (cell, kind) in columns.enumerated() {
      let held = roster.options[cell]
      switch kind {
      case .sets(let sets, let first)?:
        guard let number = sets.firstIndex(where: { $0.options == held }) else { return nil }
        values[first + number] = 1
      case .items(let options, let first)?:
        for option in held {
          guard let number = options.firstIndex(of: option) else { return nil }
          values[first + number] = 1
        }
      case nil: break
      }
    }
    var reading = Reading(tables: tables, roster: roster)
    for person in people {
      if let sequence = tables.problem.people[person].sequence {
        reading.states[person] = states(person, tables.problem.sequences[sequence], roster)
      }
    }
    reading.values = values
    for (column, value) in further { reading.values[Int(column.index)] = Double(value(reading)) }
    return reading.values
  }

  private func states(_ person: Int, _ automaton: RosterProblem.Automaton, _ roster: CellRoster) -> [Int] {
    var states = [tables.problem.people[person].startState]
    for (day, cell) in tables.cells(of: person).enumerated() {
      let state = states[states.count - 1]
      states.append(state < 0 ? -1 : automaton.step(state, roster.letter(cell, tables), day)?.to ?? -1)
    }
    return states
  }

  /// The roster with the cells that a point decides as it has them; relaxed ones stay as they are.
  func roster(at values: [Double]) -> CellRoster {
    var next = roster
    for (cell, kind) in columns.enumerated() where freedom[cell] == .whole {
      switch kind {
      case .sets(let sets, let first)?:
        let number = sets.indices.first { values[first + $0] > 0.5 }
        next.set(cell, to: number.map { sets[$0].options } ?? [], tables)
      case .items(let options, let first)?:
        next.set(cell, to: options.indices.filter { values[first + $0] > 0.5 }.map { options[$0] }, tables)
      case nil: break
      }
    }
    return next
  }
}
