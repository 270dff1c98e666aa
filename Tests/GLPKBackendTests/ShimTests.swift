import CGLPK
import Testing

/// Straight at the shim, with data that `validated` would refuse: GLPK's abort must come back as a code.
@Suite("GLPK's aborts come back as codes") struct ShimTests {
  /// minimise x + y with x + y ≥ 1 and the given terms in the row.
  private func solve(
    columns: [Int32], values: [Double], lower: Double = 1, costs: [Double] = [1, 1],
    adjust: (inout lm_settings) -> Void = { _ in }
  ) -> (outcome: lm_outcome, message: String, values: [Double]) {
    let doubles = UnsafeMutablePointer<Double>.allocate(capacity: 10)
    let statuses = UnsafeMutablePointer<Int32>.allocate(capacity: 10)
    doubles.initialize(repeating: 0, count: 10)
    statuses.initialize(repeating: 0, count: 10)
    defer {
      doubles.deallocate()
      statuses.deallocate()
    }
    var outcome = lm_outcome()
    (outcome.values, outcome.reduced_costs, outcome.ray) = (doubles, doubles + 2, doubles + 4)
    (outcome.duals, outcome.farkas) = (doubles + 6, doubles + 7)
    (outcome.row_status, outcome.column_status) = (statuses, statuses + 1)
    var settings = lm_settings()
    settings.iteration_limit = .max
    settings.time_limit_ms = .max
    settings.node_limit = .max
    settings.integer_tolerance = 1e-6
    settings.branching = 5
    settings.backtracking = 3
    adjust(&settings)
    let zeros = [0.0, 0]
    let tens = [10.0, 10]
    let start = [0, columns.count]
    let integer: [UInt8] = [1, 1]
    let (rowLower, rowUpper) = ([lower], [Double.infinity])
    zeros.withUnsafeBufferPointer { zeros in
      tens.withUnsafeBufferPointer { tens in
        start.withUnsafeBufferPointer { start in
          integer.withUnsafeBufferPointer { integer in
            rowLower.withUnsafeBufferPointer { rowLower in
              rowUpper.withUnsafeBufferPointer { rowUpper in
                columns.withUnsafeBufferPointer { columns in
                  values.withUnsafeBufferPointer { values in
                    costs.withUnsafeBufferPointer { costs in
                      var change = lm_change()
                      (change.rows, change.columns) = (1, 2)
                      (change.cost, change.column_lower) = (costs.baseAddress, zeros.baseAddress)
                      (change.column_upper, change.integer) = (tens.baseAddress, integer.baseAddress)
                      (change.row_lower, change.row_upper) = (rowLower.baseAddress, rowUpper.baseAddress)
                      (change.row_start, change.row_column) = (start.baseAddress, columns.baseAddress)
                      change.row_value = values.baseAddress
                      lm_solve_once(&change, &settings, &outcome)
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    let message = withUnsafeBytes(of: outcome.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    return (outcome, message, [doubles[0], doubles[1]])
  }

  private func expectSound() {
    let sound = solve(columns: [0, 1], values: [1, 1])
    #expect(sound.outcome.jumped == 0)
    #expect(Int(sound.outcome.status) == LM_OPTIMAL)
    #expect(sound.outcome.objective == 1)
  }

  @Test("an index out of range") func indexOutOfRange() {
    let result = solve(columns: [0, 99], values: [1, 1])
    #expect(Int(result.outcome.jumped) == LM_JUMPED_ERROR)
    #expect(result.message.contains("column index out of range"))
    expectSound()
  }

  @Test("the same column twice in a row") func duplicates() {
    let result = solve(columns: [0, 0], values: [1, 1])
    #expect(Int(result.outcome.jumped) == LM_JUMPED_ERROR)
    #expect(result.message.contains("duplicate"))
    expectSound()
  }

  @Test("a number that no enumeration has") func badEnumeration() {
    let result = solve(columns: [0, 1], values: [1, 2], lower: 1.5) { $0.branching = 99 }
    #expect(Int(result.outcome.jumped) == LM_JUMPED_ERROR)
    #expect(result.message.contains("br_tech"))
    expectSound()
  }

  @Test("a NaN as row bound, and an infinite coefficient with presolve, abort or end; neither ends the process")
  func notNumbers() {
    _ = solve(columns: [0, 1], values: [1, 1], lower: .nan)
    _ = solve(columns: [0, 1], values: [1, .infinity]) {
      $0.presolve = 1
      $0.relaxed = 1
    }
    expectSound()
  }

  @Test("a thousand errors, and the process is as before") func manyErrors() {
    for _ in 0..<1000 { _ = solve(columns: [0, 0], values: [1, 1]) }
    expectSound()
  }

  @Test("versions are GLPK's own") func version() { #expect(String(cString: lm_version()).hasPrefix("5.")) }
}
