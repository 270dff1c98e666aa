import Rostering

extension NurseCase {
  /// The index of a duty: one for every day and shift, by day, then shift.
  func duty(day: Int, shift: Int) -> Int { day * scenario.shifts.count + shift }

  /// The same problem in the engine's words: seats missing to the minimum at level 1 (and 2), all soft rules at level 3.
  ///
  /// A duty has one seat a skill; a shift's number from 1 is its class. Where weeks follow these, the totals of the whole
  /// horizon are shared out by weeks, limits rounded outwards. - Complexity: O(nurses × days × shifts × skills).
  public func rosterProblem() -> RosterProblem {
    var problem = RosterProblem(dayCount: dayCount, people: [], duties: duties())
    let disliked = dislikedDuties()
    problem.people = scenario.nurses.indices.map { engineMember($0, disliked: disliked[$0]) }
    for contract in scenario.contracts.indices {
      let nurses = scenario.nurses.indices.filter { scenario.nurses[$0].contract == contract }
      guard !nurses.isEmpty else { continue }
      let (automaton, starts) = NurseSequence(self, contract: contract).automaton(
        after: nurses.map { history.nurses[$0] })
      for (nurse, start) in zip(nurses, starts) {
        problem.people[nurse].sequence = problem.sequences.count
        problem.people[nurse].startState = start
      }
      problem.sequences.append(automaton)
    }
    return problem
  }

  private func duties() -> [RosterProblem.Duty] {
    let (shiftCount, skillCount) = (scenario.shifts.count, scenario.skills.count)
    return (0..<dayCount).flatMap { day in
      (0..<shiftCount).map { shift in
        let covers = weeks[day / 7].covers
        let seats = (0..<skillCount).map { skill in
          let cover = covers[(day % 7 * shiftCount + shift) * skillCount + skill]
          var seat = RosterProblem.Seat(
            minimum: cover.minimum, target: cover.minimum, maximum: max(cover.minimum, scenario.nurses.count),
            weight: 1)
          seat.wanted = cover.optimal
          seat.underCost = NurseWeight.optimalCover
          return seat
        }
        let start = day * 1440 + shift
        var duty = RosterProblem.Duty(day: day, start: start, end: start + 480, seats: seats)
        duty.dayClass = 1 + shift
        return duty
      }
    }
  }

  /// By nurse: duties that it would rather not have.
  private func dislikedDuties() -> [Set<Int>] {
    var disliked = [Set<Int>](repeating: [], count: scenario.nurses.count)
    for (number, week) in weeks.enumerated() {
      for request in week.requests {
        for shift in request.shift.map({ [$0] }) ?? Array(scenario.shifts.indices) {
          disliked[request.nurse].insert(duty(day: 7 * number + request.day, shift: shift))
        }
      }
    }
    return disliked
  }

  private func engineMember(_ index: Int, disliked: Set<Int>) -> RosterProblem.Person {
    let nurse = scenario.nurses[index]
    let dutyCount = dayCount * scenario.shifts.count
    var member = RosterProblem.Person(options: [])
    member.options.reserveCapacity(dutyCount * nurse.skills.count)
    for duty in 0..<dutyCount {
      let cost = disliked.contains(duty) ? NurseWeight.preference : 0
      for skill in nurse.skills { member.options.append(RosterProblem.Option(duty: duty, seat: skill, cost: cost)) }
    }
    // A nurse without a skill has no options, but its contract still has its price.
    member.totals = [assignments(index, dutyCount), weekends(index)]
    return member
  }

  private func assignments(_ nurse: Int, _ dutyCount: Int) -> RosterProblem.Total {
    let range = scenario.contracts[scenario.nurses[nurse].contract].assignments
    let least = sharedOut(range.lowerBound, roundedUp: false)
    let most = sharedOut(range.upperBound, roundedUp: true)
    return RosterProblem.Total(
      amounts: (0..<dutyCount).map { RosterProblem.Amount(duty: $0, amount: 1) },
      base: history.nurses[nurse].assignments, cost: .between(least...most, weight: NurseWeight.assignments))
  }

  private func weekends(_ nurse: Int) -> RosterProblem.Total {
    let most = sharedOut(scenario.contracts[scenario.nurses[nurse].contract].mostWeekends, roundedUp: true)
    var total = RosterProblem.Total(
      amounts: [], base: history.nurses[nurse].weekends, cost: .between(0...most, weight: NurseWeight.weekends))
    total.blocks = weeks.indices.map { week in
      RosterProblem.Block(
        duties: Array(duty(day: 7 * week + 5, shift: 0)..<duty(day: 7 * week + 7, shift: 0)))
    }
    return total
  }

  /// A limit of the whole horizon as it is after these weeks.
  private func sharedOut(_ limit: Int, roundedUp: Bool) -> Int {
    guard !isLast, scenario.weekCount > 0 else { return limit }
    let weeks = scenario.weekCount
    return (limit * weeksAfter + (roundedUp ? weeks - 1 : 0)) / weeks
  }
}

extension RosterProblem.StepCost {
  /// Each one below or above the range costs `weight`.
  fileprivate static func between(_ range: ClosedRange<Int>, weight: Int) -> Self {
    var cost = RosterProblem.StepCost(
      target: range.lowerBound, step: 1, weight: weight, prices: [Price(upTo: Int.max, price: 1)])
    cost.slack = range.upperBound - range.lowerBound
    return cost
  }
}
