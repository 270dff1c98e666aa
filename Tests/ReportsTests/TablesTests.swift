import Districts
import Formats
import Tabulation
import Testing
import Units
import WorkbookReading
import Wording

@testable import Reports

@Suite("Tables are stated once, for CSV and the workbook") struct TablesTests {
  static func workbook(_ context: ReportContext) throws -> ReadWorkbook {
    let book = Workbook(
      title: context.title, foot: context.sheetFoot, created: Moment(seconds: 1), language: context.language,
      tables: context.tables())
    return try #require(ReadWorkbook(try book.bytes(file: "plan.xlsx")))
  }

  /// Without the empty fields at the end of a row.
  static func trimmed(_ rows: [[String]]) -> [[String]] {
    rows.map { Array($0.reversed().drop { $0.isEmpty }.reversed()) }
  }

  /// A plan with what the fixture leaves out: helpers, gaps, shares, times after midnight and with seconds.
  static func fullContext(_ language: Language) throws -> ReportContext {
    var district = try Fixture.carriedDistrict()
    var need = Need(id: NeedID("0012"), building: BuildingID("B1"), what: .medicine)
    need.door = "=101"
    district.needs.append(need)
    district.sites = [Site(id: SiteID("S1"), name: "北门")]
    district.shifts = [
      Shift(id: ShiftID("day"), name: "白班", from: ClockTime(minutes: 600), to: ClockTime(minutes: 960))
    ]
    var post = PostRow(site: SiteID("S1"), post: "gate", kind: .checkpoint, shift: ShiftID("day"), target: 3)
    (post.exposure, post.setup) = (2, 15)
    district.posts = [post]
    var masks = KitRow(exposure: 2, good: GoodID("G1"))
    masks.packs = 2
    district.kit = [masks]
    var plan = try Fixture.plan()
    plan.carrying = try Fixture.carrying()
    plan.distribution?.helpers = [Helper(cadre: CadreID("C1"), needs: [NeedID("0012")])]
    plan.distribution?.gaps = [
      Gap(
        id: "D1", what: .init(kind: .building, id: "B1", level: .service), missing: 7,
        reasons: [.init(rule: "crowdLimit", count: 7, standing: .proven)])
    ]
    plan.distribution?.batches.append(
      Batch(
        building: BuildingID("B1"), staircases: [2], mode: .point, point: PointID("P1"), from: try Fixture.at(23, 40),
        to: try Fixture.at(24, 20), households: 1234, packs: 5678))
    plan.distribution?.batches.append(
      Batch(building: BuildingID("B1"), staircases: [1], mode: .door, households: 1, packs: 1))
    plan.supply = SupplyPlan(shares: [
      SupplyShare(line: "B1:G1", good: GoodID("G1"), priority: 2, asked: 100, given: 62),
      SupplyShare(line: "S1/gate/day/2022-01-01:G1", good: GoodID("G1"), priority: 3, asked: 6, given: 5),
    ])
    plan.collections = [
      PlannedCollection(
        order: OrderID("O1"), depot: DepotID("D1"), good: GoodID("G1"), packs: 36, from: try Fixture.at(11, 30),
        by: try Fixture.at(12, 45))
    ]
    var (own, byHand) = (HandOutFigures(), HandOutFigures())
    (own.staffSeconds, own.lastServed, own.walkingMetres) = (3601, try Fixture.at(24, 20), 12_345)
    (byHand.meanWaitingSeconds, byHand.notServed) = (61, [BuildingID("B1")])
    plan.comparison = PlanComparison(distribution: DistributionComparison(plan: own, byHand: byHand))
    let late = LocalMoment(try Fixture.at(24).moment + Seconds(61), in: try #require(Fixture.zone))
    plan.routes?.routes[0].steps[3].arrival = late
    return try #require(ReportContext(district: district, plan: plan, language: language))
  }

  @Test("every CSV table is in the workbook cell for cell", arguments: Language.allCases)
  func csvIsInWorkbook(language: Language) throws {
    let context = try Self.fullContext(language)
    let book = try Self.workbook(context)
    for (csv, table) in [
      (context.rosterCSV(), context.rosterTable()), (context.distributionCSV(), context.distributionTable()),
      (context.noticesCSV(), context.noticeTable()),
    ] {
      let sheet = try #require(book.sheet(table.name))
      #expect(sheet.rows == Self.trimmed(csvFields(csv)))
      #expect(sheet.rows.count == table.rows.count + 1 && table.rows.count > 0)
    }
  }

  @Test("every table is in the workbook under its name, with what it shows", arguments: Language.allCases)
  func tablesAreInWorkbook(language: Language) throws {
    let context = try Self.fullContext(language)
    let book = try Self.workbook(context)
    #expect(book.sheets.map(\.name) == context.tables().map(\.name))
    for (table, sheet) in zip(context.tables(), book.sheets) {
      #expect(table.rows.allSatisfy { $0.count == table.titles.count }, "\(table.name)")
      #expect(!table.rows.isEmpty, "\(table.name)")
      #expect(sheet.rows == Self.trimmed([table.titles] + table.rows.map { $0.map(\.text) }), "\(table.name)")
      #expect(sheet.formulas == 0)
    }
  }

  @Test("the distribution table, line by line")
  func distribution() throws {
    let rows = try Self.fullContext(.english).distributionCSV().split(separator: "\r\n")
    #expect(
      rows == [
        "\u{FEFF}building,staircases,mode,point,from,to,households,packs,helper,need",
        "1号楼,1、2,at a point,南门,16:00,16:20,60,60,,",
        "1号楼,2,at a point,南门,23:40,00:20,1234,5678,,",
        "1号楼,1,to the door,,,,1,1,,",
        "1号楼,,medicine,,,,1,,<script>王芳,0012 =101",
        "1号楼,,not served,,,,7,,,",
      ])
  }

  @Test("a mark that joins a comma, a quote or an equals sign hides none of them from a spreadsheet")
  func joinedMarks() throws {
    let texts = ["a,\u{301}b", "a\"\u{301}b", "=\u{301}1", "a\nb", "a\r\nb", "\"", "李\"强\""]
    let context = try Fixture.context(.english)
    let table = SheetTable(name: "x", titles: ["a", "b"], rows: texts.map { [.text($0), .number(-1)] })
    let csv = context.csv(table)
    #expect(csvFields(csv).dropFirst().map { $0[0] } == texts)
    #expect(csv.unicodeScalars.starts(with: "\u{FEFF}a,b\r\n\"a,\u{301}b\",'-1\r\n".unicodeScalars))
    #expect(csv.contains("'=\u{301}1,"))
  }

  @Test("what is bought, loaded and shared, in numbers that can be added up")
  func numbers() throws {
    let context = try Self.fullContext(.english)
    let date = try #require(CalendarDate("2022-01-01"))
    #expect(
      context.loadTable().rows == [
        [
          .text("V1"), .text("V1"), .number(1), .text("=仓库"), .clock(date, second: 14 * 3600), .number(1), .text("P1"),
          .text("南门"), .clock(date, second: 52_200), .text("G1"), .text("蔬菜包"), .number(62),
        ]
      ])
    #expect(context.purchaseTable().rows[0].suffix(3) == [.number(62), .empty, .decimal(124_000, places: 2)])
    #expect(context.shareTable().rows[0].suffix(4) == [.number(2), .number(100), .number(62), .number(38)])
    #expect(context.vehicleTable().rows[0].suffix(3) == [.number(1), .number(62), .decimal(12_340, places: 3)])
    // 3 people × 2 packs, one short; 15 minutes before 10:00.
    #expect(
      context.kitTable().rows == [
        [
          .text("S1"), .text("北门"), .text("S1/gate/day/2022-01-01"), .moment(date, second: 35_100), .number(3), .empty,
          .text("G1"), .text("蔬菜包"), .number(5), .number(1), .text("S1/gate/day/2022-01-01"),
        ]
      ])
    let compared = context.comparisonTable().rows.map { Array($0.dropFirst()) }
    // 3,601 s are 1.1 hours rounded up, 61 s two minutes.
    #expect(compared[2] == [.decimal(11, places: 1), .decimal(0, places: 1)])
    #expect(compared[4] == [.number(0), .number(1)])
    #expect(compared[5] == [.clock(date.advanced(by: 1), second: 1200), .empty])
    #expect(compared[6] == [.decimal(12_345, places: 3), .decimal(0, places: 3)])
    #expect(compared[9] == [.number(0), .number(2)])
    // After midnight the date goes on: 00:01:01 sorts after 14:38.
    #expect(context.stopTable().rows[3][6] == .clock(date.advanced(by: 1), second: 61))
    #expect(context.stopTable().rows.map { $0[9] } == [.number(0), .number(62), .number(0), .number(0)])
  }

  @Test("a plan without stages has every sheet, with titles alone", arguments: Language.allCases)
  func emptyPlan(language: Language) throws {
    var plan = try Fixture.plan()
    (plan.roster, plan.distribution, plan.routes, plan.supply, plan.purchases) = (nil, nil, nil, nil, nil)
    (plan.comparison, plan.carrying) = (nil, nil)
    plan.certificates = Certificates()
    let context = try #require(ReportContext(district: try Fixture.district(), plan: plan, language: language))
    let book = try Self.workbook(context)
    #expect(book.sheets.map(\.name) == context.tables().map(\.name))
    #expect(book.sheets.dropFirst().allSatisfy { $0.rows.count == 1 && !$0.rows[0].isEmpty })
    #expect(book.sheets[0].rows.count > 8)
  }

  @Test("names of sheets are legal as the catalogue has them, in both languages")
  func sheetNames() throws {
    for language in Language.allCases {
      let names = try Fixture.context(language).tables().map(\.name)
      #expect(Set(names.map { $0.lowercased() }).count == names.count)
      for name in names {
        #expect(name.utf16.count <= 31 && !name.contains { "[]:*?/\\'".contains($0) } && !name.hasPrefix("table."))
      }
    }
  }
}
