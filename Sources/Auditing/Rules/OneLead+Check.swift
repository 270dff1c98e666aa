import Districts

extension RosterCase {
  /// Whether nobody on a duty that asks for a lead may lead.
  func lacksLead(_ d: Int) -> Bool {
    duties[d].asksForLead && !seated[d].contains { raw.district.cadres[$0.person].mayLead }
  }

  /// Level 2: 10 × the duty's highest weight for each missing lead.
  var oneLeadAmount: Int { duties.indices.map { lacksLead($0) ? duties[$0].leadWeight : 0 }.saturatedSum }

  /// The marked lead is the person of the smallest id who may lead; nobody is marked where none is asked for.
  func checkOneLead() -> [Violation] {
    duties.indices.compactMap { d in
      let able = seated[d].map(\.person).filter { raw.district.cadres[$0].mayLead }
      let due = duties[d].asksForLead ? able.min { raw.district.cadres[$0].id < raw.district.cadres[$1].id } : nil
      let marked = seated[d].filter(\.lead).map(\.person)
      guard marked != (due.map { [$0] } ?? []) else { return nil }
      let (found, should) = (marked.map(name).joined(separator: ", "), due.map(name) ?? "nobody")
      return Violation(
        rule: .oneLead, place: duties[d].id, amount: 1,
        message: "\(duties[d].id): marked as lead: \(found.isEmpty ? "nobody" : found); it should be \(should)")
    }
  }
}
