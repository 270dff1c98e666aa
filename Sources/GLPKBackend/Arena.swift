/// Memory that C reads and writes while a solve runs, freed all at once.
final class Arena {
  private var owned: [UnsafeMutableRawPointer] = []

  /// Room for `count` zeros, and for one more, so that there is always an address.
  func room<T: BitwiseCopyable & ExpressibleByIntegerLiteral>(_ count: Int, of type: T.Type) -> UnsafeMutablePointer<T>
  {
    let pointer = UnsafeMutablePointer<T>.allocate(capacity: count + 1)
    pointer.initialize(repeating: 0, count: count + 1)
    owned.append(UnsafeMutableRawPointer(pointer))
    return pointer
  }

  func copy<T: BitwiseCopyable>(_ values: [T]) -> UnsafeMutablePointer<T> {
    let pointer = UnsafeMutablePointer<T>.allocate(capacity: max(1, values.count))
    values.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { pointer.initialize(from: base, count: source.count) }
    }
    owned.append(UnsafeMutableRawPointer(pointer))
    return pointer
  }

  deinit { for pointer in owned { pointer.deallocate() } }
}
