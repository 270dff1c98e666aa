import Districts
import Units

/// A compound to be drawn; its buildings stand in rows, `spacing` metres apart, north-east of `corner`.
struct CompoundSketch {
  var id: String
  var name: String
  var community: String
  var corner: Position
  /// Where its goods arrive; nil: in the middle.
  var gate: Position?
  var propertyManagement = true
  var status = AccessStatus.open
  var weak = false
  var spacing = 62
  var sizes: [BuildingSize]

  var columns: Int {
    var side = 1
    while side * side < sizes.count { side += 1 }
    return side
  }
  var rows: Int { max(1, sizes.count.dividedRoundingUp(by: columns)) }
  /// A place inside or at the edge of the compound, in hundredths of its width and depth.
  func at(eastPercent: Int, northPercent: Int) -> Position {
    corner
      + Position(
        east: (columns - 1) * spacing * eastPercent / 100, north: (rows - 1) * spacing * northPercent / 100)
  }
  var centre: Position { at(eastPercent: 50, northPercent: 50) }
}

extension DistrictDraft {
  /// Buildings of the given shapes that hold exactly `households` doors.
  ///
  /// Shapes are drawn until there are enough doors; the surplus is ground-floor shops and flats that stand empty.
  /// With a number of buildings, so many are drawn, and they get more staircases in turn until the doors suffice.
  mutating func sizes(households: Int, buildings: Int? = nil, shapes: [BuildingShape]) -> [BuildingSize] {
    var sizes: [BuildingSize] = []
    var total = 0
    while buildings.map({ sizes.count < $0 }) ?? (total < households) {
      let shape = pick(shapes)
      let staircases = number(shape.staircases)
      let count = staircases * number(shape.doors) * shape.floors
      sizes.append(
        BuildingSize(floors: shape.floors, lift: shape.lift, staircases: staircases, households: count))
      total += count
    }
    var next = 0
    while total < households {
      let building = sizes[next % sizes.count]
      let staircase = building.households / building.staircases
      sizes[next % sizes.count].staircases += 1
      sizes[next % sizes.count].households += staircase
      total += staircase
      next += 1
    }
    trim(&sizes, surplus: total - households)
    return sizes
  }

  /// Takes single doors away at random, and never the last door of a staircase.
  mutating func trim(_ sizes: inout [BuildingSize], surplus: Int) {
    var surplus = surplus
    // Where the surplus would leave the last building nearly empty, that building gets fewer staircases.
    while let last = sizes.last, last.staircases > 1, last.households - last.staircases < surplus {
      let perStaircase = last.households / last.staircases
      sizes[sizes.count - 1].staircases -= 1
      sizes[sizes.count - 1].households -= perStaircase
      surplus -= perStaircase
    }
    let least = sizes.reduce(0) { $0 + $1.staircases }
    surplus = min(surplus, sizes.reduce(0) { $0 + $1.households } - least)
    var index = 0
    while surplus > 0 {
      index = (index + 1 + number(0...2)) % sizes.count
      if sizes[index].households > sizes[index].staircases {
        sizes[index].households -= 1
        surplus -= 1
      }
    }
  }

  /// Adds the compound and its buildings.
  mutating func add(_ sketch: CompoundSketch) {
    var compound = Compound(id: CompoundID(sketch.id), name: sketch.name)
    compound.community = sketch.community
    compound.coordinate = location.coordinate(sketch.gate ?? sketch.centre)
    compound.propertyManagement = sketch.propertyManagement
    compound.status = sketch.status
    compound.weak = sketch.weak
    district.compounds.append(compound)
    for (index, size) in sketch.sizes.enumerated() {
      var building = Building(
        id: BuildingID("\(sketch.id)-B\(padded(index + 1, to: 2))"), compound: compound.id,
        households: Households(size.households))
      building.name = "\(index + 1)号楼"
      let place =
        sketch.corner
        + Position(
          east: index % sketch.columns * sketch.spacing + number(-5...5),
          north: index / sketch.columns * sketch.spacing + number(-5...5))
      building.coordinate = location.coordinate(place)
      building.staircases = size.staircases
      building.floors = size.floors
      building.lift = size.lift
      building.residents = size.households * number(225...315) / 100
      building.elderly = Households(size.households * number(6...22) / 100)
      building.status = sketch.status
      district.buildings.append(building)
    }
  }
}
