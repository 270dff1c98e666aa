/// What one vehicle of a class can have delivered by a moment, with the packs of one depot counted apart from those of
/// all others: the best number of trips from either, with the least ways and handling; docks and stock never fail it.
///
/// A trip that loads at both counts as one from the others: as ways are shortest, that one takes no longer.
struct FleetClock {
  private let group: SupplyNetwork.VehicleClass
  private let packs: Int
  /// Entry trips from the depot × (limit + 1) + trips from the others: seconds at the end of the last delivery before
  /// any pack is handled, at least; nil where it is later than all curves.
  private var clock: [Int?]
  private let limit: Int
  /// Seconds of a pack of the depot and of the others, loaded and unloaded.
  private let perPack: [Int]

  private static let most = 48

  /// O(depots × demands + trips²).
  init(_ network: SupplyNetwork, group number: Int, apart depot: Int) {
    let group = network.classes[number]
    self.group = group
    packs = network.packs
    let sides = [[depot], network.depots.indices.filter { $0 != depot }]
    func least(_ side: [Int], _ value: (Int) -> Int) -> Int { side.map(value).min() ?? SupplyNetwork.Way.never }
    let outward = network.depots.indices.map { depot in
      (network.demands.map { $0.out[depot].seconds }.min() ?? 0) + network.depots[depot].loadFixed + group.unloadFixed
    }
    let homeward = network.depots.indices.map { depot in network.demands.map { $0.back[depot].seconds }.min() ?? 0 }
    let first = sides.map { side in
      least(side) { max(group.from + group.start[$0].seconds, network.depots[$0].opens) + outward[$0] }
    }
    let out = sides.map { side in least(side) { outward[$0] } }
    let back = sides.map { side in least(side) { homeward[$0] } }
    perPack = sides.map { side in least(side) { network.depots[$0].loadPerPack } + group.unloadPerPack }
    // More trips than all packs fill bring nothing more.
    limit = min(packs, (packs - 1) / group.capacity + 1)
    clock = []
    guard limit <= Self.most else { return }
    let width = limit + 1
    clock = Array(repeating: nil, count: width * width)
    for a in 0...limit {
      for b in 0...limit where a + b > 0 && a + b <= group.maximumTrips {
        var soonest: Int?
        if a + b == 1 { soonest = first[a == 1 ? 0 : 1] }
        if a > 0, let before = clock[(a - 1) * width + b] { soonest = min(soonest ?? .max, before + back[0] + out[0]) }
        if b > 0, let before = clock[a * width + b - 1] { soonest = min(soonest ?? .max, before + back[1] + out[1]) }
        if let soonest, soonest <= network.deadline { clock[a * width + b] = soonest }
      }
    }
  }

  /// At most so many eighths of packs, those of the depot counted `less` eighths less each. O(trips²).
  func mostDelivered(by moment: Int, less: Int) -> Double {
    guard limit <= Self.most else { return 8 * Double(packs) }
    var best = 0.0
    let value = [Double(8 - less), 8]
    // The side that brings more in a second goes first.
    let firstSide = value[0] * Double(perPack[1]) > value[1] * Double(perPack[0]) ? 0 : 1
    for a in 0...limit {
      for b in 0...limit {
        guard let start = clock[a * (limit + 1) + b], start <= moment else { continue }
        var left = Double(moment - start)
        var sum = 0.0
        for side in [firstSide, 1 - firstSide] {
          let room = Double(min(packs, (side == 0 ? a : b) * group.capacity))
          let part = perPack[side] > 0 ? min(room, left / Double(perPack[side])) : room
          left -= part * Double(perPack[side])
          sum += part * value[side]
        }
        best = max(best, sum)
      }
    }
    return min(best.rounded(.up), 8 * Double(packs))
  }
}

extension SupplyNetwork {
  /// Packs that can come from a depot at most.
  func offer(_ depot: Int) -> Int {
    var wanted = Array(repeating: 0, count: depots[depot].stock.count)
    for demand in demands { wanted[demand.good] += demand.packs }
    return zip(depots[depot].stock, wanted).reduce(0) { $0 + min($1.0, $1.1) }
  }

  /// Packs that one vehicle of a class can have delivered by a moment if docks and stock never fail it: the best number
  /// of trips, each with the least ways and handling. O(depots × demands + trips).
  func mostDelivered(_ number: Int, by moment: Int) -> Int {
    let group = classes[number]
    let out = depots.indices.map { depot in demands.map { $0.out[depot].seconds }.min() ?? 0 }
    let back = depots.indices.map { depot in demands.map { $0.back[depot].seconds }.min() ?? 0 }
    let there =
      depots.indices.map { max(group.from + group.start[$0].seconds, depots[$0].opens) + out[$0] }.min() ?? .max
    let cycle = (out.min() ?? 0) + (back.min() ?? 0)
    let fixed = (depots.map(\.loadFixed).min() ?? 0) + group.unloadFixed
    let perPack = (depots.map(\.loadPerPack).min() ?? 0) + group.unloadPerPack
    var most = 0
    var trips = 0
    while most < packs, trips < min(packs, group.maximumTrips) {
      trips += 1
      let left = moment - there - (trips - 1) * cycle - trips * fixed
      guard left >= 0 else { break }
      most = max(most, min(trips * group.capacity, perPack > 0 ? left / perPack : .max))
    }
    return min(most, packs)
  }
}
