import LinearModel
import Rostering

/// Seats and leads: levels 1 and 2, and what is wanted at level 3.
extension CompactProgram {
  mutating func addCover() {
    // Where nothing counts, only people's own rules are asked for.
    guard goal.weights.contains(where: { $0 > 0 }) else { return }
    var cover = Cover(self)
    missing = cover.missing
    for (seat, sum) in cover.seats.enumerated() where isWhole || !sum.terms.isEmpty {
      addSeat(seat, sum, &cover)
    }
    for (duty, sum) in cover.leads.enumerated() where isWhole || !sum.terms.isEmpty {
      addLead(duty, sum, &cover)
    }
    for level in 0..<2 where goal.keeps[level] && !cover.isHard(level, goal) {
      put("level[\(level + 1)]", upper: cover.missing[level], cover.levels[level])
    }
  }

  /// A level counts, or is kept.
  private func asks(_ level: Int) -> Bool { goal.weights[level] > 0 || goal.keeps[level] }

  private func words(of seat: Int) -> RosterProblem.Seat {
    let duty = Int(tables.roster.seatDuty[seat])
    return tables.problem.duties[duty].seats[seat - Int(tables.roster.seatStart[duty])]
  }

  private mutating func addSeat(_ seat: Int, _ sum: CompactSum, _ cover: inout Cover) {
    let one = words(of: seat)
    var least = 0
    for (level, wanted) in [one.minimum, one.target].enumerated() where asks(level) && one.weight > 0 && wanted > 0 {
      if cover.isHard(level, goal) {
        least = wanted
        continue
      }
      let short = extra(upper: wanted, cost: one.weight * goal.weights[level]) { max(0, wanted - $0.filled(seat)) }
      put(level == 0 ? "minimumCover[\(seat)]" : "targetCover[\(seat)]", lower: wanted, sum + CompactSum(short))
      cover.levels[level].add(one.weight, short)
    }
    if least > 0 || sum.terms.count + sum.constant > one.maximum {
      put("cover[\(seat)]", lower: least, upper: one.maximum, sum)
    }
    if isPriced { addWanted(one, seat, sum) }
  }

  private mutating func addWanted(_ one: RosterProblem.Seat, _ seat: Int, _ sum: CompactSum) {
    let weight = goal.weights[2]
    if one.underCost > 0, one.wanted > 0 {
      let lacking = extra(upper: one.wanted, cost: one.underCost * weight) { max(0, one.wanted - $0.filled(seat)) }
      put("wantedOrLess[\(seat)]", lower: one.wanted, sum + CompactSum(lacking))
    }
    if one.overCost > 0 {
      let surplus = extra(upper: nil, cost: one.overCost * weight) { max(0, $0.filled(seat) - one.wanted) }
      put("wantedOrMore[\(seat)]", upper: one.wanted, sum - CompactSum(surplus))
    }
  }

  private mutating func addLead(_ duty: Int, _ sum: CompactSum, _ cover: inout Cover) {
    let one = tables.problem.duties[duty]
    guard one.asksForLead, one.leadWeight > 0, asks(1) else { return }
    if cover.isHard(1, goal) { return put("oneLead[\(duty)]", lower: 1, sum) }
    let missing = extra(upper: 1, cost: one.leadWeight * goal.weights[1]) { $0.leads(duty) == 0 ? 1 : 0 }
    put("oneLead[\(duty)]", lower: 1, sum + CompactSum(missing))
    cover.levels[1].add(one.leadWeight, missing)
  }
}

/// Who is on a seat, who on a duty may lead, and what the roster lacks of the rows that the program touches.
struct Cover {
  private(set) var seats: [CompactSum]
  private(set) var leads: [CompactSum]
  /// Of levels 1 and 2.
  private(set) var missing = [0, 0]
  /// What the program's columns say of the same.
  var levels = [CompactSum(), CompactSum()]

  init(_ program: CompactProgram) {
    let (tables, roster) = (program.tables, program.roster)
    seats = roster.filled.map { CompactSum($0) }
    leads = roster.leads.map { CompactSum($0) }
    for person in program.people {
      for cell in tables.cells(of: person) where program.isFree(cell) {
        for option in roster.options[cell] { leave(option, person, tables) }
        switch program.columns[cell] {
        case .sets(let sets, let first)?:
          for (number, set) in sets.enumerated() {
            for option in set.options { add(option, person, Variable(number: first + number), tables) }
          }
        case .items(let options, let first)?:
          for (number, option) in options.enumerated() {
            add(option, person, Variable(number: first + number), tables)
          }
        case nil: break
        }
      }
    }
    count(program)
  }

  /// Nothing is missing, and that stays so.
  func isHard(_ level: Int, _ goal: CompactGoal) -> Bool { goal.keeps[level] && missing[level] == 0 }

  private mutating func add(_ option: Int, _ person: Int, _ column: Variable, _ tables: CompactTables) {
    seats[Int(tables.roster.optionSeat[option])].add(1, column)
    if tables.roster.mayLead[person] { leads[tables.duty(option)].add(1, column) }
  }

  private mutating func leave(_ option: Int, _ person: Int, _ tables: CompactTables) {
    seats[Int(tables.roster.optionSeat[option])].constant -= 1
    if tables.roster.mayLead[person] { leads[tables.duty(option)].constant -= 1 }
  }

  private mutating func count(_ program: CompactProgram) {
    let (tables, roster) = (program.tables.roster, program.roster)
    for seat in seats.indices where program.isWhole || !seats[seat].terms.isEmpty {
      let (weight, filled) = (Int(tables.seatWeight[seat]), roster.filled[seat])
      missing[0] += weight * max(0, Int(tables.seatMinimum[seat]) - filled)
      missing[1] += weight * max(0, Int(tables.seatTarget[seat]) - filled)
    }
    for duty in leads.indices
    where (program.isWhole || !leads[duty].terms.isEmpty) && tables.problem.duties[duty].asksForLead
      && roster.leads[duty] == 0
    {
      missing[1] += tables.problem.duties[duty].leadWeight
    }
  }
}
