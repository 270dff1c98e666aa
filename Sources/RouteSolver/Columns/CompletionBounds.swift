import Units

/// At least what it costs to go on from each client to the depot, by what is left of one resource: cheapest walks that
/// do not turn straight back, without memory and without the other resources.
///
/// The resource is counted in coarse steps, rounded down, which only allows more. Kept are the two cheapest walks
/// that go on to different clients, so that a label can be told one that does not go back to where it comes from.
///
/// Source: Houck, Picard, Queyranne and Vemuganti, "The travelling salesman problem as a constrained shortest path
/// problem" (1980), for walks without 2-cycles.
struct CompletionBounds: ~Copyable {
  private let walks: Buffer<Walk>
  private let clients: Int
  private let steps: Int
  private let resource: Resource
  private let limit: Int32
  /// 2^shift units of the resource are a step.
  private let shift: Int32
  /// Steps that each arc takes, and between which each client is reached.
  private let stepsOfArc: Buffer<Int32>
  private let lowest: Buffer<Int32>
  private let highest: Buffer<Int32>
  private var isFilled = false

  struct Walk: BitwiseCopyable {
    var best: Int
    /// The cheapest that goes on to another client than `next`.
    var other: Int
    var next: Int32
    var unused: Int32 = 0
  }

  enum Resource { case main, first, second }

  static let none = Int.max / 4
  private static let fewestSteps = 256
  private static let mostSteps = 2048

  /// Bounds are not to be had where too little is used up somewhere: then there are no steps.
  static func make(_ kind: RouteKind, _ resource: Resource, isForward: Bool) -> CompletionBounds {
    let limit =
      switch resource {
      case .main: kind.span
      case .first: kind.firstLimit
      case .second: kind.secondLimit
      }
    let table = isForward ? kind.forward : kind.backward
    let shortest = table.arcs.lazy.map { use($0, resource) }.min() ?? 0
    let step = min(max(1, limit / Int32(fewestSteps)), shortest)
    let shift = step > 0 ? Int32(31 - step.leadingZeroBitCount) : 0
    let isKnown = step > 0 && Int(limit) >> Int(shift) < mostSteps
    let steps = isKnown ? Int(limit) >> Int(shift) + 1 : 0
    let bounds = CompletionBounds(
      resource, limit: limit, shift: shift, clients: kind.clientCount, arcs: isKnown ? table.arcs.count : 0,
      steps: steps)
    if isKnown { bounds.measure(kind, table, isForward: isForward) }
    return bounds
  }

  // Apart from `make`: with the choices above in the initialiser the compiler (6.3) frees buffers that are not there yet.
  private init(_ resource: Resource, limit: Int32, shift: Int32, clients: Int, arcs: Int, steps: Int) {
    self.resource = resource
    self.limit = limit
    self.shift = shift
    self.clients = clients
    self.steps = steps
    stepsOfArc = Buffer(repeating: 0, count: arcs)
    lowest = Buffer(repeating: 0, count: clients)
    highest = Buffer(repeating: Int32(steps) - 1, count: clients)
    walks = Buffer(repeating: Walk(best: Self.none, other: Self.none, next: -1), count: clients * steps)
  }

  private func measure(_ kind: RouteKind, _ table: ArcTable, isForward: Bool) {
    for index in table.arcs.indices { stepsOfArc[index] = Self.use(table.arcs[index], resource) >> shift }
    guard resource == .main else { return }
    for client in 0..<clients {
      lowest[client] = (isForward ? kind.least[client] : limit - kind.most[client]) >> shift
      highest[client] = (isForward ? kind.most[client] : limit - kind.least[client]) >> shift
    }
  }

  @inline(__always) private static func use(_ arc: RouteArc, _ resource: Resource) -> Int32 {
    switch resource {
    case .main: arc.main
    case .first: arc.first
    case .second: arc.second
    }
  }

  /// - Parameters:
  ///   - first: arcs from the depot at the walks' end.
  ///   - arcs: all of the kind's in this direction, away from that depot, costs scaled and less the price of their end.
  /// - Complexity: O(arcs × steps).
  mutating func fill(
    _ first: [RouteArc], _ prices: [Int], _ scale: Int, arcs: borrowing Buffer<RouteArc>,
    start: borrowing Buffer<Int32>
  ) {
    isFilled = steps > 0
    guard isFilled else { return }
    for index in 0..<clients * steps { walks[index] = Walk(best: Self.none, other: Self.none, next: -1) }
    for arc in first {
      let client = Int(arc.to)
      offer(arc.cost * scale - prices[client], by: -1, at: client * steps + Int(Self.use(arc, resource) >> shift))
    }
    for here in 0..<steps {
      for client in 0..<clients {
        let place = client &* steps &+ here
        if here > 0 && !carry(place) { continue }
        let walk = walks[place]
        if walk.best >= Self.none { continue }
        for index in Int(start[client])..<Int(start[client &+ 1]) {
          let arc = arcs[index]
          let to = Int(arc.to)
          let next = max(here &+ Int(stepsOfArc[index]), Int(lowest[to]))
          if next > Int(highest[to]) { continue }
          let before = arc.to == walk.next ? walk.other : walk.best
          if before < Self.none { offer(before &+ arc.cost, by: Int32(client), at: to &* steps &+ next) }
        }
      }
    }
  }

  /// Takes over what was known with one step less; whether anything here is better.
  @inline(__always) private func carry(_ place: Int) -> Bool {
    let (before, own) = (walks[place &- 1], walks[place])
    if own.best >= Self.none {
      walks[place] = before
      return false
    }
    var merged = own.best < before.best ? own : before
    merged.other = min(otherThan(merged.next, own), otherThan(merged.next, before))
    walks[place] = merged
    return merged.best != before.best || merged.other != before.other || merged.next != before.next
  }

  @inline(__always) private func otherThan(_ next: Int32, _ walk: Walk) -> Int {
    walk.next == next ? walk.other : walk.best
  }

  @inline(__always) private func offer(_ cost: Int, by next: Int32, at place: Int) {
    var walk = walks[place]
    if cost < walk.best {
      if walk.next != next { walk.other = walk.best }
      walk.best = cost
      walk.next = next
    } else if walk.next != next && cost < walk.other {
      walk.other = cost
    } else {
      return
    }
    walks[place] = walk
  }

  mutating func forget() { isFilled = false }

  /// No route costs less than this beyond its prices: the cheapest walk of all; nil where bounds are not to be had.
  func least(_ starts: [RouteArc], scale: Int) -> Int? {
    guard isFilled else { return nil }
    var least = Self.none
    for arc in starts {
      let used = Self.use(arc, resource)
      guard used <= limit else { continue }
      least = min(least, arc.cost * scale + walks[Int(arc.to) * steps + Int((limit - used) >> shift)].best)
    }
    return least
  }

  /// For a label at a client that it reached from another, with so much of the resource used.
  @inline(__always) func least(_ client: Int, from before: Int32, used: Int32) -> Int {
    if !isFilled { return -Self.none }
    let walk = walks[client &* steps &+ Int((limit &- used) >> shift)]
    return walk.next == before ? walk.other : walk.best
  }
}

/// The bounds by each resource that gives any.
struct PieceBounds: ~Copyable {
  private(set) var main: CompletionBounds
  private(set) var first: CompletionBounds
  private(set) var second: CompletionBounds

  init(_ kind: RouteKind, isForward: Bool) {
    main = CompletionBounds.make(kind, .main, isForward: isForward)
    first = CompletionBounds.make(kind, .first, isForward: isForward)
    second = CompletionBounds.make(kind, .second, isForward: isForward)
  }

  mutating func fill(
    _ starts: [RouteArc], _ prices: [Int], _ scale: Int, arcs: borrowing Buffer<RouteArc>,
    start: borrowing Buffer<Int32>
  ) {
    main.fill(starts, prices, scale, arcs: arcs, start: start)
    first.fill(starts, prices, scale, arcs: arcs, start: start)
    second.fill(starts, prices, scale, arcs: arcs, start: start)
  }

  /// The best that is known without labels; nil where no resource tells.
  func least(_ starts: [RouteArc], scale: Int) -> Int? {
    [main.least(starts, scale: scale), first.least(starts, scale: scale), second.least(starts, scale: scale)]
      .compactMap { $0 }.max()
  }

  mutating func forget() {
    main.forget()
    first.forget()
    second.forget()
  }

  /// Whether a label of this cost, without the client's price, can end below the limit.
  @inline(__always) func allow(
    _ cost: Int, below limit: Int, _ client: Int, from before: Int32, main used: Int32, _ firstUsed: Int32,
    _ secondUsed: Int32
  ) -> Bool {
    cost &+ main.least(client, from: before, used: used) < limit
      && cost &+ first.least(client, from: before, used: firstUsed) < limit
      && cost &+ second.least(client, from: before, used: secondUsed) < limit
  }
}
