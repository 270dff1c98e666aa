import Rostering
import Testing
import Units

@testable import RosterSolver

/// Everybody's cheapest set by kinds beside all sets, under prices drawn at random.
@Suite("Sets by kinds under any prices")
struct KindPriceTests {
  /// Prices of seats and leads, in the search and as the multipliers they stand for.
  private func drawn(_ source: inout RandomRoster, for search: KindSearch) -> Multipliers {
    let space = search.kinds.space
    let tables = space.tables
    var u = space.oneSided
    for duty in 0..<tables.dutyCount { u.lead[duty] = source.within(0...8_000_000) }
    for seat in 0..<tables.seatCount {
      let worth = source.within(-5_000_000...30_000_000)
      u.target[seat] = max(0, worth)
      u.maximum[seat] = max(0, -worth)
      search.price[seat] = -worth
      search.price[tables.seatCount + seat] = -worth - u.lead[Int(tables.seatDuty[seat])]
    }
    return u
  }

  @Test("somebody's cheapest set by kinds costs what the cheapest of all sets costs, and is one that may be")
  func alone() {
    var longest = 0
    for seed in 7000..<7400 as Range<UInt64> {
      var source = RandomRoster(seed: seed)
      var problem = source.problem(days: 1, people: 1...3, duties: 4...9)
      problem.pairs = []
      let space = SetSpace(RosterTables(problem))
      guard let kinds = KindTables(space) else { continue }
      let search = KindSearch(kinds)
      var sets = SetSearch(space)
      for _ in 0..<4 {
        let u = drawn(&source, for: search)
        let prices = Prices(space, u, level: 2)
        _ = search.run()
        for person in 0..<problem.people.count {
          sets.cheapest(of: person, prices, below: Int.max, capacity: 1)
          #expect(search.value[person] == sets.found.first?.value)
          let line = person * KindTables.mostTogether
          let options = (line..<line + KindTables.mostTogether).filter { search.chosen[$0] >= 0 }
            .map { kinds.option[Int(search.chosen[$0])] }
          #expect(sets.value(of: options, person: person, prices) == search.value[person])
          longest = max(longest, options.count)
        }
      }
    }
    #expect(longest >= 3)
  }

  /// The cheapest couple of sets of the first two people, each of all sets beside each.
  private func leastCouple(_ problem: RosterProblem, _ space: SetSpace, _ prices: borrowing Prices) -> Int {
    let tables = space.tables
    var search = SetSearch(space)
    search.all(of: 0, prices, below: Int.max, capacity: 100_000)
    let mine = search.found
    search.all(of: 1, prices, below: Int.max, capacity: 100_000)
    func shared(_ set: FoundSet, with mate: Int) -> Set<Int> {
      Set(set.options.map { Int(tables.entryDuty[Int(tables.optionEntry[Int($0)])]) })
        .filter { tables.entry(person: mate, duty: $0) >= 0 }
    }
    var least = Int.max
    for one in mine {
      let duties = shared(one, with: 1)
      for other in search.found {
        let apart = duties.symmetricDifference(shared(other, with: 0)).count
        least = min(least, one.value + other.value + apart * problem.pairs[0].cost * RosterMultiplier.scale)
      }
    }
    return least
  }

  @Test("two buddies cost by kinds what the cheapest couple of sets costs where duties do not exclude each other")
  func together() {
    let counts = compareCouples(7500..<7800) { problem, _ in problem.conflicts = [] }
    #expect(counts.seen > 50 && counts.equal == counts.seen)
  }

  @Test("two buddies cost by kinds at most what the cheapest couple of sets costs, and mostly as much")
  func atMost() {
    let counts = compareCouples(7800..<8100) { _, _ in }
    #expect(counts.seen > 50 && counts.equal * 2 > counts.seen)
  }

  private func compareCouples(
    _ seeds: Range<UInt64>, _ change: (inout RosterProblem, inout RandomRoster) -> Void
  ) -> (seen: Int, equal: Int) {
    var counts = (seen: 0, equal: 0)
    for seed in seeds {
      var source = RandomRoster(seed: seed)
      var problem = source.problem(days: 1, people: 2...3, duties: 2...4)
      problem.pairs = [RosterProblem.Pair(first: 0, second: 1, cost: source.within(1...15))]
      change(&problem, &source)
      let space = SetSpace(RosterTables(problem))
      guard let kinds = KindTables(space) else { continue }
      let search = KindSearch(kinds)
      guard search.joint.first.count == 1 else { continue }
      let u = drawn(&source, for: search)
      search.searchPair(0)
      let least = leastCouple(problem, space, Prices(space, u, level: 2))
      #expect(search.value[0] <= least)
      counts.seen += 1
      if search.value[0] == least { counts.equal += 1 }
    }
    return counts
  }

  @Test("rounds alone never prove more than the best roster costs, and the same twice")
  func rounds() {
    var seen = 0
    for seed in 8200..<8300 as Range<UInt64> {
      var source = RandomRoster(seed: seed)
      let problem = source.problem(days: 1, people: 2...4, duties: 2...5)
      guard let best = BruteForce(problem: problem).best(), best.minimum == 0, best.target == 0 else { continue }
      let space = SetSpace(RosterTables(problem))
      guard let kinds = KindTables(space) else { continue }
      let values = (0..<2).map { _ in
        let ascent = SeatAscent(kinds, bounding: LagrangianBound(space: space, level: 2, objective: best))
        ascent.settle(rounds: 30, deadline: .never())
        return ascent.value
      }
      seen += 1
      #expect(values[0] == values[1])
      #expect(LagrangianBound.roundedUp(values[0] ?? 0) <= best.preference)
    }
    #expect(seen > 10)
  }

  @Test("the search of one person's sets ends with the time, and says so; afterwards it finds all again")
  func ended() {
    // Fourteen duties one after another: 2¹⁴ sets.
    let duties = (0..<14).map { number in
      RosterProblem.Duty(
        day: 0, start: 60 * number, end: 60 * number + 30,
        seats: [RosterProblem.Seat(minimum: 0, target: 1, maximum: 1, weight: 1)])
    }
    let person = RosterProblem.Person(options: duties.indices.map { RosterProblem.Option(duty: $0, seat: 0, cost: 0) })
    let space = SetSpace(RosterTables(RosterProblem(dayCount: 1, people: [person], duties: duties)))
    let prices = Prices(space, Multipliers(space), level: 2)
    var search = SetSearch(space)
    search.deadline = .after(seconds: 0, clock: .still)
    search.all(of: 0, prices, below: Int.max, capacity: 1 << 15)
    #expect(search.isOver && search.found.count < 1 << 14)
    search.deadline = nil
    search.all(of: 0, prices, below: Int.max, capacity: 1 << 15)
    #expect(!search.isOver && search.found.count == 1 << 14)
  }
}
