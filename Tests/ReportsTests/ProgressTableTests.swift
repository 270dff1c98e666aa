import Districts
import Testing
import Wording

@testable import Reports

/// The live table of `plan`, drawn from its state alone.
@Suite("The live table") struct ProgressTableTests {
  /// Shares at once, points proved after 4.2 s, the roster at work since 4.5 s, a first plan of the routes.
  static var table: ProgressTable {
    var table = ProgressTable()
    table.begin(.supply, at: 0)
    table.update(.supply, [level(.short, 1692, 1692), level(.uneven, 48_888, 48_888)])
    table.end(.supply, .optimal, at: 0.1)
    table.begin(.distribution, at: 0.1)
    table.update(.distribution, [level(.unserved, 0, 0), level(.effort, 4_890_778, 4_890_778)])
    table.end(.distribution, .optimal, at: 4.3)
    table.begin(.routes, at: 4.3)
    table.update(.routes, [level(.undelivered, 0, 0), level(.cost, 123_456, nil)])
    table.end(.routes, .feasible, at: 4.4)
    table.begin(.roster, at: 4.5)
    table.update(.roster, [level(.minimum, 0, 0), level(.target, 0, 0), level(.preference, 1000, 957)])
    return table
  }

  static func level(_ name: CertifiedLevel.LevelName, _ objective: Int, _ bound: Int?) -> CertifiedLevel {
    CertifiedLevel(name: name, objective: objective, bound: bound, floor: 0, boundEvidence: .search)
  }

  private func frame(_ width: Int, _ language: Language, colour: Bool = false) -> [String] {
    Self.table.frame(at: 16.58, FrameStyle(width: width, language: language, hasColour: colour))
  }

  @Test("shows each stage's level at work, its bound, its gap and its seconds") func english() {
    // The roster has worked for 16.58 − 4.5 = 12.08 s; its gap is 43 ÷ 1,000.
    #expect(
      frame(80, .english) == [
        "Stage         Level     Objective      Bound     Gap  Seconds  State",
        "Supply        uneven       48,888     48,888  0.00 %      0.1  optimal",
        "Distribution  effort    4,890,778  4,890,778  0.00 %      4.2  optimal",
        "Carrying                                                       waiting",
        "Roster        fairness      1,000        957  4.30 %     12.0  working",
        "Routes        cost        123,456          -       -      0.1  feasible",
        "Audit                                                          waiting",
        "Reports                                                        waiting",
        "16.5 s; Ctrl-C writes the best plan so far",
      ])
  }

  @Test("in Chinese every character takes two columns, and the columns still stand in line") func chinese() {
    #expect(
      frame(80, .chinese) == [
        "阶段    层级         目标值       下界    差距  秒数  状态",
        "物资    不均         48,888     48,888  0.00 %   0.1  最优",
        "发放    人力步行  4,890,778  4,890,778  0.00 %   4.2  最优",
        "搬运                                                  等待",
        "值班表  公平意愿      1,000        957  4.30 %  12.0  进行中",
        "配送    成本        123,456          -       -   0.1  可行",
        "审核                                                  等待",
        "报表                                                  等待",
        "16.5 秒；按 Ctrl-C 写出目前最好的计划",
      ])
  }

  @Test("a narrow terminal goes without the bound, then the level, the seconds and the objective")
  func narrow() {
    #expect(frame(62, .english)[2] == "Distribution  effort    4,890,778  0.00 %      4.2  optimal")
    #expect(frame(42, .english)[4] == "Roster            1,000  4.30 %  working")
    #expect(frame(32, .english)[4] == "Roster        4.30 %  working")
  }

  @Test("no line is ever as wide as the terminal", arguments: 1...100) func neverWraps(width: Int) {
    for language in Language.allCases {
      #expect(frame(width, language).allSatisfy { $0.columns < max(2, width) })
    }
  }

  @Test("colours change nothing but the colour") func colours() {
    let plain = frame(80, .english)
    let coloured = frame(80, .english, colour: true)
    #expect(coloured != plain)
    let stripped = coloured.map { line in
      ["[0m", "[1m", "[2m", "[32m"].reduce(line) { $0.replacing("\u{1B}" + $1, with: "") }
    }
    #expect(stripped == plain)
    #expect(coloured.map(displayColumns) == plain.map(\.columns))
  }

  @Test("an interruption is said in the last line") func interrupted() {
    var table = Self.table
    table.isInterrupted = true
    let last = table.frame(at: 17, FrameStyle(width: 120, language: .english, hasColour: false)).last
    #expect(last == Catalogue.text("progress.interrupted", in: .english))
  }

  @Test("a stage that is not planned has no row once the others are judged") func unplanned() {
    var table = ProgressTable()
    table.begin(.roster, at: 1)
    table.end(.roster, .feasible, at: 2)
    table.removeWaiting([.supply, .distribution, .carrying, .roster, .routes])
    #expect(table.rows.map(\.stage) == [.roster, .audit, .reports])
  }

  @Test("wide characters count two columns, marks none, and clipping never halves one") func widths() {
    #expect("值班表".columns == 6)
    #expect("ａ，（）".columns == 8)
    #expect("e\u{301}x".columns == 2)
    #expect("值班表".clipped(toColumns: 5) == "值班")
    #expect("班".padded(toColumns: 4, onTheLeft: true) == "  班")
  }
}
