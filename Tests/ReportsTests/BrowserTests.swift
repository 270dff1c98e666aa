import Foundation
import Testing
import Wording

@testable import Reports

@Suite(
  "what people open, in a real browser",
  .enabled(if: Browser.path != nil, "no Chromium here: apt-get install chromium"), .serialized)
struct BrowserTests {
  @Test("pages fetch nothing and make no script error", arguments: Language.allCases)
  func quiet(language: Language) throws {
    let context = try Fixture.context(language)
    for page in [context.page(), context.sheets(), Self.long(context)] {
      let answer = #"performance.getEntriesByType("resource").length + " " + faults.join()"#
      #expect(try Browser.ask(page, answer: answer) == "0 ")
    }
  }

  @Test("on a phone nothing but tables and drawings inside their parts is wider than the screen")
  func phone() throws {
    let context = try Fixture.context(.chinese)
    let answer = "document.documentElement.scrollWidth <= window.innerWidth"
    for page in [context.page(), context.sheets()] {
      #expect(try Browser.ask(page, width: 500, answer: answer) == "true")
    }
  }

  @Test("a folded part has nothing in it until it is opened, and everything afterwards")
  func folded() throws {
    let page = Self.long(try Fixture.context(.english))
    let count = #"document.querySelectorAll("td").length"#
    #expect(try Browser.ask(page, answer: count) == "0")
    let open = #"document.querySelector("summary").click()"#
    #expect(try Browser.ask(page, action: open, answer: count) == String(Self.rows))
    #expect(try Browser.ask(page, action: open, answer: #"document.querySelector("td").textContent"#) == "1 &amp; 2")
  }

  @Test("every sheet begins a page of paper, and each of a small district's fits on one", arguments: Language.allCases)
  func paper(language: Language) throws {
    let sheets = try Fixture.context(language).sheets()
    let begun = sheets.components(separatedBy: "class=\"sheet\"").count - 1
    #expect(begun > 3)
    #expect(try Browser.printedPages(of: sheets) == begun)
  }

  private static let rows = 8_000

  private static func long(_ context: ReportContext) -> String {
    let table = element("table", "", String(repeating: "<tr><td>1 &amp; 2</td></tr>", count: rows))
    return context.document("long", style: pageStyle, context.section("Many", table))
  }
}
