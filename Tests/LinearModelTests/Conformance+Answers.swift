import LinearModel
import Testing
import Units

extension Conformance {
  /// Two products on two machines. At (2, 6): 3·2 + 5·6 = 36, and both rows are tight.
  func optimal() throws {
    var model = Model(name: "workshop")
    let doors = model.addVariable("doors", upper: 4, cost: -3)
    let windows = model.addVariable("windows", cost: -5)
    let assembly = model.addRow("assembly", upper: 12) { $0.add(2, windows) }
    let finish = model.addRow("finish", upper: 18) {
      $0.add(3, doors)
      $0.add(2, windows)
    }
    for method in [LPMethod.dual, .primal, .interior] {
      for presolve in [false, true] {
        let result = try solve(model) {
          $0.lpMethod = method
          $0.presolve = presolve
        }
        #expect(result.stop == .finished)
        #expect(result.point == .optimal)
        #expect(isClose(result.objective, -36))
        #expect(isClose(result.bound, -36))
        #expect(isClose(result[doors], 2))
        #expect(isClose(result[windows], 6))
        // One more hour of assembly: half a window more (−2.5), a third of a door less (+1).
        #expect(isClose(result.duals[Int(assembly.index)], -1.5))
        #expect(isClose(result.duals[Int(finish.index)], -1))
        #expect(isClose(result.reducedCosts[Int(doors.index)], 0))
      }
    }
  }

  /// x + y ≥ 5 with x, y ≤ 2.
  func infeasible() throws {
    var model = Model()
    let x = model.addVariable("x", upper: 2, cost: 1)
    let y = model.addVariable("y", upper: 2, cost: 1)
    _ = model.addRow("harmless", upper: 100) { $0.add(1, x) }
    _ = model.addRow("toMuch", lower: 5) {
      $0.add(1, x)
      $0.add(1, y)
    }
    for method in [LPMethod.dual, .primal, .interior] {
      for presolve in [false, true] {
        let result = try solve(model) {
          $0.lpMethod = method
          $0.presolve = presolve
        }
        #expect(result.stop == .finished)
        #expect(result.point == .infeasible)
        #expect(result.values.isEmpty)
        #expect(result.objective == nil)
        let valid = try model.validated()
        #expect(valid.refutationMargin(of: result.farkas) > 0)
      }
    }
  }

  /// Infeasible, and without lower limit where it were feasible: the certificate must come all the same.
  func infeasibleAndDualInfeasible() throws {
    var model = Model()
    let x = model.addVariable("x", lower: -.infinity, cost: -1)
    let y = model.addVariable("y", lower: -.infinity, cost: -1)
    _ = model.addRow("one", lower: 1, upper: 1) {
      $0.add(1, x)
      $0.add(-1, y)
    }
    _ = model.addRow("two", lower: 2, upper: 2) {
      $0.add(2, x)
      $0.add(-2, y)
    }
    _ = model.addRow("three", lower: 5, upper: 5) {
      $0.add(3, x)
      $0.add(-3, y)
    }
    let result = try solve(model)
    #expect(result.point == .infeasible)
    #expect(try model.validated().refutationMargin(of: result.farkas) > 0)
  }

  /// x − y ≤ 3, both may grow for ever along (1, 1).
  func unbounded() throws {
    var model = Model()
    let x = model.addVariable("x", cost: -1)
    let y = model.addVariable("y")
    let z = model.addVariable("z", upper: 7, cost: -2)
    _ = model.addRow("ahead", upper: 3) {
      $0.add(1, x)
      $0.add(-1, y)
    }
    for method in [LPMethod.dual, .primal, .interior] {
      for presolve in [false, true] {
        let result = try solve(model) {
          $0.lpMethod = method
          $0.presolve = presolve
        }
        #expect(result.stop == .finished)
        #expect(result.point == .unbounded)
        #expect(result.bound == nil)
        #expect(try model.validated().isDescentRay(result.ray))
        if result.ray.count == 3 { #expect(result.ray[Int(z.index)] == 0) }
      }
    }
  }

  /// Beale's example, on which the textbook simplex cycles; optimum −1/20.
  func degenerate() throws {
    var model = Model()
    let x = [-0.75, 150, -0.02, 6].map { model.addVariable(cost: $0) }
    for row in [[0.25, -60, -0.04, 9], [0.5, -90, -0.02, 3], [0, 0, 1, 0]].enumerated() {
      _ = model.addRow(upper: row.offset == 2 ? 1 : 0) { builder in
        for j in 0..<4 where row.element[j] != 0 { builder.add(row.element[j], x[j]) }
      }
    }
    for method in [LPMethod.dual, .primal, .interior] {
      let result = try solve(model) { $0.lpMethod = method }
      #expect(result.point == .optimal)
      #expect(isClose(result.objective, -0.05))
    }
  }

  /// Knapsack by hand: of (60, 10), (100, 20), (120, 30) within 50, the best is 220; relaxed it is 240.
  func integer() throws {
    var model = Model()
    let items = [60.0, 100, 120].map { model.addBinary(cost: -$0) }
    _ = model.addRow("weight", upper: 50) { row in
      for (item, weight) in zip(items, [10.0, 20, 30]) { row.add(weight, item) }
    }
    let result = try solve(model)
    #expect(result.stop == .finished)
    #expect(result.point == .optimal)
    #expect(isClose(result.objective, -220))
    #expect(items.map { result[$0] } == [0, 1, 1])
    let relaxed = try solve(model) { $0.relaxed = true }
    #expect(isClose(relaxed.objective, -240))
  }

  /// 2x + 2y = 3 has no whole solution, though its relaxation has.
  func integerInfeasible() throws {
    var model = Model()
    let x = model.addVariable("x", kind: .integer, upper: 10, cost: 1)
    let y = model.addVariable("y", kind: .integer, upper: 10, cost: 1)
    _ = model.addRow("odd", lower: 3, upper: 3) {
      $0.add(2, x)
      $0.add(2, y)
    }
    let result = try solve(model)
    #expect(result.stop == .finished)
    #expect(result.point == .infeasible)
    #expect(result.farkas.isEmpty)
    #expect(try solve(model) { $0.relaxed = true }.point == .optimal)
  }
}
