import Districts
import Foundation
import Testing
import Units
import Wording

@testable import Reports

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Maps among the sheets") struct MapsTests {
  @Test("there is a map of the whole, one of each compound, and one on each route card", arguments: Language.allCases)
  func pages(language: Language) throws {
    let sheets = try Fixture.mapped(language).sheets()
    #expect(sheets.components(separatedBy: "<svg class=\"map\"").count == 4)
    for title in [
      Catalogue.text("maps.district", ["name": "融侨馨苑 &lt;一期&gt;"], in: language),
      Catalogue.text("maps.compound", ["compound": "一期"], in: language),
    ] { #expect(sheets.contains("<h2>\(title)</h2>"), "\(title)") }
  }

  @Test("everything in the plan is named on the map of the whole or counted as left out") func complete() throws {
    let context = try Fixture.mapped(.english)
    let page = try #require(context.mapPages.first)
    // B2 and B3 are one spot and share a label; the four kilometres to the depot leave little room for it.
    let names = ["=仓库", "南门", "西门岗", "一期", "1号楼", "2号楼, 3号楼", "V1"]
    let unnamed = Set(names).subtracting(Self.words(page))
    #expect(unnamed.isSubset(of: ["1号楼", "2号楼, 3号楼"]))
    #expect(page.contains("Names for which there is no room: \(unnamed.count).") || unnamed.isEmpty)
    #expect(page.contains("nobody knows where they lie: 1."))
    let none = try Fixture.carriedContext(.english)
    // B2, B3 and the gate of K1.
    #expect(try #require(none.mapPages.first).contains("nobody knows where they lie: 3."))
  }

  @Test("a compound's map has its point's letter, each building with the letter, and the way there") func letters()
    throws
  {
    let page = try #require(try Fixture.mapped(.english).mapPages.last)
    #expect(page.contains("<g class=\"letters\"><text") && page.contains(">A</text>"))
    #expect(page.contains("<b>A</b> 南门 16:00–16:40"))
    #expect(Self.words(page).contains("1号楼 A") && page.contains("<path class=\"collects\""))
  }

  @Test("teams' ways are arrows numbered in their order, and the table says who comes when") func tours() throws {
    let context = try Fixture.mapped(.english)
    let page = try #require(context.mapPages.last)
    // Team 1: gate, B2, P1, B1, gate. Team 2: gate, B3 (the spot of B2), gate.
    for number in ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2"] { #expect(Self.words(page).contains(number), "\(number)") }
    #expect(page.contains("class=\"tour tour0\"") && page.contains("class=\"tour tour1\""))
    let facts = MapFacts(context)
    #expect(CartTour(team: context.cartTeams[0], index: 0, isOneOfSeveral: false, facts).moves.map(\.number).count == 4)
    for row in [
      "<td>1号楼</td><td>A</td><td class=\"n\">16:00–16:20</td>",
      "<td>1号楼</td><td>carried, team 1 (1.3)</td><td class=\"n\">16:42–16:46</td>",
      "<td>2号楼</td><td>carried, team 1 (1.1)</td><td class=\"n\">16:32–16:37</td>",
      "<td>3号楼</td><td>carried, team 2 (2.1)</td><td class=\"n\">16:33–17:44</td>",
    ] { #expect(page.contains(row), "\(row)") }
  }

  @Test("a building that nobody comes to has how its goods are handed over, part of one its staircases") func rest()
    throws
  {
    let page = try #require(
      try Fixture.mapped(.chinese) { _, plan in
        plan.carrying = nil
        plan.distribution?.batches[0].staircases = [2]
      }.mapPages.last)
    #expect(page.contains("<td>2号楼</td><td>物业代收</td><td class=\"n\">–</td>"))
    #expect(page.contains("<td>1号楼 2 单元</td><td>A</td>"))
  }

  @Test("a route card numbers its rows and, in each spot, the map has the same numbers once") func route() throws {
    let context = try Fixture.mapped(.english)
    let card = try #require(context.routeCards(MapFacts(context)).first)
    // Start, loading and end are at the depot: rows 1, 2 and 4.
    #expect(Self.words(card) == ["1–2, 4", "3"])
    #expect(card.contains("<td class=\"n\">3</td><td class=\"n\">14:30</td><td>deliver</td>"))
    #expect(runs([9, 3, 1, 2, 5, 9]) == "1–3, 5, 9")
  }

  @Test("where nothing has a place there is no map, and where all lies in one spot none of the compound") func nowhere()
    throws
  {
    let none = try Fixture.mapped(.english) { district, _ in
      district.compounds[0].coordinate = nil
      for index in district.buildings.indices { district.buildings[index].coordinate = nil }
      (district.sites, district.points, district.depots) = ([], [], [])
    }
    #expect(!none.sheets().contains("<svg"))
    let spot = try Fixture.mapped(.english) { district, _ in
      let place = district.points[0].coordinate
      district.compounds[0].coordinate = place
      for index in district.buildings.indices { district.buildings[index].coordinate = place }
    }
    #expect(spot.mapPages.count == 1)
    #expect(spot.mapPages[0].contains("Compounds without a map of their own, since all that is known"))
  }

  @Test("a compound of 30 buildings has its table beside the map, one of 150 below it and still a name or a count each")
  func large() throws {
    let small = try #require(try Fixture.large(30, .english).mapPages.last)
    #expect(small.contains("class=\"beside\"") && !small.contains("class=\"halves\""))
    let large = try #require(try Fixture.large(150, .english).mapPages.last)
    #expect(large.contains("class=\"halves\"") && !large.contains("class=\"beside\""))
    let named = Self.words(large).filter { $0.contains("号楼") }.count
    let unnamed = large.components(separatedBy: "Names for which there is no room: ").dropFirst().first
      .flatMap { Int($0.prefix { $0.isNumber }) }
    #expect(named + (unnamed ?? 0) == 150 && named > 50)
    #expect(large.utf8.count < 60_000)
  }

  @Test("many buildings are left to the maps of their compounds, too many places to no map, and the page says so")
  func limits() throws {
    let many = try #require(try Fixture.large(ReportContext.mostBuildings + 1, .english).mapPages.first)
    #expect(many.contains("since they are many: 301.") && !many.contains("class=\"building\""))
    let sites = try Fixture.mapped(.chinese) { district, _ in
      district.sites = (0...ReportContext.mostPlaces).map { Site(id: SiteID("S\($0)"), name: "岗 \($0)") }
    }
    // 601 sites, 3 buildings, gate, point and depot.
    #expect(try #require(sites.mapPages.first).contains("未画总图：共 607 处，一张图最多 600 处。"))
  }

  @Test("no words stand on others, on a mark or over the edge; what finds no room is counted") func labels() {
    var labels = MapLabels(width: 300, height: 200)
    for index in 0..<400 {
      let spot = MapSpot(x: index * 37 % 300, y: index * 53 % 200)
      labels.block(spot, radius: 4)
      labels.place("name \(index)", beside: spot, radius: 4)
    }
    let boxes = labels.labels.map(\.box)
    #expect(labels.leftOut + boxes.count == 400 && boxes.count > 20)
    for (index, box) in boxes.enumerated() {
      #expect(box.left >= 0 && box.top >= 0 && box.right <= 300 && box.bottom <= 200)
      #expect(boxes[(index + 1)...].allSatisfy { $0.overlap(box) == 0 })
    }
    let before = labels.labels.count
    labels.place("7", beside: MapSpot(x: 150, y: 100), radius: 4, must: true)
    #expect(labels.labels.count == before + 1)
  }

  @Test("every drawing is well-formed XML with whole numbers in its paths", arguments: Language.allCases)
  func wellFormed(language: Language) throws {
    let pages = try Fixture.mapped(language).sheets() + Fixture.large(150, language).sheets()
    let drawings = pages.components(separatedBy: "<svg").dropFirst().compactMap { part in
      part.range(of: "</svg>").map { "<svg" + part[..<$0.upperBound] }
    }
    #expect(drawings.count == 6)
    for drawing in drawings {
      #expect(XMLParser(data: Data(drawing.utf8)).parse())
      for path in drawing.components(separatedBy: "<path class=\"").dropFirst() {
        let outline = path.components(separatedBy: " d=\"")[1].prefix { $0 != "\"" }
        #expect(!outline.contains("."), "\(outline)")
      }
    }
  }

  @Test("a point beside another in one spot has its mark beside it, and no letter comes twice") func spots() throws {
    var drawing = try #require(
      MapDrawing([Fixture.north(0), Fixture.north(100)], width: 400, tallest: 400))
    let places = ["A", "B"].map {
      MapPlace(kind: .point, id: PlaceID($0), name: "", letter: $0, coordinate: Fixture.north(0))
    }
    #expect(drawing.addMarks(places).count == 1)
    let svg = drawing.svg(north: "N")
    #expect(svg.contains(">A</text>") && svg.contains(">B</text>"))
    #expect((0..<28).map(letterName).suffix(3) == ["Z", "AA", "AB"])
    #expect(MapDrawing([Fixture.north(0), Fixture.north(0)], width: 400, tallest: 400) == nil)
  }

  /// What is written on a page's first map beside marks and lines.
  static func words(_ page: String) -> [String] {
    let words = page.components(separatedBy: "<g class=\"words\">").dropFirst().first?.components(separatedBy: "</g>")
    return (words?.first ?? "").components(separatedBy: "</text>").compactMap {
      $0.components(separatedBy: ">").last.flatMap { $0.isEmpty ? nil : $0 }
    }
  }
}
