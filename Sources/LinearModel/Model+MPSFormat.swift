extension Model {
  /// In free MPS format. A constant in the objective is the cost of a column fixed at 1: readers do not agree on the sign
  /// of an objective's right-hand side.
  public func mpsText() throws(ModelProblems) -> WrittenModel {
    let model = try validated()
    let names = SymbolNames(model)
    var writer = MPSWriter(model: model, names: names)
    return WrittenModel(text: writer.write(), names: names)
  }
}

private struct MPSWriter {
  let model: ValidatedModel
  let names: SymbolNames
  var text = ""

  mutating func write() -> String {
    text += "NAME model\nROWS\n N objective#\n"
    for i in 0..<model.rowCount { text += " \(sense(i)) \(names.rows[i])\n" }
    writeColumns()
    text += "RHS\n"
    for i in 0..<model.rowCount {
      let end = model.rowLower[i].isFinite ? model.rowLower[i] : model.rowUpper[i]
      if end.isFinite && end != 0 { text += " RHS \(names.rows[i]) \(end)\n" }
    }
    writeRanges()
    text += "BOUNDS\n FX BND constant# 1\n"
    for j in 0..<model.columnCount { writeBounds(j) }
    text += "ENDATA\n"
    return text
  }

  private func sense(_ i: Int) -> String {
    if model.rowLower[i] == model.rowUpper[i] { return "E" }
    if model.rowLower[i].isFinite { return "G" }
    return model.rowUpper[i].isFinite ? "L" : "N"
  }

  private mutating func writeRanges() {
    let ranged = (0..<model.rowCount).filter {
      model.rowLower[$0].isFinite && model.rowUpper[$0].isFinite && model.rowLower[$0] < model.rowUpper[$0]
    }
    if ranged.isEmpty { return }
    text += "RANGES\n"
    for i in ranged { text += " RNG \(names.rows[i]) \(model.rowUpper[i] - model.rowLower[i])\n" }
  }

  private mutating func writeColumns() {
    text += "COLUMNS\n constant# objective# \(model.objectiveConstant)\n"
    let byColumn = model.termsByColumn()
    var isWhole = false
    for j in 0..<model.columnCount {
      if (model.columnKind[j] == .integer) != isWhole {
        isWhole.toggle()
        text += " MARKER 'MARKER' '\(isWhole ? "INTORG" : "INTEND")'\n"
      }
      let terms = byColumn.start[j]..<byColumn.start[j + 1]
      // A column that is nowhere is still a column.
      if model.cost[j] != 0 || terms.isEmpty { text += " \(names.columns[j]) objective# \(model.cost[j])\n" }
      for k in terms { text += " \(names.columns[j]) \(names.rows[Int(byColumn.column[k])]) \(byColumn.value[k])\n" }
    }
    if isWhole { text += " MARKER 'MARKER' 'INTEND'\n" }
  }

  private mutating func writeBounds(_ j: Int) {
    let (lower, upper, name) = (model.columnLower[j], model.columnUpper[j], names.columns[j])
    if !lower.isFinite && !upper.isFinite {
      text += " FR BND \(name)\n"
    } else if lower == upper {
      text += " FX BND \(name) \(lower)\n"
    } else {
      text += lower.isFinite ? " LO BND \(name) \(lower)\n" : " MI BND \(name)\n"
      text += upper.isFinite ? " UP BND \(name) \(upper)\n" : " PL BND \(name)\n"
    }
  }
}

extension ValidatedModel {
  /// The same terms by column; `column` then holds rows. O(terms).
  func termsByColumn() -> CompressedRows {
    var start = [Int](repeating: 0, count: columnCount + 1)
    for j in column { start[Int(j) + 1] += 1 }
    for j in 0..<columnCount { start[j + 1] += start[j] }
    var next = start
    var row = [Int32](repeating: 0, count: column.count)
    var transposed = [Double](repeating: 0, count: column.count)
    for i in 0..<rowCount {
      for k in rowStart[i]..<rowStart[i + 1] {
        let place = next[Int(column[k])]
        next[Int(column[k])] += 1
        row[place] = Int32(truncatingIfNeeded: i)
        transposed[place] = value[k]
      }
    }
    return CompressedRows(start: start, column: row, value: transposed)
  }
}
