import Routing
import Units

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ruin and recreate under simulated annealing: strings of neighbouring clients are torn out of routes and put back one
/// by one where it is cheapest, mostly.
///
/// The threshold is drawn before the rebuild, which stops as soon as it is passed. A plan never breaks a rule;
/// requests without a place are absent.
///
/// Source: Christiaens and Vanden Berghe, "Slack induction by string removals for vehicle routing problems" (2020).
struct Annealer: ~Copyable {
  let facts: EngineFacts
  var store: RouteStore
  var random: SeededRandom
  var settings: Settings

  /// Routes, and prizes of what is left out.
  private(set) var cost = 0
  /// Required requests left out, and the sum of their weights.
  private(set) var absentRequired = 0
  private(set) var absentWeight = 0
  /// Requests left out, and where in the list each stands (−1: served).
  private var absent: Buffer<Int32>
  private var absentIndex: Buffer<Int32>
  private(set) var absentCount = 0
  /// How often a required request was left out: what is hard to place counts for more (ibid., section 5.3).
  private var absences: Buffer<Int>

  private(set) var bestCost = EngineFacts.never
  private(set) var bestWeight = EngineFacts.never
  private(set) var best = Snapshot()

  private var pending: Buffer<Int32>
  private var pendingKey: Buffer<Double>
  private var pendingCount = 0
  private var seen: Buffer<Int>
  private var roomy: Buffer<Int32>
  private var roomyCount = 0
  private var stamp = 0
  private var undo: UndoLog
  private var blinker: Blinker
  /// What the ruin has left of a route cannot be driven.
  private var isStuck = false

  struct Settings: Sendable {
    /// Clients removed on average, and at most from one route.
    var removals = Tuning.removals
    var longestString = Tuning.longest
    var blinkRate = 0.01
    /// Neighbours whose routes are looked at for a place.
    var reach = Tuning.reach
    /// Stops on routes with room up to which those are looked at whole instead.
    var stopsLookedAt = Tuning.stopsLookedAt
  }

  init(_ facts: EngineFacts, seed: UInt64, settings: Settings = Settings()) {
    self.facts = facts
    self.settings = settings
    store = RouteStore(facts)
    random = SeededRandom(seed: seed)
    let requests = facts.requests.count
    absent = Buffer(repeating: 0, count: requests)
    absentIndex = Buffer(repeating: -1, count: requests)
    absences = Buffer(repeating: 1, count: requests)
    pending = Buffer(repeating: 0, count: requests)
    pendingKey = Buffer(repeating: 0, count: requests)
    seen = Buffer(repeating: 0, count: store.slots)
    roomy = Buffer(repeating: 0, count: store.slots)
    undo = UndoLog(slots: store.slots)
    blinker = Blinker(rate: settings.blinkRate, &random)
    for request in 0..<requests { leaveOut(request) }
  }

  // MARK: What is left out

  private mutating func leaveOut(_ request: Int) {
    absentIndex[request] = Int32(truncatingIfNeeded: absentCount)
    absent[absentCount] = Int32(truncatingIfNeeded: request)
    absentCount &+= 1
    let prize = facts.requests.prize[request]
    if prize < EngineFacts.never {
      cost &+= prize
    } else {
      absentRequired &+= 1
      absentWeight &+= facts.requests.weight[request]
    }
  }

  private mutating func takeIn(_ request: Int) {
    absentCount &-= 1
    let last = absent[absentCount]
    let index = absentIndex[request]
    absent[Int(index)] = last
    absentIndex[Int(last)] = index
    absentIndex[request] = -1
    let prize = facts.requests.prize[request]
    if prize < EngineFacts.never {
      cost &-= prize
    } else {
      absentRequired &-= 1
      absentWeight &-= facts.requests.weight[request]
    }
  }

  private func absenceScore() -> Int {
    guard absentRequired > 0 else { return 0 }
    var score = 0
    for index in 0..<absentCount {
      let request = Int(absent[index])
      if facts.requests.prize[request] >= EngineFacts.never {
        score &+= absences[request] &* facts.requests.weight[request]
      }
    }
    return score
  }

  // MARK: One step

  /// One ruin and rebuild at a temperature; whether the new plan is kept. O(strings × route + removals × routes near).
  @discardableResult mutating func step(temperature: Double) -> Bool {
    let isStrict = absentRequired == 0
    let before = (cost: cost, score: isStrict ? 0 : absenceScore(), weight: absentWeight)
    let luck = -temperature * log(max(random.unit(), 1e-300))
    let threshold = cost &+ Int(min(luck, 1e15))
    undo.clear()
    stamp &+= 2
    isStuck = false
    ruin()
    sortPending()
    var kept = !isStuck && rebuild(isStrict ? threshold : EngineFacts.never)
    if kept {
      if facts.kinds.count > 1 { retype() }
      if isStrict { kept = cost <= threshold && absentRequired == 0 } else { kept = improves(before, threshold) }
    }
    if kept {
      record()
    } else {
      rollBack()
      cost = before.cost
    }
    return kept
  }

  /// Whether fewer, or easier, requests are left out than before; with the same ones the threshold decides.
  private mutating func improves(_ before: (cost: Int, score: Int, weight: Int), _ threshold: Int) -> Bool {
    let score = absenceScore()
    for index in 0..<absentCount { absences[Int(absent[index])] &+= 1 }
    if score < before.score || absentWeight < before.weight { return true }
    return score == before.score && cost <= threshold
  }

  private mutating func record() {
    guard absentWeight < bestWeight || absentWeight == bestWeight && cost < bestCost else { return }
    bestCost = cost
    bestWeight = absentWeight
    best.take(store)
  }

  // MARK: Ruin

  private mutating func ruin() {
    pendingCount = 0
    let n = facts.clientCount
    guard n > 0 else { return }
    var seed = random.below(n)
    if absentRequired > 0, random.below(2) == 0 {
      let request = Int(absent[random.below(absentCount)])
      seed = member(request, random.below(facts.requests.size(request)))
    }
    let served = max(1, facts.requests.memberCount &- absentCount)
    let average = store.activeCount == 0 ? 1 : Double(served) / Double(store.activeCount)
    let longest = min(settings.longestString, max(1, average))
    let most = 4 * settings.removals / (1 + longest) - 1
    let strings = Int(random.unit() * max(0, most) + 1)
    var ruined = 0
    var rank = -1
    while ruined < strings, rank < facts.neighbours.width {
      let client = rank < 0 ? seed : facts.neighbours[seed, rank]
      rank &+= 1
      let slot = Int(store.slotOf[client])
      if slot < 0 {
        // What is left out near the ruin gets another chance.
        let request = Int(facts.requests.ofClient[client])
        if pendingCount < 24, absentIndex[request] >= 0 { queueAbsent(request) }
        continue
      }
      if seen[slot] == stamp { continue }
      seen[slot] = stamp
      let index = store.index(of: client, in: slot)
      if index <= store.locked[slot] { continue }
      let room = Double(store.size[slot] &- min(store.locked[slot], store.size[slot]))
      let length = Int(random.unit() * min(room, longest) + 1)
      undo.save(slot, store)
      tear(slot, around: index, min(length, Int(room)))
      ruined &+= 1
    }
    if absentRequired > 0 {
      var index = 0
      while index < absentCount, pendingCount < 60 {
        let request = Int(absent[index])
        if facts.requests.prize[request] >= EngineFacts.never { queueAbsent(request) }
        index &+= 1
      }
    }
  }

  @inline(__always) private func member(_ request: Int, _ number: Int) -> Int {
    facts.requests.member(request, number)
  }

  /// Takes a string of stops out around a position, sometimes leaving some in its middle.
  private mutating func tear(_ slot: Int, around index: Int, _ length: Int) {
    let locked = min(store.locked[slot], store.size[slot])
    let size = store.size[slot]
    var kept = 0
    if length > 1, random.below(2) == 0 {
      kept = 1
      while length &+ kept < size &- locked, random.unit() < 0.01 { kept &+= 1 }
      if length &+ kept > size &- locked { kept = 0 }
    }
    let whole = length &+ kept
    let lowest = max(locked &+ 1, index &- whole &+ 1)
    let highest = min(index, size &- whole &+ 1)
    let first = lowest &+ random.below(max(1, highest &- lowest &+ 1))
    let old = store.cost[slot]
    if kept > 0 {
      let head = 1 &+ random.below(length &- 1)
      take(slot, first &+ head &+ kept, length &- head)
      take(slot, first, head)
    } else {
      take(slot, first, length)
    }
    settle(slot, old)
    // Ways that break the triangle inequality: what is left may be impossible without what was taken.
    if store.isActive(slot), store.isBroken(slot) {
      let fixed = min(store.locked[slot], store.size[slot])
      let left = store.cost[slot]
      take(slot, fixed &+ 1, store.size[slot] &- fixed)
      settle(slot, left)
      if store.isActive(slot), store.isBroken(slot) { isStuck = true }
    }
  }

  /// After stops have left a route: drops what has become idle, and counts the change in cost.
  private mutating func settle(_ slot: Int, _ old: Int) {
    if facts.requests.hasShipments { takePartners(slot) }
    if facts.tracksLoads { store.dropIdleReloads(slot) }
    if store.clients[slot] == 0, store.locked[slot] == 0 {
      store.close(slot)
      cost &-= old
    } else {
      cost &+= store.refresh(slot)
    }
  }

  /// Takes clients out and queues them; loads between them stay, since they part trips.
  private mutating func take(_ slot: Int, _ index: Int, _ count: Int) {
    var end = index &+ count
    while end > index {
      var begin = end
      while begin > index {
        let stop = Int(store.site[store.begin[slot] &+ begin &- 1])
        if stop >= facts.clientCount { break }
        queueServed(Int(facts.requests.ofClient[stop]))
        begin &-= 1
      }
      if begin < end { store.remove(at: begin, count: end &- begin, from: slot) }
      end = begin &- 1
    }
  }

  /// What is delivered goes with its pickup, and the other way round.
  private mutating func takePartners(_ slot: Int) {
    var index = min(store.locked[slot], store.size[slot]) &+ 1
    while index <= store.size[slot] {
      let stop = Int(store.site[store.begin[slot] &+ index])
      if stop < facts.clientCount, isPending(Int(facts.requests.ofClient[stop])) {
        store.remove(at: index, count: 1, from: slot)
      } else {
        index &+= 1
      }
    }
  }

  private func isPending(_ request: Int) -> Bool { absentIndex[request] >= 0 }

  /// A request that was just taken out: absent until it is placed.
  private mutating func queueServed(_ request: Int) {
    if absentIndex[request] >= 0 { return }
    undo.note(request)
    pending[pendingCount] = Int32(truncatingIfNeeded: request)
    pendingCount &+= 1
    leaveOut(request)
  }

  private mutating func queueAbsent(_ request: Int) {
    for index in 0..<pendingCount where Int(pending[index]) == request { return }
    pending[pendingCount] = Int32(truncatingIfNeeded: request)
    pendingCount &+= 1
  }

  // MARK: Rebuild

  /// Random, most goods, farthest or nearest first, at 4 : 4 : 2 : 1; where moments matter also by window, at 2 each.
  private mutating func sortPending() {
    let draw = random.below(facts.isTimed ? 17 : 11)
    for index in 0..<pendingCount {
      let client = member(Int(pending[index]), 0)
      let key: Double
      switch draw {
      case ..<4: key = random.unit()
      case ..<8: key = -facts.bulk[client]
      case ..<10: key = -facts.remoteness[client]
      case 10: key = facts.remoteness[client]
      case 11, 12: key = Double(facts.to[client] &- facts.from[client])
      case 13, 14: key = Double(facts.from[client])
      default: key = -Double(facts.to[client])
      }
      pendingKey[index] = key
    }
    // Insertion sort: a few dozen entries at most, but for the first plan.
    guard pendingCount < 200 else { return sortMany() }
    var index = 1
    while index < pendingCount {
      let (key, request) = (pendingKey[index], pending[index])
      var place = index
      while place > 0, pendingKey[place &- 1] > key {
        pendingKey[place] = pendingKey[place &- 1]
        pending[place] = pending[place &- 1]
        place &-= 1
      }
      pendingKey[place] = key
      pending[place] = request
      index &+= 1
    }
  }

  private func sortMany() {
    var order = (0..<pendingCount).map { (pendingKey[$0], pending[$0]) }
    order.sort { ($0.0, $0.1) < ($1.0, $1.1) }
    for (index, entry) in order.enumerated() { (pendingKey[index], pending[index]) = entry }
  }

  /// Places all that is pending; false as soon as the cost passes the threshold.
  private mutating func rebuild(_ threshold: Int) -> Bool {
    // What is pending has left the cost, but for prizes: those count again only when the request stays out.
    var open = 0
    for index in 0..<pendingCount {
      let prize = facts.requests.prize[Int(pending[index])]
      if prize < EngineFacts.never { open &+= prize }
    }
    for index in 0..<pendingCount {
      let request = Int(pending[index])
      let prize = facts.requests.prize[request]
      let isOptional = prize < EngineFacts.never
      if isOptional { open &-= prize }
      // The cost once all others that are pending were placed for nothing.
      let base = cost &- open &- (isOptional ? prize : 0)
      var limit = threshold >= EngineFacts.never ? EngineFacts.never : threshold &- base &+ 1
      if limit <= 0 { return false }
      if isOptional { limit = min(limit, prize) }
      let place = find(request, below: limit)
      if place.mode == .none {
        if isOptional {
          if base &+ prize > threshold { return false }
        } else if threshold < EngineFacts.never {
          return false
        }
        continue
      }
      put(request, place)
    }
    return true
  }

  private mutating func find(_ request: Int, below limit: Int) -> Place {
    var place = Place(below: limit)
    switch facts.requests.kind[request] {
    case .single: findClient(member(request, 0), &place)
    case .group:
      for number in 0..<facts.requests.size(request) { findClient(member(request, number), &place) }
    case .shipment: findPair(member(request, 0), member(request, 1), &place)
    }
    return place
  }

  private mutating func findClient(_ client: Int, _ place: inout Place) {
    let isFew = facts.looksAtWholeRoutes || collectRoom(client)
    if facts.looksAtWholeRoutes {
      for index in 0..<store.activeCount { scan(client, Int(store.active[index]), &place) }
    } else if isFew {
      for index in 0..<roomyCount { scan(client, Int(roomy[index]), &place) }
    } else if let legs = facts.ways.table(client) {
      findNear(client, legs, &place)
    } else {
      findNear(client, facts.ways.plane(client), &place)
    }
    if place.mode == .none || random.unit() < Tuning.alone { findAlone(client, &place) }
    if place.mode == .none, !isFew, place.cost >= EngineFacts.never {
      for index in 0..<store.activeCount { scan(client, Int(store.active[index]), &place) }
    }
  }

  /// Lists the routes with room for the client; false where they are too many, or too long, to be looked at whole.
  private mutating func collectRoom(_ client: Int) -> Bool {
    let units = facts.loadingUnits(client)
    var stops = 0
    roomyCount = 0
    for index in 0..<store.activeCount {
      let slot = Int(store.active[index])
      if store.spare[slot] < units { continue }
      stops &+= store.size[slot]
      if stops > settings.stopsLookedAt { return false }
      roomy[roomyCount] = Int32(truncatingIfNeeded: slot)
      roomyCount &+= 1
    }
    return true
  }

  /// Looks next to the clients that go well with this one. O(neighbours).
  @inline(__always) private mutating func findNear<Legs: LegLookup>(
    _ client: Int, _ legs: Legs, _ place: inout Place
  ) {
    stamp &+= 2
    for rank in 0..<min(settings.reach, facts.partners.width) {
      let near = facts.partners[client, rank]
      let slot = Int(store.slotOf[near])
      if slot < 0 { continue }
      if seen[slot] < stamp { seen[slot] = stamp &+ (store.admits(client, slot) ? 1 : 0) }
      if seen[slot] == stamp { continue }
      let position = store.positionOf[near]
      let first = store.begin[slot] &+ store.locked[slot]
      if position >= first { store.consider(client, slot, position, legs, &place, &blinker, &random) }
      if position > first { store.consider(client, slot, position &- 1, legs, &place, &blinker, &random) }
    }
  }

  @inline(__always) private mutating func scan(_ client: Int, _ slot: Int, _ place: inout Place) {
    if store.admits(client, slot) { store.scan(client, slot, &place, &blinker, &random) }
  }

  private mutating func findAlone(_ client: Int, _ place: inout Place) {
    let kinds = facts.kinds.count
    for kind in 0..<kinds where store.usedOfKind[kind] < facts.kindCount(kind) {
      let cost = facts.solo[client &* kinds &+ kind]
      if cost >= place.cost || kinds > 1 && random.below(4) == 0 { continue }
      if facts.hasStock, !store.hasStock(for: client, depot: facts.kinds[kind].start) { continue }
      place.cost = cost
      place.mode = .alone
      place.kind = kind
      place.client = client
    }
  }

  private mutating func findPair(_ from: Int, _ to: Int, _ place: inout Place) {
    for index in 0..<store.activeCount {
      let slot = Int(store.active[index])
      if store.admits(from, slot), store.admits(to, slot) {
        store.scanPair(from, to, slot, &place, &blinker, &random)
      }
    }
    let n = facts.clientCount
    for kind in facts.kinds.indices where store.usedOfKind[kind] < facts.kindCount(kind) {
      store.walk.reset(Int32(truncatingIfNeeded: n &+ facts.kinds[kind].start))
      store.walk.append(Int32(truncatingIfNeeded: from))
      store.walk.append(Int32(truncatingIfNeeded: to))
      store.walk.append(Int32(truncatingIfNeeded: n &+ facts.kinds[kind].end))
      let cost = store.walk.cost(kind, facts)
      if cost < place.cost {
        place.cost = cost
        place.mode = .alone
        place.kind = kind
        place.client = from
      }
    }
  }

  private mutating func put(_ request: Int, _ place: Place) {
    var slot = place.slot
    if place.mode == .alone {
      slot = store.open(kind: place.kind)
      undo.noteOpened(slot)
    } else {
      undo.save(slot, store)
    }
    let n = facts.clientCount
    switch place.mode {
    case .plain: store.insert(place.client, behind: place.index, in: slot)
    case .loadBefore:
      store.insert(n &+ place.depot, behind: place.index, in: slot)
      store.insert(place.client, behind: place.index &+ 1, in: slot)
    case .loadAfter:
      store.insert(place.client, behind: place.index, in: slot)
      store.insert(n &+ place.depot, behind: place.index &+ 1, in: slot)
    case .alone:
      store.insert(place.client, behind: 0, in: slot)
      if facts.requests.kind[request] == .shipment { store.insert(member(request, 1), behind: 1, in: slot) }
    case .pair:
      store.insert(place.client, behind: place.index, in: slot)
      store.insert(member(request, 1), behind: place.second &+ 1, in: slot)
    case .none: return
    }
    if absentIndex[request] >= 0 {
      undo.note(request)
      takeIn(request)
    }
    cost &+= store.refresh(slot)
  }

  /// Gives each changed route the cheapest kind of vehicle that is left.
  private mutating func retype() {
    for entry in 0..<undo.touchedCount {
      let slot = undo.touched(entry)
      guard store.isActive(slot), store.locked[slot] == 0, !facts.hasStock else { continue }
      let old = store.kind[slot]
      var best = store.cost[slot]
      var choice = old
      for kind in facts.kinds.indices where kind != old && store.usedOfKind[kind] < facts.kindCount(kind) {
        if facts.kinds[kind].reloads != facts.kinds[old].reloads { continue }
        store.lay(slot)
        store.walk.sites[0] = Int32(truncatingIfNeeded: facts.clientCount &+ facts.kinds[kind].start)
        store.walk.sites[store.walk.count &- 1] = Int32(truncatingIfNeeded: facts.clientCount &+ facts.kinds[kind].end)
        let cost = store.walk.cost(kind, facts)
        if cost < best { (best, choice) = (cost, kind) }
      }
      if choice != old {
        store.change(slot, to: choice)
        cost &+= store.refresh(slot)
      }
    }
  }

  // MARK: Back

  private mutating func rollBack() {
    undo.restore(&store)
    for index in stride(from: undo.notedCount &- 1, through: 0, by: -1) {
      let request = undo.noted(index)
      if absentIndex[request] >= 0 { takeIn(request) } else { leaveOut(request) }
    }
  }

  // MARK: Whole plans

  /// Takes a plan over; requests it does not serve are left out. The plan must keep the rules.
  mutating func load(_ snapshot: Snapshot) {
    clear()
    snapshot.lay(into: &store) { _ in }
    cost = 0
    for index in 0..<store.activeCount { cost += store.cost[Int(store.active[index])] }
    absentCount = 0
    absentRequired = 0
    absentWeight = 0
    for request in 0..<facts.requests.count {
      absentIndex[request] = -1
      var isServed = false
      for number in 0..<facts.requests.size(request) where store.slotOf[member(request, number)] >= 0 {
        isServed = true
      }
      if !isServed { leaveOut(request) }
    }
    record()
  }

  private mutating func clear() {
    while store.activeCount > 0 {
      let slot = Int(store.active[store.activeCount - 1])
      store.remove(at: 1, count: store.size[slot], from: slot)
      store.close(slot)
    }
  }

  /// Goes back to the best plan so far.
  mutating func returnToBest() { load(best) }

  /// Places everything that is left out, one after another. O(requests × routes near).
  mutating func fill(until deadline: Deadline) {
    undo.clear()
    pendingCount = 0
    for index in 0..<absentCount { pending[index] = absent[index] }
    pendingCount = absentCount
    sortPending()
    let count = pendingCount
    let queue = (0..<count).map { Int(pending[$0]) }
    for (number, request) in queue.enumerated() {
      if number % 64 == 0, deadline.isOver { break }
      undo.clear()
      let place = find(request, below: facts.requests.prize[request])
      if place.mode != .none { put(request, place) }
    }
    undo.clear()
    record()
  }
}
