/// The content of one field, valid only while it is being read.
struct Cell {
  let bytes: UnsafeBufferPointer<UInt8>
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }
  var isEmpty: Bool { bytes.isEmpty }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The content with full-width letters, digits and signs (U+FF01 … U+FF5E) as their ASCII counterparts, and the
  /// ideographic comma as a semicolon.
  func withPlainBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return body(bytes) }
    return halfWidth(bytes).withUnsafeBufferPointer(body)
  }
  var plainText: String { withPlainBytes { String(decoding: $0, as: UTF8.self) } }
}

func halfWidth(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var i = 0
  while i < bytes.count {
    if bytes[i] == 0xEF, i + 2 < bytes.count, bytes[i + 1] == 0xBC || bytes[i + 1] == 0xBD {
      // U+FF01 … U+FF3F is EF BC 81 … BF, U+FF40 … U+FF5E is EF BD 80 … 9E.
      let code = Int(bytes[i + 1] & 0x3F) << 6 | Int(bytes[i + 2] & 0x3F) | 0xF000
      if (0xFF01...0xFF5E).contains(code) {
        result.append(UInt8(code - 0xFEE0))
        i += 3
        continue
      }
    }
    if bytes[i] == 0xE3, i + 2 < bytes.count, bytes[i + 1] == 0x80, bytes[i + 2] == 0x81 {
      result.append(UInt8(ascii: ";"))
      i += 3
      continue
    }
    result.append(bytes[i])
    i += 1
  }
  return result
}

extension String {
  /// The text as a cell, for values that come from elsewhere than a table.
  func withCell<Result>(_ body: (Cell) -> Result) -> Result {
    Array(utf8).withUnsafeBufferPointer { body(Cell($0)) }
  }
}
