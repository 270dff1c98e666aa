import Glibc

enum Conversion {
  case converted([UInt8])
  case invalid
  case unavailable
}

/// GB18030 to UTF-8 by the C library's iconv.
func convertedFromGB18030(_ bytes: [UInt8]) -> Conversion {
  let converter = iconv_open("UTF-8", "GB18030")
  guard Int(bitPattern: converter) != -1 else { return .unavailable }
  defer { iconv_close(converter) }
  var input = bytes.map { CChar(bitPattern: $0) }
  // One or two bytes become at most three, four at most four.
  let capacity = bytes.count * 3 + 16
  var failed = false
  let output = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
    input.withUnsafeMutableBufferPointer { source in
      buffer.withMemoryRebound(to: CChar.self) { target in
        var from = source.baseAddress
        var to = target.baseAddress
        var left = source.count
        var room = capacity
        failed = iconv(converter, &from, &left, &to, &room) == -1 || left > 0
        filled = capacity - room
      }
    }
  }
  return failed ? .invalid : .converted(output)
}
