import Routing
import Units

extension RouteStore {
  /// Gives back what the slot took from depots' stock.
  mutating func release(_ slot: Int) {
    if facts.hasStock { unbook(slot) }
  }

  mutating func book(_ slot: Int) {
    unbook(slot)
    booked(slot) { taken, cell, units in taken[cell] &+= units }
    bookedSites[slot] = (0...(size[slot] &+ 1)).map { site[begin[slot] &+ $0] }
  }

  mutating func unbook(_ slot: Int) {
    guard let sites = bookedSites.removeValue(forKey: slot) else { return }
    var depot = Int(sites[0]) &- facts.clientCount
    for stop in sites.dropFirst().dropLast() {
      let stop = Int(stop)
      if stop >= facts.clientCount {
        depot = stop &- facts.clientCount
      } else if !facts.isShipped(stop) {
        for dimension in 0..<facts.loadCount {
          taken[depot &* facts.loadCount &+ dimension] &-= facts.delivery[stop &* facts.loadCount &+ dimension]
        }
      }
    }
  }

  func booked(_ slot: Int, _ take: (borrowing Buffer<Int>, Int, Int) -> Void) {
    var depot = Int(site[begin[slot]]) &- facts.clientCount
    for position in (begin[slot] &+ 1)..<(begin[slot] &+ size[slot] &+ 1) {
      let stop = Int(site[position])
      if stop >= facts.clientCount {
        depot = stop &- facts.clientCount
      } else if !facts.isShipped(stop) {
        for dimension in 0..<facts.loadCount {
          take(taken, depot &* facts.loadCount &+ dimension, facts.delivery[stop &* facts.loadCount &+ dimension])
        }
      }
    }
  }

  /// Whether the depot of the trip at a position has stock left for the client.
  func hasStock(for client: Int, at position: Int, in slot: Int) -> Bool {
    var place = position
    while Int(site[place]) < facts.clientCount { place &-= 1 }
    return hasStock(for: client, depot: Int(site[place]) &- facts.clientCount)
  }

  func hasStock(for client: Int, depot: Int) -> Bool {
    if facts.isShipped(client) { return true }
    for dimension in 0..<facts.loadCount {
      let units = facts.delivery[client &* facts.loadCount &+ dimension]
      if units > 0, taken[depot &* facts.loadCount &+ dimension] &+ units > facts.stock(depot, dimension) {
        return false
      }
    }
    return true
  }
}
