import Synthesis
import Testing

/// The figures that are reported, and what the samples need to be useful.
@Suite struct FigureTests {
  @Test("junyi counts 10 buildings, 33 staircases, 388 households")
  func junyi() {
    let buildings = Table("buildings", of: Sample.junyi.files)
    #expect(buildings.rows.count == 10)
    #expect(buildings.numbers("staircases").reduce(0, +) == 33)
    #expect(buildings.numbers("households").reduce(0, +) == 388)
    #expect(Table("points", of: Sample.junyi.files).rows.count == 2)
  }

  @Test("rongqiao counts 6,777 households, eight points of 2 cadres and 6 volunteers, six vehicles, 96 people")
  func rongqiao() {
    let files = Sample.rongqiao.files
    #expect(Table("buildings", of: files).numbers("households").reduce(0, +) == 6777)
    #expect(Table("points", of: files)["staff"] == Array(repeating: "cadre:2;volunteer:6", count: 8))
    #expect(Table("vehicles", of: files).rows.count == 6)
    #expect(Table("depots", of: files).rows.count == 4)
    // Medicine from the pharmacy, meals from the kitchen, milk.
    #expect(Set(Table("needs", of: files)["good"]) == ["", "med", "meal", "milk"])
    #expect(Table("cadres", of: files).rows.count == 96)
    // Stock: 6,777 packs and 3 % in reserve are 6,981, and at most one more for each of eight points.
    let stock = Table("stock", of: files)
    #expect(zip(stock["good"], stock.numbers("packs")).filter { $0.0 == "veg" }.reduce(0) { $0 + $1.1 } >= 6989)
  }

  @Test("shaanxi-coal has 310 people of 31 sending units on 31 sites")
  func shaanxiCoal() {
    let cadres = Table("cadres", of: Sample.shaanxiCoal.files)
    #expect(cadres.rows.count == 310)
    #expect(Set(cadres["sending_unit"]).count == 31)
    let sites = Table("sites", of: Sample.shaanxiCoal.files)
    #expect(sites.rows.count == 31 && Set(sites["name"]).count == 31)
    #expect((270...310).contains(Table("posts", of: Sample.shaanxiCoal.files).numbers("target").reduce(0, +)))
  }

  @Test("taihua has 12 cadres in two groups of six")
  func taihua() {
    #expect(Table("cadres", of: Sample.taihua.files)["group"].sorted() == Array("AAAAAABBBBBB").map { String($0) })
  }

  @Test("the short-handed sample has more seats than its people can take")
  func shortHanded() {
    let files = Sample.shortHanded.files
    // Shifts of eight hours and twelve hours a day at most: nobody takes two.
    #expect(
      Table("posts", of: files).numbers("target").reduce(0, +) > Table("cadres", of: files).rows.count)
  }
}
