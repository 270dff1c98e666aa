import Foundation
import Testing
import Wording

@testable import Reports

@Suite struct ReportsTests {
  @Test("the screen summary says levels, bounds, gaps and the audit's verdict in English")
  func englishSummary() throws {
    // 1009 − 1000 = 9 over 1009 − 9 = 1000: 0.9 %.
    #expect(
      try Fixture.context(.english).screenSummary(seconds: 1.5) == """
        融侨馨苑 <一期>: plan for 2022-01-01
          People on duty: 1 of 2
          Seats: 1 of 2 filled; open to minimum 1, to target 1
          Households: 60 of 60 served, the last by 16:20; 1 points, 1 batches
          Routes: 1 vehicles, 1 trips, 12.3 km, 62 packs
          Beside a hand-out planned by hand (nearest point, equal slots)  this plan  by hand
            points opened                                                         1        2
            people at the points                                                  8       16
            their hours, set-up and clean-up included                          15.0     30.1
            households served                                                    60       60
            buildings not served                                                  0        1
            last household served                                             16:20  00:05+1
            residents' walking, km                                             12.3     12.3
            of it by elderly households, km                                     1.3      1.3
            waiting, household-hours                                           10.2     10.2
            mean wait, minutes                                                   11       11
            longest wait, minutes                                                20       20
            most households at a point at once                                   60    1,234
            above the crowd limit by                                              0       84
          Roster: feasible, exact and heuristic, stopped at the time limit
            missing to minimum: objective 9, bound 9, gap 0.00 %
            missing to target: objective 1,009, bound 1,000, gap 0.90 %
            fairness and wishes: objective 40, bound –, gap –
          Gaps: 1
          Audit: passed
          Seconds: 1.50

        """)
  }

  @Test("the same summary in Chinese says the same numbers")
  func chineseSummary() throws {
    let english = try Fixture.context(.english).screenSummary(seconds: 1.5)
    let chinese = try Fixture.context(.chinese).screenSummary(seconds: 1.5)
    #expect(chinese.contains("上岗：1 人（共 2 人）"))
    func numbers(_ text: String) -> [String] {
      text.split(whereSeparator: { !"0123456789.,:".contains($0) }).map {
        String($0).trimmingCharacters(in: [",", ":"])
      }
      .filter { $0.contains(where: \.isNumber) }
    }
    #expect(numbers(english).sorted() == numbers(chinese).sorted())
  }

  @Test("a gap's line names the duty, the seat and every reason")
  func gapLine() throws {
    #expect(
      try Fixture.context(.chinese).gapLines().first?.hasPrefix("R1 南门 · 蔬菜发放 · 15:30–16:55 · 干部 · 低于最低人数：缺 1 ——")
        == true)
  }

  @Test("the page fetches nothing, runs nothing, and closes every element it opens", arguments: Language.allCases)
  func pageIsSelfContained(language: Language) throws {
    let context = try Fixture.context(language)
    for page in [context.page(), context.sheets()] {
      for word in ["http", "src=", "url(", "@import", "<script", "<link", "<iframe"] { #expect(!page.contains(word)) }
      #expect(page.contains("&lt;script&gt;王芳"))
      #expect(unbalanced(page) == [])
      #expect(page.contains("lang=\"\(language.rawValue)\""))
    }
  }

  @Test("the sheets: maps, a route card and a loading list a vehicle, a sheet a point, slips, a list a supplier")
  func sheets() throws {
    let page = try Fixture.context(.english).sheets()
    #expect(page.components(separatedBy: "class=\"sheet\"").count == 8)
    for text in [
      "Route card V1", "Driver 李&quot;强&quot;", "Loading list V1", "Trip 1: =仓库 14:00–14:07", "蔬菜包 62",
      "Point 南门, 16:00–16:40",
      "On duty 15:30–16:55: &lt;script&gt;王芳", "To buy at =仓库", "1,240.00", "1号楼 1、2 单元：16:00–16:20 到南门领取物资。",
      "1号楼, staircase 1, 2: collect your packs 16:00–16:20 at 南门.",
    ] { #expect(page.contains(text), "\(text)") }
  }

  @Test("a text for every building's chat group, in both languages, in a table for spreadsheets")
  func notices() throws {
    let rows = try Fixture.context(.chinese).noticesCSV().split(separator: "\r\n")
    #expect(rows.count == 2)
    #expect(rows[0].hasPrefix("\u{FEFF}楼栋,单元,"))
    #expect(
      rows[1] == """
        1号楼,1、2,16:00,16:20,南门,1号楼 1、2 单元：16:00–16:20 到南门领取物资。,\
        "1号楼, staircase 1, 2: collect your packs 16:00–16:20 at 南门."
        """)
  }

  @Test("a long part of the page is folded under its title, a short one is not")
  func longPartsAreFolded() throws {
    let context = try Fixture.context(.english)
    let row = element("p", "", "0123456789")
    let long = context.section("Many <rows>", String(repeating: row, count: ReportContext.longestOpen / 10))
    #expect(long.hasPrefix("<section><details><summary><h2>Many &lt;rows&gt;</h2></summary>\n<noscript><p>"))
    #expect(unbalanced("\n" + long) == [])
    #expect(context.section("Few", row) == "<section><h2>Few</h2>\n<p>0123456789</p></section>")
    #expect(!context.page().contains("<details>"))
  }

  @Test("the page shows people, batches, routes, gaps and certificates")
  func pageShowsEverything() throws {
    let page = try Fixture.context(.chinese).page()
    for text in [
      "李&quot;强&quot;", "1号楼", "16:00–16:20", "R1", "0.90 %", "5ea1", "蔬菜包 62", "与手工安排对照", "00:05+1",
      "手工未能安排：1号楼",
    ] {
      #expect(page.contains(text))
    }
  }

  @Test("the roster table has one row a person and one a seat that lacks people, and no cell becomes a formula")
  func rosterTable() throws {
    let rows = try Fixture.context(.chinese).rosterCSV().split(separator: "\r\n")
    #expect(rows.count == 3)
    #expect(rows[1] == "2022-01-01,南门,蔬菜发放,15:30,16:55,干部,C1,<script>王芳,负责人,,P1/distribution/open/2022-01-01")
    #expect(rows[2] == "2022-01-01,南门,蔬菜发放,15:30,16:55,干部,,,,1,P1/distribution/open/2022-01-01")
  }

  @Test("the routes as GeoJSON have one line a vehicle and one point a step")
  func geoJSON() throws {
    let text = try Fixture.context(.english).routesGeoJSON()
    #expect(text.components(separatedBy: "\"LineString\"").count == 2)
    #expect(text.components(separatedBy: "\"Point\"").count == 5)
  }

  @Test("numbers in drawings have at most two decimals and never an exponent")
  func drawingNumbers() {
    #expect(svgNumber(1.005) == "1" || svgNumber(1.005) == "1.01")
    #expect(svgNumber(-3.14159) == "-3.14")
    #expect(svgNumber(1e300) == "1000000000")
    #expect(svgNumber(.nan) == "0")
  }

  /// Names of elements that are closed out of order or not at all.
  private func unbalanced(_ page: String) -> [String] {
    var open: [String] = []
    var wrong: [String] = []
    for piece in page.split(separator: "<").dropFirst() {
      guard let end = piece.firstIndex(of: ">") else { continue }
      let tag = piece[..<end]
      if tag.hasPrefix("!") || tag.hasSuffix("/") || tag.hasPrefix("meta") { continue }
      let name = String(tag.prefix { !$0.isWhitespace })
      if name.hasPrefix("/") {
        if open.popLast() != String(name.dropFirst()) { wrong.append(name) }
      } else {
        open.append(name)
      }
    }
    return wrong + open
  }
}
