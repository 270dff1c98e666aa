extension Model {
  /// In CPLEX's LP format, as GLPK, HiGHS and CBC read it.
  ///
  /// A row with two different bounds is written twice, the second time with `#upper` behind its name; a constant in the
  /// objective is the cost of a column fixed at 1.
  public func lpText() throws(ModelProblems) -> WrittenModel {
    let model = try validated()
    let names = SymbolNames(model)
    var writer = LPWriter(model: model, names: names)
    return WrittenModel(text: writer.write(), names: names)
  }
}

private struct LPWriter {
  let model: ValidatedModel
  let names: SymbolNames
  var text = ""
  var lineLength = 0

  mutating func write() -> String {
    text += "\\ \(model.rowCount) rows, \(model.columnCount) columns, \(model.termCount) terms\n"
    writeObjective()
    text += "Subject To\n"
    for i in 0..<model.rowCount { writeRow(i) }
    if model.rowCount == 0 { text += " none#: 0 constant# <= 1\n" }
    text += "Bounds\n constant# = 1\n"
    for j in 0..<model.columnCount { writeBounds(j) }
    let whole = names.columns.indices.filter { model.columnKind[$0] == .integer }
    if !whole.isEmpty {
      text += "Generals\n"
      for j in whole { text += " \(names.columns[j])\n" }
    }
    text += "End\n"
    return text
  }

  private mutating func writeObjective() {
    begin("Minimize\n objective#:")
    addTerm(model.objectiveConstant, "constant#")
    for j in model.cost.indices where model.cost[j] != 0 { addTerm(model.cost[j], names.columns[j]) }
    text += "\n"
  }

  private mutating func writeRow(_ i: Int) {
    let (lower, upper) = (model.rowLower[i], model.rowUpper[i])
    if lower == upper { return writeTerms(i, names.rows[i], "= \(lower)") }
    if lower.isFinite { writeTerms(i, names.rows[i], ">= \(lower)") }
    if upper.isFinite { writeTerms(i, names.rows[i] + (lower.isFinite ? "#upper" : ""), "<= \(upper)") }
  }

  private mutating func writeTerms(_ i: Int, _ name: String, _ end: String) {
    begin(" \(name):")
    if model.rowStart[i] == model.rowStart[i + 1] { addTerm(0, "constant#") }
    for k in model.rowStart[i]..<model.rowStart[i + 1] { addTerm(model.value[k], names.columns[Int(model.column[k])]) }
    text += " \(end)\n"
  }

  private mutating func begin(_ start: String) {
    text += start
    lineLength = start.utf8.count
  }

  private mutating func addTerm(_ coefficient: Double, _ name: String) {
    let term = "\(coefficient < 0 ? " - " : " + ")\(abs(coefficient)) \(name)"
    if lineLength + term.utf8.count > 200 {
      text += "\n "
      lineLength = 1
    }
    text += term
    lineLength += term.utf8.count
  }

  private mutating func writeBounds(_ j: Int) {
    let (lower, upper, name) = (model.columnLower[j], model.columnUpper[j], names.columns[j])
    switch (lower.isFinite, upper.isFinite) {
    case (false, false): text += " \(name) free\n"
    case (true, _) where lower == upper: text += " \(name) = \(lower)\n"
    case (true, true): text += " \(lower) <= \(name) <= \(upper)\n"
    case (true, false): text += " \(name) >= \(lower)\n"
    case (false, true): text += " -inf <= \(name) <= \(upper)\n"
    }
  }
}
