/// Writes a GNU MathProg data section of whole numbers.
struct MathProgWriter {
  private(set) var text = "data;\n"

  mutating func parameter(_ name: String, _ value: Int) { text += "param \(name) := \(value);\n" }

  mutating func set(_ name: String, _ members: [Int]) {
    text += "set \(name) :=\(members.map { " \($0)" }.joined());\n"
  }

  mutating func set(_ name: String, at key: [Int], _ members: [Int]) {
    set("\(name)[\(Self.joined(key, by: ","))]", members)
  }

  /// A set of tuples.
  mutating func set(_ name: String, _ members: [[Int]]) {
    text += "set \(name) :=\(members.map { " (\(Self.joined($0, by: ",")))" }.joined());\n"
  }

  /// An indexed parameter; without entries the model's defaults hold.
  mutating func table(_ name: String, _ entries: [(key: [Int], value: Int)]) {
    if entries.isEmpty { return }
    text += "param \(name) :=\n"
    for entry in entries { text += "  \(Self.joined(entry.key, by: " ")) \(entry.value)\n" }
    text += ";\n"
  }

  private static func joined(_ numbers: [Int], by separator: String) -> String {
    numbers.map(String.init).joined(separator: separator)
  }
}
