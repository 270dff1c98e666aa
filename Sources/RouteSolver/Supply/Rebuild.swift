import Units

/// Places everything that is missing, in an order drawn at random, pins first.
struct Rebuild {
  let facts: SupplyFacts

  func fill(
    _ draft: inout Draft, _ builder: inout Builder, _ random: inout SeededRandom, construction: Bool, budget: Budget,
    banned: Int?, pinned: [Int] = [], freed: [Int] = []
  ) {
    let pins = construction ? facts.problem.pins.indices.filter { facts.problem.pins[$0].must } : pinned
    for number in pins {
      let pin = facts.problem.pins[number]
      if draft.delivers(pin.vehicle, pin.demand) { continue }
      var limits = PlacementLimits(only: pin.vehicle)
      if random.below(2) == 0 { limits.most = 1 }
      _ = builder.placeOnce(pin.demand, &draft, limits, skip: 0, &random)
    }
    var open = facts.demandPacks.indices.filter { draft.placed[$0] < facts.demandPacks[$0] }
    if !construction { thin(&open, draft, freed, &random) }
    sort(&open, draft, construction ? 0 : random.below(4), &random)
    for demand in open {
      if construction, budget.deadline.isOver { return }
      while draft.placed[demand] < facts.demandPacks[demand] {
        var limits = PlacementLimits(banned: banned)
        if !construction, random.below(10) == 0 {
          limits.most = 1 + random.below(facts.demandPacks[demand] - draft.placed[demand])
        }
        if builder.placeOnce(demand, &draft, limits, skip: construction ? 0 : 2, &random) { continue }
        limits.most = .max
        if !builder.placeOnce(demand, &draft, limits, skip: 0, &random) { break }
      }
    }
    guard banned != nil, open.contains(where: { draft.placed[$0] < facts.demandPacks[$0] }) else { return }
    for demand in open {
      while draft.placed[demand] < facts.demandPacks[demand],
        builder.placeOnce(demand, &draft, PlacementLimits(), skip: 0, &random)
      {}
    }
  }

  /// Where hundreds of demands are open, most have been tried in vain before: those that the ruin set free stay, with a
  /// random few of the others.
  private func thin(_ open: inout [Int], _ draft: Draft, _ freed: [Int], _ random: inout SeededRandom) {
    let most = 6
    guard open.count > most + freed.count else { return }
    var isFreed = Array(repeating: false, count: facts.demandPacks.count)
    for demand in freed { isFreed[demand] = true }
    var others = open.filter { !isFreed[$0] }
    for index in 0..<min(most, others.count) { others.swapAt(index, index + random.below(others.count - index)) }
    open = freed.filter { draft.placed[$0] < facts.demandPacks[$0] } + others.prefix(most)
  }

  private func sort(_ open: inout [Int], _ draft: Draft, _ order: Int, _ random: inout SeededRandom) {
    var key = Array(repeating: 0.0, count: facts.demandPacks.count)
    for demand in open {
      key[demand] =
        switch order {
        // Dear packs first, then those needed early.
        case 0: Double(facts.curveBy[facts.curveStart[demand]]) - 1e10 * Double(facts.demandWeight[demand])
        case 1: random.unit()
        case 2: -facts.packPrice[demand] * (0.8 + 0.4 * random.unit())
        default: -Double(facts.demandPacks[demand] - draft.placed[demand])
        }
    }
    open.sort { key[$0] != key[$1] ? key[$0] < key[$1] : $0 < $1 }
  }
}
