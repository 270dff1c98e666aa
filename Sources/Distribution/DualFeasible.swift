/// Functions that stay below the number of slots whatever fits into a slot: Σ f(size) over a slot's pieces ≤ `most`.
///
/// Summed over a setup they give a row Σ f(pieces of the house) · x ≤ most · slots that the plain sum of households does
/// not imply.
/// - Source: Fekete and Schepers, "New classes of fast lower bounds for bin packing problems" (2001); Carlier, Clautiaux
///   and Moukrim (2007).
enum DualFeasible: Hashable, Sendable {
  /// Pieces above capacity − l fill a slot, those below l count nothing.
  case threshold(Int)
  /// Pieces count in units of l, counted down from the slot's end for those above half a slot.
  case steps(Int)
  /// Fekete and Schepers' u with parameter k.
  case rounding(Int)

  func most(capacity: Int) -> Int {
    switch self {
    case .threshold: capacity
    case .steps(let unit): 2 * (capacity / unit)
    case .rounding(let k): k * capacity
    }
  }

  func value(_ size: Int, capacity: Int) -> Int {
    switch self {
    case .threshold(let limit):
      return size > capacity - limit ? capacity : size < limit ? 0 : size
    case .steps(let unit):
      if 2 * size > capacity { return 2 * (capacity / unit - (capacity - size) / unit) }
      return 2 * size == capacity ? capacity / unit : 2 * (size / unit)
    case .rounding(let k):
      return (k + 1) * size % capacity == 0 ? k * size : (k + 1) * size / capacity * capacity
    }
  }

  /// Every function that differs from the plain sum for some of these sizes.
  static func family(capacity: Int, sizes: [Int]) -> [DualFeasible] {
    var family: [DualFeasible] = []
    let distinct = Set(sizes).sorted()
    for size in distinct {
      if 2 * size <= capacity {
        family.append(.threshold(size))
        family.append(.threshold(size + 1))
        family.append(.steps(size))
      } else if capacity > size {
        family.append(.threshold(capacity - size + 1))
        family.append(.steps(capacity - size + 1))
      }
    }
    for k in 1...12 { family.append(.rounding(k)) }
    var seen: Set<DualFeasible> = []
    return family.filter { function in
      switch function {
      case .threshold(let limit): if limit < 1 || 2 * limit > capacity { return false }
      case .steps(let unit): if unit < 1 || 2 * unit > capacity { return false }
      case .rounding: break
      }
      return seen.insert(function).inserted
    }
  }
}
