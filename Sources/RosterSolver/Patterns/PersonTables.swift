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
  private(set) var optionStart: [Int32] = [0]
  private(set) var optionCell: [Int32] = []
  private(set) var optionMove: [Int32] = []
  private(set) var optionCost: [Int] = []

  init(_ problem: RosterProblem, layout: CellLayout, links: LinkTables, weights: LevelWeights) {
    self.problem = problem
    self.layout = layout
    exclusions = ItemExclusions(problem, items: layout.items)
    shapes = TotalShapes(dutyCount: problem.duties.count)
    canonical = PersonTables.canonical(problem)
    for person in problem.people { addTotals(of: person) }
    shapes.close()
    let planners = problem.people.indices.map { person in
      LimitPlanner(
        totals: totals[person], shapes: shapes, most: totals[person].map { most(of: person, shape: $0.shape) },
        preference: weights.preference)
    }
    layGraphs(planners)
    for person in problem.people.indices {
      addOptions(of: person, soloCost: links.soloCost[person])
      let graph = graphs[graphOf[person]]
      limits.append(planners[person].limits(shapeOf[person], graph: graph))
      endCost.append(endCosts(of: person, graph: graph, weights: weights))
    }
  }

  private let exclusions: ItemExclusions
  private var shapeOf: [PatternShape] = []
  private let canonical: [Int]

  /// Totals, and wishes over several days as totals; a wish of one day is part of the day's cost.
  private mutating func addTotals(of person: RosterProblem.Person) {
    let duties = Set(person.options.map(\.duty)).sorted()
    var own: [PersonTotal] = []
    for total in person.totals {
      let one = PersonTotal(total, shape: shapes.add(TotalShape(total), duties: duties))
      if one.low != nil || one.high != nil || one.cost != nil || total.minimum != nil {
        PersonTables.add(one, to: &own)
      }
    }
    var sum = 0
    for wish in person.wishes where wish.cost > 0 {
      if isOfOneDay(wish) {
        sum += wish.cost
      } else {
        own.append(PersonTotal(wish: wish, shape: shapes.add(TotalShape(wish: wish), duties: duties)))
      }
    }
    totals.append(own)
    constant.append(sum)
  }

  /// Limits on one sum are one total.
  private static func add(_ one: PersonTotal, to own: inout [PersonTotal]) {
    guard let known = own.firstIndex(where: { $0.shape == one.shape && ($0.cost == nil || one.cost == nil) }) else {
      own.append(one)
      return
    }
    own[known].low = [own[known].low, one.low].compactMap { $0 }.max()
    own[known].high = [own[known].high, one.high].compactMap { $0 }.min()
    if let cost = one.cost {
      own[known].cost = cost
      own[known].base = one.base
    }
  }

  private func isOfOneDay(_ wish: RosterProblem.Wish) -> Bool {
    guard let first = wish.duties.first else { return true }
    return wish.duties.allSatisfy { problem.duties[$0].day == problem.duties[first].day }
  }

  /// The most a sum can come to with what the person can do.
  private func most(of person: Int, shape: Int) -> Int {
    var daily = [Int](repeating: 0, count: problem.dayCount)
    var isTouched = [Bool](repeating: false, count: shapes.shapes[shape].blocks.count)
    for option in problem.people[person].options {
      let day = problem.duties[option.duty].day
      daily[day] = max(daily[day], shapes.amount(shape, option.duty))
      let block = shapes.block(shape, option.duty)
      if block >= 0 { isTouched[block] = true }
    }
    for day in 0..<problem.dayCount {
      for cell in setCells(person, day) {
        daily[day] = max(daily[day], shapes.amount(shape, layout.items[item(day, cell)]))
      }
    }
    return zip(shapes.shapes[shape].blocks, isTouched).reduce(daily.reduce(0, +)) { $0 + ($1.1 ? $1.0.amount : 0) }
  }

  private func setCells(_ person: Int, _ day: Int) -> ArraySlice<Int32> {
    let index = person * problem.dayCount + day
    return layout.setCell[layout.setStart[index]..<layout.setStart[index + 1]]
  }

  private func item(_ day: Int, _ cell: Int32) -> Int { layout.itemOfCell[layout.index(day, cell: Int(cell))] }

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
          problem, layout: layout, exclusions: exclusions, shape: shape, shapes: shapes,
          starts: starts[index].map { ($0.state, $0.run) }, endClass: endClasses(shape.sequence)))
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

  private mutating func addOptions(of person: Int, soloCost: [Int: Int]) {
    let one = problem.people[person]
    let graph = graphs[graphOf[person]]
    var byDay = [[RosterProblem.Option]](repeating: [], count: problem.dayCount)
    for option in one.options { byDay[problem.duties[option.duty].day].append(option) }
    var fixed = [[Int]](repeating: [], count: problem.dayCount)
    for duty in one.fixed { fixed[problem.duties[duty].day].append(duty) }
    var wishes = [[RosterProblem.Wish]](repeating: [], count: problem.dayCount)
    for wish in one.wishes where wish.cost > 0 && isOfOneDay(wish) {
      if let first = wish.duties.first { wishes[problem.duties[first].day].append(wish) }
    }
    for day in 0..<problem.dayCount {
      func put(_ cell: Int, _ cost: Int) {
        let item = layout.itemOfCell[layout.index(day, cell: cell)]
        let duties = layout.items[item]
        guard fixed[day].allSatisfy(duties.contains) else { return }
        optionCell.append(Int32(cell))
        optionMove.append(graph.moveOfItem[item])
        optionCost.append(wishes[day].reduce(cost) { $1.duties.contains(where: duties.contains) ? $0 - $1.cost : $0 })
      }
      var costOfSeat: [Int: Int] = [:]
      for option in byDay[day] {
        let seat = layout.firstSeat[option.duty] + option.seat
        let cost = option.cost + (soloCost[option.duty] ?? 0)
        costOfSeat[seat] = cost
        put(layout.seatCell[seat], cost)
      }
      for cell in setCells(person, day) {
        let seats = layout.seats(layout.index(day, cell: Int(cell)))
        put(Int(cell), seats.reduce(0) { $0 + (costOfSeat[$1] ?? 0) })
      }
      optionStart.append(Int32(clamping: optionCell.count))
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
