import CXLSX
import Foundation

/// The parts of a zip archive by name, in its order.
public struct Archive {
  public var names: [String] = []
  public var parts: [String: Data] = [:]

  /// Nil where it is none, or a part does not come out whole.
  public init?(_ bytes: [UInt8]) {
    for index in 0..<max(0, xw_part_count(bytes, bytes.count)) {
      let content = Content()
      // The name lies inside the bytes, and is copied while they stay where they are.
      let name = bytes.withUnsafeBufferPointer { bytes -> String? in
        var name: UnsafePointer<UInt8>?
        var length = 0
        let code = xw_part(
          bytes.baseAddress, bytes.count, Int32(index), &name, &length, appended,
          Unmanaged.passUnretained(content).toOpaque())
        guard Int(code) == XW_OK, let name else { return nil }
        return String(decoding: UnsafeBufferPointer(start: name, count: length), as: UTF8.self)
      }
      guard let name else { return nil }
      names.append(name)
      parts[name] = content.data
    }
    if names.isEmpty { return nil }
  }

  public func text(_ name: String) -> String { String(decoding: parts[name] ?? Data(), as: UTF8.self) }
}

private final class Content {
  var data = Data()
}

private func appended(_ context: UnsafeMutableRawPointer?, _ piece: UnsafePointer<UInt8>?, _ length: Int) {
  guard let context, let piece else { return }
  Unmanaged<Content>.fromOpaque(context).takeUnretainedValue().data.append(piece, count: length)
}
