import Units

extension Buffer where Element == Int32 {
  /// The array's numbers, narrowed; a sound problem's numbers fit (`RosterFlaw.tooLarge`), others become the nearest that do.
  init(_ values: [Int]) {
    self.init(repeating: 0, count: values.count)
    for (index, value) in values.enumerated() { self[index] = Int32(clamping: value) }
  }

  init(copying values: [Int32]) {
    self.init(repeating: 0, count: values.count)
    for (index, value) in values.enumerated() { self[index] = value }
  }
}

/// Lists of numbers, one after another: list `i` has entries `start[i] ..< start[i + 1]`.
struct Lists: ~Copyable {
  let start: Buffer<Int32>
  let item: Buffer<Int32>

  init(_ lists: [[Int]]) {
    var starts = [0]
    starts.reserveCapacity(lists.count + 1)
    for list in lists { starts.append(starts[starts.count - 1] + list.count) }
    start = Buffer(starts)
    item = Buffer(Array(lists.joined()))
  }

  /// From (list, item) couples, stable within a list. O(couples + lists).
  init(count: Int, lists: [some FixedWidthInteger], items: some Sequence<some FixedWidthInteger>) {
    start = Buffer(Lists.starts(count: count, lists: lists))
    item = Lists.sorted(count: count, lists: lists, items: items)
  }

  private static func starts(count: Int, lists: [some FixedWidthInteger]) -> [Int] {
    var starts = [Int](repeating: 0, count: count + 1)
    for list in lists { starts[Int(list) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    return starts
  }

  /// The items alone, by list.
  static func sorted(
    count: Int, lists: [some FixedWidthInteger], items: some Sequence<some FixedWidthInteger>
  ) -> Buffer<Int32> {
    var next = starts(count: count, lists: lists)
    let sorted = Buffer<Int32>(repeating: 0, count: lists.count)
    for (list, item) in zip(lists, items) {
      sorted[next[Int(list)]] = Int32(truncatingIfNeeded: item)
      next[Int(list)] += 1
    }
    return sorted
  }

  @inline(__always) func range(_ list: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(start[list]), Int(start[list + 1])))
  }
}
