import Districts
import Formats
import Synthesis
import Testing

@testable import Changing

@Suite struct ClosingTests {
  @Test("a closed point is gone with its pins and ways; the hours worked there stay")
  func point() throws {
    let after = try Town.after("close=P1")
    #expect(after.lines("points.csv") == [Town.files.lines("points.csv")[0], Town.files.lines("points.csv")[2]])
    #expect(!after.lines("pins.csv").contains { $0.contains("P1") })
    #expect(after.lines("pins.csv").count == Town.files.lines("pins.csv").count - 3)
    #expect(after.lines("travel.csv") == ["from,to,mode,metres,seconds", "C1,S1,foot,500,400"])
    #expect(after.lines("ledger.csv")[1] == "C1,2021-12-30T08:00,2021-12-30T16:00,worked,,distribution")
  }

  @Test("a closed vehicle is gone with its pins; the last point and the last vehicle stay and take nothing")
  func last() throws {
    let after = try Town.after("close=V1")
    #expect(after.lines("vehicles.csv").count == 2)
    #expect(!after.lines("pins.csv").contains { $0.contains("V1") })
    #expect(after.lines("ledger.csv")[2].hasSuffix("worked,,crew"))
    let all = try Town.after("close=V1,V2,P1,P2")
    #expect(all.read.district.vehicles.map(\.capacityPacks) == [0])
    #expect(all.read.district.points.map(\.crowdLimit) == [0])
    #expect(try Town.after("close=V2,V1").read.district.vehicles.first?.loaders == 0)
  }

  @Test("a closed site keeps its row and loses duties, orders and what pins say of them")
  func site() throws {
    let after = try Town.after("close=S2")
    #expect(after.lines("sites.csv") == Town.files.lines("sites.csv"))
    #expect(after.read.district.posts.allSatisfy { $0.site.text == "S1" })
    #expect(after.read.district.orders.map(\.id.text) == ["O1", "O2", "O4"])
    #expect(!after.lines("pins.csv").contains { $0.contains("S2/") || $0.contains("O3") })
  }

  @Test("a closed depot has nothing left, and its vehicles still begin there")
  func depot() throws {
    let after = try Town.after("close=D1")
    #expect(after.touched == ["stock.csv"])
    #expect(after.read.district.stock.map(\.packs) == [0, 0])
  }

  @Test("closing everything, sending everybody home and scaling to nothing leave districts that can be read")
  func everything() throws {
    for files in try smallDistricts() {
      let district = try files.read().district
      let places =
        district.points.map { "point:\($0.id)" } + district.sites.map { "site:\($0.id)" }
        + district.depots.map { "depot:\($0.id)" } + district.vehicles.map { "vehicle:\($0.id)" }
      let words = [
        "absent=100%", "close=" + places.joined(separator: ","), "scale:households=0", "scale:orders=0",
        "scale:stock=0",
        "seal=" + district.compounds.map { "compound:\($0.id)" }.joined(separator: ","),
      ]
      for word in words where !word.hasSuffix("=") {
        _ = try Scenario(baseline: Town.stored(files), name: "").changed(
          by: ChangeList([word]), options: ChangeOptions())
      }
      let after = try Scenario(baseline: Town.stored(files), name: "").changed(
        by: ChangeList(words.filter { !$0.hasSuffix("=") }), options: ChangeOptions())
      #expect(after.read.district.posts.isEmpty)
      #expect(after.read.district.stock.allSatisfy { $0.packs == 0 })
      #expect(after.read.district.buildings.allSatisfy { $0.households == 0 && $0.status == .sealed })
    }
  }
}
