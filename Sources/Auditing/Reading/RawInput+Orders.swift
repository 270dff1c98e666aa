import Districts

extension RawInput {
  /// Households of the batches by staircase: of h in s staircases each has ⌊h ÷ s⌋, the first h mod s one more.
  func households(of building: Building) -> [Int] {
    let (h, s) = (householdsInBatches(building), max(1, building.staircases))
    return (0..<s).map { h / s + ($0 < h % s ? 1 : 0) }
  }

  /// A total shared over the staircases as the households are: ⌊p × h(s) ÷ h⌋, the rest to the first, one each.
  func shared(_ total: Int, over households: [Int]) -> [Int] {
    let all = households.saturatedSum
    guard all > 0 else { return households.indices.map { $0 == 0 ? total : 0 } }
    var shares = households.map { all.dividingFullWidth(total.multipliedFullWidth(by: $0)).quotient }
    var rest = total - shares.saturatedSum
    for s in shares.indices where rest > 0 {
      shares[s] += 1
      rest -= 1
    }
    return shares
  }

  /// What one building is due of one good: packs, and the earliest `due` of its orders.
  typealias Due = (packs: Int, due: Int?)

  /// By building the packs of each good, in the order of goods.csv.
  static func ordersOfBuildings(_ district: District) -> [[Due]] {
    let goods = Dictionary(
      zip(district.goods.map(\.id), district.goods.indices), uniquingKeysWith: { first, _ in first })
    let buildings = Dictionary(
      zip(district.buildings.map(\.id), district.buildings.indices), uniquingKeysWith: { first, _ in first })
    let none = [Due](repeating: (0, nil), count: district.goods.count)
    var result = [[Due]](repeating: none, count: district.buildings.count)
    func add(_ order: Order, _ b: Int) {
      guard let g = goods[order.good] else { return }
      let packs = packs(order.quantity, households: district.buildings[b].households.rawValue)
      result[b][g].packs = result[b][g].packs +| packs
      if let due = order.due?.seconds { result[b][g].due = min(due, result[b][g].due ?? due) }
    }
    for order in district.orders where district.hasOrders {
      switch order.destination {
      case .building(let id): if let b = buildings[id] { add(order, b) }
      case .everyBuilding: for b in district.buildings.indices { add(order, b) }
      case .compound, .site: continue
      }
    }
    if !district.hasOrders, !district.goods.isEmpty {
      for b in result.indices { result[b][0].packs = district.buildings[b].households.rawValue }
    }
    return result
  }

  static func packs(_ quantity: OrderQuantity, households: Int) -> Int {
    switch quantity {
    case .packs(let packs): packs
    case .packsPerHousehold(let each): each *| households
    }
  }
}
