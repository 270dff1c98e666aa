/// Who loads at which depot when: intervals in the order of their starts, one list a depot.
struct DockBook {
  private var from: [Int] = []
  private var to: [Int] = []
  private var count: [Int]
  private var stride = 0

  init(depots: Int) { count = Array(repeating: 0, count: depots) }

  /// Empties all lists and makes room for so many intervals at each depot.
  mutating func clear(room: Int) {
    if room > stride {
      stride = room + 16
      from = Array(repeating: 0, count: stride * count.count)
      to = from
    }
    for depot in count.indices { count[depot] = 0 }
  }

  mutating func add(_ depot: Int, from start: Int, to end: Int) {
    guard end > start else { return }
    let base = depot &* stride
    var index = base &+ count[depot]
    while index > base, from[index &- 1] > start {
      from[index] = from[index &- 1]
      to[index] = to[index &- 1]
      index &-= 1
    }
    from[index] = start
    to[index] = end
    count[depot] &+= 1
  }

  mutating func remove(_ depot: Int, from start: Int, to end: Int) {
    guard end > start else { return }
    let base = depot &* stride
    let limit = base &+ count[depot]
    guard var index = (base..<limit).first(where: { from[$0] == start && to[$0] == end }) else { return }
    while index &+ 1 < limit {
      from[index] = from[index &+ 1]
      to[index] = to[index &+ 1]
      index &+= 1
    }
    count[depot] &-= 1
  }

  /// The first moment from `start` on at which a dock is free for `duration`.
  func earliest(_ depot: Int, from start: Int, for duration: Int, docks: Int) -> Int {
    guard duration > 0, count[depot] >= docks else { return start }
    var moment = start
    while let full = full(depot, from: moment, to: moment &+ duration, docks: docks) { moment = full.end }
    return moment
  }

  /// The last moment up to `end` at which a dock is free for `duration`; `start` is known to be one.
  func latest(_ depot: Int, from start: Int, to end: Int, for duration: Int, docks: Int) -> Int {
    guard duration > 0, count[depot] >= docks else { return end }
    var moment = end
    while moment > start, let full = full(depot, from: moment, to: moment &+ duration, docks: docks) {
      moment = full.start &- duration
    }
    return max(start, moment)
  }

  /// A stretch that touches `start` ..< `end` in which every dock is taken.
  private func full(_ depot: Int, from start: Int, to end: Int, docks: Int) -> (start: Int, end: Int)? {
    let base = depot &* stride
    let limit = base &+ count[depot]
    var index = limit
    while index > base {
      index &-= 1
      if from[index] >= end { continue }
      if docks == 1 {
        if to[index] > start { return (from[index], to[index]) }
        // With one dock intervals do not overlap: those before end earlier still.
        return nil
      }
      let point = max(start, from[index])
      if to[index] <= point { continue }
      var taken = 0
      var opened = Int.min
      var closed = Int.max
      for other in base..<limit where from[other] <= point && to[other] > point {
        taken &+= 1
        opened = max(opened, from[other])
        closed = min(closed, to[other])
      }
      if taken >= docks { return (opened, closed) }
    }
    return nil
  }
}
