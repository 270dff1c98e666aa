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
  public static let phrases: [Phrase] = commands + problems + rules + reports + progress

  static let byKey: [String: Phrase] = Dictionary(phrases.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })

  /// The phrase of `key` with its values filled in; the key itself where there is none, so that nothing is lost.
  public static func text(_ key: String, _ values: [String: String] = [:], in language: Language) -> String {
    guard let phrase = byKey[key] else { return key }
    var text = language == .chinese ? phrase.chinese : phrase.english
    for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
    return text
  }
  public static func has(_ key: String) -> Bool { byKey[key] != nil }
}
