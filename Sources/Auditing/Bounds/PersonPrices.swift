import Districts
import Units

/// What one person costs under the multipliers: duty by duty, and as a whole.
struct PersonPrices {
  struct Candidate {
    var duty: Int
    var day: Int
    var minutes: Int
    var nights: Int
    var cost: Int128
    /// Index into `placeCosts`.
    var place: Int
    /// Desired pieces that the duty meets.
    var meets: UInt64
  }
  /// The duties that no hard rule refuses by themselves; the pinned ones first.
  private(set) var candidates: [Candidate] = []
  let fixedCount: Int
  /// What a place costs on a day, once, whatever the number of duties there.
  private(set) var placeCosts: [Int128] = []
  let pieces: Int
  /// What the empty set costs but for fairness and wishes.
  private(set) var base: Int128 = 0
  let whole: Whole

  /// What the duties as a whole cost at level 3, in units of 1 ÷ scale; 0 at the levels before.
  struct Whole {
    /// 0 below level 3.
    var scale: Int128
    var past: Int
    var pastNights: Int
    var share: Int
    var nightShare: Int
    var hoursWeight: Int
    var nightsWeight: Int
    /// Of a desired piece without a duty.
    var wish: Int128
    /// Of a day that is the sixth or later of its run.
    var restDay: Int128

    /// Σ of what hours and nights cost, of the whole horizon.
    func fairness(minutes: Int, nights: Int) -> Int128 {
      guard scale > 0 else { return 0 }
      return cost(magnitude(past +| minutes -| share), magnitude(pastNights +| nights -| nightShare))
    }

    /// The least that it can come to where no more than so much is added.
    func leastFairness(minutes: Int, nights: Int, mostMinutes: Int, mostNights: Int) -> Int128 {
      guard scale > 0 else { return 0 }
      let hours = past +| minutes -| share
      let dark = pastNights +| nights -| nightShare
      return cost(max(0, hours, 0 -| hours -| mostMinutes), max(0, dark, 0 -| dark -| mostNights))
    }

    private func cost(_ deviation: Int, _ nightDeviation: Int) -> Int128 {
      let hours = hoursWeight *| RosterCase.hoursCost(deviation: deviation)
      return scale * (Int128(hours) + Int128(nightsWeight *| RosterCase.nightsCost(deviation: nightDeviation)))
    }
  }

  init(_ p: Int, in relaxation: RosterRelaxation, shares: (hours: [Int], nights: [Int]), published: Set<Int>) {
    let roster = relaxation.roster
    let rules = roster.raw.district.rules
    let scale = relaxation.level == 3 ? relaxation.table.scale : 0
    let person = roster.raw.people[p]
    let pieces = scale > 0 ? Array(roster.desiredPieces(p).prefix(64)) : []
    self.pieces = pieces.count
    let fair = roster.shares(p)
    whole = Whole(
      scale: scale, past: person.pastMinutes, pastNights: person.pastNights, share: shares.hours[p],
      nightShare: shares.nights[p], hoursWeight: fair ? rules.fairHours.weight : 0,
      nightsWeight: fair ? rules.fairNights.weight : 0, wish: scale * Int128(5 *| rules.wishes.weight),
      restDay: scale * Int128(rules.restDay.weight))

    let pins = roster.rosterPins.filter { $0.person == p }
    let firm = pins.filter { $0.level != .prefer && roster.holds($0) }
    let musts = Set(firm.filter(\.must).map(\.duty))
    let forbidden = Set(firm.filter { !$0.must }.map(\.duty))
    fixedCount = musts.count
    var places: [RosterRelaxation.DayPlace: Int] = [:]
    let able = roster.duties.indices.filter { d in
      musts.contains(d) || (!forbidden.contains(d) && roster.couldServe(p, d))
    }
    for d in able.filter(musts.contains) + able.filter({ !musts.contains($0) }) {
      let duty = roster.duties[d]
      let gains = duty.seats.indices.filter { roster.takes(duty.seats[$0], p) }.map { relaxation.seatGain[d][$0] }
      var cost = 0 - (gains.max() ?? 0)
      if roster.raw.district.cadres[p].mayLead { cost -= relaxation.leadGain[d] }
      cost += relaxation.buddyCost[p][d] ?? 0
      if scale > 0 {
        var points = roster.nearHome(p, d) +| rules.wishes.weight *| roster.undesired(p, d)
        if roster.stabilityCounts {
          points += published.contains(d) ? 0 - rules.stability.weight : rules.stability.weight
        }
        for pin in pins where pin.level == .prefer && pin.duty == d { points += pin.must ? -8 : 8 }
        cost += scale * Int128(points)
      }
      let key = RosterRelaxation.DayPlace(day: duty.day, place: duty.site.text)
      let place = places[key] ?? placeCosts.count
      if place == placeCosts.count {
        places[key] = place
        placeCosts.append(relaxation.placeCost[p][key] ?? 0)
      }
      var meets: UInt64 = 0
      for (i, piece) in pieces.enumerated() where duty.span.overlaps(piece) { meets |= 1 << UInt64(i) }
      candidates.append(
        Candidate(
          duty: d, day: duty.day, minutes: duty.minutes, nights: duty.isNight ? 1 : 0, cost: cost, place: place,
          meets: meets))
    }
    // Whatever the set: every published duty left out, and every preferred one.
    if scale > 0 {
      let away = roster.stabilityCounts ? rules.stability.weight *| published.count : 0
      base = scale * (Int128(away) + 8 * Int128(pins.count { $0.level == .prefer && $0.must }))
    }
  }
}
