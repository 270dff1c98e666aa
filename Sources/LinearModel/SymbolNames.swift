/// ASCII names for files, unique, each with the name that it stands for.
///
/// `[` and `]` become parentheses, `-` becomes `~`, `+` becomes `&`, anything else that the formats do not take `_`;
/// `minimumRest[C017,2026-01-02]` is written `minimumRest(C017,2026~01~02)`. A name of more than 200 bytes becomes what
/// stands before its bracket and its number, `minimumRest#17`; an empty one `r#17` or `c#17`.
public struct SymbolNames: Sendable {
  public let rows: [String]
  public let columns: [String]
  /// One line a name that is not written as it is: kind, written name, name, separated by tabs.
  public let map: String

  init(_ model: ValidatedModel) {
    var rowWriter = Writer(kind: "row", letter: "r")
    var columnWriter = Writer(kind: "column", letter: "c")
    rows = model.rowName.map { rowWriter.write($0) }
    columns = model.columnName.map { columnWriter.write($0) }
    map = rowWriter.map + columnWriter.map
  }

  private struct Writer {
    let kind: String
    let letter: String
    var count = 0
    var used: Set<String> = []
    var map = ""

    mutating func write(_ name: String) -> String {
      defer { count += 1 }
      var written = Self.ascii(name)
      if name.isEmpty { written = "\(letter)#\(count)" }
      if written.utf8.count > 200 {
        let rule = written.prefix { $0 != "(" }
        written = rule.utf8.count > 150 ? "\(letter)#\(count)" : "\(rule)#\(count)"
      }
      // Only a name that is taken gets a number, and a number never meets another name's.
      var unique = written
      var suffix = count
      while used.contains(unique) {
        unique = "\(written)#\(suffix)"
        suffix += 1
      }
      used.insert(unique)
      if unique != name { map += "\(kind)\t\(unique)\t\(name)\n" }
      return unique
    }

    private static func ascii(_ name: String) -> String {
      var bytes: [UInt8] = []
      for scalar in name.unicodeScalars {
        switch scalar {
        case "[": bytes.append(UInt8(ascii: "("))
        case "]": bytes.append(UInt8(ascii: ")"))
        case "-": bytes.append(UInt8(ascii: "~"))
        case "+": bytes.append(UInt8(ascii: "&"))
        case "a"..."z", "A"..."Z", "0"..."9", "_", ".", ",", "(", ")", "~", "#", "&", "@", "!":
          bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        default: bytes.append(UInt8(ascii: "_"))
        }
      }
      // Neither format takes a name that could be the start of a number.
      if let first = bytes.first, !isStart(first) { bytes.insert(UInt8(ascii: "_"), at: 0) }
      return String(decoding: bytes, as: UTF8.self)
    }

    /// A letter or an underscore.
    private static func isStart(_ byte: UInt8) -> Bool {
      let lower = byte | 0x20
      return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")) || byte == UInt8(ascii: "_")
    }
  }
}

/// A model as text, and what its names stand for.
public struct WrittenModel: Sendable {
  public let text: String
  public let names: SymbolNames
}
