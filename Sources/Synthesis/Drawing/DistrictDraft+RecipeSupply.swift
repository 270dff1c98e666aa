import Districts
import Units

extension DistrictDraft {
  /// Depots with stock for everybody and a tenth more, and vehicles; returns the people that the crews need.
  mutating func addSupply(_ recipe: DistrictRecipe, around compounds: [CompoundSketch]) -> Int {
    var vegetables = Good(id: GoodID("veg"), name: "蔬菜包")
    vegetables.grams = 4000
    district.goods = [vegetables]
    let reach = 2500 + (compounds.map { abs($0.corner.east) }.max() ?? 0)
    for index in 0..<recipe.depots {
      let warehouse = index % 2 == 0
      let place = near(Position(east: warehouse ? reach / 2 : -reach / 2, north: 0), radius: reach / 2)
      addDepot(
        "D\(index + 1)", "\(recipe.location.name)第\(index + 1)保供\(warehouse ? "仓" : "超市")",
        warehouse ? .warehouse : .supermarket, at: place
      ) {
        $0.openFrom = ClockTime(minutes: 6 * 60)
        $0.openTo = ClockTime(minutes: 22 * 60)
        $0.docks = recipe.needsTrucks ? recipe.vehicles.dividedRoundingUp(by: recipe.depots) : warehouse ? 3 : 2
        $0.loadPerPack = 1
      }
      var stock = StockRow(
        depot: DepotID("D\(index + 1)"), good: vegetables.id,
        packs: (recipe.households * 11 / 10).dividedRoundingUp(by: recipe.depots) + 100)
      stock.price = number(24...32) * 100
      district.stock.append(stock)
    }
    var crews = 0
    for index in 0..<recipe.vehicles {
      let packs = pick(recipe.needsTrucks ? [1200, 1500, 1800, 2400] : [400, 500, 600, 800, 900])
      let loaders = packs > 600 ? 2 : 1
      crews += 1 + loaders
      addVehicle(
        "V\(padded(index + 1, to: 2))", "保供\(index + 1)号车", depot: "D\(index % recipe.depots + 1)", packs: packs,
        from: recipe.crewHours.lowerBound, to: recipe.crewHours.upperBound
      ) {
        $0.capacityGrams = packs * 4200
        $0.loaders = loaders
        $0.fixedCost = 8000 + 20 * packs
        $0.costPerKilometre = 90 + packs / 4
        $0.costPerHour = 3500 + 1500 * loaders
        $0.unloadPerPack = 1
      }
    }
    return crews
  }

  /// Sites at the gates of the compounds in turn; `seats` a day are shared out to them, at most fourteen each.
  mutating func addSites(_ recipe: DistrictRecipe, _ compounds: [CompoundSketch], seats: Int) {
    for index in 0..<recipe.sites {
      let compound = compounds[index % compounds.count]
      let round = index / compounds.count
      let id = "S" + padded(index + 1, to: recipe.sites > 99 ? 4 : 2)
      let spot = [(50, -15), (50, 115), (-15, 50), (115, 50)][round % 4]
      addSite(
        id, compound.name + ["南门", "北门", "西门", "东门"][round % 4] + (round >= 4 ? "\(round / 4 + 1)号岗" : ""),
        community: compound.community,
        at: compound.at(eastPercent: spot.0, northPercent: spot.1) + Position(east: round / 4 * 20, north: 0),
        compound: compound.id)
      let share = max(0, seats) * (index + 1) / recipe.sites - max(0, seats) * index / recipe.sites
      addLadder(at: id, seats: min(14, max(1, share)))
    }
  }

  /// The first `seats` seats of a ladder: the gate around the clock first, then testing, errands, a second person.
  private mutating func addLadder(at site: String, seats: Int) {
    let ladder = [
      "day", "evening", "night", "day", "entry", "evening", "order", "entry", "errands", "night", "errands", "order",
      "day", "evening",
    ]
    func count(_ step: String) -> Int { ladder.prefix(seats).count { $0 == step } }
    for shift in ["day", "evening", "night"] where count(shift) > 0 {
      addPost(site, "gate", "小区卡口", .checkpoint, shift, target: count(shift)) {
        $0.minimum = 1
        $0.lead = shift == "day" && seats > 3
        $0.priority = 2
        $0.handover = 15
      }
    }
    if count("entry") > 0 {
      addPost(site, "entry", "信息录入", .entry, "testing", target: count("entry")) {
        $0.skills = ["entry"]
        $0.minimum = 1
        $0.exposure = 1
      }
    }
    if count("order") > 0 {
      addPost(site, "order", "秩序维护", .order, "testing", target: count("order")) {
        $0.minimum = 1
        $0.exposure = 1
      }
    }
    if count("errands") > 0 {
      addPost(site, "errands", "代购送药", .delivery, "errands", target: count("errands")) {
        $0.minimum = 0
        $0.priority = 4
      }
    }
  }
}

extension DistrictRecipe {
  /// A vehicle for 1,400 households is a van that drives in the afternoon; where each has more than twice as many, they
  /// are lorries that drive all day.
  var needsTrucks: Bool { vehicles > 0 && households > 2800 * vehicles }
  /// When crews serve, in hours.
  var crewHours: Range<Int> { needsTrucks ? 6..<18 : 13..<21 }
}
