/// A type of residential building: how tall, how many staircases, how many doors on a floor.
struct BuildingShape {
  var floors: Int
  var staircases: ClosedRange<Int>
  /// Doors of one staircase on one floor.
  var doors: ClosedRange<Int>
  var lift: Bool { floors > 6 }

  static let walkUp = BuildingShape(floors: 6, staircases: 2...4, doors: 2...2)
  static let midRise = BuildingShape(floors: 11, staircases: 2...3, doors: 2...2)
  static let highSlab = BuildingShape(floors: 18, staircases: 1...2, doors: 2...2)
  static let tower = BuildingShape(floors: 26, staircases: 1...1, doors: 2...2)
  static let highTower = BuildingShape(floors: 32, staircases: 1...2, doors: 2...2)

  /// What stands in an old alley.
  static let alley = [
    BuildingShape(floors: 3, staircases: 1...2, doors: 2...3),
    BuildingShape(floors: 4, staircases: 1...2, doors: 2...2),
    BuildingShape(floors: 5, staircases: 1...3, doors: 2...2),
  ]

  /// What has been built in the last decades.
  static let modern = [midRise, midRise, midRise, highSlab, highSlab, tower, tower, highTower]
}

/// One building before it has a place.
struct BuildingSize {
  var floors: Int
  var lift: Bool
  var staircases: Int
  var households: Int
}
