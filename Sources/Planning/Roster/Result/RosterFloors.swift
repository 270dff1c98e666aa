import Districts

/// What no roster can avoid, judged one person and one duty at a time (docs/format.md §7, Floors).
struct RosterFloors: Sendable {
  let minimum: Int
  let target: Int
  let preference: Int

  init(_ roster: CompiledRoster) {
    let facts = roster.facts
    var able = facts.duties.map { [Int](repeating: 0, count: $0.seats.count) }
    var leadable = [Bool](repeating: false, count: facts.duties.count)
    for person in facts.people.indices {
      for duty in roster.could[person] {
        for seat in able[duty].indices where facts.takes(person, duty: duty, seat: seat) { able[duty][seat] += 1 }
        if facts.people[person].cadre.mayLead { leadable[duty] = true }
      }
    }
    minimum = facts.sumOverSeats { duty, seat, asked in max(0, asked.minimum - able[duty][seat]) * asked.weight }
    target =
      facts.sumOverSeats { duty, seat, asked in max(0, asked.target - able[duty][seat]) * asked.weight }
      + facts.duties.indices.reduce(0) { $0 + (leadable[$1] ? 0 : facts.duties[$1].leadWeight) }

    var fair = 0
    for person in facts.people.indices {
      let limit = facts.rules.dailyMaximum.limit(of: facts.people[person])
      var byDay = [Int](repeating: 0, count: facts.calendar.dayCount)
      for duty in roster.could[person] { byDay[facts.facts[duty].day] += facts.facts[duty].minutes }
      let most = byDay.reduce(0) { $0 + min(limit, $1) }
      fair += facts.rules.fairHours.floor(of: person, most: most, facts: facts)
      let nights = roster.could[person].count { facts.facts[$0].isNight }
      fair += facts.rules.fairNights.floor(of: person, most: nights, facts: facts)
    }
    preference = fair
  }
}
