/// Merges nodes from which the same words lead to the same sums and costs: backwards, layer by layer.
///
/// Source: Revuz, "Minimisation of acyclic deterministic automata in linear time" (1992). O(arcs).
struct PatternGraphMerging {
  private(set) var layerStart: [Int]
  private(set) var arcStart: [Int] = [0]
  private(set) var arcTo: [Int] = []
  private(set) var arcMove: [Int] = []
  private(set) var arcEffect: [Int] = []
  private(set) var arcCost: [Int] = []
  private(set) var finalState: [Int32] = []
  /// The new number of every old node.
  private(set) var newNode: [Int]

  /// - Parameter endClass: of the last layer's nodes; what ends alike for everybody has the same class.
  init(_ graph: PatternGraphBuilder, endClass: [Int]) {
    let layers = graph.layerStart.count - 1
    newNode = [Int](repeating: 0, count: graph.layerStart[layers])
    var kept = [[Int]](repeating: [], count: layers)
    for layer in stride(from: layers - 1, through: 0, by: -1) {
      var number: [[Int]: Int] = [:]
      for node in graph.layerStart[layer]..<graph.layerStart[layer + 1] {
        var look: [Int] = []
        if layer == layers - 1 {
          look = [endClass[node - graph.layerStart[layer]]]
        } else {
          for arc in graph.arcStart[node]..<graph.arcStart[node + 1] {
            look += [graph.arcMove[arc], graph.arcEffect[arc], graph.arcCost[arc], newNode[graph.arcTo[arc]]]
          }
        }
        if let known = number[look] {
          newNode[node] = known
        } else {
          number[look] = kept[layer].count
          newNode[node] = kept[layer].count
          kept[layer].append(node)
        }
      }
    }
    layerStart = [0]
    for nodes in kept { layerStart.append(layerStart[layerStart.count - 1] + nodes.count) }
    for layer in 0..<layers {
      for node in graph.layerStart[layer]..<graph.layerStart[layer + 1] { newNode[node] += layerStart[layer] }
    }
    for nodes in kept {
      for node in nodes {
        for arc in graph.arcStart[node]..<graph.arcStart[node + 1] {
          arcTo.append(newNode[graph.arcTo[arc]])
          arcMove.append(graph.arcMove[arc])
          arcEffect.append(graph.arcEffect[arc])
          arcCost.append(graph.arcCost[arc])
        }
        arcStart.append(arcTo.count)
      }
    }
    let last = graph.layerStart[layers - 1]
    finalState = kept[layers - 1].map { graph.finalState[$0 - last] }
  }
}
