import Districts
import Formats
import Units

/// The verbs, each with an example.
enum Verb: String, CaseIterable {
  case absent, release, add, close, seal, unseal, scale, shift, rule, weight, set
  case timeLimit = "time-limit"

  var example: String {
    switch self {
    case .absent: "absent=C017,unit:U03 absent=10%:volunteer absent=C017@2022-04-02"
    case .release: "release=C017@10:00"
    case .add: "add=volunteer*5 add=like:C017*5 add=V2"
    case .close: "close=P2,V1"
    case .seal: "seal=B03"
    case .unseal: "unseal=B03"
    case .scale: "scale:households=1.1 scale:orders=0.8:K1"
    case .shift: "shift:evening=14:00-23:00 shift:evening=+60"
    case .rule: "rule:minimumRest=600 rule:buddies=off"
    case .weight: "weight:fairHours=5"
    case .set: "set:helpers.most=6 set:vehicles.V1.capacity_packs=300"
    case .timeLimit: "time-limit=60s"
    }
  }
}

extension Change {
  /// Takes `verb:topic=value` apart.
  init(word: String) throws(WordProblem) {
    guard !holdsControl(word) else { throw WordProblem(code: .controlCharacter, values: ["value": word]) }
    let head = word.prefix { $0 != "=" }
    let name = String(head.prefix { $0 != ":" })
    let topic = head.count > name.count ? String(head.dropFirst(name.count + 1)) : nil
    let known = Verb.allCases.map(\.rawValue)
    guard let verb = Verb(rawValue: name) else {
      throw WordProblem(
        code: .unknownChange, values: ["value": name, "known": known.joined(separator: ", ")],
        nearest: nearestName(to: name, among: known))
    }
    let value = trimmed(word.dropFirst(head.count + 1))
    let hasTopic = [.scale, .shift, .rule, .weight, .set].contains(verb)
    guard !value.isEmpty, hasTopic == (topic != nil), topic != "" else { throw verb.incomplete }
    let words = ValueText(verb: verb, text: value)
    switch verb {
    case .absent: self = try words.absence()
    case .release: self = try words.release()
    case .add: self = try words.addition()
    case .close: self = .close(try words.objects())
    case .seal: self = .seal(try words.objects())
    case .unseal: self = .unseal(try words.objects())
    case .scale: self = try words.scaling(topic ?? "")
    case .shift: self = try words.shift(topic ?? "")
    case .rule: self = try words.rule(topic ?? "")
    case .weight: self = try words.weight(topic ?? "")
    case .set: self = try words.setting(topic ?? "")
    case .timeLimit: self = try words.timeLimit()
    }
  }
}

extension Verb {
  var incomplete: WordProblem { WordProblem(code: .incompleteChange, values: ["example": example]) }
}

/// What stands behind the `=` of a word.
struct ValueText {
  let verb: Verb
  let text: String

  /// The entries of a list, separated by commas or semicolons; none is empty.
  func entries(_ text: String) throws(WordProblem) -> [String] {
    let entries = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == ";" }.map(trimmed)
    guard entries.allSatisfy({ !$0.isEmpty }) else { throw verb.incomplete }
    return entries
  }

  func objects() throws(WordProblem) -> [ObjectName] {
    var names: [ObjectName] = []
    for entry in try entries(text) { names.append(try object(entry)) }
    return names
  }

  /// `V1` or `vehicle:V1`.
  func object(_ entry: String) throws(WordProblem) -> ObjectName {
    guard let colon = entry.firstIndex(of: ":") else { return ObjectName(entry) }
    let word = String(entry[..<colon])
    guard let kind = ObjectKind(rawValue: word) else {
      throw unknown(word, among: ObjectKind.allCases.map(\.rawValue))
    }
    return ObjectName(String(entry[entry.index(after: colon)...]), kind: kind)
  }

  /// A word that is none of a few.
  func unknown(_ word: String, among known: [String]) -> WordProblem {
    WordProblem(
      code: .unknownTopic, values: ["value": word, "known": known.joined(separator: ", ")],
      nearest: nearestName(to: word, among: known) ?? meant(by: word, among: known))
  }

  func factor(_ word: String, upTo most: Int = 1000) throws(WordProblem) -> Factor {
    guard let factor = Factor(word), factor.numerator <= most * factor.denominator else {
      throw WordProblem(
        code: .notAFactor, values: ["value": word, "most": word.hasSuffix("%") ? "\(most * 100)%" : "\(most)"])
    }
    return factor
  }
}

/// The only name that holds the letters of a shortened one in their order, as minimumRest does those of minRest.
func meant(by short: String, among known: [String]) -> String? {
  let letters = short.lowercased().utf8
  let holding = known.filter { name in
    var rest = letters[...]
    for letter in name.lowercased().utf8 where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
  return letters.count >= 3 && holding.count == 1 ? holding[0] : nil
}

/// What could end a line or a field, or turn the direction of writing.
private func holdsControl(_ text: String) -> Bool {
  text.unicodeScalars.contains { scalar in
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

/// Without spaces at the ends, which say nothing in a table either.
func trimmed(_ text: some StringProtocol) -> String {
  var rest = text[...]
  while let first = rest.first, first == " " || first == "\u{3000}" { rest = rest.dropFirst() }
  while let last = rest.last, last == " " || last == "\u{3000}" { rest = rest.dropLast() }
  return String(rest)
}
