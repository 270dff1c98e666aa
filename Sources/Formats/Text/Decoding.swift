/// How a file's bytes were turned into UTF-8.
enum SourceEncoding { case utf8, utf16, gb18030 }

enum DecodingFailure: Error, Equatable {
  /// With the line of the first byte that fits no encoding.
  case notText(line: Int)
  case noConverter
}

/// The bytes as UTF-8 without byte order mark.
///
/// What is not valid UTF-8 is taken for GB18030, unless most of its non-ASCII bytes do form UTF-8 characters of three
/// bytes: then it is broken UTF-8, and converting it would only turn names into other names.
func decoded(_ bytes: [UInt8]) throws(DecodingFailure) -> (bytes: [UInt8], encoding: SourceEncoding) {
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
    let rest = Array(bytes.dropFirst(3))
    if let fault = firstInvalidUTF8(rest).first { throw .notText(line: lineOf(fault, in: rest)) }
    return (rest, .utf8)
  }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return (try fromUTF16(bytes, bigEndian: bytes[0] == 0xFE), .utf16)
  }
  // No text holds NUL; UTF-16 without its byte order mark is full of them.
  if let zero = bytes.firstIndex(of: 0) { throw .notText(line: lineOf(zero, in: bytes)) }
  let (first, faults, triples) = firstInvalidUTF8(bytes)
  guard let first else { return (bytes, .utf8) }
  guard triples < faults else { throw .notText(line: lineOf(first, in: bytes)) }
  switch convertedFromGB18030(bytes) {
  case .converted(let text): return (text, .gb18030)
  case .invalid: throw .notText(line: lineOf(first, in: bytes))
  case .unavailable: throw .noConverter
  }
}

/// Where UTF-8 breaks first, how many bytes break it, and how many characters of three bytes are right.
///
/// Source: Unicode 16, table 3-7 (well-formed byte sequences).
func firstInvalidUTF8(_ bytes: [UInt8]) -> (first: Int?, faults: Int, triples: Int) {
  bytes.withUnsafeBufferPointer { bytes in
    var first: Int?
    var faults = 0
    var triples = 0
    var i = 0
    while i < bytes.count {
      let lead = bytes[i]
      if lead < 0x80 {
        i += 1
        continue
      }
      let length = lead >= 0xC2 && lead <= 0xDF ? 2 : lead & 0xF0 == 0xE0 ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0
      var valid = length > 0 && i + length <= bytes.count
      if valid {
        let low: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
        let high: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
        valid = bytes[i + 1] >= low && bytes[i + 1] <= high
        for k in 2..<max(2, length) where bytes[i + k] & 0xC0 != 0x80 { valid = false }
      }
      if valid {
        if length == 3 { triples += 1 }
        i += length
      } else {
        if first == nil { first = i }
        faults += 1
        i += 1
      }
    }
    return (first, faults, triples)
  }
}

func lineOf(_ offset: Int, in bytes: [UInt8]) -> Int {
  1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
}

private func fromUTF16(_ bytes: [UInt8], bigEndian: Bool) throws(DecodingFailure) -> [UInt8] {
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count / 2)
  for i in stride(from: 2, to: bytes.count - 1, by: 2) {
    let (a, b) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
    units.append(bigEndian ? a << 8 | b : b << 8 | a)
  }
  var result: [UInt8] = []
  result.reserveCapacity(units.count * 2)
  var broken = bytes.count % 2 != 0
  let failed = transcode(
    units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true, into: { result.append($0) })
  broken = broken || failed
  if broken { throw .notText(line: lineOf(result.count, in: result)) }
  return result
}
