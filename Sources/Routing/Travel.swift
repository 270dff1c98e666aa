/// How far apart locations are, and how long a way takes: whole numbers, in units that the problem's owner chose.
///
/// Either matrices (they may be asymmetric, and may break the triangle inequality) or points of the plane, from which
/// each distance is computed when it is asked for: memory linear in the locations.
public struct Travel: Sendable {
  /// Locations are 0 ..< count.
  public let count: Int
  /// Row by row: entry `from * count + to`; `unreachable` where no way leads. Empty for points of the plane.
  public let distances: [Int32]
  /// Like `distances`; empty where a way takes as many units of time as it is long.
  public let durations: [Int32]
  /// Empty where there are matrices.
  public let points: [Point]
  public let rounding: Rounding

  /// A leg of this length or longer is never driven.
  public static let unreachable: Int32 = 1 << 30
  /// Other legs are at most this long, so that a few of them together stay below `unreachable`.
  public static let longest: Int32 = 1 << 28

  public struct Point: Sendable, Hashable {
    public var x: Double
    public var y: Double
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// From a length in the plane to a whole number: times `scale`, then to a whole number.
  public struct Rounding: Sendable, Hashable {
    public enum Rule: Sendable, Hashable { case nearest, down, up }
    public var scale: Double
    public var rule: Rule
    public init(scale: Double = 1, rule: Rule = .nearest) {
      self.scale = scale
      self.rule = rule
    }

    @inlinable public func whole(_ length: Double) -> Int {
      let scaled = length * scale
      return switch rule {
      case .nearest: Int(scaled + 0.5)
      case .down: Int(scaled)
      case .up: Int(scaled.rounded(.up))
      }
    }
  }

  public init(count: Int, distances: [Int32], durations: [Int32] = []) {
    self.count = count
    self.distances = distances
    self.durations = durations
    points = []
    rounding = Rounding()
  }

  public init(points: [Point], rounding: Rounding) {
    count = points.count
    distances = []
    durations = []
    self.points = points
    self.rounding = rounding
  }

  @inlinable public func distance(_ from: Int, _ to: Int) -> Int {
    points.isEmpty ? Int(distances[from * count + to]) : planeDistance(from, to)
  }

  @inlinable public func duration(_ from: Int, _ to: Int) -> Int {
    durations.isEmpty ? distance(from, to) : Int(durations[from * count + to])
  }

  /// Whether a vehicle may drive from one location to the other.
  @inlinable public func isReachable(_ from: Int, _ to: Int) -> Bool {
    distance(from, to) < Int(Self.unreachable) && duration(from, to) < Int(Self.unreachable)
  }

  @usableFromInline func planeDistance(_ from: Int, _ to: Int) -> Int {
    let (a, b) = (points[from], points[to])
    let (x, y) = (a.x - b.x, a.y - b.y)
    return rounding.whole((x * x + y * y).squareRoot())
  }

  /// Both ways between any two locations are the same. O(count²) for matrices.
  public var isSymmetric: Bool {
    func same(_ matrix: [Int32]) -> Bool {
      for row in 0..<count {
        for column in 0..<row where matrix[row * count + column] != matrix[column * count + row] { return false }
      }
      return true
    }
    return !points.isEmpty || same(distances) && (durations.isEmpty || same(durations))
  }
}
