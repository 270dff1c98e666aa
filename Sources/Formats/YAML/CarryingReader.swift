import Districts
import Units

extension YAMLReader {
  private static let carryingKeys = [
    "team", "cart_packs", "from", "to", "longest_minutes", "setup_minutes", "stop_seconds", "seconds_per_pack",
    "seconds_per_door", "seconds_per_floor", "lift_seconds",
  ]

  /// The teams that carry inside compounds (docs/format.md §16).
  func readCarrying(_ tree: YAMLTree?, into carrying: inout CarryingSettings) {
    guard let tree, let keys = map(tree, "carrying", keys: Self.carryingKeys) else { return }
    if let team = value(keys["team"], "carrying.team", { $0.staff($1) }) { carrying.team = team }
    if let packs = whole(keys["cart_packs"], "carrying.cart_packs", 1...Limit.amount.upperBound, .packs) {
      carrying.cartPacks = packs
    }
    readHours(keys, tree.mark, into: &carrying)
    if let longest = whole(keys["longest_minutes"], "carrying.longest_minutes", 1...1440, .minutes) {
      carrying.longest = Minutes(longest)
    }
    if let setup = whole(keys["setup_minutes"], "carrying.setup_minutes", Limit.spanMinutes, .minutes) {
      carrying.setup = Minutes(setup)
    }
    let seconds: [(String, WritableKeyPath<CarryingSettings, Seconds>)] = [
      ("stop_seconds", \.perStop), ("seconds_per_pack", \.perPack), ("seconds_per_door", \.perDoor),
      ("seconds_per_floor", \.perFloor), ("lift_seconds", \.lift),
    ]
    for (key, path) in seconds {
      if let value = whole(keys[key], "carrying.\(key)", 0...3600, .seconds) {
        carrying[keyPath: path] = Seconds(value)
      }
    }
  }

  private func readHours(_ keys: [String: YAMLTree], _ mark: TextMark, into carrying: inout CarryingSettings) {
    let from = time(keys["from"], "carrying.from") ?? carrying.from
    let to = time(keys["to"], "carrying.to") ?? carrying.to
    guard from < to else {
      complain(
        .notAfter, at: (keys["to"] ?? keys["from"])?.mark ?? mark, "carrying.to",
        ["from": "\(from)", "value": "\(to)", "remedy": "@remedy.nextDay"])
      return
    }
    (carrying.from, carrying.to) = (from, to)
  }
}
