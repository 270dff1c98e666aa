import Synthesis
import Testing

/// What of B6 to B10 the sample shows.
@Suite struct XiangyangTests {
  let files = Sample.xiangyang.files

  @Test("xiangyang counts 1,380 households in 49 buildings of five compounds, 120 people, 40 needs, four vehicles")
  func sizes() {
    #expect(Table("compounds", of: files).rows.count == 5)
    let buildings = Table("buildings", of: files)
    #expect(buildings.rows.count == 49)
    // 420 + 380 + 170 + 150 + 260 = 1,380
    #expect(buildings.numbers("households").reduce(0, +) == 1380)
    #expect(Table("cadres", of: files).rows.count == 120)
    #expect(Table("needs", of: files).rows.count == 40)
    #expect(Table("vehicles", of: files).rows.count == 4)
  }

  @Test("B7: with property management no point, without it a point where packs are sorted")
  func handOver() {
    let compounds = Table("compounds", of: files)
    let points = Table("points", of: files)
    let managed = zip(compounds["id"], compounds["property_management"]).filter { $0.1 == "yes" }.map { $0.0 }
    let weak = zip(compounds["id"], compounds["weak"]).filter { $0.1 == "yes" }.map { $0.0 }
    #expect(managed == ["K1", "K2", "K5"] && weak == ["K3", "K4"])
    #expect(points["compound"] == weak)
    #expect(points.numbers("sort_packs_per_hour").count == 2)
    #expect(points["staff"].allSatisfy { $0 == "cadre:1;volunteer:3" })
    #expect(Set(Table("buildings", of: files)["handover"]) == [""])
  }

  @Test("B7: buildings have floors, some a lift; one is sealed; teams of two volunteers begin at 13:00")
  func carrying() throws {
    let buildings = Table("buildings", of: files)
    #expect(buildings.numbers("floors").count == 49)
    #expect(buildings["status"].count { $0 == "sealed" } == 1)
    for (floors, lift) in zip(buildings.numbers("floors"), buildings["lift"]) {
      #expect((lift == "no") == (floors <= 6))
    }
    let settings = try #require(files.first?.text)
    #expect(settings.contains("carrying: { team: \"volunteer:2\", cart_packs: 30, from: \"13:00\", to: \"18:30\","))
  }

  @Test("B6: what buildings and compounds ask in one day comes on the next")
  func orders() {
    let orders = Table("orders", of: files)
    #expect(orders["asked"].allSatisfy { $0.hasPrefix("2022-10-17T") })
    #expect(orders["due"].allSatisfy { $0.hasPrefix("2022-10-18T") })
    let vegetables = orders.rows.filter { $0[4] == "veg" }.map { $0[1] }
    #expect(vegetables == Table("buildings", of: files)["id"])
    #expect(orders["compound"].filter { !$0.isEmpty } == ["K4", "K2"])
  }

  @Test("B8: eleven people had three households each yesterday, seven households nobody")
  func helpers() {
    let helpers = Table("needs", of: files)["helper"]
    let named = Dictionary(grouping: helpers.filter { !$0.isEmpty }) { $0 }
    #expect(named.count == 11 && named.values.allSatisfy { $0.count == 3 })
    #expect(helpers.count { $0.isEmpty } == 7)
  }

  @Test("B9: medicine is of the first priority and names its pharmacy, milk powder has its time")
  func fastLane() {
    let needs = Table("needs", of: files)
    let medicine = needs.rows.filter { $0[5] == "med" }
    #expect(!medicine.isEmpty && medicine.allSatisfy { $0[6] != "" && $0[8] != "" && $0[9] == "1" })
    #expect(Set(medicine.map { $0[6] }) == ["D3", "D4"])
    let milk = needs.rows.filter { $0[5] == "milk" }
    #expect(!milk.isEmpty && milk.allSatisfy { $0[3] == "infant" && $0[8] != "" })
    #expect(Table("orders", of: files).rows.contains { $0[4] == "med" && $0[8] == "1" })
  }

  @Test("B10: two hotels get meals by noon")
  func hotels() {
    let meals = Table("orders", of: files).rows.filter { $0[4] == "meal" }
    #expect(meals.map { $0[3] } == ["S7", "S8"])
    #expect(meals.allSatisfy { $0[7] == "2022-10-18T12:00" })
  }

  @Test("two supermarkets ask different prices, and together have what is ordered and the reserve of points")
  func stock() {
    let stock = Table("stock", of: files)
    let orders = Table("orders", of: files)
    for good in ["veg", "grain", "milk", "med", "meal", "kit"] {
      let rows = stock.rows.filter { $0[1] == good }
      let there = rows.reduce(0) { $0 + (Int($1[2]) ?? 0) }
      let asked = orders.rows.filter { $0[4] == good }.reduce(0) { $0 + (Int($1[5]) ?? 0) }
      let needed = Table("needs", of: files)["good"].count { $0 == good }
      #expect(there * 100 >= (asked + needed) * 103 + 200, "\(good)")
      if good == "veg" || good == "grain" { #expect(Set(rows.map { $0[3] }).count == 2) }
    }
  }
}
