import Districts

/// Compiles to eligibility, seat by seat: the only rule that looks at the seat.
extension Qualification {
  static func takes(kind: CadreKind, skills: Set<String>, _ asked: [String], _ kinds: [CadreKind]) -> Bool {
    asked.allSatisfy(skills.contains) && (kinds.isEmpty || kinds.contains(kind))
  }
}
