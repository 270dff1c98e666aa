import Rostering
import Units

/// Realistic problems: sites over a town, three shifts and short duties, hours ledgers with fairness, near-home costs,
/// sending units, wishes, a few buddies.
struct DistrictLikeRoster {
  var people: Int
  var sites: Int
  var posts: Int
  var days: Int
  /// Short duties (testing in the morning, vegetables in the evening) at every second site.
  var shortDuties = true
  var targetMore = true
  var random: SeededRandom

  init(people: Int, sites: Int, posts: Int, days: Int = 1, seed: UInt64) {
    self.people = people
    self.sites = sites
    self.posts = posts
    self.days = days
    random = SeededRandom(seed: seed)
  }

  private struct Place {
    var x: Int
    var y: Int
  }

  mutating func problem() -> RosterProblem {
    let places = (0..<sites).map { _ in Place(x: random.below(12_000), y: random.below(12_000)) }
    var duties: [(duty: RosterProblem.Duty, site: Int)] = []
    for day in 0..<days {
      for site in 0..<sites {
        for post in 0..<posts {
          for (from, to) in [(480, 960), (960, 1320), (1320, 1920)] where post == 0 || from < 1320 {
            duties.append((duty(day: day, from: from, to: to, target: 1 + random.below(2), lead: post == 0), site))
          }
        }
        if shortDuties, site % 2 == 0 {
          duties.append((duty(day: day, from: 360, to: 480, target: 2, lead: false), site))
          duties.append((duty(day: day, from: 1080, to: 1230, target: 2, lead: false), site))
        }
      }
    }
    duties.sort { ($0.duty.start, $0.duty.end, $0.site) < ($1.duty.start, $1.duty.end, $1.site) }
    return problem(duties, places)
  }

  private mutating func duty(day: Int, from: Int, to: Int, target: Int, lead: Bool) -> RosterProblem.Duty {
    let weight = [3, 9, 27][random.below(3)]
    var duty = RosterProblem.Duty(
      day: day, start: day * 1440 + from, end: day * 1440 + to,
      seats: [.init(minimum: 1, target: target, maximum: target, weight: weight)])
    duty.asksForLead = lead && random.below(3) == 0
    duty.leadWeight = 10 * weight
    return duty
  }

  private mutating func problem(
    _ duties: [(duty: RosterProblem.Duty, site: Int)], _ places: [Place]
  ) -> RosterProblem {
    let seats = duties.map(\.duty)
    let pool = seats.reduce(0) { $0 + $1.minutes * $1.seats[0].target }
    let ledgers = (0..<people).map { _ in random.below(8) * 300 }
    let share = (pool + ledgers.reduce(0, +)) / people
    let nightPool = seats.filter { $0.end - $0.start == 600 }.reduce(0) { $0 + $1.seats[0].target }
    var list: [RosterProblem.Person] = []
    for person in 0..<people {
      list.append(
        one(duties, places, ledger: ledgers[person], share: share, nights: nightPool / people + random.below(2)))
    }
    var problem = RosterProblem(dayCount: days, people: list, duties: seats)
    problem.longestRun = 6
    problem.runCost = 20
    for (a, first) in duties.enumerated() {
      for b in (a + 1)..<max(a + 1, duties.count) {
        let second = duties[b]
        let travel = first.site == second.site ? 0 : 30
        let rest = second.duty.day == first.duty.day ? travel : 600
        if second.duty.day - first.duty.day <= 1, second.duty.start < first.duty.end + rest {
          problem.conflicts.append(.init(first: a, second: b))
        }
      }
    }
    for pair in 0..<people / 20 { problem.pairs.append(.init(first: 2 * pair, second: 2 * pair + 1, cost: 15)) }
    let units = max(1, people / 10)
    for day in 0..<days {
      let here = (0..<sites).map { site in
        duties.indices.filter { duties[$0].site == site && duties[$0].duty.day == day }
      }
      for unit in 0..<units {
        let members = (0..<people).filter { $0 % units == unit }
        problem.groups.append(
          .init(people: members, places: here, allowed: members.count.dividedRoundingUp(by: 10), cost: 3))
      }
    }
    return problem
  }

  private mutating func one(
    _ duties: [(duty: RosterProblem.Duty, site: Int)], _ places: [Place], ledger: Int, share: Int, nights: Int
  ) -> RosterProblem.Person {
    let home = Place(x: random.below(12_000), y: random.below(12_000))
    let noNight = random.below(4) == 0
    let early = random.below(10) == 0
    let undesired = random.below(5) == 0 ? random.below(3) : -1
    let prices = [
      RosterProblem.StepCost.Price(upTo: 8, price: 1), .init(upTo: 16, price: 2), .init(upTo: Int.max, price: 4),
    ]
    var options: [RosterProblem.Option] = []
    for (index, (duty, site)) in duties.enumerated() {
      let night = duty.minutes == 600
      if noNight && night || early && duty.start % 1440 >= 960 || random.below(100) < 5 { continue }
      let metres = abs(home.x - places[site].x) + abs(home.y - places[site].y)
      var cost = min(20, max(0, (metres - 1000).dividedRoundingUp(by: 500)))
      if undesired == 0 && duty.start % 1440 < 600 || undesired == 1 && night { cost += 10 }
      options.append(.init(duty: index, seat: 0, cost: cost))
    }
    var person = RosterProblem.Person(options: options)
    person.mayLead = random.below(4) == 0
    for day in 0..<days {
      let today = duties.indices.filter { duties[$0].duty.day == day }
      person.totals.append(
        .init(amounts: today.map { .init(duty: $0, amount: duties[$0].duty.minutes) }, maximum: 720))
    }
    let all = duties.indices.map { RosterProblem.Amount(duty: $0, amount: duties[$0].duty.minutes) }
    person.totals.append(.init(amounts: all, base: min(ledger, 1200), maximum: 3600))
    person.totals.append(
      .init(amounts: all, base: ledger, cost: .init(target: share, step: 30, weight: 2, prices: prices)))
    let nightDuties = duties.indices.filter { duties[$0].duty.minutes == 600 }
    person.totals.append(
      .init(
        amounts: nightDuties.map { .init(duty: $0, amount: 1) }, base: random.below(2),
        cost: .init(
          target: nights, step: 1, weight: 10,
          prices: [.init(upTo: 1, price: 1), .init(upTo: 2, price: 2), .init(upTo: Int.max, price: 4)])))
    if random.below(4) == 0 {
      let from = [480, 1080][random.below(2)]
      let wanted = duties.indices.filter { duties[$0].duty.start % 1440 == from }
      if !wanted.isEmpty { person.wishes.append(.init(duties: wanted, cost: 5)) }
    }
    return person
  }
}
