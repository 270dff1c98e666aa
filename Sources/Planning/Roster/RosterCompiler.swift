import Districts
import Rostering
import Units

/// A district's roster as the engine sees it, with what is needed to read its answer.
struct CompiledRoster: Sendable {
  let facts: RosterFacts
  let hardRules: HardRules
  let pins: PinDecisions
  let problem: RosterProblem
  /// By person: the duties that no hard rule refuses as the only one and that have a seat for the person, ascending.
  let could: [[Int]]

  init(facts: RosterFacts) throws(FrozenConflict) {
    let hardRules = HardRules(facts: facts)
    let pins = try PinDecisions(facts: facts, rules: hardRules)
    let could = facts.people.indices.map { CompiledRoster.duties(open: $0, facts: facts, rules: hardRules) }
    var problem = RosterProblem(
      dayCount: facts.calendar.dayCount,
      people: facts.people.indices.map { CompiledRoster.person($0, could: could[$0], pins: pins, facts: facts) },
      duties: CompiledRoster.duties(facts: facts))
    let rules = facts.rules
    problem.conflicts = CompiledRoster.conflicts(facts: facts, rules: hardRules)
    problem.longestRun = rules.consecutiveDays.days
    problem.softRun = RestDay.freeRun
    problem.runCost = rules.restDay.weight
    problem.pairs = rules.buddies.pairs(facts: facts)
    problem.groups = rules.unitTogether.groups(facts: facts)
    problem.constant = rules.stability.constant(facts: facts) + pins.constant
    self.facts = facts
    self.hardRules = hardRules
    self.pins = pins
    self.could = could
    self.problem = problem
  }

  private static func duties(facts: RosterFacts) -> [RosterProblem.Duty] {
    let origin = facts.facts.first?.start ?? facts.calendar.horizon.start
    return zip(facts.duties, facts.facts).map { duty, fact in
      let start = (fact.start - origin).rawValue / 60
      var compiled = RosterProblem.Duty(
        day: fact.day, start: start, end: start + fact.minutes,
        seats: duty.seats.map {
          RosterProblem.Seat(minimum: $0.minimum, target: $0.target, maximum: $0.maximum, weight: $0.weight)
        })
      compiled.asksForLead = duty.asksForLead
      compiled.leadWeight = duty.leadWeight
      return compiled
    }
  }

  /// The duties inside a person's presence that no other rule refuses. O(duties that start in the presence).
  private static func duties(open person: Int, facts: RosterFacts, rules: HardRules) -> [Int] {
    let who = facts.people[person]
    var open: [Int] = []
    for span in who.presence.spans {
      var duty = facts.firstDuty(from: span.start)
      while duty < facts.facts.count, facts.facts[duty].start < span.end {
        if facts.takesAnywhere(person, duty: duty), rules.refusal(who, facts.facts[duty], lacks: nil) == nil {
          open.append(duty)
        }
        duty += 1
      }
    }
    return open
  }

  private static func person(
    _ person: Int, could: [Int], pins: PinDecisions, facts: RosterFacts
  ) -> RosterProblem.Person {
    let rules = facts.rules
    let who = facts.people[person]
    let preferences = pins.prices(of: person)
    let eligible = could.filter { !pins.bars(person, $0) }
    var options: [RosterProblem.Option] = []
    for duty in eligible {
      let cost =
        rules.nearHome.price(person, duty, facts: facts) + rules.wishes.price(person, duty, facts: facts)
        + rules.stability.price(person, duty, facts: facts) + (preferences[duty] ?? 0)
      for seat in facts.duties[duty].seats.indices where facts.takes(person, duty: duty, seat: seat) {
        options.append(RosterProblem.Option(duty: duty, seat: seat, cost: cost))
      }
    }
    var compiled = RosterProblem.Person(options: options)
    compiled.mayLead = who.cadre.mayLead
    compiled.runBefore = who.runBefore
    compiled.fixed = pins.duties(of: person)
    compiled.totals =
      rules.dailyMaximum.totals(of: person, eligible: eligible, facts: facts)
      + rules.weeklyMaximum.totals(of: person, eligible: eligible, facts: facts)
      + rules.fairHours.totals(of: person, eligible: eligible, facts: facts)
      + rules.fairNights.totals(of: person, eligible: eligible, facts: facts)
    compiled.wishes = rules.wishes.wishes(of: person, could: could, facts: facts)
    return compiled
  }

  /// Every pair of duties that no person may have together. O(duties × duties within the longest reach).
  private static func conflicts(facts: RosterFacts, rules: HardRules) -> [RosterProblem.DutyPair] {
    let hasTeams = facts.facts.contains(where: \.isCarrying)
    let reach = max(
      hasTeams ? 2 * 86_400 : 0,
      NoOverlap().reach(places: facts.places), facts.rules.minimumRest.reach(places: facts.places),
      facts.rules.exposureMix.reach(places: facts.places))
    var pairs: [RosterProblem.DutyPair] = []
    for first in facts.facts.indices {
      let limit = facts.facts[first].end + Seconds(reach)
      var second = first + 1
      while second < facts.facts.count, facts.facts[second].start < limit {
        if rules.forbidding(facts.facts[first], facts.facts[second]) != nil {
          pairs.append(RosterProblem.DutyPair(first: first, second: second))
        }
        second += 1
      }
    }
    return pairs
  }
}

extension RosterFacts {
  /// The first duty that starts at or after the moment. O(log duties).
  func firstDuty(from moment: Moment) -> Int {
    var low = 0
    var high = facts.count
    while low < high {
      let middle = (low + high) / 2
      if facts[middle].start < moment { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
