import Routing

/// Points sorted into square cells.
struct Grid {
  private let cell: Double
  private let columns: Int
  private let rows: Int
  private let left: Double
  private let bottom: Double
  private var start: [Int32]
  private var items: [Int32]

  init(_ points: [Travel.Point]) {
    left = points.map(\.x).min() ?? 0
    bottom = points.map(\.y).min() ?? 0
    let width = (points.map(\.x).max() ?? 0) - left
    let height = (points.map(\.y).max() ?? 0) - bottom
    let area = max(width, 1e-9) * max(height, 1e-9)
    let side = max((area * 2 / Double(max(1, points.count))).squareRoot(), max(width, height) / 2000, 1e-9)
    cell = side
    columns = Int(width / side) + 1
    rows = Int(height / side) + 1
    start = Array(repeating: 0, count: columns * rows + 1)
    items = Array(repeating: 0, count: points.count)
    let (left, bottom, columns) = (left, bottom, columns)
    func index(_ point: Travel.Point) -> Int {
      Int((point.y - bottom) / side) * columns + Int((point.x - left) / side)
    }
    for point in points { start[index(point) + 1] += 1 }
    for cell in 1..<start.count { start[cell] += start[cell - 1] }
    var next = start
    for (number, point) in points.enumerated() {
      let cell = index(point)
      items[Int(next[cell])] = Int32(number)
      next[cell] += 1
    }
  }

  /// Visits points ring by ring until all the nearest `count` are among them.
  func collect(around point: Travel.Point, atLeast count: Int, _ visit: (Int) -> Void) {
    let column = min(columns - 1, max(0, Int((point.x - left) / cell)))
    let row = min(rows - 1, max(0, Int((point.y - bottom) / cell)))
    var seen = 0
    var last: Int?
    var radius = 0
    while radius <= max(columns, rows) {
      if let last, radius > last { return }
      for y in max(0, row - radius)...min(rows - 1, row + radius) {
        let isEdge = abs(y - row) == radius
        var x = max(0, column - radius)
        let end = min(columns - 1, column + radius)
        while x <= end {
          if !isEdge, abs(x - column) < radius {
            x = max(x + 1, column + radius)
            continue
          }
          let cell = y * columns + x
          for item in start[cell]..<start[cell + 1] {
            visit(Int(items[Int(item)]))
            seen += 1
          }
          x += 1
        }
      }
      // What lies within a circle is within rings half as many again.
      if last == nil, seen >= count { last = radius + radius / 2 + 1 }
      radius += 1
    }
  }
}
