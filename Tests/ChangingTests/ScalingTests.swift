import Districts
import Formats
import Testing

@testable import Changing

@Suite struct ScalingTests {
  @Test("factors are exact, halves go up")
  func factors() throws {
    let tenth = try #require(Factor("1.1"))
    #expect([0, 4, 5, 35, 1_000_000_000].map(tenth.scaled) == [0, 4, 6, 39, 1_100_000_000])  // 5.5 → 6, 38.5 → 39
    #expect(Factor("110%") == Factor("110%") && Factor("110%")?.scaled(35) == 39)
    #expect(Factor("0.5")?.part(of: 5) == 3 && Factor("10%")?.part(of: 310) == 31)
    #expect(Factor("1.5")?.unscaled(75) == 50 && Factor("1.000001")?.scaled(1_000_000_000) == 1_000_001_000)
    #expect(Factor("2")?.exactly(1) == 2 && Factor("0.8")?.exactly(1) == nil && Factor("0.8")?.exactly(5) == 4)
    for text in ["", "-1", "1e3", "1001", "1.", ".5", "1.1234567", "1,1", "%", "x", "100001%", "+1", "١"] {
      #expect(Factor(text) == nil, "\(text)")
    }
  }

  @Test("households grow with residents and the elderly, in all buildings or within a compound or building")
  func households() throws {
    let all = try Town.after("scale:households=1.1").read.district.buildings
    #expect(all.map(\.households.rawValue) == [39, 52, 11])  // 38.5, 51.7, 11
    #expect(all.map(\.elderly.rawValue) == [6, 6, 11] && all.map(\.residents) == [110, 143, nil])
    #expect(try Town.after("scale:households=2:K2").edits.map(\.row) == ["B3", "B3"])
    #expect(try Town.after("scale:households=2:B1").read.district.buildings.map(\.households.rawValue) == [70, 47, 10])
  }

  @Test("orders keep their form where they can, and are written out for each building where they cannot")
  func orders() throws {
    let double = try Town.after("scale:orders=2")
    #expect(double.lines("orders.csv")[1] == "O1,*,,,veg,2/household")
    #expect(double.lines("orders.csv").suffix(3) == ["O2,B1,,,med,4", "O3,,,S2,veg,8", "O4,,K2,,veg,2/household"])
    let less = try Town.after("scale:orders=0.8")
    #expect(
      less.lines("orders.csv").dropFirst() == [
        // 35, 47 and 10 households × 0.8 = 28, 37.6, 8; 2 × 0.8 = 1.6, 4 × 0.8 = 3.2.
        "O1,B1,,,veg,28", "O1.1,B2,,,veg,38", "O1.2,B3,,,veg,8", "O2,B1,,,med,2", "O3,,,S2,veg,3", "O4,,K2,,veg,8",
      ])
    #expect(try Town.after("scale:orders=3:med").edits.map(\.row) == ["O2"])
    #expect(try Town.after("scale:orders=3:S2").edits.map(\.row) == ["O3"])
    #expect(try Town.after("scale:orders=3:K1").edits.map(\.row) == ["O2"])
    #expect(try Town.after("scale:orders=0.5:K2").lines("orders.csv").last == "O4,,K2,,veg,5")
  }

  @Test("without orders.csv the pack of each household is what is scaled")
  func unwritten() throws {
    var files = Town.files
    files["orders.csv"] = nil
    files["pins.csv"] = nil
    #expect(
      try Town.after("scale:orders=2", files: files).lines("orders.csv") == [
        "id,building,compound,site,good,packs,asked,due,priority,collect_at", "O.1,*,,,veg,2/household,,,,",
      ])
    #expect(
      try Town.after("scale:orders=0.8:veg", files: files).lines("orders.csv").dropFirst() == [
        "O.1,B1,,,veg,28,,,,", "O.2,B2,,,veg,38,,,,", "O.3,B3,,,veg,8,,,,",
      ])
    #expect(try Town.after("scale:orders=2:med", files: files).files == files)
    #expect(try Town.after("scale:orders=1", files: files).files == files)
  }

  @Test("more minutes a household are fewer households an hour, and more seconds a door")
  func minutes() throws {
    let after = try Town.after("scale:minutes=1.5")
    #expect(after.read.district.points.map(\.householdsPerDeskHour.rawValue) == [40, 50])  // 60 ÷ 1.5, 75 ÷ 1.5
    #expect(after.read.district.carrying.perDoor == 90)  // 60 × 1.5
    #expect(try Town.after("scale:minutes=1000:P1").read.district.points[0].householdsPerDeskHour == 1)
    #expect(try Town.after("scale:minutes=2:K2").touched == ["points.csv"])
  }

  @Test("stock is scaled in all depots, of one depot or of one good")
  func stock() throws {
    #expect(try Town.after("scale:stock=0.5").read.district.stock.map(\.packs) == [225, 5])
    #expect(try Town.after("scale:stock=2:D1").read.district.stock.map(\.packs) == [900, 20])
    #expect(try Town.after("scale:stock=0:veg").read.district.stock.map(\.packs) == [0, 10])
  }
}
