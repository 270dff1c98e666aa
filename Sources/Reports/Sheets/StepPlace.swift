import Districts

extension ReportContext {
  /// Where a step is; for a household with a need its door, what it is, and who receives it; at a depot the needs for
  /// which packs are taken there.
  func place(of step: RouteStep) -> String {
    var parts = [name(step.location)]
    if let need = step.job.flatMap({ needsByID[$0] }) {
      parts = [[name(step.location), need.door].compactMap { $0 }.joined(separator: " ")]
      parts.append("\(say("need.\(need.what.rawValue)")) \(need.id)")
      if let helper = helperOfNeed[need.id] { parts.append(say("sheets.to_helper", ["name": name(helper)])) }
    }
    if let needs = step.needs { parts.append(say("sheets.for_needs", ["needs": list(needs.map(\.text))])) }
    return parts.joined(separator: " · ")
  }

  private func list(_ words: [String]) -> String { words.joined(separator: language == .chinese ? "、" : ", ") }
}
