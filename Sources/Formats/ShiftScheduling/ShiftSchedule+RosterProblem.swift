import Rostering

extension ShiftSchedule {
  /// The index of a duty: one for every day and shift, by day, then shift.
  func duty(day: Int, shift: Int) -> Int { day * shifts.count + shift }

  /// The same problem in the engine's words: all costs at level 3, all else hard.
  ///
  /// A duty has one seat for everybody; a shift's number from 1 is its class. - Complexity: O(people × days × shifts).
  public func rosterProblem() -> RosterProblem {
    var problem = RosterProblem(dayCount: dayCount, people: [], duties: duties())
    var sequenceOf: [ShiftSequenceLimits: Int] = [:]
    for person in people.indices {
      let limits = ShiftSequenceLimits(people[person])
      if sequenceOf[limits] == nil {
        sequenceOf[limits] = problem.sequences.count
        problem.sequences.append(automaton(limits))
      }
      problem.people.append(engineMember(person))
      problem.people[person].sequence = sequenceOf[limits]
    }
    addRequests(to: &problem)
    return problem
  }

  private func duties() -> [RosterProblem.Duty] {
    var duties: [RosterProblem.Duty] = []
    for day in 0..<dayCount {
      for (index, shift) in shifts.enumerated() {
        let start = day * 1440 + index
        var duty = RosterProblem.Duty(
          day: day, start: start, end: start + shift.minutes,
          seats: [RosterProblem.Seat(minimum: 0, target: 0, maximum: people.count, weight: 0)])
        duty.dayClass = 1 + index
        duties.append(duty)
      }
    }
    for cover in covers {
      let duty = duty(day: cover.day, shift: cover.shift)
      duties[duty].seats[0].wanted = cover.wanted
      duties[duty].seats[0].underCost = cover.underCost
      duties[duty].seats[0].overCost = cover.overCost
    }
    return duties
  }

  /// Eligibility and totals. A day off and a shift that the person may have none of are no options.
  private func engineMember(_ index: Int) -> RosterProblem.Person {
    let person = people[index]
    let isOff = Set(person.daysOff)
    let allowed = shifts.indices.filter { person.mostShifts[$0] > 0 }
    let workdays = (0..<dayCount).filter { !isOff.contains($0) }
    var member = RosterProblem.Person(
      options: workdays.flatMap { day in
        allowed.map { RosterProblem.Option(duty: duty(day: day, shift: $0), seat: 0, cost: 0) }
      })
    var minutes = RosterProblem.Total(
      amounts: workdays.flatMap { day in
        allowed.filter { shifts[$0].minutes > 0 }.map {
          RosterProblem.Amount(duty: duty(day: day, shift: $0), amount: shifts[$0].minutes)
        }
      }, maximum: person.mostMinutes)
    if person.leastMinutes > 0 { minutes.minimum = person.leastMinutes }
    member.totals.append(minutes)
    for shift in allowed where person.mostShifts[shift] < workdays.count {
      member.totals.append(
        RosterProblem.Total(
          amounts: workdays.map { RosterProblem.Amount(duty: duty(day: $0, shift: shift), amount: 1) },
          maximum: person.mostShifts[shift]))
    }
    let weekends = weekends(workdays: workdays, allowed: allowed)
    if person.mostWeekends < weekends.count {
      var total = RosterProblem.Total(amounts: [], maximum: person.mostWeekends)
      total.blocks = weekends
      member.totals.append(total)
    }
    return member
  }

  /// One block a weekend in which there is something the person may do; day 0 is a Monday.
  private func weekends(workdays: [Int], allowed: [Int]) -> [RosterProblem.Block] {
    let days = workdays.filter { $0 % 7 >= 5 }
    var blocks: [RosterProblem.Block] = []
    var week = -1
    for day in days where !allowed.isEmpty {
      if day / 7 != week { blocks.append(RosterProblem.Block(duties: [])) }
      week = day / 7
      blocks[blocks.count - 1].duties += allowed.map { duty(day: day, shift: $0) }
    }
    return blocks
  }

  /// A wish that cannot come true costs whatever the roster; shifts to be avoided make their options dearer.
  private func addRequests(to problem: inout RosterProblem) {
    let optionOf = people.indices.map { person in
      Dictionary(
        problem.people[person].options.enumerated().map { ($1.duty, $0) }, uniquingKeysWith: { first, _ in first })
    }
    for request in onRequests {
      let duty = duty(day: request.day, shift: request.shift)
      if optionOf[request.person][duty] == nil {
        problem.constant += request.weight
      } else {
        problem.people[request.person].wishes.append(RosterProblem.Wish(duties: [duty], cost: request.weight))
      }
    }
    for request in offRequests {
      if let option = optionOf[request.person][duty(day: request.day, shift: request.shift)] {
        problem.people[request.person].options[option].cost += request.weight
      }
    }
  }
}
