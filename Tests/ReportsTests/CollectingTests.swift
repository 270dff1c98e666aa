import Districts
import Testing
import Units
import Wording

@testable import Reports

@Suite("What is collected is said to those who hand it over and those who fetch it") struct CollectingTests {
  private func context(_ language: Language) throws -> ReportContext {
    var district = try Fixture.district()
    district.sites = [Site(id: SiteID("S1"), name: "酒店<A>")]
    var order = Order(
      id: OrderID("O1"), destination: .site(SiteID("S1")), good: GoodID("G1"), quantity: .packs(1236))
    order.collectAt = DepotID("D1")
    district.orders = [order]
    var plan = try Fixture.plan()
    plan.summary.collected = 1236
    plan.collections = [
      PlannedCollection(
        order: OrderID("O1"), depot: DepotID("D1"), good: GoodID("G1"), packs: 1236, from: try Fixture.at(11, 30),
        by: try Fixture.at(12, 45))
    ]
    return try #require(ReportContext(district: district, plan: plan, language: language))
  }

  @Test("the sheets have a page for the depot: who, what, how many, when, and where to sign")
  func sheet() throws {
    let sheets = try context(.english).sheets()
    #expect(sheets.contains("To be collected here: =仓库"))
    for text in ["酒店&lt;A&gt;", "1,236", "11:30–12:45", "Signature", "class=\"sign\""] {
      #expect(sheets.contains(text), "\(text)")
    }
    let chinese = try context(.chinese).sheets()
    #expect(chinese.contains("=仓库 自提单") && chinese.contains("签收"))
    #expect(chinese.contains("合计: 蔬菜包 1,236"))
  }

  @Test("the page, the screen and the workbook say it too, in both languages") func others() throws {
    let english = try context(.english)
    #expect(english.page().contains("Collected instead of delivered"))
    #expect(english.screenSummary(seconds: nil).contains("Collected at depots: 1,236 packs (orders: 1)"))
    let table = english.collectionTable()
    #expect(table.name == "Collections")
    #expect(
      table.rows.map { $0.map(\.text) } == [
        ["D1", "=仓库", "O1", "酒店<A>", "G1", "蔬菜包", "1236", "11:30", "12:45"]
      ])
    let chinese = try context(.chinese)
    #expect(chinese.page().contains("自提清单"))
    #expect(chinese.screenSummary(seconds: nil).contains("自提：1 单 1,236 份"))
    #expect(chinese.collectionTable().name == "自提")
  }

  @Test("where nothing is collected nothing of it is shown", arguments: Language.allCases)
  func nothing(language: Language) throws {
    let context = try #require(
      ReportContext(district: try Fixture.district(), plan: try Fixture.plan(), language: language))
    #expect(context.collectionSection().isEmpty && context.collectionLists().isEmpty)
    #expect(context.collectionTable().rows.isEmpty)
    #expect(!context.screenSummary(seconds: nil).contains(language == .english ? "ollected" : "自提"))
  }
}
