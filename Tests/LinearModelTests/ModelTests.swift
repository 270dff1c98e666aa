import LinearModel
import Testing

@Suite("Building and checking a model") struct ModelTests {
  private func problems(_ model: Model) -> [String] {
    do {
      _ = try model.validated()
      return []
    } catch { return error.problems }
  }

  @Test("duplicates are merged, zeros dropped, later terms sorted into their rows") func merging() throws {
    var model = Model()
    let x = (0..<4).map { model.addVariable("x[\($0)]") }
    let first = model.addRow("first", upper: 9) {
      $0.add(2, x[1])
      $0.add(0, x[2])
      $0.add(3, x[0])
      $0.add(1, x[1])
    }
    let second = model.addRow("second", upper: 9) {
      $0.add(5, x[2])
      $0.add(-5, x[2])
    }
    model.addTerm(7, x[3], to: second)
    model.addTerm(-3, x[0], to: first)
    model.addTerm(4, x[2], to: first)
    let valid = try model.validated()
    #expect(valid.rowStart == [0, 2, 3])
    #expect(valid.column == [1, 2, 3])
    #expect(valid.value == [3, 4, 7])
  }

  @Test("all that is wrong is said at once") func wrong() {
    var model = Model()
    let x = model.addVariable("x", lower: 2, upper: 1)
    let y = model.addVariable("y\n", cost: .nan)
    _ = model.addVariable("z", lower: .infinity)
    _ = model.addRow("r", lower: .nan) {
      $0.add(.infinity, x)
      $0.add(.nan, y)
      $0.add(1, Variable(number: 17))
    }
    model.addTerm(1, x, to: Row(number: 5))
    model.objectiveConstant = .infinity
    #expect(problems(model).count == 10)
    #expect(problems(model).contains("column 0 x: no numbers between bounds 2.0 and 1.0"))
  }

  @Test("coefficients that add up beyond all numbers are refused") func overflow() {
    var model = Model()
    let x = model.addVariable()
    _ = model.addRow {
      $0.add(1.7e308, x)
      $0.add(1.7e308, x)
    }
    #expect(problems(model).count == 1)
  }

  @Test("bounds of whole-number columns are rounded inward, those of relaxed ones are not") func rounding() throws {
    var model = Model()
    _ = model.addVariable(kind: .integer, lower: 0.3, upper: 2.7)
    _ = model.addVariable(kind: .integer, lower: 2.9999999999, upper: 3.0000000001)
    let empty = model.addVariable(kind: .integer, lower: 0.2, upper: 0.8)
    let valid = try model.validated()
    #expect(valid.columnLower == [1, 3, 1])
    #expect(valid.columnUpper == [2, 3, 0])
    #expect(valid.emptyColumn == empty)
    let relaxed = try model.validated(relaxed: true)
    #expect(relaxed.columnLower == [0.3, 2.9999999999, 0.2])
    #expect(relaxed.emptyColumn == nil)
  }

  @Test("expressions read like the maths") func expressions() throws {
    var model = Model()
    let (x, y, z) = (model.addVariable("x"), model.addVariable("y"), model.addVariable("z"))
    model.addRow("a", 2 * x + y - 3 * (z + 1) <= 5)
    model.addRow("b", x >= y - 4)
    model.addRow("c", sum(over: [x, y, z]) { 2 * $0 } == 6)
    model.minimise(x - 2 * y + 3 * x + 7)
    let valid = try model.validated()
    #expect(valid.column == [0, 1, 2, 0, 1, 0, 1, 2])
    #expect(valid.value == [2, 1, -3, 1, -1, 2, 2, 2])
    #expect(valid.rowLower == [-.infinity, -4, 6])
    #expect(valid.rowUpper == [8, .infinity, 6])
    #expect(valid.cost == [4, -2, 0])
    #expect(valid.objectiveConstant == 7)
  }

  @Test("multipliers that do not refute, and rays that end, are not believed") func certificates() throws {
    var model = Model()
    let (x, y) = (model.addVariable(upper: 2), model.addVariable(upper: 2, cost: -1))
    model.addRow("tooMuch", x + y >= 5)
    let valid = try model.validated()
    #expect(valid.refutationMargin(of: [1]) > 0.9)
    #expect(valid.refutationMargin(of: [-1]) > 0.9)
    #expect(!(valid.refutationMargin(of: [0]) > 0))
    #expect(!(valid.refutationMargin(of: [.nan]) > 0))
    #expect(!(valid.refutationMargin(of: []) > 0))
    #expect(!valid.isDescentRay([0, 1]))
    model.setBounds(y, lower: 0, upper: .infinity)
    #expect(try model.validated().isDescentRay([0, 1]))
    #expect(try !model.validated().isDescentRay([0, -1]))
    #expect(try !model.validated().isDescentRay([0, 0]))
  }
}
