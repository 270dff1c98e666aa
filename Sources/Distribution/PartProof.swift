/// What a search proved of one part: no plan's scaled cost is below `bound`.
struct PartProof: Sendable {
  /// On the part's own scale; nil: nothing is known.
  var bound: Int?
  /// The tree was finished.
  var finished = false
  static let none = PartProof()
}
