import Routing
import Units

/// Distances and durations between sites, in rows for looking up from a site and to a site.
struct Ways: ~Copyable {
  let stride: Int
  /// Row by row from a site; empty in the plane.
  let out: UnsafeMutablePointer<Int32>?
  /// Row by row to a site; the same memory as `out` where both ways are the same.
  let into: UnsafeMutablePointer<Int32>?
  let timeOut: UnsafeMutablePointer<Int32>?
  let timeInto: UnsafeMutablePointer<Int32>?
  private let x: Buffer<Double>
  private let y: Buffer<Double>
  let rounding: Travel.Rounding
  private let ownsInto: Bool
  private let ownsTime: Bool

  init(_ problem: RoutingProblem) {
    let locations = problem.clients.map(\.location) + problem.depots.map(\.location)
    let count = locations.count
    let travel = problem.travel
    stride = count
    rounding = travel.rounding
    x = Buffer(repeating: 0, count: travel.points.isEmpty ? 0 : count)
    y = Buffer(repeating: 0, count: travel.points.isEmpty ? 0 : count)
    if !travel.points.isEmpty {
      for (site, location) in locations.enumerated() {
        (x[site], y[site]) = (travel.points[location].x, travel.points[location].y)
      }
    }
    if !travel.points.isEmpty, count > EngineFacts.matrixLimit {
      (out, into, timeOut, timeInto) = (nil, nil, nil, nil)
      (ownsInto, ownsTime) = (false, false)
      return
    }
    guard travel.points.isEmpty else {
      // Straight ways: the same in both directions, and times are distances.
      let cells = UnsafeMutablePointer<Int32>.allocate(capacity: max(1, count * count))
      for a in 0..<count {
        for b in 0...a {
          let (dx, dy) = (x[a] - x[b], y[a] - y[b])
          let way = Int32(clamping: min(rounding.whole((dx * dx + dy * dy).squareRoot()), Int(Travel.unreachable)))
          (cells[a * count + b], cells[b * count + a]) = (way, way)
        }
      }
      (out, into, timeOut, timeInto) = (cells, cells, cells, cells)
      (ownsInto, ownsTime) = (false, false)
      return
    }
    func table(_ entry: (Int, Int) -> Int) -> UnsafeMutablePointer<Int32> {
      let cells = UnsafeMutablePointer<Int32>.allocate(capacity: max(1, count * count))
      for a in 0..<count {
        for b in 0..<count {
          cells[a * count + b] = Int32(clamping: min(entry(locations[a], locations[b]), Int(Travel.unreachable)))
        }
      }
      return cells
    }
    let distances = table { travel.isReachable($0, $1) ? travel.distance($0, $1) : Int(Travel.unreachable) }
    out = distances
    ownsInto = !travel.isSymmetric
    into =
      ownsInto ? table { travel.isReachable($1, $0) ? travel.distance($1, $0) : Int(Travel.unreachable) } : distances
    ownsTime = !travel.durations.isEmpty
    timeOut = ownsTime ? table { travel.duration($0, $1) } : distances
    timeInto = ownsTime ? (ownsInto ? table { travel.duration($1, $0) } : timeOut) : into
  }

  deinit {
    out?.deallocate()
    if ownsInto { into?.deallocate() }
    if ownsTime {
      timeOut?.deallocate()
      if ownsInto { timeInto?.deallocate() }
    }
  }

  @inline(__always) func distance(_ a: Int, _ b: Int) -> Int {
    if let out { return Int(out[a &* stride &+ b]) }
    return planar(a, b)
  }

  @inline(__always) func duration(_ a: Int, _ b: Int) -> Int {
    if let timeOut { return Int(timeOut[a &* stride &+ b]) }
    return planar(a, b)
  }

  /// From `a` to `b`, for a fixed `b`: entries lie side by side.
  @inline(__always) func distance(_ a: Int, to b: Int) -> Int {
    if let into { return Int(into[b &* stride &+ a]) }
    return planar(a, b)
  }

  @inline(__always) func duration(_ a: Int, to b: Int) -> Int {
    if let timeInto { return Int(timeInto[b &* stride &+ a]) }
    return planar(a, b)
  }

  @inline(__always) private func planar(_ a: Int, _ b: Int) -> Int {
    let (dx, dy) = (x[a] - x[b], y[a] - y[b])
    return rounding.whole((dx * dx + dy * dy).squareRoot())
  }

  /// Ways from and to one site, where there are tables.
  @inline(__always) func table(_ site: Int) -> TableLegs? {
    guard let into, let out, let timeInto, let timeOut else { return nil }
    let row = site &* stride
    return TableLegs(into: into + row, out: out + row, timeInto: timeInto + row, timeOut: timeOut + row)
  }

  /// Ways from and to one site, in the plane.
  @inline(__always) func plane(_ site: Int) -> PlaneLegs {
    PlaneLegs(x: x.address, y: y.address, hereX: x[site], hereY: y[site], rounding: rounding)
  }
}

/// Ways between one site and others.
protocol LegLookup {
  func from(_ other: Int) -> Int
  func to(_ other: Int) -> Int
  func timeFrom(_ other: Int) -> Int
  func timeTo(_ other: Int) -> Int
}

struct TableLegs: LegLookup {
  let into: UnsafeMutablePointer<Int32>
  let out: UnsafeMutablePointer<Int32>
  let timeInto: UnsafeMutablePointer<Int32>
  let timeOut: UnsafeMutablePointer<Int32>
  @inline(__always) func from(_ other: Int) -> Int { Int(into[other]) }
  @inline(__always) func to(_ other: Int) -> Int { Int(out[other]) }
  @inline(__always) func timeFrom(_ other: Int) -> Int { Int(timeInto[other]) }
  @inline(__always) func timeTo(_ other: Int) -> Int { Int(timeOut[other]) }
}

struct PlaneLegs: LegLookup {
  let x: UnsafeMutablePointer<Double>
  let y: UnsafeMutablePointer<Double>
  let hereX: Double
  let hereY: Double
  let rounding: Travel.Rounding
  @inline(__always) func from(_ other: Int) -> Int {
    let (dx, dy) = (x[other] - hereX, y[other] - hereY)
    return rounding.whole((dx * dx + dy * dy).squareRoot())
  }
  @inline(__always) func to(_ other: Int) -> Int { from(other) }
  @inline(__always) func timeFrom(_ other: Int) -> Int { from(other) }
  @inline(__always) func timeTo(_ other: Int) -> Int { from(other) }
}
