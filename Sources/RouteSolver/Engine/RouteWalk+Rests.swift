import Routing
import Units

extension RouteWalk {
  /// Finds rests with which the route ends earliest, over all numbers of breaks that are over before it begins.
  mutating func placeRests(_ kind: Int, _ facts: EngineFacts) -> Bool {
    var best = EngineFacts.never
    var plan = RestPlan()
    let earliest = from[0]
    for skipped in 0...facts.kinds[kind].breaks.count {
      from[0] = earliest
      if skipped > 0 { from[0] = max(earliest, facts.kinds[kind].breaks[skipped &- 1].window.to &+ 1) }
      guard let found = restPlan(kind, skipped, facts) else { continue }
      if found.duration < best {
        best = found.duration
        plan = found.plan
      }
    }
    guard best < EngineFacts.never else { return false }
    from[0] = max(earliest, plan.notBefore)
    rests = plan
    return follow(facts)
  }

  /// The plan with the earliest end when the route begins after the first `skipped` breaks; its duration.
  mutating func restPlan(_ kind: Int, _ skipped: Int, _ facts: EngineFacts) -> (plan: RestPlan, duration: Int)? {
    let breaks = facts.kinds[kind].breaks
    let never = EngineFacts.never
    let width = breaks.count + 1
    // By breaks done: when the vehicle is ready to leave the position, and how it came to be.
    var ready = Array(repeating: never, count: width)
    var ways = Array(repeating: RestPlan.Step.none, count: width * count)
    guard let start = opening(0, from[0], facts) else { return nil }
    ready[skipped] = start + length[0]
    for position in 1..<count {
      let way = facts.ways.duration(Int(sites[position - 1]), Int(sites[position]))
      var next = Array(repeating: never, count: width)
      for done in skipped..<width where ready[done] < never {
        var leaving = ready[done]
        for between in done..<width {
          if between > done {
            guard let rested = breaks[between - 1].end(from: leaving) else { break }
            leaving = rested
          }
          var moment = leaving + way
          for after in between..<width {
            if after > between {
              if position == count - 1 { break }
              guard let rested = breaks[after - 1].end(from: moment) else { break }
              moment = rested
            }
            guard let begin = opening(position, moment, facts) else { continue }
            if begin + length[position] < next[after] {
              next[after] = begin + length[position]
              ways[position * width + after] = .init(leaving: between - done, arriving: after - between)
            }
          }
        }
      }
      ready = next
    }
    var done: Int?
    for number in skipped..<width where ready[number] < never {
      let isAllowed = (number..<breaks.count).allSatisfy { ready[number] <= breaks[$0].window.to }
      if isAllowed, ready[number] < done.map({ ready[$0] }) ?? never { done = number }
    }
    guard let last = done else { return nil }
    var plan = RestPlan()
    plan.notBefore = from[0]
    var number = last
    for position in stride(from: count - 1, to: 0, by: -1) {
      let step = ways[position * width + number]
      for rest in 0..<step.arriving { plan.add(number - 1 - rest, breaks, position: position, isArriving: true) }
      number -= step.arriving
      for rest in 0..<step.leaving { plan.add(number - 1 - rest, breaks, position: position - 1, isArriving: false) }
      number -= step.leaving
    }
    rests = plan
    guard follow(facts) else { return nil }
    goBackward(facts)
    return (plan, duration)
  }
}
