import Districts
import Formats
import Units

/// The rostering rules in the order of docs/format.md §4.
private let ruleIDs: [RuleID] = RuleSettings.all.map { rule in rule.id }

extension ValueText {
  /// `scale:households=1.1`, `scale:orders=0.8:K1`.
  func scaling(_ topic: String) throws(WordProblem) -> Change {
    guard let quantity = Quantity(rawValue: topic) else {
      throw unknown(topic, among: Quantity.allCases.map(\.rawValue))
    }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let factor = try factor(parts[0])
    // Nothing takes no time at all.
    guard quantity != .minutes || !factor.isZero else {
      throw WordProblem(code: .notAFactor, values: ["value": parts[0], "most": "1000"])
    }
    guard parts.count == 1 || parts[1] != "" else { throw verb.incomplete }
    return .scale(quantity, by: factor, within: try parts.count == 2 ? object(parts[1]) : nil)
  }

  /// `shift:evening=14:00-23:00`, `shift:evening=+60`.
  func shift(_ id: String) throws(WordProblem) -> Change {
    if let sign = text.first, sign == "+" || sign == "-" {
      let digits = text.dropFirst().hasSuffix("m") ? text.dropFirst().dropLast() : text.dropFirst()
      guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let minutes = Int(digits), minutes <= 1440 else {
        throw verb.incomplete
      }
      return .shift(id, .longer(minutes: sign == "-" ? -minutes : minutes))
    }
    let times = text.split(separator: "-", omittingEmptySubsequences: false).map { ClockTime($0) }
    guard times.count == 2, let from = times[0], let to = times[1], from.minutes < 1440, to.minutes <= 1440 else {
      throw verb.incomplete
    }
    return .shift(id, .times(from: from, to: to))
  }

  /// `rule:minimumRest.minutes=600`, `rule:minimumRest=600`, `rule:buddies=off`.
  func rule(_ topic: String) throws(WordProblem) -> Change {
    let parts = topic.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let rule = try knownRule(parts[0])
    let parameters = parameterNames(of: rule)
    if parts.count == 1, text == "off" { return try off(rule) }
    guard parts.count <= 2 else { throw verb.incomplete }
    guard let name = parts.count == 2 ? parts[1] : parameters.count == 1 ? parameters[0] : nil else {
      throw unknown("", among: parameters.map { "\(rule.rawValue).\($0)" })
    }
    guard parameters.contains(name) else { throw unknown(name, among: parameters) }
    let path = ["rules", rule.rawValue, name]
    return .setting(path, value: name == "cycle" ? .list(try entries(text)) : .word(text))
  }

  func weight(_ topic: String) throws(WordProblem) -> Change {
    let rule = try knownRule(topic)
    let weighed = ruleIDs.filter { parameterNames(of: $0).contains("weight") }
    guard weighed.contains(rule) else { throw unknown(topic, among: weighed.map(\.rawValue)) }
    return .setting(["rules", rule.rawValue, "weight"], value: .word(text))
  }

  /// The rules that have anything to set.
  private func knownRule(_ word: String) throws(WordProblem) -> RuleID {
    guard let rule = ruleIDs.first(where: { $0.rawValue == word }) else {
      throw unknown(word, among: ruleIDs.filter { !parameterNames(of: $0).isEmpty }.map(\.rawValue))
    }
    guard !parameterNames(of: rule).isEmpty else {
      throw WordProblem(code: .ruleHasNoSwitch, values: ["value": word])
    }
    return rule
  }

  /// A rule set so that it never says anything.
  private func off(_ rule: RuleID) throws(WordProblem) -> Change {
    let (name, value): (String, SettingText) =
      switch rule {
      case .minimumRest: ("minutes", .word("0"))
      case .dailyMaximum: ("minutes", .word("2880"))
      case .weeklyMaximum: ("minutes", .word("20160"))
      case .consecutiveDays: ("days", .word("366"))
      case .exposureMix: ("days", .word("0"))
      case .rotation: ("cycle", .list([]))
      default: ("weight", .word("0"))
      }
    return .setting(["rules", rule.rawValue, name], value: value)
  }

  /// `set:helpers.most=6`, `set:vehicles.V1.capacity_packs=300`.
  func setting(_ topic: String) throws(WordProblem) -> Change {
    let path = topic.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let first = path.first, let last = path.last, path.allSatisfy({ !$0.isEmpty }) else { throw verb.incomplete }
    guard let table = DistrictTable(rawValue: first), path.count > 1 else {
      guard path != ["format"] else { throw unknown("format", among: DistrictFiles.settingNames) }
      guard DistrictFiles.settingNames.contains(first) else {
        throw unknown(first, among: DistrictFiles.settingNames + DistrictTable.allCases.map(\.rawValue))
      }
      let isList = path == ["holidays"] || path == ["rules", "rotation", "cycle"]
      return .setting(path, value: isList ? .list(try entries(text)) : .word(text))
    }
    let own = table.columns.filter { !table.keyColumns.contains($0) }
    guard path.count > 2 else { throw verb.incomplete }
    guard own.contains(last) else { throw unknown(last, among: own) }
    let row = path.dropFirst().dropLast().joined(separator: ".")
    return .cell(table: first, row: row, column: last, value: text == "-" ? "" : text)
  }

  /// `60s`, `500ms`, `2m`, `1h`.
  func timeLimit() throws(WordProblem) -> Change {
    let units: [(name: String, milliseconds: Int)] = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)]
    let unit = units.first { text.hasSuffix($0.name) } ?? ("", 1000)
    let number = text.dropLast(unit.name.count)
    guard let factor = Double(number), factor > 0, factor * Double(unit.milliseconds) <= 86_400_000 else {
      throw WordProblem(code: .notALimit, values: ["value": text])
    }
    return .timeLimit(milliseconds: max(1, Int(factor * Double(unit.milliseconds))))
  }
}
