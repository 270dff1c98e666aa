import LinearModel

extension Branching {
  /// GLPK's number: GLP_BR_FFV 1, GLP_BR_MFV 3, GLP_BR_DTH 4, GLP_BR_PCH 5.
  var number: Int32 {
    switch self {
    case .firstFractional: 1
    case .mostFractional: 3
    case .driebeckTomlin: 4
    case .pseudocost: 5
    }
  }
}

extension Backtracking {
  /// GLPK's number: GLP_BT_DFS 1, GLP_BT_BFS 2, GLP_BT_BLB 3, GLP_BT_BPH 4.
  var number: Int32 {
    switch self {
    case .depthFirst: 1
    case .breadthFirst: 2
    case .bestLocalBound: 3
    case .bestProjection: 4
    }
  }
}
