import Districts
import Formats
import Units

extension ValueText {
  /// `C017,unit:U03,10%:volunteer`, or the same with `@2022-04-02`.
  func absence() throws(WordProblem) -> Change {
    guard let at = text.lastIndex(of: "@") else { return .absent(try people(text), on: nil) }
    guard let date = CalendarDate(text[text.index(after: at)...]) else { throw verb.incomplete }
    return .absent(try people(String(text[..<at])), on: date)
  }

  /// `C017,C021@10:00`, or with a moment.
  func release() throws(WordProblem) -> Change {
    guard let at = text.lastIndex(of: "@") else { throw verb.incomplete }
    let when = text[text.index(after: at)...]
    let who = try people(String(text[..<at]))
    if let time = ClockTime(when) { return .release(who, at: .time(time)) }
    guard when.dropFirst(10).first == "T", let date = CalendarDate(when.prefix(10)),
      let time = ClockTime(when.dropFirst(11)),
      time.minutes <= 1440
    else { throw verb.incomplete }
    return .release(who, at: .moment(date, time))
  }

  private func people(_ text: String) throws(WordProblem) -> [People] {
    var people: [People] = []
    for entry in try entries(text) { people.append(try group(entry)) }
    return people
  }

  /// `C017`, `unit:U03`, `kind:medic`, `10%`, `10%:volunteer`, `10%:unit:U03`.
  private func group(_ entry: String) throws(WordProblem) -> People {
    let parts = entry.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let rest = parts.count == 2 ? parts[1] : nil
    guard rest != "" else { throw verb.incomplete }
    if parts[0].hasSuffix("%") {
      let share = try factor(parts[0], upTo: 1)
      guard let rest else { return People(.everybody, share: share) }
      if rest.hasPrefix("unit:") { return People(.unit(String(rest.dropFirst(5))), share: share) }
      return People(.kind(try kind(rest)), share: share)
    }
    guard let rest else { return People(.person(entry)) }
    switch parts[0] {
    case "unit": return People(.unit(rest))
    case "kind": return People(.kind(try kind(rest)))
    case "person": return People(.person(rest))
    default: throw unknown(parts[0], among: ["unit", "kind", "person"])
    }
  }

  private func kind(_ word: String) throws(WordProblem) -> String {
    let known = CadreKind.allCases.map(\.rawValue)
    guard known.contains(word) else { throw unknown(word, among: known) }
    return word
  }

  /// `volunteer*5`, `driver+drive*2`, `like:C017*5`, `V2`.
  func addition() throws(WordProblem) -> Change {
    let parts = text.split(separator: "*", omittingEmptySubsequences: false).map(trimmed)
    guard parts.count <= 2, let what = parts.first, !what.isEmpty else { throw verb.incomplete }
    let count = try parts.count == 2 ? self.count(parts[1]) : 1
    if what.hasPrefix("like:") { return .add(.like(try object(String(what.dropFirst(5)))), count: count) }
    let words = what.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    if CadreKind(rawValue: words[0]) != nil {
      guard words.allSatisfy({ !$0.isEmpty }) else { throw verb.incomplete }
      return .add(.person(kind: words[0], skills: Array(words.dropFirst())), count: count)
    }
    return .add(.like(try object(what)), count: count)
  }

  static let mostAdded = 1000

  private func count(_ word: String) throws(WordProblem) -> Int {
    guard let count = Int(word), (1...Self.mostAdded).contains(count) else {
      throw WordProblem(
        code: .countOutOfRange, values: ["value": word, "least": "1", "most": String(Self.mostAdded)])
    }
    return count
  }
}
