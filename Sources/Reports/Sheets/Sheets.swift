import Districts
import Units

/// `sheets.html`: what people hold in their hands, a page of A4 each: a map of the whole, route card and loading list a
/// vehicle, a sheet a point, a map a compound, a cart list a team, slips for buildings, a kit list a site, a list a
/// supplier, a list a depot where packs are collected.
extension ReportContext {
  public func sheets() -> String {
    let title = say("sheets.title", ["name": plan.district.name, "date": plan.district.date.description])
    let facts = MapFacts(self)
    let maps = compoundMaps(facts)
    let pages =
      districtMap(facts, withoutMap: maps.withoutMap) + routeCards(facts) + loadingLists() + pointSheets() + maps.pages
      + cartLists() + buildingSlips() + kitLists() + purchaseLists()
      + collectionLists()
    return document(
      title, style: [pageStyle, sheetStyle, mapStyle].joined(separator: "\n"), pages.joined(separator: "\n"))
  }

  /// A page of its own on paper, with the plan it belongs to at its foot.
  func sheet(_ title: String, _ content: String) -> String {
    element(
      "section", "class=\"sheet\"",
      element("h2", "", escaped(title)) + "\n" + content
        + element("p", "class=\"soft\"", escaped(sheetFoot)))
  }

  /// The plan that a printed page belongs to.
  public var sheetFoot: String {
    say("sheets.foot", ["name": plan.district.name, "date": plan.district.date.description])
      + " · " + plan.seal.prefix(12)
  }

  func vehicleName(_ id: VehicleID) -> String {
    district.vehicles.first { $0.id == id }.flatMap(\.name) ?? id.text
  }

  /// `蔬菜包 120、奶粉 3`; nothing as a dash.
  func packsText(_ packs: [(good: String, count: Int)]) -> String {
    let named = packs.filter { $0.count > 0 }.map { "\(goodNames[$0.good] ?? $0.good) \(grouped($0.count))" }
    return named.isEmpty ? "–" : named.joined(separator: language == .chinese ? "、" : ", ")
  }

  func people(_ ids: [CadreID]) -> String {
    ids.isEmpty ? "–" : ids.map { name($0) }.joined(separator: language == .chinese ? "、" : ", ")
  }
}

/// Sheets begin on pages of their own; slips share one.
let sheetStyle = """
  .sheet h2 { font-size: 20px; }
  .slips { display: grid; grid-template-columns: 1fr 1fr; gap: 10px; }
  .slip { border: 1px dashed #999; border-radius: 6px; padding: 10px 12px; break-inside: avoid; }
  .slip b { font-size: 17px; }
  .sign { display: inline-block; width: 150px; border-bottom: 1px solid #555; }
  .tick { display: inline-block; width: 13px; height: 13px; border: 1px solid #555; vertical-align: -2px; }
  @media screen {
    .sheet { content-visibility: auto; contain-intrinsic-size: auto 640px; }
    .slip { content-visibility: auto; contain-intrinsic-size: auto 130px; }
  }
  @media print {
    .sheet { break-after: page; border-top: 0; }
    .sheet:last-child { break-after: auto; }
    .sheet table { font-size: 12px; }
    .sheet th, .sheet td { padding: 4px 6px; }
  }
  """
