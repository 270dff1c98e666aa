import Districts
import Units

extension DistrictDraft {
  init(_ recipe: DistrictRecipe) {
    self.init(
      name: recipe.name, date: recipe.date, days: recipe.days, seed: recipe.seed, location: recipe.location)
    district.defaultAvailability = .always
  }

  mutating func drawEverything(_ recipe: DistrictRecipe) {
    addThreeShifts()
    addShift("testing", "采样", from: (6, 30), to: (9, 30))
    addShift("errands", "跑腿", from: (10, 0), to: (15, 0))
    let compounds = drawCompounds(recipe)
    for compound in compounds { add(compound) }
    sealSomeBuildings()
    let staff = addPoints(compounds)
    let crews = addSupply(recipe, around: compounds)
    addSites(recipe, compounds, seats: recipe.people * 6 / 10 - staff - crews)
    addPeople(recipe, compounds)
    addHelp(recipe)
  }

  /// Compounds of unequal size on a grid of cells around the centre of the location.
  private mutating func drawCompounds(_ recipe: DistrictRecipe) -> [CompoundSketch] {
    let names = shuffled(PlaceNames.roots)
    let weights = (0..<recipe.compounds).map { _ in number(50...150) }
    let total = weights.reduce(0, +)
    var given = 0
    var weightSoFar = 0
    var sketches: [CompoundSketch] = []
    for index in weights.indices {
      weightSoFar += weights[index]
      let upTo = recipe.households * weightSoFar / total
      let households = upTo - given
      given = upTo
      let old = chance(percent: 25)
      let root = names[index % names.count]
      let ending = old ? "里" : PlaceNames.compoundEndings[(index / names.count + index) % 8]
      var sketch = CompoundSketch(
        id: "K" + padded(index + 1, to: recipe.compounds > 99 ? 3 : 2), name: root + ending,
        community: names[index / 3 % names.count] + "社区", corner: Position(east: 0, north: 0),
        sizes: sizes(
          households: households, buildings: recipe.buildings(from: upTo - households, to: upTo, index),
          shapes: old || households < 400 ? [.walkUp] : BuildingShape.modern))
      sketch.propertyManagement = !old
      sketch.weak = old
      sketch.status = chance(percent: 10) ? .controlled : .open
      sketches.append(sketch)
    }
    place(&sketches)
    return sketches
  }

  /// Every compound has a cell that is wide enough for the largest.
  private func place(_ sketches: inout [CompoundSketch]) {
    let cell = 250 + (sketches.map { max($0.columns, $0.rows) * $0.spacing }.max() ?? 0)
    var side = 1
    while side * side < sketches.count { side += 1 }
    for index in sketches.indices {
      sketches[index].corner = Position(
        east: index % side * cell - side * cell / 2, north: index / side * cell - side * cell / 2)
    }
  }

  /// About one building in forty is sealed: it is served at the door.
  private mutating func sealSomeBuildings() {
    for index in district.buildings.indices where random.below(40) == 0 { district.buildings[index].status = .sealed }
  }

  /// Candidate points, twice as many as a compound needs; returns the people that enough of them need.
  private mutating func addPoints(_ compounds: [CompoundSketch]) -> Int {
    let spots = [
      ("南广场", 50, 12), ("北广场", 50, 88), ("东门", 110, 45), ("西侧车棚", -10, 60), ("东北角", 90, 105), ("西南角", 10, -5),
    ]
    var staff = 0
    for compound in compounds {
      let households = compound.sizes.reduce(0) { $0 + $1.households }
      let desks = households < 400 ? 2 : households < 1000 ? 4 : 6
      let enough = households.dividedRoundingUp(by: desks * 290)
      let volunteers = desks == 2 ? 2 : desks
      let cadres = desks == 6 ? 2 : 1
      staff += enough * (volunteers + cadres)
      for index in 0..<(2 * enough) {
        let spot = spots[index % spots.count]
        let ring = index / spots.count * 15
        addPoint(
          "P" + padded(district.points.count + 1, to: 3), compound.name + spot.0 + (ring > 0 ? "\(ring / 15 + 1)" : ""),
          compound: compound.id, at: compound.at(eastPercent: spot.1 + ring, northPercent: spot.2 - ring)
        ) {
          $0.desks = desks
          $0.householdsPerDeskHour = 75
          $0.openFrom = ClockTime(minutes: 16 * 60 + 20)
          $0.openTo = ClockTime(minutes: 20 * 60 + 40)
          $0.crowdLimit = desks * 25
          $0.staff = [
            StaffNeed(kind: .cadre, count: cadres), StaffNeed(kind: .volunteer, count: volunteers),
          ]
        }
      }
    }
    return staff
  }

  /// Needs of single households, and who looked after them yesterday.
  private mutating func addHelp(_ recipe: DistrictRecipe) {
    let helpers = district.cadres.indices.filter {
      let person = district.cadres[$0]
      return person.health == .fit && (person.kind == .volunteer || person.kind == .community)
    }
    addNeeds(
      max(3, min(recipe.households / 150, helpers.count * 2)), priorities: 1...4,
      helpers: Array(shuffled(helpers).prefix(recipe.households / 600 + 1)))
  }
}

extension DistrictRecipe {
  /// How many buildings the index-th compound has, whose households are those from `first` up to `last` of all: one,
  /// and of the others its part.
  fileprivate func buildings(from first: Int, to last: Int, _ index: Int) -> Int? {
    buildings.map { 1 + ($0 - compounds) * last / households - ($0 - compounds) * first / households }
  }
}
