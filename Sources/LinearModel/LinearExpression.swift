/// A sum of coefficients times variables, and a constant: for small rows that should read like the maths.
///
/// Long rows stream through `RowBuilder` instead; a value like this one is copied as it grows.
public struct LinearExpression: Linear, Sendable {
  public var terms: [(coefficient: Double, variable: Variable)]
  public var constant: Double
  public init(terms: [(coefficient: Double, variable: Variable)] = [], constant: Double = 0) {
    self.terms = terms
    self.constant = constant
  }
  public var expression: LinearExpression { self }
}

/// What may stand in an expression: a variable or an expression.
public protocol Linear {
  var expression: LinearExpression { get }
}

extension Variable: Linear {
  public var expression: LinearExpression { LinearExpression(terms: [(1, self)]) }
}

public func + (a: some Linear, b: some Linear) -> LinearExpression {
  let (a, b) = (a.expression, b.expression)
  return LinearExpression(terms: a.terms + b.terms, constant: a.constant + b.constant)
}

public func - (a: some Linear, b: some Linear) -> LinearExpression { a + -1 * b }
public prefix func - (a: some Linear) -> LinearExpression { -1 * a }

public func + (a: some Linear, b: Double) -> LinearExpression {
  let a = a.expression
  return LinearExpression(terms: a.terms, constant: a.constant + b)
}

public func + (a: Double, b: some Linear) -> LinearExpression { b + a }
public func - (a: some Linear, b: Double) -> LinearExpression { a + (0 - b) }
public func - (a: Double, b: some Linear) -> LinearExpression { -1 * b + a }

public func * (a: Double, b: some Linear) -> LinearExpression {
  let b = b.expression
  return LinearExpression(terms: b.terms.map { (a * $0.coefficient, $0.variable) }, constant: a * b.constant)
}

public func += (a: inout LinearExpression, b: some Linear) {
  let b = b.expression
  a.terms.append(contentsOf: b.terms)
  a.constant += b.constant
}

/// Σ of `body` over `items`.
public func sum<Items: Sequence, Term: Linear>(
  over items: Items, _ body: (Items.Element) -> Term
) -> LinearExpression {
  var total = LinearExpression()
  for item in items { total += body(item) }
  return total
}

/// lower ≤ expression ≤ upper.
public struct LinearConstraint: Sendable {
  public var expression: LinearExpression
  public var lower: Double
  public var upper: Double
}

public func <= (a: some Linear, b: Double) -> LinearConstraint {
  LinearConstraint(expression: a.expression, lower: -.infinity, upper: b)
}

public func >= (a: some Linear, b: Double) -> LinearConstraint {
  LinearConstraint(expression: a.expression, lower: b, upper: .infinity)
}

public func == (a: some Linear, b: Double) -> LinearConstraint {
  LinearConstraint(expression: a.expression, lower: b, upper: b)
}

public func <= (a: some Linear, b: some Linear) -> LinearConstraint { a - b <= 0 }
public func >= (a: some Linear, b: some Linear) -> LinearConstraint { a - b >= 0 }

extension Model {
  /// Adds a row; the expression's constant moves to the bounds.
  @discardableResult
  public mutating func addRow(_ name: String = "", _ constraint: LinearConstraint) -> Row {
    let constant = constraint.expression.constant
    return addRow(name, lower: constraint.lower - constant, upper: constraint.upper - constant) { row in
      for term in constraint.expression.terms { row.add(term.coefficient, term.variable) }
    }
  }

  /// Replaces the objective.
  public mutating func minimise(_ objective: some Linear) {
    let expression = objective.expression
    for variable in variables { setCost(variable, 0) }
    for term in expression.terms { setCost(term.variable, cost(of: term.variable) + term.coefficient) }
    objectiveConstant = expression.constant
  }
}
