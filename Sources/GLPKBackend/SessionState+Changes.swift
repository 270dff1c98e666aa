import LinearModel

extension SessionState {
  mutating func addColumns(_ columns: [NewColumn]) throws(ModelProblems) -> Variable {
    var problems: [String] = []
    for (k, column) in columns.enumerated() {
      let label = column.name.isEmpty ? "new column \(k)" : "new column \(k) \(column.name)"
      if !column.cost.isFinite { problems.append("\(label): cost is \(column.cost)") }
      if let text = Self.boundsProblem(column.lower, column.upper) { problems.append("\(label): \(text)") }
      for term in column.terms {
        if term.row.index < 0 || term.row.index >= model.rowCount {
          problems.append("\(label): a term in row \(term.row.index), which the model does not have")
        } else if !term.value.isFinite {
          problems.append("\(label): coefficient \(term.value) in row \(term.row.index)")
        }
      }
    }
    if !problems.isEmpty { throw ModelProblems(problems: problems) }
    let first = Variable(number: model.columnCount)
    for column in columns {
      let variable = model.addVariable(column.name, lower: column.lower, upper: column.upper, cost: column.cost)
      for term in column.terms { model.addTerm(term.value, variable, to: term.row) }
    }
    return first
  }

  mutating func addRow(
    _ name: String, lower: Double, upper: Double, terms: [(Variable, Double)]
  ) throws(ModelProblems) -> Row {
    var problems: [String] = []
    if let text = Self.boundsProblem(lower, upper) { problems.append("new row \(name): \(text)") }
    for (variable, value) in terms {
      if variable.index < 0 || variable.index >= model.columnCount {
        problems.append("new row \(name): a term in column \(variable.index), which the model does not have")
      } else if !value.isFinite {
        problems.append("new row \(name): coefficient \(value) of column \(variable.index)")
      }
    }
    if !problems.isEmpty { throw ModelProblems(problems: problems) }
    return model.addRow(name, lower: lower, upper: upper) { row in
      for (variable, value) in terms { row.add(value, variable) }
    }
  }

  mutating func setBounds(_ variable: Variable, lower: Double, upper: Double) throws(ModelProblems) {
    try check(variable)
    if let text = Self.boundsProblem(lower, upper) {
      throw ModelProblems(problems: ["column \(variable.index): \(text)"])
    }
    model.setBounds(variable, lower: lower, upper: upper)
  }

  mutating func setBounds(_ row: Row, lower: Double, upper: Double) throws(ModelProblems) {
    if row.index < 0 || row.index >= model.rowCount {
      throw ModelProblems(problems: ["row \(row.index), which the model does not have"])
    }
    if let text = Self.boundsProblem(lower, upper) { throw ModelProblems(problems: ["row \(row.index): \(text)"]) }
    model.setBounds(row, lower: lower, upper: upper)
  }

  mutating func setCost(_ variable: Variable, _ cost: Double) throws(ModelProblems) {
    try check(variable)
    if !cost.isFinite { throw ModelProblems(problems: ["column \(variable.index): cost is \(cost)"]) }
    model.setCost(variable, cost)
  }

  private func check(_ variable: Variable) throws(ModelProblems) {
    if variable.index < 0 || variable.index >= model.columnCount {
      throw ModelProblems(problems: ["column \(variable.index), which the model does not have"])
    }
  }

  private static func boundsProblem(_ lower: Double, _ upper: Double) -> String? {
    Model.areBounds(lower, upper) ? nil : "no numbers between bounds \(lower) and \(upper)"
  }
}
