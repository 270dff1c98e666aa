import Rostering

/// Parts of a horizon that a plan is known for.
extension PatternParts {
  /// How far from its planned value by the span's end a total may be, in its largest amounts: of duties, and of blocks.
  static let room = 0.7
  static let blockRoom = 0.3

  /// What the plan's prices for totals come to for each duty.
  func priceOptions(_ person: inout RosterProblem.Person) {
    guard let plan else { return }
    var price: [Int: Double] = [:]
    for (number, total) in person.totals.enumerated() {
      let unit = plan.price(index, total: number)
      guard unit != 0 else { continue }
      for one in total.amounts { price[one.duty, default: 0] += unit * Double(one.amount) }
    }
    for option in person.options.indices {
      person.options[option].cost += Int((price[person.options[option].duty] ?? 0).rounded())
    }
  }

  /// Near to what the plan has by the span's end.
  func follow(_ plan: HorizonPlan, _ part: inout RosterProblem.Total, _ place: Int) {
    guard let value = plan.value(index, total: place, before: span.upperBound) else { return }
    let largest = max(part.amounts.map(\.amount).max() ?? 0, part.blocks.map(\.amount).max() ?? 0)
    let goal = Double(whole.totals[place].base) + value
    let price = plan.price(index, total: place)
    guard part.cost == nil else { return }
    let room = Double(largest) * PatternParts.room
    priceBlocks(plan, &part, place)
    if part.amounts.isEmpty, price > 0, largest > 0 {
      part.maximum = part.maximum.map { min($0, Int((goal + Double(largest) * PatternParts.blockRoom).rounded(.up))) }
      part.minimum = nil
      return
    }
    let low = part.minimum == nil ? 0 : Int(goal - room)
    part.maximum = part.maximum.map { min($0, max(Int((goal + room).rounded(.up)), low + largest)) }
    guard part.minimum != nil, largest > 0 else { return }
    part.minimum = nil
    part.cost = .init(
      target: low, step: max(1, largest / 8), weight: 100, prices: [.init(upTo: .max, price: 1)])
    part.cost?.slack = Int.max / 8
  }

  /// Weekends and the like: a price each, for what the days of the span add.
  func priceBlocks(_ plan: HorizonPlan, _ part: inout RosterProblem.Total, _ place: Int) {
    let price = plan.price(index, total: place)
    let largest = part.blocks.map(\.amount).max() ?? 0
    guard part.amounts.isEmpty, part.cost == nil, price > 0, largest > 0 else { return }
    part.cost = .init(
      target: part.base, step: largest, weight: Int((price * Double(largest)).rounded()),
      prices: [.init(upTo: .max, price: 1)])
  }
}
