import Rostering
import Units

extension PatternPricer {
  /// Completions do not know the maxima that labels count; penalties for them, as in a Lagrangian relaxation, bring the
  /// least completion close to the best pattern.
  func completeWithPenalties(_ person: Int, below: Double) {
    let onDemand = tables.limits[person].onDemand
    setPenalties(person)
    complete(person)
    guard !onDemand.isEmpty else { return }
    var best = (value: -Double.infinity, penalty: penalty[person])
    var isBest = true
    for attempt in 0..<PatternPricer.penaltyRounds {
      guard let used = used(person) else { return }
      let value =
        completion[tables.startNode[person] * rowStride * tables.limits[person].secondCost.count] - penaltyRoom
      isBest = value > best.value
      if isBest { best = (value, penalty[person]) }
      var length = 0.0
      for (index, one) in onDemand.enumerated() {
        let over = Double(used[index] - one.high)
        if over > 0 || (over < 0 && penalty[person][index] > 0) { length += over * over }
      }
      if length == 0 || attempt == PatternPricer.penaltyRounds - 1 || value >= below { break }
      let missing = below < .infinity ? below - value : 20 * LevelWeights.scale
      for (index, one) in onDemand.enumerated() {
        let over = Double(used[index] - one.high)
        penalty[person][index] = max(0, (penalty[person][index] + missing / length * over).rounded())
      }
      setPenalties(person)
      complete(person)
    }
    if !isBest {
      penalty[person] = best.penalty
      setPenalties(person)
      complete(person)
    }
  }

  func setPenalties(_ person: Int) {
    let graph = tables.graphs[tables.graphOf[person]]
    let limits = tables.limits[person]
    effectPenalty = [Double](repeating: 0, count: graph.effectSums.count)
    penaltyRoom = 0
    for (index, one) in limits.onDemand.enumerated() where penalty[person][index] > 0 {
      penaltyRoom += penalty[person][index] * Double(one.high)
      for effect in effectPenalty.indices {
        effectPenalty[effect] +=
          penalty[person][index] * Double(graph.effectValue[effect * graph.fieldCount + one.field])
      }
    }
  }

  /// How much of each maximum the least completion uses; nil: there is none.
  func used(_ person: Int) -> [Int]? {
    let graph = tables.graphs[tables.graphOf[person]]
    let limits = tables.limits[person]
    let width = rowStride * limits.secondCost.count
    var used = [Int](repeating: 0, count: limits.onDemand.count)
    var node = tables.startNode[person]
    var steps = 0
    guard low[0] == 0, completion[node * width] < .infinity else { return nil }
    for _ in 0..<graph.dayCount {
      var best = (value: Double.infinity, arc: -1, steps: 0)
      for arc in Int(graph.arcStart[node])..<Int(graph.arcStart[node + 1]) {
        let effect = Int(graph.arcEffect[arc])
        let next = steps + Int(graph.effectSteps[effect]) + Int(graph.effectSecond[effect]) * rowStride
        guard next < width else { continue }
        let value =
          movePrice[Int(graph.arcMove[arc])] + Double(graph.arcCost[arc]) * tables.pointPrice + effectPenalty[effect]
          + completion[Int(graph.arcTo[arc]) * width + next]
        if value < best.value { best = (value, arc, next) }
      }
      guard best.arc >= 0 else { return nil }
      let values = Int(graph.arcEffect[best.arc]) * graph.fieldCount
      for (index, one) in limits.onDemand.enumerated() { used[index] += Int(graph.effectValue[values + one.field]) }
      node = Int(graph.arcTo[best.arc])
      steps = best.steps
    }
    return used
  }
}
