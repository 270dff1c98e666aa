import Districts

/// How many times dearer than it is an hour of each kind of people at a point is taken to be: the prices of people whom
/// points share, by which every compound chooses its points and desks for itself (Lagrange multipliers; Geoffrion 1974).
public struct StaffPrices: Sendable, Hashable {
  private var raised: [CadreKind: Int] = [:]

  public init() {}

  public subscript(kind: CadreKind) -> Int { raised[kind, default: 1] }

  public var areRaised: Bool { !raised.isEmpty }

  /// Twice the price of every kind that is short at a point; nil where none is, or the price has been raised enough.
  public func after(short kinds: Set<CadreKind>) -> StaffPrices? {
    var next = self
    for kind in kinds where self[kind] < Self.most { next.raised[kind] = 2 * self[kind] }
    return next == self ? nil : next
  }

  /// Where residents' walking hardly counts any more.
  static let most = 16
}
