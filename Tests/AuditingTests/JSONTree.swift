import Foundation

/// JSON as a tree, to be corrupted leaf by leaf.
indirect enum JSONTree: Codable {
  case object([String: JSONTree])
  case array([JSONTree])
  case text(String)
  case whole(Int)
  case decimal(Double)
  case flag(Bool)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Bool.self) {
      self = .flag(value)
    } else if let value = try? container.decode(Int.self) {
      self = .whole(value)
    } else if let value = try? container.decode(Double.self) {
      self = .decimal(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONTree].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONTree].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .object(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .whole(let value): try container.encode(value)
    case .decimal(let value): try container.encode(value)
    case .flag(let value): try container.encode(value)
    }
  }

  /// Every string by the key under which it stands.
  func texts(under key: String = "") -> [String: Set<String>] {
    switch self {
    case .object(let members):
      members.map { $1.texts(under: $0) }.reduce(into: [:]) { $0.merge($1) { $0.union($1) } }
    case .array(let items): items.map { $0.texts(under: key) }.reduce(into: [:]) { $0.merge($1) { $0.union($1) } }
    case .text(let value): [key: [value]]
    default: [:]
    }
  }

  /// Whole trees with one leaf changed, one element or member removed, or one element doubled.
  ///
  /// Numbers ± 1 (and the largest), strings longer or as they stand elsewhere under the same key, flags flipped.
  func corruptions() -> [(path: String, tree: JSONTree)] { corruptions(path: "", key: "", texts: texts()) }

  private func corruptions(path: String, key: String, texts: [String: Set<String>]) -> [(path: String, tree: JSONTree)]
  {
    switch self {
    case .whole(let value): return [value - 1, value + 1, .max].map { (path, .whole($0)) }
    case .decimal(let value): return [value - 0.5, value + 1].map { (path, .decimal($0)) }
    case .flag(let value): return [(path, .flag(!value))]
    case .text(let value):
      let other = texts[key, default: []].subtracting([value]).sorted().first
      return ([value + "x", ""] + (other.map { [$0] } ?? [])).filter { $0 != value }.map { (path, .text($0)) }
    case .array(let items):
      var result: [(path: String, tree: JSONTree)] = []
      for i in items.indices {
        var fewer = items
        fewer.remove(at: i)
        var more = items
        more.insert(items[i], at: i)
        result += [(path + "[-]", .array(fewer)), (path + "[+]", .array(more))]
        for inner in items[i].corruptions(path: path + "[]", key: key, texts: texts) {
          var changed = items
          changed[i] = inner.tree
          result.append((inner.path, .array(changed)))
        }
      }
      return result
    case .object(let members):
      var result: [(path: String, tree: JSONTree)] = []
      for (name, member) in members.sorted(by: { $0.key < $1.key }) {
        let below = path.isEmpty ? name : "\(path).\(name)"
        var fewer = members
        fewer[name] = nil
        result.append((below + " left out", .object(fewer)))
        for inner in member.corruptions(path: below, key: name, texts: texts) {
          var changed = members
          changed[name] = inner.tree
          result.append((inner.path, .object(changed)))
        }
      }
      return result
    }
  }
}
