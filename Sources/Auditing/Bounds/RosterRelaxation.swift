import Districts

/// The relaxation of docs/bounds.md for one level of a roster, stated from raw input.
///
/// L(u) = min Z(k) − Σ u (a·v − b): a minimum for each extra variable and one for each person, in units of 1 ÷ scale.
/// Source: Geoffrion, "Lagrangean relaxation for integer programming" (1974).
struct RosterRelaxation {
  let roster: RosterCase
  let level: Int
  var table: MultiplierTable
  /// Constants and the minima over the extra variables.
  private(set) var total: Int128 = 0
  /// By duty and seat: what one more person there brings.
  private(set) var seatGain: [[Int128]] = []
  /// By duty: what a person who may lead brings.
  private(set) var leadGain: [Int128] = []
  /// By person: what a duty costs through buddies, and what a place costs through the sending unit.
  private(set) var buddyCost: [[Int: Int128]] = []
  /// Pairs of people who have no other buddy, with what is left of the weight for each duty that only one has.
  private(set) var closePairs: [(a: Int, b: Int, prices: [Int: Int128])] = []
  private(set) var placeCost: [[DayPlace: Int128]] = []
  /// Whether two duties go together, row by row: nobody asks whose they are.
  let together: [Bool]

  struct DayPlace: Hashable {
    /// The service day, 0 for the first.
    var day: Int
    var place: String
  }

  init(_ roster: RosterCase, level: Int, table: MultiplierTable, objectives: [Int]) {
    self.roster = roster
    self.level = level
    self.table = table
    together = roster.duties.indices.flatMap { a in
      roster.duties.indices.map { b in
        roster.exposureDrop(a, b) == 0 && roster.restMissing(a, b) <= 0 && roster.secondsShort(a, b) == 0
      }
    }
    // Weights of Z(1) and Z(2): of the level itself in full, of a level before by the multiplier of its row.
    var weights: [Int128] = [0, 0]
    for j in 1...2 where j <= level {
      if j == level {
        weights[j - 1] = self.table.scale
      } else {
        weights[j - 1] = self.table.take("level[\(j)]")
        total -= weights[j - 1] * Int128(objectives[j - 1])
      }
    }
    readCover(weights)
    readBuddies()
    readUnits()
    if level == 3 {
      let rules = roster.raw.district.rules
      let published = roster.published
      total += self.table.scale * Int128(rules.stability.weight) * Int128(published.unmatched)
    }
  }

  private mutating func readCover(_ weights: [Int128]) {
    for duty in roster.duties {
      var gains: [Int128] = []
      for seat in duty.seats {
        let key = "[\(duty.id),\(seat.name)]"
        let minimum = table.take("minimumCover" + key)
        let target = table.take("targetCover" + key)
        let maximum = table.take("maximumCover" + key)
        // Whatever number of desks a plan claims, the sums stay within 128 bits.
        func seats(_ count: Int) -> Int { min(max(0, count), 1 << 40) }
        total += minimum * Int128(seats(seat.minimum)) + target * Int128(seats(seat.target))
        total -= maximum * Int128(seats(seat.maximum))
        total += least(weights[0] * Int128(seat.weight) - minimum, upTo: seats(seat.minimum))
        total += least(weights[1] * Int128(seat.weight) - target, upTo: seats(seat.target))
        gains.append(minimum + target - maximum)
      }
      seatGain.append(gains)
      let lead = duty.asksForLead ? table.take("oneLead[\(duty.id)]") : 0
      leadGain.append(lead)
      total += lead
      if duty.asksForLead { total += least(weights[1] * Int128(duty.leadWeight) - lead, upTo: 1) }
    }
  }

  /// apart ∓ on(A) ± on(B) ≥ 0 for both signs, apart in 0 … 1.
  private mutating func readBuddies() {
    buddyCost = [[Int: Int128]](repeating: [:], count: roster.raw.people.count)
    let weight = level == 3 ? table.scale * Int128(roster.raw.district.rules.buddies.weight) : 0
    var mates = [Int](repeating: 0, count: roster.raw.people.count)
    for (a, b) in roster.buddyPairs {
      mates[a] += 1
      mates[b] += 1
    }
    for (a, b) in roster.buddyPairs {
      var prices: [Int: Int128] = [:]
      for (d, duty) in roster.duties.enumerated() {
        let key = "[\(roster.name(a)),\(roster.name(b)),\(duty.id)]"
        let plus = table.take("buddies+" + key)
        let minus = table.take("buddies-" + key)
        total += least(weight - plus - minus, upTo: 1)
        if weight > plus + minus { prices[d] = weight - plus - minus }
        buddyCost[a][d, default: 0] += plus - minus
        buddyCost[b][d, default: 0] += minus - plus
      }
      if a != b, mates[a] == 1, mates[b] == 1, !prices.isEmpty { closePairs.append((a, b, prices)) }
    }
  }

  /// By service day: open(unit, place) ≥ at(person, place), over ≥ Σ open − allowed.
  private mutating func readUnits() {
    placeCost = [[DayPlace: Int128]](repeating: [:], count: roster.raw.people.count)
    let days = roster.raw.time.days
    var places = [[String]](repeating: [], count: days)
    for duty in roster.duties where !places[duty.day].contains(duty.site.text) {
      places[duty.day].append(duty.site.text)
    }
    for day in 0..<days {
      let date = days == 1 ? "" : "\(roster.raw.time.first.advanced(by: day)),"
      for (u, unit) in roster.sendingUnits.enumerated() {
        read(unit.people, allowed: roster.allowedPlaces(unit.people), number: u + 1, day: day, places[day], date: date)
      }
    }
  }

  /// - Parameter date: what the names of the rows begin with.
  private mutating func read(
    _ people: [Int], allowed: Int, number: Int, day: Int, _ places: [String], date: String
  ) {
    let weight = level == 3 ? table.scale * Int128(roster.raw.district.rules.unitTogether.weight) : 0
    let spread = table.take("unitSpread[\(date)\(number)]")
    total -= spread * Int128(allowed)
    total += least(weight - spread, upTo: places.count)
    for place in places {
      var sum: Int128 = 0
      for p in people {
        let at = table.take("unitSite[\(date)\(place),\(roster.name(p))]")
        if at != 0 { placeCost[p][DayPlace(day: day, place: place)] = at }
        sum += at
      }
      total += least(spread - sum, upTo: 1)
    }
  }
}
