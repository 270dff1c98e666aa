import Routing

/// Where on a route its vehicle rests.
struct RestPlan {
  struct Step {
    var leaving = 0
    var arriving = 0
    static let none = Step()
  }
  private struct Rest {
    var number: Int
    var rest: RoutingProblem.Break
    var position: Int
    var isArriving: Bool
  }
  /// From the last to the first.
  private var rests: [Rest] = []
  var notBefore = -RoutingProblem.horizon

  mutating func clear() {
    if !rests.isEmpty { rests.removeAll() }
    notBefore = -RoutingProblem.horizon
  }

  mutating func add(_ number: Int, _ breaks: [RoutingProblem.Break], position: Int, isArriving: Bool) {
    rests.append(Rest(number: number, rest: breaks[number], position: position, isArriving: isArriving))
  }

  func earliest(from moment: Int, at position: Int, isArriving: Bool) -> Int? {
    var moment = moment
    for rest in rests.reversed() where rest.position == position && rest.isArriving == isArriving {
      guard let end = rest.rest.end(from: moment) else { return nil }
      moment = end
    }
    return moment
  }

  /// The latest arrival at a position so that service there begins at `moment`.
  func latest(before moment: Int, at position: Int) -> Int {
    rests.isEmpty ? moment : latest(moment, position, true)
  }

  /// The latest end of service at a position so that the vehicle leaves at `moment`.
  func latest(after moment: Int, at position: Int) -> Int {
    rests.isEmpty ? moment : latest(moment, position, false)
  }

  private func latest(_ moment: Int, _ position: Int, _ isArriving: Bool) -> Int {
    var moment = moment
    for rest in rests where rest.position == position && rest.isArriving == isArriving {
      moment = min(moment - rest.rest.duration, rest.rest.window.to)
    }
    return moment
  }

  func stops(from moment: Int, at position: Int, isArriving: Bool, _ stops: inout [RoutingSolution.Stop]) -> Int {
    var moment = moment
    for rest in rests.reversed() where rest.position == position && rest.isArriving == isArriving {
      let begin = max(moment, rest.rest.window.from)
      let departure = begin + rest.rest.duration
      stops.append(.init(action: .rest(break: rest.number), arrival: moment, begin: begin, departure: departure))
      moment = departure
    }
    return moment
  }
}

extension RoutingProblem.Break {
  /// When the rest is over that begins from `moment` on; nil where its window is over.
  func end(from moment: Int) -> Int? {
    let begin = max(moment, window.from)
    return begin <= window.to ? begin + duration : nil
  }
}
