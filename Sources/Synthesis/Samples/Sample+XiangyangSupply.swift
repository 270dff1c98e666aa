import Districts
import Units

/// Who has what, who has ordered it, and what brings it.
extension DistrictDraft {
  mutating func addSupplyOfXiangyang() {
    addGoodsOfXiangyang()
    addDepotsOfXiangyang()
    addVehiclesOfXiangyang()
  }

  private mutating func addGoodsOfXiangyang() {
    for (id, name, kind, grams) in [
      ("veg", "蔬菜包", GoodKind.vegetable, 5000), ("grain", "米面", .grain, 5000), ("milk", "婴儿奶粉", .milk, 900),
      ("med", "常用药", .medicine, 200), ("meal", "盒饭", .meal, 600), ("kit", "防护包", .kit, 500),
    ] {
      var good = Good(id: GoodID(id), name: name)
      good.kind = kind
      good.grams = grams
      district.goods.append(good)
    }
  }

  /// The supermarket far away is cheaper and has less.
  private mutating func addDepotsOfXiangyang() {
    for (id, name, kind, place, hours) in [
      ("D1", "百汇超市向阳店", DepotKind.supermarket, Position(east: -1300, north: -200), (6, 21)),
      ("D2", "惠农超市城北店", .supermarket, Position(east: 1500, north: 3600), (6, 20)),
      ("D3", "济仁大药房", .pharmacy, Position(east: 250, north: 150), (7, 21)),
      ("D4", "康平药店", .pharmacy, Position(east: -900, north: -700), (7, 21)),
      ("D5", "便民食堂", .kitchen, Position(east: 900, north: 350), (9, 19)),
    ] {
      addDepot(id, name, kind, at: place) {
        $0.openFrom = ClockTime(minutes: hours.0 * 60)
        $0.openTo = ClockTime(minutes: hours.1 * 60)
        if kind == .supermarket { $0.docks = 2 }
        if kind == .supermarket { $0.loadPerPack = 1 } else { $0.loadFixed = 120 }
      }
    }
    for (depot, good, packs, price, ready) in [
      ("D1", "veg", 700, 2900, 6), ("D1", "veg", 300, 2900, 11), ("D2", "veg", 600, 2500, 7),
      ("D1", "grain", 300, 2600, 6),
      ("D2", "grain", 150, 2300, 7), ("D1", "milk", 30, 19_800, 6), ("D1", "kit", 40, 2600, 6),
      ("D3", "med", 30, 3500, 7),
      ("D4", "med", 30, 3600, 7), ("D5", "meal", 110, 1500, 10),
    ] {
      addStock(depot, good, packs, price: price, ready: ready)
    }
  }

  /// Three vans until the carrying is over, and a small one for what is urgent.
  private mutating func addVehiclesOfXiangyang() {
    for (id, depot, packs, to, loaders) in [
      ("V1", "D1", 240, 19, 1), ("V2", "D1", 200, 19, 1), ("V3", "D2", 200, 19, 1), ("V4", "D1", 80, 15, 0),
    ] {
      addVehicle(id, "晋L·B\(3000 + packs)\(id.suffix(1))", depot: depot, packs: packs, from: 7, to: to) {
        $0.capacityGrams = packs * 5000
        $0.loaders = loaders
        $0.fixedCost = 5000 + 20 * packs
        $0.costPerKilometre = 80 + packs / 4
        $0.costPerHour = 3000 + 1500 * loaders
        if loaders == 0 { $0.unloadFixed = 120 }
        $0.unloadPerPack = 1
      }
    }
  }
}
