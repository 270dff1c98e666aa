import Districts
import Rostering
import Units

/// Compiles to the price of options that touch an undesired span, and to one wish for every piece of a desired span
/// that the person could have had.
extension Wishes: PricingRule {
  func price(_ person: Int, _ duty: Int, facts: RosterFacts) -> Int {
    let span = facts.facts[duty].span
    return facts.people[person].presence.undesired.contains { $0.overlaps(span) } ? 10 * weight : 0
  }

  /// - Parameter could: the duties that no hard rule refuses as the person's only one and that have a seat for the
  ///   person, ascending.
  func wishes(of person: Int, could: [Int], facts: RosterFacts) -> [RosterProblem.Wish] {
    guard weight > 0 else { return [] }
    var wishes: [RosterProblem.Wish] = []
    let starts = facts.calendar.dayStarts
    for desired in facts.people[person].presence.desired {
      for day in 0..<facts.calendar.dayCount {
        let piece = desired.clipped(to: Span(start: starts[day], end: starts[day + 1]))
        guard !piece.isEmpty else { continue }
        let fulfilling = could.filter { facts.facts[$0].span.overlaps(piece) }
        guard fulfilling.contains(where: { facts.facts[$0].day == day }) else { continue }
        wishes.append(RosterProblem.Wish(duties: fulfilling, cost: 5 * weight))
      }
    }
    return wishes
  }
}
