import Districts
import LinearModel
import Units

/// The master program of `SharedStaff`: each point has one of its shifts; people beyond those who are there are missing,
/// packs beyond what vehicles have brought are late.
struct SharingProgram {
  private let choices: [SharedStaff.Choice]
  private let timetable: StaffTimetable
  private let step: Minutes
  /// By resource, then step: how much there is. Resources: people of each kind that somebody wants, all people, packs.
  private var limits: [[Int]]
  private let kinds: [Int]
  private let hasFleet: Bool

  /// Of one person missing for a step, of one pack late for a step, of moving by a slot.
  private static let missingCost = 1000
  private static let lateCost = 20
  private static let shiftCost = 1

  init(_ choices: [SharedStaff.Choice], _ timetable: StaffTimetable, _ fleet: FleetThroughput, step: Minutes) {
    self.choices = choices
    self.timetable = timetable
    self.step = step
    kinds = CadreKind.allCases.indices.filter { kind in choices.contains { $0.staff[kind] > 0 } }
    limits = kinds.map { timetable.present[$0] }
    limits.append(
      (0..<timetable.count).map { index in
        max(0, timetable.present.reduce(0) { $0 + $1[index] } - timetable.posted[index])
      })
    let brought = (0..<timetable.count).map { fleet.packs(by: timetable.start + Seconds($0 * timetable.step.rawValue)) }
    hasFleet = brought.allSatisfy { $0 != nil }
    if hasFleet { limits.append(brought.map { $0 ?? 0 }) }
  }

  /// What a choice with a shift takes of each resource in each step.
  private func load(_ choice: SharedStaff.Choice, _ shift: Int) -> [(resource: Int, step: Int, amount: Int)] {
    let moved = Minutes(step.rawValue * shift)
    let span = Span(start: choice.span.start + moved, end: choice.span.end + moved + Self.walkingBetween)
    var load: [(resource: Int, step: Int, amount: Int)] = []
    let all = choice.staff.reduce(0, +)
    for index in timetable.steps(span) {
      for (resource, kind) in kinds.enumerated() where choice.staff[kind] > 0 {
        load.append((resource, index, choice.staff[kind]))
      }
      if all > 0 { load.append((kinds.count, index, all)) }
    }
    guard hasFleet else { return load }
    var sum = 0
    var next = 0
    let packs = choice.packs.sorted { $0.at < $1.at }
    for index in 0..<timetable.count {
      let now = timetable.start + Seconds(index * timetable.step.rawValue)
      while next < packs.count, packs[next].at + moved <= now {
        sum += packs[next].packs
        next += 1
      }
      if sum > 0 { load.append((kinds.count + 1, index, sum)) }
    }
    return load
  }

  /// From one point to the next, for who serves at both.
  private static let walkingBetween: Minutes = 10

  private func price(_ resource: Int) -> Int {
    hasFleet && resource == limits.count - 1 ? Self.lateCost : Self.missingCost
  }

  /// What is missing with these shifts, weighted.
  func missing(_ shifts: [Int]) -> Int {
    over(shifts).enumerated().reduce(0) { $0 + price($1.offset) * $1.element.reduce(0, +) }
  }

  private func over(_ shifts: [Int]) -> [[Int]] {
    var used = limits.map { $0.map { _ in 0 } }
    for (choice, shift) in zip(choices, shifts) {
      for entry in load(choice, shift) { used[entry.resource][entry.step] += entry.amount }
    }
    return zip(used, limits).map { zip($0, $1).map { max(0, $0 - $1) } }
  }

  /// The best shifts that the solver finds, at least as good as none.
  func solve(_ solver: any LinearSolver, deadline: Deadline, nodeLimit: Int) -> [Int] {
    let none = choices.map { _ in 0 }
    var model = Model(name: "sharing")
    var terms: [[[(Double, Variable)]]] = limits.map { $0.map { _ in [] } }
    var start: [Double] = []
    let columns = choices.map { choice in
      choice.shifts.map { shift -> Variable in
        let variable = model.addBinary(cost: Double(Self.shiftCost * abs(shift)))
        for entry in load(choice, shift) {
          terms[entry.resource][entry.step].append((Double(entry.amount), variable))
        }
        start.append(shift == 0 ? 1 : 0)
        return variable
      }
    }
    for own in columns {
      _ = model.addRow("oneShift", lower: 1, upper: 1) { row in for variable in own { row.add(1, variable) } }
    }
    let over = over(none)
    for resource in limits.indices {
      for index in limits[resource].indices where !terms[resource][index].isEmpty {
        let short = model.addVariable(cost: Double(price(resource)))
        start.append(Double(over[resource][index]))
        _ = model.addRow("resource", upper: Double(limits[resource][index])) { row in
          for (amount, variable) in terms[resource][index] { row.add(amount, variable) }
          row.add(-1, short)
        }
      }
    }
    var options = SolveOptions()
    options.deadline = deadline
    options.nodeLimit = nodeLimit
    options.incumbent = start
    guard let result = try? solver.solve(model, options: options), result.values.count == model.columnCount else {
      return none
    }
    let shifts = zip(choices, columns).map { choice, own in
      zip(choice.shifts, own).max { result[$0.1] < result[$1.1] }?.0 ?? 0
    }
    return missing(shifts) < missing(none) ? shifts : none
  }
}
