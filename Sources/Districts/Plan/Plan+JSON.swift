import Foundation

extension Plan {
  /// The text that the seal is taken of: keys sorted, no white space, without seal, names, free texts and versions.
  public func canonicalText() throws -> String {
    var stripped = self
    stripped.seal = ""
    stripped.district.name = ""
    stripped.run.versions = .init(lastmetre: "", glpk: "")
    for index in stripped.audit.violations.indices { stripped.audit.violations[index].message = "" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(stripped), as: UTF8.self)
  }

  /// `plan.json` as it is written.
  public func json() throws -> String { try prettyJSON(self) }
}

/// Keys sorted, indented, one line end at the end: the same bytes for the same value.
public func prettyJSON(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
}
