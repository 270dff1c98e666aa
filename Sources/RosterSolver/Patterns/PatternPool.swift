import Rostering

/// Every pattern that was found, by person, each kept once.
final class PatternPool {
  let tables: PatternTables
  private(set) var count = 0
  /// In preference points.
  private(set) var cost: [Int] = []
  private(set) var person: [Int32] = []
  private(set) var ofPerson: [[Int32]]
  private var cells: [UInt16] = []
  /// Rows that a pattern counts in, ~r for −1 in row r: rows[rowStart[p] ..< rowStart[p + 1]].
  private(set) var rows: [Int32] = []
  private(set) var rowStart: [Int] = [0]
  private var number: [[[UInt16]: Int32]]

  init(_ tables: PatternTables) {
    self.tables = tables
    ofPerson = [[Int32]](repeating: [], count: tables.personCount)
    number = [[[UInt16]: Int32]](repeating: [:], count: tables.personCount)
  }

  /// The pattern's number, new or known; nil for one that breaks a rule.
  func add(_ pattern: [UInt16], of person: Int) -> Int? {
    if let known = number[person][pattern] { return Int(known) }
    guard let cost = tables.cost(person, pattern) else { return nil }
    let index = count
    count += 1
    number[person][pattern] = Int32(index)
    self.cost.append(cost)
    self.person.append(Int32(person))
    ofPerson[person].append(Int32(index))
    cells += pattern
    for day in 0..<tables.dayCount { rows += tables.rows(person, day, cell: Int(pattern[day])) }
    rowStart.append(rows.count)
    return index
  }

  /// The row of an entry of `rows`, and what the pattern counts in it.
  @inline(__always) static func signed(_ entry: Int32) -> (row: Int, sign: Double) {
    entry >= 0 ? (Int(entry), 1) : (Int(~entry), -1)
  }

  @inline(__always) func cell(_ pattern: Int, _ day: Int) -> UInt16 { cells[pattern * tables.dayCount + day] }

  func cells(_ pattern: Int) -> [UInt16] {
    Array(cells[(pattern * tables.dayCount)..<((pattern + 1) * tables.dayCount)])
  }

  /// Under prices for the rows, in millionths.
  func value(_ pattern: Int, _ rowPrice: UnsafePointer<Double>) -> Double {
    var sum = Double(cost[pattern] - tables.personConstant[Int(person[pattern])]) * tables.pointPrice
    rows.withUnsafeBufferPointer { rows in
      for index in rowStart[pattern]..<rowStart[pattern + 1] {
        let row = Int(rows[index])
        sum += row >= 0 ? rowPrice[row] : -rowPrice[~row]
      }
    }
    return sum
  }

  /// The patterns of a person that are worth most under the prices, best first.
  func best(of person: Int, _ rowPrice: UnsafePointer<Double>, most: Int) -> [Int] {
    let all = ofPerson[person].map { (value: value(Int($0), rowPrice), pattern: Int($0)) }
    return all.sorted { ($0.value, $0.pattern) < ($1.value, $1.pattern) }.prefix(most).map(\.pattern)
  }
}
