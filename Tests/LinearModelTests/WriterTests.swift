import Foundation
import GLPKBackend
import LinearModel
import Testing
import Units

@Suite("Models written to files") struct WriterTests {
  @Test("names become ASCII, stay unique and can be looked up") func names() throws {
    var model = Model()
    let long = "coverage[" + String(repeating: "x", count: 300) + "]"
    for name in ["minimumRest[C017,2026-01-02]", "minimumRest(C017,2026~01~02)", "岗位[A]", long, "", "9 to 5"] {
      _ = model.addVariable(name)
    }
    let written = try model.lpText().names
    #expect(
      written.columns == [
        "minimumRest(C017,2026~01~02)", "minimumRest(C017,2026~01~02)#1", "__(A)", "coverage#3", "c#4", "_9_to_5",
      ])
    #expect(written.map.split(separator: "\n").count == 6)
    #expect(written.map.hasPrefix("column\tminimumRest(C017,2026~01~02)\tminimumRest[C017,2026-01-02]\n"))
  }

  @Test("glpsol finds the same optimum in a file, either format", .enabled(if: Glpsol.isInstalled, Glpsol.missing))
  func readBack() throws {
    for seed in 0..<25 as Range<UInt64> {
      let model = Self.random(seed)
      let expected = try GLPKSolver().solve(model, options: SolveOptions())
      #expect(expected.point == .optimal, "seed \(seed)")
      for (option, text) in [("--lp", try model.lpText().text), ("--freemps", try model.mpsText().text)] {
        let objective = try Glpsol.objective(option, text)
        #expect(isClose(objective, expected.objective ?? .nan), "seed \(seed) \(option)")
      }
    }
  }

  /// Every kind of bound and row; feasible, because the rows hold at a point that the bounds allow.
  private static func random(_ seed: UInt64) -> Model {
    var random = SeededRandom(seed: seed)
    var model = Model()
    model.objectiveConstant = Double(random.below(2000)) / 8 - 100
    var point: [Double] = []
    let columns = (0..<9).map { j in
      let at = Double(random.below(9)) - 4
      point.append(at)
      let lower: Double = [-Double.infinity, at - 2.5, at, -7][random.below(4)]
      let upper: Double = [Double.infinity, at + 1.5, at, 7][random.below(4)]
      return model.addVariable(
        "x[\(j),-a]", kind: random.below(2) == 0 ? .integer : .continuous, lower: lower, upper: upper,
        cost: Double(random.below(9)) / 4)
    }
    for i in 0..<7 {
      var sum = 0.0
      let row = model.addRow("row[\(i)]") { row in
        for j in columns.indices where random.below(3) > 0 {
          let value = Double(random.below(13) - 6) / 2
          row.add(value, columns[j])
          sum += value * point[j]
        }
      }
      let all = Double.infinity
      let kinds: [(Double, Double)] = [(-all, sum), (sum, all), (sum - 3, sum + 4.5), (sum, sum), (-all, all)]
      let (lower, upper) = kinds[random.below(5)]
      model.setBounds(row, lower: lower, upper: upper)
    }
    // Without a lower limit there is no optimum to compare: every column costs at least what keeps it from falling.
    for column in columns {
      let slack = model.addVariable(cost: 3)
      _ = model.addRow(lower: -5) {
        $0.add(1, column)
        $0.add(1, slack)
      }
    }
    return model
  }
}
