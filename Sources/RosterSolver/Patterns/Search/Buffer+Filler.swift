import Units

extension Buffer {
  /// The array's elements.
  init(_ values: [Element], filler: Element) {
    self.init(repeating: filler, count: values.count)
    for (index, value) in values.enumerated() { self[index] = value }
  }
}
