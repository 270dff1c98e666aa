import CXLSX
import Foundation
import Tabulation
import Testing
import Units
import WorkbookReading
import Wording

@testable import Formats

@Suite("A workbook holds its tables, whatever is in them") struct WorkbookTests {
  static let date = CalendarDate(dayNumber: 18_993)  // 2022-01-01

  static func book(_ tables: [SheetTable], language: Language = .chinese) -> Workbook {
    Workbook(
      title: "融侨 <一期> & 二期", foot: "融侨 & Rock&G", created: Moment(seconds: 1_640_966_400), language: language,
      tables: tables)
  }

  /// The cells of a table as they are to be shown, without the empty ones at the end of a row.
  static func shown(_ table: SheetTable) -> [[String]] {
    ([table.titles] + table.rows.map { $0.map(\.text) }).map { row in
      Array(row.reversed().drop { $0.isEmpty }.reversed())
    }
  }

  static let everyCell: [SheetCell] = [
    .empty, .text("007"), .text("值班表，（全角）"), .number(-12), .number(1_234_567), .number(.max), .number(.min),
    .decimal(123_405, places: 2), .decimal(-5, places: 3), .decimal(.min, places: 2), .share(0.009), .date(date),
    .clock(date, second: 60_000), .clock(date, second: 86_399), .moment(date, second: 0),
    .date(CalendarDate(dayNumber: -40_000)), .number(999_999_999_999_999), .decimal(1, places: 7),
  ]

  @Test("what is read back is what was put in, cell for cell", arguments: [1_000_000, 0])
  func readBack(sharedCells: Int) throws {
    let table = SheetTable(
      name: "一", titles: (1...Self.everyCell.count).map { "t\($0)" },
      rows: [Self.everyCell, Array(Self.everyCell.reversed())])
    var book = Self.book([table, SheetTable(name: "空", titles: ["a"], rows: [])])
    book.limits.sharedCells = sharedCells
    let read = try #require(ReadWorkbook(try book.bytes(file: "plan.xlsx")))
    #expect(read.sheets.map(\.name) == ["一", "空"])
    #expect(read.sheets[0].rows == Self.shown(table))
    #expect(read.sheets[1].rows == [["a"]])
  }

  static let hostile: [String] = [
    "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "{=1}", "0007", "1e5", "TRUE", "2022-01-01", " 空格 ", "\t=1",
    "\u{0}\u{1}\u{7}\u{B}\r\n\u{1B}[31m\u{7F}\u{85}", "\u{FFFE}\u{FFFF}\u{FFFD}", "_x0041_", "_x_x0041_x0041_",
    "_x005F_x0041_", "<b>&amp;\"'</b>", "]]>", "👩‍👩‍👧‍👦🏳️‍🌈", "\u{202E}abc", "e" + String(repeating: "\u{301}", count: 500),
    "\u{1FFFE}", "第一行\n第二行", "http://example.com", "mailto:a@b.c",
  ]

  @Test("hostile texts stay texts, and come back as they were", arguments: [1_000_000, 0])
  func hostileTexts(sharedCells: Int) throws {
    let table = SheetTable(name: "x", titles: ["a", "=b"], rows: Self.hostile.map { [.text($0), .text($0)] })
    var book = Self.book([table])
    book.limits.sharedCells = sharedCells
    let read = try #require(ReadWorkbook(try book.bytes(file: "plan.xlsx")))
    #expect(read.sheets[0].rows == Self.shown(table))
    #expect(read.sheets[0].formulas == 0)
    #expect(read.archive.names.allSatisfy { !$0.contains("calcChain") && !$0.contains("Rels") })
    #expect(!read.archive.text("xl/worksheets/sheet1.xml").contains("hyperlink"))
  }

  @Test("a text of more than 32,767 UTF-16 units ends with an ellipsis, and no character is halved")
  func longTexts() throws {
    let texts = [
      String(repeating: "x", count: 32_767), String(repeating: "x", count: 40_000),
      "a" + String(repeating: "😀", count: 20_000), String(repeating: "\u{1}", count: 40_000),
      "e" + String(repeating: "\u{301}", count: 40_000), String(repeating: "菜", count: 32_768),
    ]
    let table = SheetTable(name: "x", titles: ["a"], rows: texts.map { [.text($0)] })
    let read = try #require(ReadWorkbook(try Self.book([table]).bytes(file: "plan.xlsx")))
    let rows = read.sheets[0].rows.dropFirst().map { $0[0] }
    #expect(rows[0] == texts[0])
    for (row, text) in zip(rows, texts).dropFirst() {
      #expect(row.unicodeScalars.last == "…" && row.utf16.count <= 32_767)
      #expect(text.unicodeScalars.starts(with: row.unicodeScalars.dropLast()))
    }
    #expect(rows[1].utf16.count == 32_767)
    #expect(rows[2].utf16.count == 32_766)  // 1 + 2 × 16,382 + 1
  }

  @Test("sheets have names that Excel takes, none twice")
  func sheetNames() throws {
    let names = [
      "a[b]:c*d?e/f\\g", "'x'", "History", "history", "", "  ", "A", "a", "\u{1}\u{FFFF}",
      "😀" + String(repeating: "菜", count: 40),
      String(repeating: "菜", count: 40), String(repeating: "菜", count: 40), String(repeating: "'", count: 40), "&<>\"",
      "'\u{301}x", "A1", "2022", "rc", "2022年",
    ]
    let tables = names.map { SheetTable(name: $0, titles: ["t"], rows: []) }
    let read = try #require(ReadWorkbook(try Self.book(tables).bytes(file: "plan.xlsx")))
    let given = read.sheets.map(\.name)
    #expect(given.count == names.count && Set(given.map { $0.lowercased() }).count == names.count)
    for name in given {
      #expect((1...31).contains(name.utf16.count) && !name.contains(where: { "[]:*?/\\".contains($0) }))
      #expect(name.unicodeScalars.first != "'" && name.unicodeScalars.last != "'" && name.lowercased() != "history")
    }
    #expect(given.suffix(4) == ["_A1", "_2022", "_rc", "2022年"])
    #expect(given[0] == "a_b__c_d_e_f_g" && given[1] == "x" && given[2] == "History (2)" && given[3] == "history (3)")
  }

  @Test("a table with more rows than a sheet takes goes on in the next")
  func manyRows() throws {
    let table = SheetTable(name: "值班表", titles: ["n"], rows: (0..<25).map { [.number($0)] })
    var book = Self.book([table])
    book.limits.rows = 11
    let read = try #require(ReadWorkbook(try book.bytes(file: "plan.xlsx")))
    #expect(read.sheets.map(\.name) == ["值班表", "值班表 (2)", "值班表 (3)"])
    #expect(read.sheets.map(\.rows.count) == [11, 11, 6])
    #expect(read.sheets.allSatisfy { $0.rows[0] == ["n"] })
    #expect(read.sheets.flatMap { $0.rows.dropFirst().map { $0[0] } } == (0..<25).map(String.init))
  }

  @Test("the same tables give the same bytes at any time; the date of creation is the one given")
  func deterministic() throws {
    let table = SheetTable(name: "x", titles: ["a"], rows: Self.hostile.map { [.text($0)] })
    let first = try Self.book([table]).bytes(file: "plan.xlsx")
    // Times in a zip archive have a step of two seconds.
    Thread.sleep(forTimeInterval: 2.1)
    #expect(try Self.book([table]).bytes(file: "plan.xlsx") == first)
    let archive = try #require(Archive(first))
    #expect(archive.text("docProps/core.xml").contains("2021-12-31T16:00:00Z"))
    var early = Self.book([table])
    early.created = Moment(seconds: 0)
    #expect(
      try #require(Archive(try early.bytes(file: "x"))).text("docProps/core.xml").contains("1970-01-01T00:00:01Z"))
  }

  @Test("titles are bold, frozen, filtered and repeated; A4, one page wide; Chinese counts double in widths")
  func layout() throws {
    let row: [SheetCell] = [.text("蔬菜发放蔬菜发放"), .text(String(repeating: "x", count: 200)), .number(1)]
    let wide = SheetTable(
      name: "宽", titles: ["a", "b", "c", "d"], rows: [row + [.text(String(repeating: "菜", count: 20))]])
    let narrow = SheetTable(name: "窄", titles: ["a", "b", "c"], rows: [])
    let read = try #require(ReadWorkbook(try Self.book([wide, narrow]).bytes(file: "plan.xlsx")))
    let root = read.sheets[0].root
    let columns = try #require(root.first("cols")).all("col").compactMap { $0.attributes["width"].flatMap(Double.init) }
    #expect(columns.map { Int($0) } == [17, 60, 6, 41])  // 8 × 2 + 1, at most 60, at least 6, 20 × 2 + 1
    let pane = root.first("sheetViews")?.first("sheetView")?.first("pane")
    #expect(pane?.attributes["state"] == "frozen" && pane?.attributes["ySplit"] == "1")
    #expect(root.first("autoFilter")?.attributes["ref"] == "A1:D2")
    let setup = read.sheets.map { $0.root.first("pageSetup")?.attributes ?? [:] }
    #expect(setup.map { $0["paperSize"] } == ["9", "9"] && setup.map { $0["fitToHeight"] } == ["0", "0"])
    #expect(setup.map { $0["orientation"] } == ["landscape", "portrait"])
    #expect(root.first("headerFooter")?.first("oddFooter")?.text == "&L融侨 ＆ Rock＆G&C&A&R第 &P 页，共 &N 页")
    let book = read.archive.text("xl/workbook.xml")
    #expect(book.contains("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'宽'!$1:$1</definedName>"))
    let styles = try #require(XMLElementNode.read(read.archive.parts["xl/styles.xml"] ?? Data()))
    let header = Int(root.first("sheetData")?.first("row")?.first("c")?.attributes["s"] ?? "") ?? -1
    let font = Int(styles.first("cellXfs")?.all("xf")[header].attributes["fontId"] ?? "") ?? -1
    #expect(styles.first("fonts")?.all("font")[font].first("b") != nil)
  }

  @Test(
    "a long or hostile title or foot is cut and kept a text",
    arguments: ["菜", "😀", "&", "\u{7}", "&G&[Picture]<", "_x0041_"])
  func longFoot(piece: String) throws {
    var book = Self.book([SheetTable(name: "x", titles: ["a"], rows: [])])
    book.title = String(repeating: piece, count: 400)
    book.foot = book.title
    let read = try #require(ReadWorkbook(try book.bytes(file: "plan.xlsx")))
    let foot = try #require(read.sheets[0].root.first("headerFooter")?.first("oddFooter")?.text)
    #expect(foot.utf16.count <= 255 && foot.hasSuffix("…&C&A&R第 &P 页，共 &N 页"))
    // The codes are our own: &L &C &A &R &P &N.
    #expect(foot.count { $0 == "&" } == 6)
  }

  @Test("no tables still make a workbook that opens")
  func nothing() throws {
    let read = try #require(ReadWorkbook(try Self.book([]).bytes(file: "plan.xlsx")))
    #expect(read.sheets.count == 1 && read.sheets[0].rows.isEmpty)
  }

  @Test("more columns than Excel has end in a problem with exit code 73, not in a crash")
  func tooWide() {
    let table = SheetTable(name: "x", titles: (0..<20_000).map { "\($0)" }, rows: [])
    let error = #expect(throws: DistrictProblems.self) { try Self.book([table]).bytes(file: "out/plan.xlsx") }
    #expect(error?.isCannotWrite == true)
    #expect(error?.lines(in: .english).first?.hasPrefix("out/plan.xlsx: cannot be written") == true)
  }

  @Test("a workbook that lost bytes on the way is found out, wherever")
  func lostBytes() throws {
    let table = SheetTable(name: "x", titles: ["a"], rows: Self.hostile.map { [.text($0)] })
    let whole = try Self.book([table]).bytes(file: "x")
    #expect(Int(xw_check(whole, whole.count)) == XW_OK)
    for cut in stride(from: 0, to: whole.count, by: 97) {
      let short = Array(whole[..<cut])
      #expect(Int(xw_check(short, short.count)) != XW_OK)
    }
    var random = SeededRandom(seed: 1)
    for _ in 0..<2000 {
      var damaged = whole
      for _ in 0..<3 { damaged[Int(random.next() % UInt64(whole.count))] = UInt8(truncatingIfNeeded: random.next()) }
      // It must come back with a code, whatever it is.
      _ = xw_check(damaged, damaged.count)
    }
  }
}
