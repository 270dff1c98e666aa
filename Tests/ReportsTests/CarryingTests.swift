import Districts
import Foundation
import Tabulation
import Testing
import Units
import Wording

@testable import Reports

@Suite("What teams with carts do, as people read it") struct CarryingTests {
  /// The text between the tags of a sheet whose title begins so.
  static func sheet(_ title: String, _ language: Language) throws -> [String] {
    let sheets = try Fixture.carriedContext(language).sheets().components(separatedBy: "<section class=\"sheet\">")
    let page = try #require(sheets.first { $0.hasPrefix("<h2>" + title) })
    return page.split(separator: "<").compactMap { piece in
      let text = piece.drop { $0 != ">" }.dropFirst().trimmingCharacters(in: .whitespacesAndNewlines)
      return text.isEmpty ? nil : text
    }
  }

  @Test("a cart list says when to meet, who, and at each place what to do at which doors") func english() throws {
    // 16:30 + 150 s = 16:32:30, + 147 s = 16:34:57: told as 16:32 to 16:35.
    #expect(
      try Self.sheet("Cart list", .english) == [
        "Cart list 一期, team 1", "Meet at 16:15 at the gate; out 16:30–17:00", "Team: 李&quot;强&quot;",
        "Time", "Place", "What to do", "Done",
        "16:30–16:32", "一期", "Load 蔬菜包 30",
        "16:32–16:35", "2号楼", "Leave at the entrance: 蔬菜包 29",
        "16:34–16:37", "2号楼", "Bring to 1 doors: 蔬菜包 1", "door not known (alone)", "6 floors,", "NO LIFT",
        "16:40–16:42", "南门", "Load 蔬菜包 2",
        "16:42–16:46", "1号楼", "Bring to 2 doors: 蔬菜包 2", "302 (isolated); 101 (isolated)", "18 floors, lift",
        "融侨馨苑 &lt;一期&gt;, 2022-01-01 · 5ea1",
      ])
  }

  @Test("of a whole building a team has every household, or its part of them by number") func wholeBuilding() throws {
    #expect(
      try Self.sheet("推车单 一期 2 队", .chinese) == [
        "推车单 一期 2 队", "16:20 在小区门口集合；16:30–18:10 搬运", "时间", "地点", "做什么", "完成",
        "16:30–16:34", "3号楼", "装车：蔬菜包 40",
        "16:33–17:29", "3号楼", "送上门 40 户：蔬菜包 40", "第 1 至 40 户（共 50 户）", "18 层，有电梯",
        "17:28–17:30", "3号楼", "装车：蔬菜包 10",
        "17:29–17:44", "3号楼", "送上门 10 户：蔬菜包 10", "第 41 至 50 户（共 50 户）", "18 层，有电梯",
        "整栋上门的住户按单元依次、从低层到高层计数。", "融侨馨苑 &lt;一期&gt;，2022-01-01 · 5ea1",
      ])
    var plan = try Fixture.carriedPlan()
    plan.carrying?.teams[1].steps[1].doors = 50
    let context = try #require(
      ReportContext(district: try Fixture.carriedDistrict(), plan: plan, language: .english))
    #expect(context.doorsText(try #require(plan.carrying).teams[1].steps[1], team: 1, index: 1) == "every household")
  }

  @Test("a visit without packs, and a building nobody knows the height of, are said as they are") func visit() throws {
    var district = try Fixture.carriedDistrict()
    (district.buildings[2].floors, district.buildings[2].lift) = (nil, false)
    var plan = try Fixture.carriedPlan()
    plan.carrying?.teams[1].steps[1].packs = [:]
    let page = try #require(ReportContext(district: district, plan: plan, language: .english)).sheets()
    #expect(
      page.contains("<td>Visit 40 doors<br/><b>households 1 to 40 of 50</b><br/><b class=\"open\">NO LIFT</b></td>"))
  }

  @Test("a point's sheet lists its sorters and what carts take from it") func point() throws {
    let text = try Self.sheet("Point 南门", .english)
    #expect(text[1...2] == ["On duty 15:30–16:55: &lt;script&gt;王芳", "Sorting 15:40–16:00: 李&quot;强&quot;"])
    let loads = try #require(text.firstIndex(of: "What carts take"))
    #expect(
      text[loads..<loads + 8] == [
        "What carts take", "Time", "Team", "Packs", "Done", "16:40–16:42", "一期, team 1", "蔬菜包 2",
      ])
    #expect(try Fixture.carriedContext(.english).pointTable().rows[0].last == .text("李\"强\""))
  }

  @Test("notices say when packs are left at the entrance or brought to the door, and what stays behind")
  func notices() throws {
    let rows = try Fixture.carriedContext(.chinese).noticeTable().rows.map { $0.map(\.text) }
    // 34 − 29 − 1 = 4 packs are not carried.
    #expect(
      rows == [
        [
          "1号楼", "1、2", "16:00", "16:20", "南门",
          "1号楼 1、2 单元：16:00–16:20 到南门领取物资。独居、隔离住户：16:42–16:46 送到家门口，请在家等候。",
          "1号楼, staircase 1, 2: collect your packs 16:00–16:20 at 南门. "
            + "To those who live alone or are isolated they are brought to the door 16:42–16:46; please stay at home.",
        ],
        [
          "2号楼", "1", "16:32", "16:37", "",
          "2号楼：16:32–16:35 29 份物资送到楼门口，请到楼门口领取。独居、隔离住户：16:34–16:37 送到家门口，请在家等候。其余 4 份暂存物业。",
          "2号楼: 29 packs are left at your entrance 16:32–16:35; please collect yours there. "
            + "To those who live alone or are isolated they are brought to the door 16:34–16:37; please stay at home. "
            + "The other 4 packs stay with the property management.",
        ],
        [
          "3号楼", "1", "16:33", "17:44", "", "3号楼：16:33–17:44 50 份物资送到各户门口，请在家等候。",
          "3号楼: 50 packs are brought to your doors 16:33–17:44; please stay at home.",
        ],
      ])
    #expect(try Fixture.carriedContext(.english).sheets().contains("<p>3号楼：16:33–17:44 50 份物资送到各户门口，请在家等候。</p>"))
  }

  @Test("a building that no team comes to keeps the notice without a time") func notCarried() throws {
    var plan = try Fixture.carriedPlan()
    plan.carrying?.teams[1].steps.removeLast(4)
    plan.carrying?.teams[0].steps.remove(at: 1)
    let context = try #require(ReportContext(district: try Fixture.carriedDistrict(), plan: plan, language: .english))
    let batches = try #require(plan.distribution).batches
    #expect(
      context.notice(batches[1], in: .chinese) == "2号楼：33 份物资由物业代收，再送到楼内。独居、隔离住户：16:34–16:37 送到家门口，请在家等候。")
    #expect(
      context.notice(batches[2], in: .english) == "3号楼: 50 packs are brought to your doors; please stay at home.")
    #expect(context.noticeSpan(batches[2]) == nil)
  }

  @Test("the table of carts has a row a step, with numbers that add up") func table() throws {
    let table = try Fixture.carriedContext(.english).cartTable()
    #expect(
      table.rows.map { $0.map(\.text).joined(separator: "|") } == [
        "K1|一期|1|16:30|1|load|K1|一期|蔬菜包 30|30|||16:30|16:30|16:31:30",
        "K1|一期|1|16:30|2|leave at the entrance|B2|2号楼|蔬菜包 29|29|||16:32:30|16:32:30|16:34:57",
        "K1|一期|1|16:30|3|bring to doors|B2|2号楼|蔬菜包 1|1|1|door not known (alone)|16:34:57|16:34:57|16:36:45",
        "K1|一期|1|16:30|4|load|P1|南门|蔬菜包 2|2|||16:40|16:40|16:41:06",
        "K1|一期|1|16:30|5|bring to doors|B1|1号楼|蔬菜包 2|2|2|302 (isolated); 101 (isolated)|16:42|16:42|16:45:46",
        "K1|一期|2|16:30|1|load|B3|3号楼|蔬菜包 40|40|||16:30:30|16:30:30|16:33:30",
        "K1|一期|2|16:30|2|bring to doors|B3|3号楼|蔬菜包 40|40|40|households 1 to 40 of 50|16:33:30|16:33:30|17:28:50",
        "K1|一期|2|16:30|3|load|B3|3号楼|蔬菜包 10|10|||17:28:50|17:28:50|17:29:20",
        "K1|一期|2|16:30|4|bring to doors|B3|3号楼|蔬菜包 10|10|10|households 41 to 50 of 50|17:29:20|17:29:20|17:43:10",
      ])
    #expect(table.name == "Carts" && table.titles.count == 15)
    #expect(table.rows[6][9...10] == [.number(40), .number(40)])
  }

  @Test("the page has the teams, their sum, the gap by its building and the stage with both levels") func page() throws
  {
    let page = try Fixture.carriedContext(.chinese).page()
    // Two people each: 40 and 110 minutes with set-up are 1.4 (rounded up) and 3.7 hours, 5.0 in all.
    for text in [
      "<td>一期</td><td class=\"n\">1</td><td>16:30–17:00</td><td>李&quot;强&quot;</td><td>2号楼；1号楼</td>"
        + "<td class=\"n\">32</td><td class=\"n\">3</td><td class=\"n\">1.4</td>",
      "<td class=\"n\"><b>2</b></td><td><b></b></td><td><b></b></td><td><b>3</b></td>",
      "<b>82</b></td><td class=\"n\"><b>53</b></td><td class=\"n\"><b>5.0</b>",
      "<td>C1</td><td>2号楼：未搬运物资与未上门住户</td><td class=\"n\">4</td><td>搬运时限 4 (在本计划中)</td>",
      "<td>搬运 · 可行</td><td>未搬运物资与未上门住户</td><td class=\"n\">36</td><td class=\"n\">0</td>",
      "<td></td><td>人力与步行时间</td><td class=\"n\">90,000</td><td class=\"n\">45,000</td><td class=\"n\">50.00 %</td>",
      "搬运 · 目标值构成", "<td>小区内搬运 1 队</td>", "<td>分拣</td>",
    ] { #expect(page.contains(text), "\(text)") }
  }

  @Test("the screen summary counts teams, packs and doors, and shows the stage after distribution") func screen() throws
  {
    let lines = try Fixture.carriedContext(.english).screenSummary(seconds: nil).split(separator: "\n")
    #expect(lines.contains("  Carrying: 2 teams with carts, 82 packs, 53 doors, the last back at 18:10"))
    let stage = try #require(lines.firstIndex { $0.hasPrefix("  Carrying: feasible") })
    #expect(
      lines[stage...stage + 3].joined(separator: "\n") == """
          Carrying: feasible, heuristic, stopped at the iteration limit
            packs not carried, doors not reached: objective 36, bound 0, gap 100.00 %
            staff and walking time: objective 90,000, bound 45,000, gap 50.00 %
          Roster: feasible, exact and heuristic, stopped at the time limit
        """)
    #expect(
      try Fixture.carriedContext(.english).gapLines()[0]
        == "C1 2号楼: packs not carried, doors not reached: 4 missing — Hours of carrying 4 (observed)")
    let facts = try Fixture.carriedContext(.english).summaryTable().rows.map { $0.map(\.text) }
    #expect(facts.contains(["packs carried inside compounds", "82"]) && facts.contains(["doors reached", "53"]))
  }

  @Test("where nothing is carried nothing of it is shown", arguments: Language.allCases)
  func nothing(language: Language) throws {
    let context = try #require(
      ReportContext(district: try Fixture.carriedDistrict(), plan: try Fixture.plan(), language: language))
    #expect(context.cartLists().isEmpty && context.cartTable().rows.isEmpty && context.carryingSection().isEmpty)
    let shown = context.page() + context.sheets() + context.screenSummary(seconds: nil) + context.noticesCSV()
    for key in ["stage.carrying", "carts.work", "carts.loads", "post.sorting", "level.uncarried"] {
      #expect(!shown.contains(Catalogue.text(key, in: language)), "\(key)")
    }
    #expect(!shown.contains("送到家门口"))
  }

  @Test("docs/format.md lists the sheets of the workbook as they are, in both languages") func listOfSheets() throws {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let text = try String(contentsOf: root.appendingPathComponent("docs/format.md"), encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("`plan.xlsx` has a sheet a table") })
    let list = line.components(separatedBy: "(English, Chinese name): ").last?.components(separatedBy: " · ") ?? []
    let names = zip(try Fixture.context(.english).tables(), try Fixture.context(.chinese).tables())
      .map { "\($0.name) \($1.name)" }
    #expect(list.count == names.count)
    for (item, name) in zip(list, names) { #expect(item.hasPrefix(name), "\(item)") }
  }
}
