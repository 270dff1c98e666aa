import Districts
import Units
import Wording

/// What people and places are called; ids where the district is not at hand.
public struct DifferenceNames: Sendable {
  let language: Language
  private let before: ReportContext?
  private let after: ReportContext?

  public init(language: Language, before: ReportContext? = nil, after: ReportContext? = nil) {
    self.language = language
    self.before = before
    self.after = after
  }

  func say(_ key: String, _ values: [String: String] = [:]) -> String { Catalogue.text(key, values, in: language) }

  func name(_ cadre: CadreID) -> String {
    let name = before?.cadreNames[cadre] ?? after?.cadreNames[cadre]
    return name.map { "\($0) (\(cadre))" } ?? cadre.text
  }
  func name(_ place: PlaceID) -> String { before?.placeNames[place] ?? after?.placeNames[place] ?? place.text }
  func name(_ building: BuildingID) -> String {
    before?.buildingNames[building] ?? after?.buildingNames[building] ?? building.text
  }
  func post(_ site: PlaceID, _ post: String) -> String {
    let key = "\(site.text)/\(post)"
    let own = before?.postNames[key] ?? after?.postNames[key]
    return own ?? (Catalogue.has("post.\(post)") ? say("post.\(post)") : post)
  }
  func seat(_ seat: String) -> String { Catalogue.has("seat.\(seat)") ? say("seat.\(seat)") : seat }
  func rule(_ rule: String) -> String { Catalogue.has("rule.\(rule).name") ? say("rule.\(rule).name") : rule }

  /// `04-02 16:20`, as the moment's own clock shows it.
  func clock(_ moment: LocalMoment) -> String {
    moment.text.count >= 16 ? String(moment.text.dropFirst(5).prefix(11)).replacing("T", with: " ") : moment.text
  }
  /// `04-02 16:20–18:00`
  func span(_ from: LocalMoment, _ to: LocalMoment) -> String { "\(clock(from))–\(clock(to).suffix(5))" }
  var list: String { say("punctuation.list") }
}
