import LinearModel
import Rostering
import Units

/// The whole-number program of a level over several days: a set a person and day, and rows across days.
struct CompactProgram {
  let tables: RosterTables
  let days: DaySets
  let level: Int
  let objective: RosterObjective
  var model = Model(name: "roster")
  private(set) var variable: [Variable] = []
  /// Sets of a person on a day: [person × days + day].
  private var setsOf: [[Int]]
  /// How a roster decides the value of each further column, in the order of the columns after the sets.
  private var further: [(Variable, (Reading) -> Int)] = []

  /// A roster as its further columns see it.
  struct Reading {
    let tables: RosterTables
    let filled: [Int]
    let leads: [Int]
    let held: [Bool]
    let totals: [Int]
    let worked: [Bool]
  }

  init(_ tables: RosterTables, days: DaySets, level: Int, objective: RosterObjective) {
    self.tables = tables
    self.days = days
    self.level = level
    self.objective = objective
    setsOf = [[Int]](repeating: [], count: tables.personCount * tables.dayCount)
    for (number, set) in days.sets.enumerated() {
      setsOf[set.person * tables.dayCount + set.day].append(number)
      variable.append(model.addBinary(cost: level == 2 ? Double(set.cost) : 0))
    }
    for (cell, numbers) in setsOf.enumerated() {
      put("oneSet[\(cell)]", lower: 1, upper: 1, numbers.map { (variable[$0], 1) })
    }
    addCover()
    addConflicts()
    addRuns()
    addTotals()
    guard level == 2 else { return }
    addWishes()
    addPairs()
    addGroups()
    model.objectiveConstant = Double(tables.problem.constant)
  }

  private mutating func put(
    _ name: String, lower: Double = -.infinity, upper: Double = .infinity, _ terms: [(Variable, Double)]
  ) {
    _ = model.addRow(name, lower: lower, upper: upper) { row in
      for (variable, value) in terms { row.add(value, variable) }
    }
  }

  private mutating func extra(
    upper: Int?, cost: Int, isWhole: Bool = false, _ value: @escaping (Reading) -> Int
  ) -> Variable {
    let column = model.addVariable(
      kind: isWhole ? .integer : .continuous, upper: upper.map(Double.init) ?? .infinity, cost: Double(cost))
    further.append((column, value))
    return column
  }

  private mutating func addCover() {
    let hardMinimum = level > 0 && objective.minimum == 0
    let hardTarget = level > 1 && objective.target == 0
    var bySeat = [[(Variable, Double)]](repeating: [], count: tables.seatCount)
    var byLead = [[(Variable, Double)]](repeating: [], count: tables.dutyCount)
    for (number, set) in days.sets.enumerated() {
      for option in set.options {
        bySeat[Int(tables.optionSeat[option])].append((variable[number], 1))
        if tables.mayLead[set.person] {
          byLead[Int(tables.entryDuty[Int(tables.optionEntry[option])])].append((variable[number], 1))
        }
      }
    }
    var levelTerms: [[(Variable, Double)]] = [[], []]
    for seat in 0..<tables.seatCount {
      let weight = Int(tables.seatWeight[seat])
      let (minimum, target) = (Int(tables.seatMinimum[seat]), Int(tables.seatTarget[seat]))
      let least = weight == 0 ? 0 : hardTarget ? target : hardMinimum ? minimum : 0
      put("cover[\(seat)]", lower: Double(least), upper: Double(tables.seatMaximum[seat]), bySeat[seat])
      if weight > 0, minimum > 0, !hardMinimum {
        let short = extra(upper: minimum, cost: level == 0 ? weight : 0) { max(0, minimum - $0.filled[seat]) }
        put("minimumCover[\(seat)]", lower: Double(minimum), bySeat[seat] + [(short, 1)])
        levelTerms[0].append((short, -Double(weight)))
      }
      if weight > 0, target > 0, level > 0, !hardTarget {
        let under = extra(upper: target, cost: level == 1 ? weight : 0) { max(0, target - $0.filled[seat]) }
        put("targetCover[\(seat)]", lower: Double(target), bySeat[seat] + [(under, 1)])
        levelTerms[1].append((under, -Double(weight)))
      }
    }
    for (duty, one) in tables.problem.duties.enumerated() where one.asksForLead && one.leadWeight > 0 && level > 0 {
      var terms = byLead[duty]
      if !hardTarget {
        let missing = extra(upper: 1, cost: level == 1 ? one.leadWeight : 0) { $0.leads[duty] == 0 ? 1 : 0 }
        terms.append((missing, 1))
        levelTerms[1].append((missing, -Double(one.leadWeight)))
      }
      put("oneLead[\(duty)]", lower: 1, terms)
    }
    for number in 0..<level where objective[number] > 0 {
      put("level[\(number + 1)]", lower: -Double(objective[number]), levelTerms[number])
    }
  }

  /// Duties of different days that exclude each other: all duties of one day whose excluded duties of the other day
  /// include those of one of them, against these; each day has one set only, so that is a clique.
  private mutating func addConflicts() {
    var pairs = Set<[Int]>()
    for pair in tables.problem.conflicts {
      let (a, b) = (Int(tables.dutyDay[pair.first]), Int(tables.dutyDay[pair.second]))
      if a != b { pairs.insert([a, b]) }
    }
    for pair in pairs.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) {
      let early = (0..<tables.dutyCount).filter { Int(tables.dutyDay[$0]) == pair[0] }
      let late = (0..<tables.dutyCount).filter { Int(tables.dutyDay[$0]) == pair[1] }
      var seen = Set<[Int]>()
      for duty in early {
        let excluded = late.filter { tables.conflicts[duty, $0] }
        guard !excluded.isEmpty, seen.insert(excluded).inserted else { continue }
        let alike = early.filter { one in excluded.allSatisfy { tables.conflicts[one, $0] } }
        for person in 0..<tables.personCount {
          let first = terms(person, pair[0], touching: Set(alike))
          let second = terms(person, pair[1], touching: Set(excluded))
          if !first.isEmpty, !second.isEmpty { put("rest[\(person),\(duty)]", upper: 1, first + second) }
        }
      }
    }
  }

  private func terms(_ person: Int, _ day: Int, touching duties: Set<Int>) -> [(Variable, Double)] {
    setsOf[person * tables.dayCount + day].filter { number in
      days.sets[number].options.contains { duties.contains(Int(tables.entryDuty[Int(tables.optionEntry[$0])])) }
    }.map { (variable[$0], 1) }
  }

  private func worked(_ person: Int, _ day: Int) -> [(Variable, Double)] {
    setsOf[person * tables.dayCount + day].filter { !days.sets[$0].options.isEmpty }.map { (variable[$0], 1) }
  }

  private mutating func addRuns() {
    let horizon = tables.dayCount
    for person in 0..<tables.personCount {
      let before = Int(tables.runBefore[person])
      // Windows of `length` days that end on `day`; those that begin before day 0 hold ledger days only as far back as
      // the run reaches.
      func window(_ length: Int, endingOn day: Int) -> (terms: [(Variable, Double)], ledger: Int)? {
        let first = day - length + 1
        guard first >= -before else { return nil }
        return ((max(0, first)...day).flatMap { worked(person, $0) }, max(0, -first))
      }
      for day in 0..<horizon {
        if tables.longestRun < horizon + before, let one = window(tables.longestRun + 1, endingOn: day) {
          put(
            "longestRun[\(person),\(day)]", upper: Double(tables.longestRun - min(one.ledger, tables.longestRun)),
            one.terms)
        }
        if level == 2, tables.runCost > 0, let one = window(tables.softRun + 1, endingOn: day), !one.terms.isEmpty {
          let (soft, start) = (tables.softRun, day - tables.softRun)
          let cell = person * horizon
          let paid = extra(upper: 1, cost: tables.runCost) { reading in
            (max(0, start)...day).allSatisfy { reading.worked[cell + $0] } ? 1 : 0
          }
          put("restDay[\(person),\(day)]", upper: Double(soft - one.ledger), one.terms + [(paid, -1)])
        }
      }
    }
  }

  private mutating func addTotals() {
    for (person, one) in tables.problem.people.enumerated() {
      let first = Int(tables.totals.start[person])
      for number in one.totals.indices where days.totalCrosses[first + number] {
        let total = first + number
        var terms: [(Variable, Double)] = []
        for day in 0..<tables.dayCount {
          for set in setsOf[person * tables.dayCount + day] {
            let sum = DaySets.sum(of: total, over: days.sets[set].options, tables)
            if sum > 0 { terms.append((variable[set], Double(sum))) }
          }
        }
        let base = Int(tables.totals.base[total])
        if tables.totals.maximum[total] != Int32.max {
          put("total[\(total)]", upper: Double(max(0, Int(tables.totals.maximum[total]) - base)), terms)
        }
        if level == 2, tables.totals.step[total] > 0, tables.totals.weight[total] > 0 {
          addSteps(of: total, terms, base: base)
        }
      }
    }
  }

  /// step · Σ y ≥ |value − target|, y whole, a piece a price.
  private mutating func addSteps(of total: Int, _ terms: [(Variable, Double)], base: Int) {
    let (step, target) = (Int(tables.totals.step[total]), Int(tables.totals.target[total]))
    var pieces: [(Variable, Double)] = []
    var done = 0
    for index in Int(tables.totals.priceStart[total])..<Int(tables.totals.priceStart[total + 1]) {
      let (from, upTo) = (done, Int(tables.totals.priceUpTo[index]))
      let isLast = index + 1 == Int(tables.totals.priceStart[total + 1])
      let price = Int(tables.totals.price[index]) * Int(tables.totals.weight[total])
      let piece = extra(upper: isLast ? nil : upTo - from, cost: price, isWhole: true) { reading in
        let steps = abs(reading.totals[total] - target).dividedRoundingUp(by: step)
        return max(0, (isLast ? steps : min(steps, upTo)) - from)
      }
      pieces.append((piece, Double(step)))
      done = upTo
    }
    put("above[\(total)]", lower: Double(base - target), pieces + terms.map { ($0.0, -$0.1) })
    put("below[\(total)]", lower: Double(target - base), pieces + terms)
  }

  private mutating func addWishes() {
    for (person, _) in tables.problem.people.enumerated() {
      for wish in Int(tables.totals.wishStart[person])..<Int(tables.totals.wishStart[person + 1])
      where days.wishCrosses[wish] {
        let cells = person * tables.dayCount..<(person + 1) * tables.dayCount
        let granting = cells.flatMap { setsOf[$0] }.filter { DaySets.grants(days.sets[$0].options, wish, tables) }
        let entries = tables.entries(of: person).filter { entry in
          tables.totals.wishesOfEntry.range(entry).contains { Int(tables.totals.wishesOfEntry.item[$0]) == wish }
        }
        let missed = extra(upper: 1, cost: Int(tables.totals.wishCost[wish])) { reading in
          entries.contains { reading.held[$0] } ? 0 : 1
        }
        put("wish[\(wish)]", lower: 1, granting.map { (variable[$0], 1) } + [(missed, 1)])
      }
    }
  }

  private func on(_ entry: Int, _ person: Int, _ duty: Int) -> [(Variable, Double)] {
    entry < 0 ? [] : terms(person, Int(tables.dutyDay[duty]), touching: [duty])
  }

  private mutating func addPairs() {
    for pair in tables.problem.pairs where pair.cost > 0 {
      for duty in 0..<tables.dutyCount {
        let first = tables.entry(person: pair.first, duty: duty)
        let second = tables.entry(person: pair.second, duty: duty)
        guard first >= 0 || second >= 0 else { continue }
        let apart = extra(upper: 1, cost: pair.cost) { reading in
          (first >= 0 && reading.held[first]) != (second >= 0 && reading.held[second]) ? 1 : 0
        }
        let (one, other) = (on(first, pair.first, duty), on(second, pair.second, duty))
        put("buddies+", lower: 0, [(apart, 1)] + one.map { ($0.0, -1) } + other)
        put("buddies-", lower: 0, [(apart, 1)] + one + other.map { ($0.0, -1) })
      }
    }
  }

  private mutating func addGroups() {
    for group in tables.problem.groups where group.cost > 0 {
      let members = Set(group.people).sorted()
      var opens: [(Variable, Double)] = []
      var placeEntries: [[Int]] = []
      for place in group.places {
        let duties = Set(place)
        let entries = members.flatMap { person in
          duties.sorted().map { tables.entry(person: person, duty: $0) }.filter { $0 >= 0 }
        }
        guard !entries.isEmpty else { continue }
        placeEntries.append(entries)
        let open = extra(upper: 1, cost: 0) { reading in entries.contains { reading.held[$0] } ? 1 : 0 }
        opens.append((open, -1))
        for person in members {
          for day in 0..<tables.dayCount {
            let at = terms(person, day, touching: duties)
            if !at.isEmpty { put("unitSite", lower: 0, [(open, 1)] + at.map { ($0.0, -1) }) }
          }
        }
      }
      let (lists, allowed) = (placeEntries, group.allowed)
      let over = extra(upper: group.places.count, cost: group.cost) { reading in
        max(0, lists.count { $0.contains { reading.held[$0] } } - allowed)
      }
      put("unitSpread", lower: -Double(group.allowed), [(over, 1)] + opens)
    }
  }

  /// The columns' values of a roster; nil where one of its sets is not among the columns.
  func values(of state: borrowing RosterState) -> [Double]? {
    var values = [Double](repeating: 0, count: model.columnCount)
    var bySet: [[Int]] = [[Int]](repeating: [], count: setsOf.count)
    for entry in 0..<tables.entryCount where state.held[entry] >= 0 {
      let cell = Int(tables.entryPerson[entry]) * tables.dayCount + Int(tables.dutyDay[Int(tables.entryDuty[entry])])
      bySet[cell].append(Int(state.held[entry]))
    }
    for (cell, options) in bySet.enumerated() {
      guard let number = setsOf[cell].first(where: { days.sets[$0].options == options }) else { return nil }
      values[Int(variable[number].index)] = 1
    }
    let reading = Reading(
      tables: tables, filled: (0..<tables.seatCount).map { Int(state.filled[$0]) },
      leads: (0..<tables.dutyCount).map { Int(state.leads[$0]) },
      held: (0..<tables.entryCount).map { state.held[$0] >= 0 },
      totals: (0..<tables.totals.base.count).map { Int(state.totalValue[$0]) },
      worked: (0..<state.dayCount.count).map { state.dayCount[$0] > 0 })
    for (column, value) in further { values[Int(column.index)] = Double(value(reading)) }
    return values
  }

  /// The options that a point holds.
  func options(in values: [Double]) -> [Int] {
    days.sets.indices.filter { values[Int(variable[$0].index)] > 0.5 }.flatMap { days.sets[$0].options }
  }
}
