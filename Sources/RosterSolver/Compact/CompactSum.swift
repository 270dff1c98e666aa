import LinearModel

/// constant + Σ terms.
struct CompactSum {
  var terms: [(variable: Variable, value: Double)] = []
  var constant = 0

  init(_ constant: Int = 0) { self.constant = constant }
  init(_ variable: Variable) { terms = [(variable, 1)] }
  init(_ variables: [Variable]) { terms = variables.map { ($0, 1) } }

  mutating func add(_ value: Int, _ variable: Variable) { terms.append((variable, Double(value))) }

  static func + (a: CompactSum, b: CompactSum) -> CompactSum {
    var sum = a
    sum.terms += b.terms
    sum.constant += b.constant
    return sum
  }

  static func - (a: CompactSum, b: CompactSum) -> CompactSum { a + -1 * b }

  static func * (factor: Int, sum: CompactSum) -> CompactSum {
    var scaled = sum
    scaled.constant *= factor
    for index in scaled.terms.indices { scaled.terms[index].value *= Double(factor) }
    return scaled
  }
}
