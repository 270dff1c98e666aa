import Rostering
import Units

extension PatternPricer {
  func complete(_ person: Int) {
    let graph = tables.graphs[tables.graphOf[person]]
    let limits = tables.limits[person]
    setWindows(graph, limits)
    let stride = rowStride
    let seconds = limits.secondCost.count
    let width = stride * seconds
    let days = graph.dayCount
    let needed = graph.nodeCount * width
    if completion.count < needed { completion = [Double](repeating: .infinity, count: needed) }
    let ends = tables.endCost[person]
    completion.withUnsafeMutableBufferPointer { buffer in
      guard let best = buffer.baseAddress else { return }
      for (index, end) in ends.enumerated() {
        let row = best + (graph.layerStart[days] + index) * width
        for step in 0..<width { row[step] = .infinity }
        for (second, cost) in limits.secondCost.enumerated() {
          for step in 0..<limits.endCost.count { row[second * stride + step] = end + cost + limits.endCost[step] }
        }
      }
      let point = tables.pointPrice
      movePrice.withUnsafeBufferPointer { price in
        effectPenalty.withUnsafeBufferPointer { extra in
          for day in Swift.stride(from: days - 1, through: 0, by: -1) {
            let from = Int(low[day])
            let to = Int(high[day])
            for node in graph.layerStart[day]..<graph.layerStart[day + 1] {
              let row = best + node * width
              for step in 0..<width { row[step] = .infinity }
              guard from <= to else { continue }
              for arc in Int(graph.arcStart[node])..<Int(graph.arcStart[node + 1]) {
                let effect = Int(graph.arcEffect[arc])
                let value = price[Int(graph.arcMove[arc])] + Double(graph.arcCost[arc]) * point + extra[effect]
                guard value < .infinity else { continue }
                let steps = Int(graph.effectSteps[effect])
                let added = Int(graph.effectSecond[effect])
                let target = best + Int(graph.arcTo[arc]) * width + steps + from
                for second in 0..<max(0, seconds - added) {
                  PatternPricer.relax(
                    row + second * stride + from, target + (second + added) * stride, value, to - from + 1)
                }
              }
            }
          }
        }
      }
    }
  }

  /// into[i] = min(into[i], from[i] + value). The innermost loop of pricing.
  @inline(__always)
  static func relax(
    _ into: UnsafeMutablePointer<Double>, _ from: UnsafePointer<Double>, _ value: Double, _ count: Int
  ) {
    for i in 0..<count {
      let other = from[i] + value
      into[i] = other < into[i] ? other : into[i]
    }
  }

  /// Which steps can be reached on each day and can still end within the limits.
  func setWindows(_ graph: PatternGraph, _ limits: PersonLimits) {
    let days = graph.dayCount
    let width = limits.endCost.count
    rowStride = width + (graph.mostSteps.max() ?? 0)
    if low.count < days + 1 {
      low = [Int32](repeating: 0, count: days + 1)
      high = low
    }
    var reached = 0
    for day in 0...days {
      high[day] = Int32(min(width - 1, reached))
      if day < days { reached += graph.mostSteps[day] }
    }
    let first = limits.endCost.firstIndex { $0 < .infinity } ?? width
    var needed = first
    for day in Swift.stride(from: days, through: 0, by: -1) {
      low[day] = Int32(max(0, needed))
      if day > 0 { needed -= graph.mostSteps[day - 1] }
    }
  }
}
