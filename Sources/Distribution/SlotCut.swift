/// Σ amount[house] · x[house, setup] ≤ most · slots[setup]: the plain sum of households, or a dual feasible function.
struct SlotCut: Sendable {
  var setup: Int
  /// By house; 0 where the house may not use the setup.
  var amount: [Int]
  var most: Int

  /// The plain sum.
  init(sum area: Area, setup: Int) {
    self.setup = setup
    amount = area.houses.indices.map { area.allows($0, setup) ? area.houses[$0].households : 0 }
    most = area.setups[setup].capacity
  }

  init(_ area: Area, setup: Int, function: DualFeasible) {
    self.setup = setup
    let capacity = area.setups[setup].capacity
    amount = area.houses.indices.map { house in
      guard area.allows(house, setup) else { return 0 }
      return area.pieces(house, setup).reduce(0) { $0 + function.value($1, capacity: capacity) }
    }
    most = function.most(capacity: capacity)
  }

  /// All that may be worth a row, by setup.
  static func candidates(_ area: Area) -> [SlotCut] {
    var cuts: [SlotCut] = []
    for setup in area.setups.indices {
      var sizes: [Int] = []
      for house in area.houses.indices where area.allows(house, setup) { sizes += area.pieces(house, setup) }
      for function in DualFeasible.family(capacity: area.setups[setup].capacity, sizes: sizes) {
        cuts.append(SlotCut(area, setup: setup, function: function))
      }
    }
    return cuts
  }
}
