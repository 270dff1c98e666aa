import LinearModel
import Units

/// Helpers as a whole-number program: least · helps ≤ Σ looks after ≤ most · helps.
///
/// Needs that are the same to the model (building, walking, who had them, priority) are counted together. Rows are named
/// as in Models/key-households.md.
struct HelperModel {
  let problem: HelperProblem
  private let classes: [[Int]]

  init(_ problem: HelperProblem) {
    self.problem = problem
    var classes: [[Int]] = []
    var number: [Key: Int] = [:]
    for need in problem.needs.indices {
      let key = Key(
        weight: problem.weights[need], usual: problem.named[need] ? problem.usual[need] : -2,
        walk: problem.people.indices.map { problem.walk[$0 * problem.needs.count + need] })
      if let known = number[key] {
        classes[known].append(need)
      } else {
        number[key] = classes.count
        classes.append([need])
      }
    }
    self.classes = classes
  }

  private struct Key: Hashable {
    var weight: Int
    var usual: Int
    /// By person.
    var walk: [Int]
  }

  /// The better of `start` and what the solver found, and a bound on the effort of plans that leave no more than `start`.
  func solve(
    start: HelperPlan, solver: any LinearSolver, deadline: Deadline, nodeLimit: Int?
  ) -> (plan: HelperPlan, proof: HelperProof) {
    if problem.mostServed == 0 { return (start, HelperProof(effort: 0, finished: true)) }
    guard problem.people.count * classes.count <= HelperModel.mostColumns else {
      return (start, HelperProof(effort: eachNearest, finished: false))
    }
    var model = Model(name: "helpers")
    let people = problem.people.indices
    var looks: [[Variable]] = []
    for person in people {
      looks.append(
        classes.map { own in
          model.addVariable(
            kind: .integer, upper: Double(min(own.count, problem.most)), cost: Double(problem.cost(person, own[0])))
        })
    }
    let helps = people.map { _ in model.addBinary() }
    let left = classes.map { model.addVariable(kind: .integer, upper: Double($0.count)) }
    for (number, own) in classes.enumerated() {
      _ = model.addRow("needMet", lower: Double(own.count), upper: Double(own.count)) { row in
        for person in people { row.add(1, looks[person][number]) }
        row.add(1, left[number])
      }
    }
    for person in people {
      _ = model.addRow("helperLeast", lower: 0) { row in
        for variable in looks[person] { row.add(1, variable) }
        row.add(-Double(problem.least), helps[person])
      }
      _ = model.addRow("helperMost", upper: 0) { row in
        for variable in looks[person] { row.add(1, variable) }
        row.add(-Double(problem.most), helps[person])
      }
      for (number, own) in classes.enumerated() {
        let most = Double(min(own.count, problem.most))
        _ = model.addRow("helperNeeded", upper: 0) { row in
          row.add(1, looks[person][number])
          row.add(-most, helps[person])
        }
      }
    }
    // Level 1 is held at its least; with it the number of helpers has limits of its own.
    _ = model.addRow("unserved", upper: Double(problem.leastUnserved)) { row in
      for (number, own) in classes.enumerated() { row.add(Double(problem.weights[own[0]]), left[number]) }
    }
    let served = problem.mostServed
    let fewest = served.dividedRoundingUp(by: problem.most)
    let largest = problem.least > 0 ? min(problem.people.count, served / problem.least) : problem.people.count
    _ = model.addRow("helpers", lower: Double(fewest), upper: Double(max(fewest, largest))) { row in
      for variable in helps { row.add(1, variable) }
    }
    var options = SolveOptions()
    options.deadline = deadline
    options.nodeLimit = nodeLimit
    options.integralObjective = true
    if problem.unserved(start) == problem.leastUnserved {
      options.incumbent = values(start, columns: model.columnCount, looks: looks, helps: helps, left: left)
    }
    guard let result = try? solver.solve(model, options: options) else {
      return (start, HelperProof(effort: eachNearest, finished: false))
    }
    var plan = start
    if !result.values.isEmpty {
      let found = read(result, looks)
      let better =
        (problem.unserved(found), problem.effort(found)) < (problem.unserved(start), problem.effort(start))
      if better, isValid(found) { plan = found }
    }
    let effort = problem.effort(plan)
    if result.point == .optimal, problem.unserved(plan) == problem.leastUnserved {
      return (plan, HelperProof(effort: effort, finished: true))
    }
    // The solver's bound is a sum of products in floating point: it is taken down a little before rounding up.
    let bound = result.bound.map { bound in
      max(0, Int((min(bound, Double(effort)) * (1 - 1e-9) - 1e-6).rounded(.up)))
    }
    return (plan, HelperProof(effort: max(eachNearest, bound ?? 0), finished: false))
  }

  /// Beyond this the program is not given to the solver: it would not return in time.
  static let mostColumns = 100_000

  /// No plan that leaves as little as can be costs less than each served need at its cheapest helper, the dearest left.
  private var eachNearest: Int {
    let cheapest = problem.needs.indices.map { need in
      problem.people.indices.map { problem.cost($0, need) }.min() ?? 0
    }
    return cheapest.sorted().prefix(problem.mostServed).reduce(0, +)
  }

  private func values(
    _ plan: HelperPlan, columns: Int, looks: [[Variable]], helps: [Variable], left: [Variable]
  ) -> [Double] {
    var values = Array(repeating: 0.0, count: columns)
    for (number, own) in classes.enumerated() {
      for need in own {
        let person = plan.helper[need]
        if person < 0 {
          values[Int(left[number].index)] += 1
        } else {
          values[Int(looks[person][number].index)] += 1
          values[Int(helps[person].index)] = 1
        }
      }
    }
    return values
  }

  private func read(_ result: LinearResult, _ looks: [[Variable]]) -> HelperPlan {
    var plan = HelperPlan(helper: Array(repeating: -1, count: problem.needs.count))
    for (number, own) in classes.enumerated() {
      var next = 0
      for person in problem.people.indices {
        let count = Int(result[looks[person][number]].rounded())
        for _ in 0..<max(0, count) where next < own.count {
          plan.helper[own[next]] = person
          next += 1
        }
      }
    }
    return plan
  }

  private func isValid(_ plan: HelperPlan) -> Bool {
    var count = Array(repeating: 0, count: problem.people.count)
    for person in plan.helper where person >= 0 { count[person] += 1 }
    return count.allSatisfy { $0 == 0 || (problem.least...max(problem.least, problem.most)).contains($0) }
  }
}
