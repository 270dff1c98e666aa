struct PatternLabel: BitwiseCopyable {
  var cost: Double
  /// With the penalties of what was counted so far.
  var penalised: Double
  var sums: PackedSums
  var node: Int32
  /// The primary sum, and the second times the row's stride.
  var steps: Int32
  var parent: Int32
  var move: Int32
  var next: Int32
}

/// Labels of one pass, laid one after another.
struct PatternLabels: ~Copyable {
  private(set) var base: UnsafeMutablePointer<PatternLabel> = .allocate(capacity: 1)
  private var capacity = 1
  var count = 0

  mutating func clear() { count = 0 }

  mutating func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let larger = UnsafeMutablePointer<PatternLabel>.allocate(capacity: wanted)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
    capacity = wanted
  }

  mutating func append(_ label: PatternLabel) {
    reserve(count + 1)
    base[count] = label
    count += 1
  }

  deinit { base.deallocate() }
}
