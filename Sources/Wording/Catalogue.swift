/// The languages that people read here.
public enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case chinese = "zh-Hans"

  /// From `--locale`, `LC_ALL`, `LC_MESSAGES` or `LANG`: anything that starts with `zh` is Chinese, all else English.
  public init(tag: String) { self = tag.lowercased().hasPrefix("zh") ? .chinese : .english }
}

/// One phrase in every language. `{name}` stands for a value.
public struct Phrase: Sendable, Hashable {
  public let key: String
  public let english: String
  public let chinese: String
  public init(_ key: String, _ english: String, _ chinese: String) {
    self.key = key
    self.english = english
    self.chinese = chinese
  }
}

/// All text that a user reads. The phrases live in `Catalogue+….swift`, by area; a test holds keys, languages and
/// values complete.
public enum Catalogue {
  public static let phrases: [Phrase] =
    commands + changes + problems + rules + reports + difference + matches + tables + progress + solving
    + solvingRouting

  static let byKey: [String: Phrase] = Dictionary(phrases.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })

  /// The phrase of `key` with its values filled in; the key itself where there is none, so that nothing is lost.
  public static func text(_ key: String, _ values: [String: String] = [:], in language: Language) -> String {
    guard let phrase = byKey[key] else { return key }
    return filled(language == .chinese ? phrase.chinese : phrase.english, values)
  }

  /// Fills in every `{name}` that has a value, from left to right: braces inside a value stay as they are.
  static func filled(_ text: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      if let value = values[String(rest[rest.index(after: open)..<close])] {
        result += value
        rest = rest[rest.index(after: close)...]
      } else {
        result += "{"
        rest = rest[rest.index(after: open)...]
      }
    }
    return result + rest
  }
  public static func has(_ key: String) -> Bool { byKey[key] != nil }
}
