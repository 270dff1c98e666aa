import Rostering

/// What each person may do, must add up to and walks through, as it is counted up before it is laid flat.
struct PersonTables {
  private let problem: RosterProblem
  private let layout: CellLayout
  let shapes: TotalShapes
  private(set) var totals: [[PersonTotal]] = []
  private(set) var constant: [Int] = []
  private(set) var graphs: [PatternGraph] = []
  private(set) var graphOf: [Int] = []
  private(set) var startNode: [Int] = []
  private(set) var limits: [PersonLimits] = []
  private(set) var endCost: [[Double]] = []
  private(set) var optionStart = [0]
  private(set) var optionCell: [Int] = []
  private(set) var optionSeat: [Int] = []
  private(set) var optionMove: [Int] = []
  private(set) var optionCost: [Int] = []

  init(_ problem: RosterProblem, layout: CellLayout, weights: LevelWeights) {
    self.problem = problem
    self.layout = layout
    shapes = TotalShapes(dutyCount: problem.duties.count)
    canonical = PersonTables.canonical(problem)
    var granted: [[Int: Int]] = []
    for person in problem.people { granted.append(addTotals(of: person)) }
    let planners = problem.people.indices.map { person in
      LimitPlanner(
        totals: totals[person], shapes: shapes, most: totals[person].map { most(of: person, shape: $0.shape) },
        preference: weights.preference)
    }
    layGraphs(planners)
    for person in problem.people.indices {
      addOptions(of: person, granted: granted[person])
      let graph = graphs[graphOf[person]]
      limits.append(planners[person].limits(shapeOf[person], graph: graph))
      endCost.append(endCosts(of: person, graph: graph, weights: weights))
    }
  }

  private var shapeOf: [PatternShape] = []
  private let canonical: [Int]

  /// What the person's wishes of one day grant for a duty.
  private mutating func addTotals(of person: RosterProblem.Person) -> [Int: Int] {
    var own: [PersonTotal] = []
    for total in person.totals {
      let one = PersonTotal(total, shape: shapes.add(TotalShape(total)))
      if one.low != nil || one.high != nil || one.cost != nil || total.minimum != nil { own.append(one) }
    }
    var granted: [Int: Int] = [:]
    var sum = 0
    for wish in person.wishes where wish.cost > 0 {
      let days = Set(wish.duties.map { problem.duties[$0].day })
      if days.count > 1 {
        own.append(PersonTotal(wish: wish, shape: shapes.add(TotalShape(wish: wish))))
        continue
      }
      sum += wish.cost
      for duty in Set(wish.duties) { granted[duty, default: 0] += wish.cost }
    }
    totals.append(own)
    constant.append(sum)
    return granted
  }

  /// The most a sum can come to with the person's options, one a day.
  private func most(of person: Int, shape: Int) -> Int {
    var daily = [Int](repeating: 0, count: problem.dayCount)
    var isTouched = [Bool](repeating: false, count: shapes.shapes[shape].blocks.count)
    for option in problem.people[person].options {
      let day = problem.duties[option.duty].day
      daily[day] = max(daily[day], shapes.amount(shape, option.duty))
      let block = shapes.block(shape, option.duty)
      if block >= 0 { isTouched[block] = true }
    }
    return zip(shapes.shapes[shape].blocks, isTouched).reduce(daily.reduce(0, +)) { $0 + ($1.1 ? $1.0.amount : 0) }
  }

  /// One graph for all people of a shape, from all of their start states.
  private mutating func layGraphs(_ planners: [LimitPlanner]) {
    struct Start: Hashable {
      var state: Int
      var run: Int
    }
    let wanted = PersonTables.alike(
      planners.enumerated().map { person, planner in
        planner.shape(sequence: problem.people[person].sequence.map { canonical[$0] } ?? -1)
      })
    var number: [PatternShape: Int] = [:]
    var order: [PatternShape] = []
    var starts: [[Start]] = []
    var startIndex: [Int] = []
    for (person, shape) in wanted.enumerated() {
      let one = problem.people[person]
      let index = number[shape] ?? order.count
      if index == order.count {
        number[shape] = index
        order.append(shape)
        starts.append([])
      }
      let start = Start(state: one.sequence == nil ? 0 : one.startState, run: one.runBefore)
      if !starts[index].contains(start) { starts[index].append(start) }
      startIndex.append(starts[index].firstIndex(of: start) ?? 0)
      shapeOf.append(shape)
      graphOf.append(index)
    }
    for (index, shape) in order.enumerated() {
      graphs.append(
        PatternGraph(
          problem, shape: shape, shapes: shapes, starts: starts[index].map { ($0.state, $0.run) },
          endClass: endClasses(shape.sequence)))
    }
    for person in problem.people.indices {
      startNode.append(Int(graphs[graphOf[person]].startNode[startIndex[person]]))
    }
  }

  /// Of every automaton the first with the same arcs: ends may differ.
  private static func canonical(_ problem: RosterProblem) -> [Int] {
    var first: [Int] = []
    for (index, one) in problem.sequences.enumerated() {
      let known = first.first { candidate in
        let other = problem.sequences[candidate]
        return other.stateCount == one.stateCount && other.letterCount == one.letterCount && other.phases == one.phases
          && other.next == one.next && other.costs == one.costs
      }
      first.append(known ?? index)
    }
    return first
  }

  /// People who differ only in the fields they need walk one graph with all of them, where they fit.
  private static func alike(_ shapes: [PatternShape]) -> [PatternShape] {
    var fields: [PatternShape: [PatternShape.Field]] = [:]
    func bare(_ shape: PatternShape) -> PatternShape {
      PatternShape(sequence: shape.sequence, primary: shape.primary, second: shape.second, fields: [])
    }
    for shape in shapes {
      let known = fields[bare(shape)] ?? []
      fields[bare(shape)] = known + shape.fields.filter { !known.contains($0) }
    }
    return shapes.map { shape in
      var shape = shape
      if let all = fields[bare(shape)], all.count <= PatternShape.mostFields { shape.fields = all }
      return shape
    }
  }

  /// States that cost the same to end in for everybody who walks the automaton's arcs.
  private func endClasses(_ sequence: Int) -> (Int) -> Int {
    guard sequence >= 0 else { return { _ in 0 } }
    let alike = problem.sequences.indices.filter { canonical[$0] == sequence }
    var number: [[Int?]: Int] = [:]
    let classes = (0..<problem.sequences[sequence].stateCount).map { state in
      let costs = alike.map { problem.sequences[$0].endCosts[state] }
      let known = number[costs] ?? number.count
      number[costs] = known
      return known
    }
    return { classes[$0] }
  }

  private mutating func addOptions(of person: Int, granted: [Int: Int]) {
    let one = problem.people[person]
    let graph = graphs[graphOf[person]]
    var byDay = [[RosterProblem.Option]](repeating: [], count: problem.dayCount)
    var fixed = [Int](repeating: -1, count: problem.dayCount)
    for duty in one.fixed { fixed[problem.duties[duty].day] = duty }
    for option in one.options { byDay[problem.duties[option.duty].day].append(option) }
    for day in 0..<problem.dayCount {
      for option in byDay[day] where fixed[day] < 0 || fixed[day] == option.duty {
        let seat = layout.firstSeat[option.duty] + option.seat
        optionCell.append(layout.seatCell[seat])
        optionSeat.append(seat)
        optionMove.append(Int(graph.moveOfDuty[option.duty]))
        optionCost.append(option.cost - (granted[option.duty] ?? 0))
      }
      optionStart.append(optionCell.count)
    }
  }

  private func endCosts(of person: Int, graph: PatternGraph, weights: LevelWeights) -> [Double] {
    guard let sequence = problem.people[person].sequence else {
      return [Double](repeating: 0, count: graph.finalState.count)
    }
    return graph.finalState.map { state in
      guard let cost = problem.sequences[sequence].endCosts[Int(state)] else { return .infinity }
      return Double(cost) * weights.preference * LevelWeights.scale
    }
  }
}
