import Districts
import Rostering
import Units

extension CompiledRoster {
  /// The plan that a roster is: duties with their people, gaps with their reasons.
  func plan(of held: HeldDuties) -> RosterPlan {
    RosterPlan(duties: duties(of: held), gaps: RosterGaps(roster: self, held: held).all())
  }

  /// Who holds which seat in a plan, for those people, duties and seats that are here too. O(plan).
  func assignment(of plan: RosterPlan) -> RosterAssignment {
    let people = Dictionary(
      facts.people.enumerated().map { ($1.cadre.id, $0) }, uniquingKeysWith: { first, _ in first })
    let numbers = Dictionary(
      facts.duties.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var taken: [RosterAssignment.Taken] = []
    for duty in plan.duties {
      guard let number = numbers[duty.id] else { continue }
      for holder in duty.people {
        guard let person = people[holder.cadre],
          let seat = facts.duties[number].seats.firstIndex(where: { $0.name == holder.seat })
        else { continue }
        taken.append(.init(person: person, duty: number, seat: seat))
      }
    }
    return RosterAssignment(seats: taken.sorted { ($0.person, $0.duty) < ($1.person, $1.duty) })
  }

  /// All duties with their people, leads marked.
  func duties(of held: HeldDuties) -> [PlannedDuty] {
    let zone = facts.calendar.zone
    return facts.duties.enumerated().map { number, duty in
      let lead = duty.asksForLead ? OneLead().lead(of: number, held, facts: facts) : nil
      let people = held.holders[number]
        .sorted { ($0.seat, facts.people[$0.person].cadre.id) < ($1.seat, facts.people[$1.person].cadre.id) }
        .map { holder in
          PlannedPerson(
            cadre: facts.people[holder.person].cadre.id, seat: duty.seats[holder.seat].name,
            lead: holder.person == lead)
        }
      return PlannedDuty(
        id: duty.id, site: duty.place, post: duty.post, from: LocalMoment(duty.span.start, in: zone),
        to: LocalMoment(duty.span.end, in: zone), exposure: duty.exposure,
        seats: duty.seats.map {
          PlannedSeat(seat: $0.name, minimum: $0.minimum, target: $0.target, maximum: $0.maximum)
        }, people: people)
    }
  }
}
