/// A routing instance as the check sees it: numbers as they stand in the file.
struct CheckedRouting {
  struct Node {
    var x = 0.0
    var y = 0.0
    /// Brought from the depot (below 0: from the partner), and taken to it.
    var demand = 0
    var backhaul = 0
    var service = 0.0
    var from = 0.0
    var to = Double.infinity
    var release = 0.0
    /// 0: must be visited.
    var prize = 0.0
  }

  struct Vehicle {
    var capacity = Int.max
    var fixedCost = 0
    var distanceCost = 1
    var maximumDuration = Double.infinity
    /// Nodes.
    var depot = 0
    var reloadDepots: [Int] = []
  }

  /// What the file is: `CVRP`, `VRPTW`, …, `MDVRP`, `PDPTW`.
  var type: String
  var nodes: [Node] = []
  var depots: [Int] = []
  /// One an entry; where there is only one and `isUnlimited`, as many as are wanted.
  var vehicles: [Vehicle] = []
  var isUnlimited = false
  /// A solution's n-th line is the n-th vehicle's.
  var linesAreVehicles = false
  /// Who gives to whom.
  var pairs: [(from: Int, to: Int)] = []
  /// Solutions call the first node so.
  var firstNumber = 0
  /// Where ways stand in a matrix.
  var ways: [[Double]] = []

  func way(_ a: Int, _ b: Int) -> Double {
    if !ways.isEmpty { return ways[a][b] }
    let (x, y) = (nodes[a].x - nodes[b].x, nodes[a].y - nodes[b].y)
    return (x * x + y * y).squareRoot()
  }
}

/// A line's words, between spaces and tabs, and its place.
struct RoutingWords {
  var line: Int
  var text: String
  var file: UnreadableFormat.File
  var words: [String]

  init(_ line: CheckedLine) {
    self.line = line.number
    text = line.text
    file = line.file
    words = line.text.split { $0 == " " || $0 == "\t" || $0 == "\r" }.map(String.init)
  }

  var unreadable: UnreadableFormat { UnreadableFormat(file: file, line: line, text: text) }

  func whole(_ index: Int) throws(UnreadableFormat) -> Int {
    guard index < words.count, let value = Int(words[index]), abs(value) <= 1 << 30 else { throw unreadable }
    return value
  }

  /// Small enough that a thousand million of them are still exact in thousandths.
  func number(_ index: Int) throws(UnreadableFormat) -> Double {
    guard index < words.count, let value = Double(words[index]), abs(value) <= 1e8 else { throw unreadable }
    return value
  }
}

func routingWords(_ text: String, of file: UnreadableFormat.File) -> [RoutingWords] {
  checkedLines(text, of: file).map(RoutingWords.init)
}
