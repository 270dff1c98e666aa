import Districts
import Units

extension RosterCase {
  /// The plan's duties are those of the raw input, field by field and in order, and its people stand in order.
  func checkStructure() -> [Violation] {
    guard let plan else { return [] }
    var found = unreadable
    func complain(_ place: String, _ message: String) {
      found.append(Violation(rule: .structure, place: place, amount: 1, message: message))
    }
    let known = plan.duties.compactMap { dutyIndex[$0.id.text] }
    if zip(known, known.dropFirst()).contains(where: { $0 >= $1 }) {
      complain("roster.duties", "duties are not sorted by start, then id")
    }
    for planned in plan.duties {
      guard let d = dutyIndex[planned.id.text] else { continue }
      let (duty, id) = (duties[d], planned.id.text)
      if planned.site != duty.site { complain("\(id).site", "the duty is at \(duty.site)") }
      if planned.post != duty.post { complain("\(id).post", "the post is \(duty.post)") }
      if planned.from.moment != duty.span.start {
        complain("\(id).from", "the duty starts at \(raw.time.written(duty.span.start))")
      }
      if planned.to.moment != duty.span.end {
        complain("\(id).to", "the duty ends at \(raw.time.written(duty.span.end))")
      }
      if planned.exposure != duty.exposure { complain("\(id).exposure", "the exposure is \(duty.exposure)") }
      let seats = duty.seats.map {
        PlannedSeat(seat: $0.name, minimum: $0.minimum, target: $0.target, maximum: $0.maximum)
      }
      if planned.seats != seats { complain("\(id).seats", "the seats are not those of the raw input") }
      let order = planned.people.map { person in
        (duty.seats.firstIndex { $0.name == person.seat } ?? Int.max, person.cadre.text)
      }
      if zip(order, order.dropFirst()).contains(where: { $0 > $1 }) {
        complain("\(id).people", "people are not sorted by seat, then id")
      }
    }
    return found
  }
}
