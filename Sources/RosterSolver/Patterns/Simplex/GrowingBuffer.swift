/// Numbers in one piece of memory that grows at its end.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count: Int
  private var capacity: Int

  init() {
    base = .allocate(capacity: 16)
    count = 0
    capacity = 16
  }

  init(repeating value: Element, count: Int) {
    base = .allocate(capacity: max(16, count))
    base.initialize(repeating: value, count: count)
    self.count = count
    capacity = max(16, count)
  }

  subscript(_ index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    nonmutating _modify {
      assert(index >= 0 && index < count)
      yield &base[index]
    }
  }

  mutating func append(_ element: Element) {
    if count == capacity {
      let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
      larger.update(from: base, count: count)
      base.deallocate()
      base = larger
      capacity *= 2
    }
    (base + count).initialize(to: element)
    count += 1
  }

  func copy() -> GrowingBuffer {
    var copy = GrowingBuffer()
    if count > copy.capacity {
      copy.base.deallocate()
      copy.base = .allocate(capacity: count)
      copy.capacity = count
    }
    copy.base.initialize(from: base, count: count)
    copy.count = count
    return copy
  }

  /// The first numbers from a buffer that is not longer.
  func take(_ other: borrowing GrowingBuffer) { base.update(from: other.base, count: min(count, other.count)) }

  deinit { base.deallocate() }
}
