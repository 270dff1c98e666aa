import Routing

/// Packs of one demand on one trip. The tag is the curve step they are meant for: they depart by its moment.
struct Piece {
  var demand: Int32
  var packs: Int32
  var tag: Int32
  var next: Int32 = -1
}

/// One journey of a vehicle from a loading dock through its stops; stops are a linked list of pieces.
struct Trip {
  var vehicle: Int
  var depot: Int
  /// Row of the draft's table of packs by good.
  var slot: Int
  var head: Int32 = -1
  var stops = 0
  var packs = 0
  var grams = 0
  /// Seconds at the dock; seconds and metres from leaving it to leaving the last stop.
  var loading = 0
  var drive = 0
  var metres = 0
  var last = 0
  /// The latest moment to begin loading so that every piece departs by its tag's moment.
  var latest = 0
  /// When loading begins: set by the timetable.
  var service = 0
  /// The latest moment to begin loading when the vehicle's later trips and its end are to hold as well, docks aside.
  var ceiling = 0
}

/// A plan in the making: trips in the order in which docks and stock are given to them, and what is still to place.
///
/// A vehicle drives its trips in the same order. Valid means: the timetable accepts it.
struct Draft {
  var trips: [Trip] = []
  var pieces: [Piece] = []
  /// Packs by good, `goods` entries a slot.
  var loads: [Int] = []
  var freePieces: [Int32] = []
  var freeSlots: [Int] = []
  /// Packs placed, by curve step of their tag (laid out like `SupplyFacts.curveBy`), and in all by demand.
  var tagged: [Int]
  var placed: [Int]
  /// Packs taken by depot × good.
  var taken: [Int]
  var stepCount = 0

  init(_ facts: SupplyFacts) {
    tagged = Array(repeating: 0, count: facts.curveBy.count)
    placed = Array(repeating: 0, count: facts.demandPacks.count)
    taken = Array(repeating: 0, count: facts.depots.count * facts.goods)
  }

  /// How many more packs of the demand may be placed with this tag.
  ///
  /// At most curve(last) − curve(j) packs may be meant for steps after j, for every j: then the packs missing in all
  /// cover every shortfall. O(steps).
  func room(_ demand: Int, tag: Int, _ facts: SupplyFacts) -> Int {
    let start = facts.curveStart[demand]
    let total = facts.demandPacks[demand]
    var room = total - placed[demand]
    var later = 0
    var step = facts.steps(demand) - 1
    while step > 0 {
      later += tagged[start + step]
      if step <= tag { room = min(room, total - facts.curvePacks[start + step - 1] - later) }
      step -= 1
    }
    return max(0, room)
  }

  /// Puts a trip without stops at a place in the order.
  mutating func addTrip(vehicle: Int, depot: Int, at index: Int, _ facts: SupplyFacts) {
    let slot: Int
    if let free = freeSlots.popLast() {
      slot = free
    } else {
      slot = loads.count / max(1, facts.goods)
      loads.append(contentsOf: repeatElement(0, count: max(1, facts.goods)))
    }
    trips.insert(Trip(vehicle: vehicle, depot: depot, slot: slot), at: index)
    stepCount += 1
  }

  /// Puts packs behind a stop (−1: before the first), or onto the stop itself where it is of the same demand.
  mutating func place(
    _ packs: Int, of demand: Int, tag: Int, on index: Int, after stop: Int32, _ facts: SupplyFacts
  ) {
    if stop >= 0, Int(pieces[Int(stop)].demand) == demand {
      let old = Int(pieces[Int(stop)].tag)
      let before = Int(pieces[Int(stop)].packs)
      let merged = min(old, tag)
      tagged[facts.curveStart[demand] + old] -= before
      tagged[facts.curveStart[demand] + merged] += before + packs
      pieces[Int(stop)].tag = Int32(truncatingIfNeeded: merged)
      pieces[Int(stop)].packs += Int32(truncatingIfNeeded: packs)
    } else {
      var piece = Piece(
        demand: Int32(truncatingIfNeeded: demand), packs: Int32(truncatingIfNeeded: packs),
        tag: Int32(truncatingIfNeeded: tag))
      piece.next = stop < 0 ? trips[index].head : pieces[Int(stop)].next
      let id: Int32
      if let free = freePieces.popLast() {
        id = free
        pieces[Int(id)] = piece
      } else {
        id = Int32(truncatingIfNeeded: pieces.count)
        pieces.append(piece)
      }
      if stop < 0 { trips[index].head = id } else { pieces[Int(stop)].next = id }
      tagged[facts.curveStart[demand] + tag] += packs
      stepCount += 1
    }
    book(packs, of: demand, on: index, facts)
    refresh(index, facts)
  }

  /// Takes packs off a stop; the stop goes when nothing is left on it. The trip stays, even without stops.
  mutating func take(_ packs: Int, from id: Int32, after previous: Int32, on index: Int, _ facts: SupplyFacts) {
    let piece = pieces[Int(id)]
    let demand = Int(piece.demand)
    tagged[facts.curveStart[demand] + Int(piece.tag)] -= packs
    if packs >= Int(piece.packs) {
      if previous < 0 { trips[index].head = piece.next } else { pieces[Int(previous)].next = piece.next }
      freePieces.append(id)
      stepCount -= 1
    } else {
      pieces[Int(id)].packs -= Int32(truncatingIfNeeded: packs)
    }
    book(-packs, of: demand, on: index, facts)
    refresh(index, facts)
  }

  /// Takes a trip with all its stops out.
  mutating func removeTrip(_ index: Int, _ facts: SupplyFacts) {
    while trips[index].head >= 0 {
      let id = trips[index].head
      take(Int(pieces[Int(id)].packs), from: id, after: -1, on: index, facts)
    }
    freeSlots.append(trips[index].slot)
    trips.remove(at: index)
    stepCount -= 1
  }

  mutating func removeEmptyTrips(_ facts: SupplyFacts) {
    for index in trips.indices.reversed() where trips[index].head < 0 { removeTrip(index, facts) }
  }

  private mutating func book(_ packs: Int, of demand: Int, on index: Int, _ facts: SupplyFacts) {
    let good = facts.demandGood[demand]
    placed[demand] += packs
    taken[trips[index].depot * facts.goods + good] += packs
    loads[trips[index].slot * facts.goods + good] += packs
    trips[index].packs += packs
    trips[index].grams += packs * facts.grams[good]
  }

  /// Works a trip's own figures out anew. O(stops).
  mutating func refresh(_ index: Int, _ facts: SupplyFacts) {
    var trip = trips[index]
    let depot = facts.depots[trip.depot]
    let vehicle = facts.vehicles[trip.vehicle]
    trip.loading = depot.loadFixed + depot.loadPerPack * trip.packs
    var place = depot.location
    var latest = Int.max / 4
    trip.stops = 0
    trip.drive = 0
    trip.metres = 0
    var id = trip.head
    while id >= 0 {
      let piece = pieces[Int(id)]
      let demand = Int(piece.demand)
      let next = facts.demandPlace[demand]
      trip.drive += facts.time(place, next) + vehicle.unloadFixed + vehicle.unloadPerPack * Int(piece.packs)
      trip.metres += facts.way(place, next)
      latest = min(latest, facts.due(demand, Int(piece.tag)) - trip.drive)
      trip.stops += 1
      place = next
      id = piece.next
    }
    trip.last = place
    trip.latest = min(latest, depot.close) - trip.loading
    trips[index] = trip
  }
}
