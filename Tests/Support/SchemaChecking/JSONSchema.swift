import Foundation

/// Any JSON, told apart by type: `true` is no number, `1.0` is an integer as JSON Schema has it.
public indirect enum JSONValue: Decodable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  public init(text: String) throws { self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) }

  public subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { return members[key] }
    return nil
  }
}

/// The part of JSON Schema (draft 2020-12) that the files in Schemas/ use; any other keyword is reported as a problem.
public struct JSONSchema {
  let root: JSONValue
  public init(_ root: JSONValue) { self.root = root }

  /// What is wrong with the value, each with its path; empty when it fits.
  public func problems(of value: JSONValue) -> [String] { problems(value, root, "") }

  private func problems(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    guard case .object(let keywords) = schema else { return schema == .bool(true) ? [] : ["\(path): not allowed"] }
    return keywords.keys.sorted().flatMap { keyword -> [String] in
      guard let rule = keywords[keyword] else { return [] }
      switch keyword {
      case "$schema", "$id", "$defs", "title", "description": return []
      case "$ref": return problems(value, resolved(rule), path)
      case "type": return hasType(value, rule) ? [] : ["\(path): is no \(rule)"]
      case "const": return value == rule ? [] : ["\(path): is not \(rule)"]
      case "enum": return items(rule).contains(value) ? [] : ["\(path): \(value) is not in the list"]
      case "pattern", "minimum", "maximum", "minItems", "maxItems": return limits(value, keyword, rule, path)
      case "items":
        return items(value).enumerated().flatMap { problems($0.element, rule, "\(path)[\($0.offset)]") }
      case "required":
        return items(rule).compactMap { key in
          guard case .object(let members) = value, case .string(let name) = key else { return nil }
          return members[name] == nil ? "\(path): \(name) is missing" : nil
        }
      case "properties", "additionalProperties", "propertyNames": return members(value, keyword, keywords, path)
      default: return ["\(path): the schema uses \(keyword), which is not checked"]
      }
    }
  }

  private func members(
    _ value: JSONValue, _ keyword: String, _ keywords: [String: JSONValue], _ path: String
  ) -> [String] {
    guard case .object(let members) = value, let rule = keywords[keyword] else { return [] }
    return members.keys.sorted().flatMap { name -> [String] in
      guard let member = members[name] else { return [] }
      let own = keywords["properties"]?[name]
      switch keyword {
      case "properties": return own.map { problems(member, $0, "\(path).\(name)") } ?? []
      case "propertyNames": return problems(.string(name), rule, "\(path).\(name)")
      default: return own == nil ? problems(member, rule, "\(path).\(name)") : []
      }
    }
  }

  private func limits(_ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ path: String) -> [String] {
    let holds: Bool
    switch (keyword, value, rule) {
    case ("pattern", .string(let text), .string(let pattern)):
      holds = text.range(of: pattern, options: .regularExpression) != nil
    case ("minimum", _, _): holds = number(value).map { $0 >= number(rule) ?? 0 } ?? true
    case ("maximum", _, _): holds = number(value).map { $0 <= number(rule) ?? 0 } ?? true
    case ("minItems", .array(let list), .integer(let least)): holds = list.count >= least
    case ("maxItems", .array(let list), .integer(let most)): holds = list.count <= most
    default: holds = true
    }
    return holds ? [] : ["\(path): \(value) breaks \(keyword) \(rule)"]
  }

  private func hasType(_ value: JSONValue, _ type: JSONValue) -> Bool {
    switch (type, value) {
    case (.array(let types), _): types.contains { hasType(value, $0) }
    case (.string("null"), .null), (.string("object"), .object), (.string("array"), .array),
      (.string("string"), .string),
      (.string("boolean"), .bool), (.string("integer"), .integer), (.string("number"), .integer),
      (.string("number"), .number):
      true
    default: false
    }
  }

  private func number(_ value: JSONValue) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }
  private func items(_ value: JSONValue) -> [JSONValue] {
    if case .array(let items) = value { return items }
    return []
  }
  private func resolved(_ reference: JSONValue) -> JSONValue {
    guard case .string(let text) = reference, text.hasPrefix("#/$defs/") else { return .bool(false) }
    return root["$defs"]?[String(text.dropFirst(8))] ?? .bool(false)
  }
}
