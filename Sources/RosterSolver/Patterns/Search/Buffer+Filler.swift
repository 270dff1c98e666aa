import Units

extension Buffer {
  /// The array's elements.
  init(_ values: [Element], filler: Element) {
    self.init(repeating: filler, count: values.count)
    for (index, value) in values.enumerated() { self[index] = value }
  }

  /// Puts the element behind the first `used`, twice as much room made where there is none. O(1) on average.
  @inline(__always)
  mutating func append(_ element: Element, used: inout Int) {
    if used == count {
      let larger = Buffer(repeating: element, count: max(1, 2 * count))
      for index in 0..<used { larger[index] = self[index] }
      self = larger
    }
    self[used] = element
    used &+= 1
  }
}
