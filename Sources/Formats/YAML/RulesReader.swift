import Districts
import Units

/// One parameter of one rule: where it is written and how it is read.
private struct RuleParameter: Sendable {
  let rule: RuleID
  let name: String
  let read: @Sendable (YAMLReader, YAMLTree, String, inout RuleSettings) -> Void

  static func minutes(
    _ rule: RuleID, _ range: ClosedRange<Int>, _ set: @escaping @Sendable (inout RuleSettings, Minutes) -> Void
  )
    -> RuleParameter
  {
    RuleParameter(rule: rule, name: "minutes") { reader, tree, path, rules in
      if let value = reader.whole(tree, path, range, .minutes) { set(&rules, Minutes(value)) }
    }
  }
  static func days(
    _ rule: RuleID, _ range: ClosedRange<Int>, _ set: @escaping @Sendable (inout RuleSettings, Int) -> Void
  )
    -> RuleParameter
  {
    RuleParameter(rule: rule, name: "days") { reader, tree, path, rules in
      if let value = reader.whole(tree, path, range, .days) { set(&rules, value) }
    }
  }
  static func weight(_ rule: RuleID, _ set: @escaping @Sendable (inout RuleSettings, Int) -> Void) -> RuleParameter {
    RuleParameter(rule: rule, name: "weight") { reader, tree, path, rules in
      if let value = reader.whole(tree, path, Limit.weight, .weight) { set(&rules, value) }
    }
  }
}

private let parameters: [RuleParameter] = [
  .minutes(.minimumRest, 0...10_080) { $0.minimumRest.minutes = $1 },
  .minutes(.dailyMaximum, 0...2880) { $0.dailyMaximum.minutes = $1 },
  .minutes(.weeklyMaximum, 0...20_160) { $0.weeklyMaximum.minutes = $1 },
  .days(.consecutiveDays, 1...366) { $0.consecutiveDays.days = $1 },
  .days(.exposureMix, 0...366) { $0.exposureMix.days = $1 },
  RuleParameter(rule: .rotation, name: "cycle") { reader, tree, path, rules in
    rules.rotation.cycle = reader.items(tree, path).compactMap { reader.text($0, path) }
  },
  RuleParameter(rule: .rotation, name: "from") { reader, tree, path, rules in
    rules.rotation.from = reader.date(tree, path)
  },
  .weight(.fairHours) { $0.fairHours.weight = $1 },
  .weight(.fairNights) { $0.fairNights.weight = $1 },
  .weight(.nearHome) { $0.nearHome.weight = $1 },
  .weight(.wishes) { $0.wishes.weight = $1 },
  .weight(.buddies) { $0.buddies.weight = $1 },
  .weight(.unitTogether) { $0.unitTogether.weight = $1 },
  .weight(.restDay) { $0.restDay.weight = $1 },
  .weight(.stability) { $0.stability.weight = $1 },
]

/// The parameters of a rule that district.yaml may set, in the order in which they are read.
public func parameterNames(of rule: RuleID) -> [String] { parameters.filter { $0.rule == rule }.map(\.name) }

extension YAMLReader {
  /// `rules:` of district.yaml; what it does not name keeps its default.
  func readRules(_ tree: YAMLTree, into rules: inout RuleSettings) {
    let names = RuleSettings.all.map { $0.id.rawValue }
    guard let written = map(tree, "rules", keys: names) else { return }
    for name in names {
      guard let rule = written[name] else { continue }
      let known = parameters.filter { $0.rule.rawValue == name }
      guard let values = map(rule, "rules.\(name)", keys: known.map(\.name)) else { continue }
      for parameter in known {
        guard let value = values[parameter.name] else { continue }
        parameter.read(self, value, "rules.\(name).\(parameter.name)", &rules)
      }
    }
  }
}
