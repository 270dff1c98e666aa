import Routing

/// When vehicles load, and what can wait.
extension DepotDay {
  func nextToLoad() -> Int? {
    var next: Int?
    for route in order where routes[route].load >= 0 {
      if next.map({ routes[route].reach < routes[$0].reach }) ?? true { next = route }
    }
    return next
  }

  /// Gives a route's next load its moment.
  mutating func load(_ route: Int) -> Bool {
    let position = routes[route].load
    let index = routes[route].first &+ position
    let depot = Int(sites[index]) &- facts.clientCount
    var moment = routes[route].reach
    for dimension in 0..<facts.loadCount {
      let units = unitsLoaded(index, dimension)
      let cell = depot &* facts.loadCount &+ dimension
      gone[cell] &+= units
      if units > 0 { moment = max(moment, arrivals.ready(cell, gone[cell])) }
    }
    if length[index] > 0, !docks[depot].isEmpty {
      var dock = 0
      for other in docks[depot].indices where docks[depot][other] < docks[depot][dock] { dock = other }
      moment = max(moment, docks[depot][dock])
      docks[depot][dock] = moment &+ length[index]
      bookings[depot].append(Booking(position: index, begin: moment, end: moment &+ length[index]))
    }
    guard moment <= to[index] else {
      failure = (route, position)
      return false
    }
    begin[index] = moment
    return true
  }

  private func unitsLoaded(_ index: Int, _ dimension: Int) -> Int {
    var units = 0
    var next = index &+ 1
    while Int(sites[next]) < facts.clientCount {
      let client = Int(sites[next])
      if !facts.isShipped(client) { units &+= facts.delivery[client &* facts.loadCount &+ dimension] }
      next &+= 1
    }
    return units
  }

  /// Puts off what comes before the route's end as far as that stays; the route's duration then.
  mutating func putOff(_ route: Int) -> Int? {
    let first = routes[route].first
    let last = first &+ routes[route].count &- 1
    guard facts.kinds[routes[route].kind].breaks.isEmpty else {
      guard rewalk(route, upTo: routes[route].count &- 1) else {
        failure = (route, 1)
        return nil
      }
      begin[first] = walk.begin[0]
      return walk.duration
    }
    var latest = begin[last]
    var index = last
    while index > first {
      index &-= 1
      latest &-= facts.ways.duration(Int(sites[index]), Int(sites[index &+ 1])) &+ length[index]
      latest = closing(index, min(latest, to[index]))
      if isLoad(route, index &- first) {
        if !moves(index, to: latest) { latest = begin[index] }
        begin[index] = latest
      } else if index == first {
        begin[index] = latest
      }
    }
    return begin[last] &- begin[first]
  }

  private func closing(_ index: Int, _ moment: Int) -> Int {
    let site = Int(sites[index])
    guard facts.hasSeveralWindows, site < facts.clientCount else { return moment }
    for window in facts.problem.clients[site].windows.reversed() where window.from <= moment {
      return min(moment, window.to)
    }
    return moment
  }

  /// Moves a load to a later moment where a dock is free then.
  private mutating func moves(_ index: Int, to moment: Int) -> Bool {
    let depot = Int(sites[index]) &- facts.clientCount
    if length[index] == 0 || docks[depot].isEmpty { return true }
    let end = moment &+ length[index]
    var own = 0
    var others = 0
    for number in bookings[depot].indices {
      if bookings[depot][number].position == index {
        own = number
      } else if bookings[depot][number].begin < end, moment < bookings[depot][number].end {
        others &+= 1
      }
    }
    if others >= docks[depot].count { return false }
    bookings[depot][own].begin = moment
    bookings[depot][own].end = end
    return true
  }
}
