import Districts
import Units
import Wording

/// What residents are told, in the chat group and on a slip in their building.
extension ReportContext {
  /// What the chat group of a building is told, in one language.
  func notice(_ batch: Batch, in language: Language) -> String {
    let sentences: [Sentence] =
      switch batch.mode {
      case .point: [collected(batch)] + toSomeDoors(batch)
      case .property: leftAtEntrance(batch)
      case .door: broughtToDoors(batch)
      }
    return sentences.map { sentence in
      var values = sentence.values
      values["building"] = name(batch.building)
      values["staircases"] = batch.staircases.map(String.init).joined(separator: language == .chinese ? "、" : ", ")
      return Catalogue.text(sentence.key, values, in: language)
    }.joined(separator: language == .chinese ? "" : " ")
  }

  /// When a batch is to be there, or when its packs come to the building; nil where nobody says.
  func noticeSpan(_ batch: Batch) -> ToldSpan? {
    if let from = batch.from, let to = batch.to { return ToldSpan(from: from, to: to) }
    return batch.mode == .point ? nil : told(carryVisits.visits[batch.building] ?? [])
  }

  private struct Sentence {
    var key: String
    var values: [String: String] = [:]
    init(_ key: String, packs: Int? = nil, at span: ToldSpan? = nil, _ context: ReportContext) {
      self.key = key
      values["packs"] = packs.map(grouped)
      values["time"] = span.map { context.clockSpan($0.from, $0.to) }
    }
  }

  private func collected(_ batch: Batch) -> Sentence {
    var sentence = Sentence("notice.point", at: noticeSpan(batch), self)
    sentence.values["point"] = batch.point.map { name(PlaceID($0)) }
    return sentence
  }

  /// Those of needs.csv who wait at home while the others collect.
  private func toSomeDoors(_ batch: Batch) -> [Sentence] {
    let doors = carryVisits.of(batch.building, .doors)
    guard let span = told(doors) else { return [] }
    return [Sentence(packs(doors) > 0 ? "notice.at_home" : "notice.at_home.visit", at: span, self)]
  }

  private func leftAtEntrance(_ batch: Batch) -> [Sentence] {
    let entrance = carryVisits.of(batch.building, .entrance)
    let doors = carryVisits.of(batch.building, .doors)
    let rest = batch.packs - packs(entrance) - packs(doors)
    guard let span = told(entrance) else {
      if rest <= 0, packs(doors) > 0 { return broughtToDoors(batch) }
      return [Sentence("notice.property", packs: rest, self)] + toSomeDoors(batch)
    }
    let left = [Sentence("notice.entrance", packs: packs(entrance), at: span, self)]
    return left + toSomeDoors(batch) + (rest > 0 ? [Sentence("notice.rest.property", packs: rest, self)] : [])
  }

  private func broughtToDoors(_ batch: Batch) -> [Sentence] {
    let doors = carryVisits.of(batch.building, .doors)
    guard let span = told(doors) else { return [Sentence("notice.door", packs: batch.packs, self)] }
    let (brought, rest) = (packs(doors), batch.packs - packs(doors))
    let first = Sentence(brought > 0 ? "notice.doors" : "notice.visit", packs: brought, at: span, self)
    return [first] + (rest > 0 ? [Sentence("notice.rest.door", packs: rest, self)] : [])
  }

  private func packs(_ visits: [CarryVisits.Visit]) -> Int { visits.reduce(0) { $0 + $1.step.count } }
}
