import CGLPK
import LinearModel
import Units

/// How long a model of 2 million terms takes until GLPK can have it, against one `glp_load_matrix` of the same terms.
///
/// `swift run -c release --package-path Benchmarks ModelBuilding [ROUNDS]`
@main struct ModelBuilding {
  static let rows = 200_000
  static let columns = 500_000
  static let termsPerRow = 10

  static func main() throws {
    let rounds = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 5
    // The order of work is the same in every round, so the best of the rounds is the one least disturbed.
    var best = (stream: Double.infinity, check: Double.infinity, load: Double.infinity)
    var terms = 0
    for _ in 0..<rounds {
      let clock = MonotonicClock.system
      let start = clock.seconds
      let model = build()
      let built = clock.seconds
      let valid = try model.validated()
      let checked = clock.seconds
      let load = loadSeconds(valid)
      terms = valid.termCount
      best = (min(best.stream, built - start), min(best.check, checked - built), min(best.load, load))
    }
    let ratio = (best.stream + best.check) / best.load
    print("terms \(terms), rows \(rows), columns \(columns), rounds \(rounds), best of each")
    print("columns, and rows through RowBuilder  \(milliseconds(best.stream)) ms")
    print("validated, ready to hand over         \(milliseconds(best.check)) ms")
    print("glp_load_matrix                       \(milliseconds(best.load)) ms")
    print("ratio                                 \((ratio * 100).rounded() / 100)")
  }

  /// Ten terms a row in columns that are far apart, as cover rows over people are.
  static func build() -> Model {
    var model = Model(name: "benchmark")
    model.reserve(columns: columns, rows: rows, terms: rows * termsPerRow)
    let x = (0..<columns).map { model.addVariable(upper: 1, cost: Double($0 % 17)) }
    for i in 0..<rows {
      _ = model.addRow(lower: 1) { row in
        for k in 0..<termsPerRow { row.add(Double(1 + k), x[(i &* 7919 &+ k &* 49_999) % columns]) }
      }
    }
    return model
  }

  static func loadSeconds(_ model: ValidatedModel) -> Double {
    model.rowStart.withUnsafeBufferPointer { start in
      model.column.withUnsafeBufferPointer { column in
        model.value.withUnsafeBufferPointer { value in
          var change = lm_change()
          (change.rows, change.columns) = (Int32(model.rowCount), Int32(model.columnCount))
          (change.row_start, change.row_column) = (start.baseAddress, column.baseAddress)
          change.row_value = value.baseAddress
          return lm_time_load_matrix(&change)
        }
      }
    }
  }

  static func milliseconds(_ seconds: Double) -> Double { (seconds * 10_000).rounded() / 10 }
}
