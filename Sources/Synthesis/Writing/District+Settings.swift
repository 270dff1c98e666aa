import Districts
import Units

extension District {
  /// `district.yaml`; rules appear only where they differ from the defaults.
  func settings() -> DistrictFile {
    var lines = [
      "format: lastmetre/district/1", "name: \(name)", "time_zone: \(timeZone)",
      "plan: { date: \(planDate), days: \(planDays) }", "service_day_start: \"\(serviceDayStart)\"",
      "coordinates: wgs84", "default_availability: \(defaultAvailability.rawValue)",
      "night: { from: \"\(night.from)\", to: \"\(clock(night.to))\", at_least_minutes: \(night.atLeast) }",
      "holidays: [\(holidays.map(\.description).joined(separator: ", "))]",
    ]
    if !shifts.isEmpty {
      lines.append("shifts:")
      for shift in shifts {
        lines.append(
          "  \(shift.id): { name: \(shift.name), from: \"\(shift.from)\", to: \"\(clock(shift.to))\" }")
      }
    }
    lines.append("travel:")
    for (mode, values) in [("foot", travel.foot), ("cart", travel.cart), ("vehicle", travel.vehicle)] {
      lines.append(
        "  \(mode): { metres_per_hour: \(values.metresPerHour), detour_percent: \(values.detourPercent) }")
    }
    lines.append(
      "distribution: { slot_minutes: \(distribution.slot), reserve_percent: \(distribution.reservePercent), "
        + "elder_walk_factor: \(distribution.elderWalkFactor) }")
    lines.append("helpers: { least: \(helpers.least), most: \(helpers.most) }")
    if carrying != CarryingSettings() { lines.append("carrying: \(carryingText)") }
    let changed = changedRules()
    lines.append(changed.isEmpty ? "rules: {}" : "rules:")
    lines += changed.map { "  " + $0 }
    return DistrictFile(name: "district.yaml", text: lines.joined(separator: "\n") + "\n")
  }

  private var carryingText: String {
    let team = carrying.team.map { "\($0.kind.rawValue):\($0.count)" }.joined(separator: ";")
    let values: [(String, String)] = [
      ("team", "\"\(team)\""), ("cart_packs", "\(carrying.cartPacks)"), ("from", "\"\(carrying.from)\""),
      ("to", "\"\(carrying.to)\""), ("longest_minutes", "\(carrying.longest)"),
      ("setup_minutes", "\(carrying.setup)"), ("stop_seconds", "\(carrying.perStop)"),
      ("seconds_per_pack", "\(carrying.perPack)"), ("seconds_per_door", "\(carrying.perDoor)"),
      ("seconds_per_floor", "\(carrying.perFloor)"), ("lift_seconds", "\(carrying.lift)"),
    ]
    return "{ " + values.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + " }"
  }

  /// A span's end beyond midnight is written as the clock of the next day.
  private func clock(_ time: ClockTime) -> String {
    ClockTime(minutes: time.minutes > 1440 ? time.minutes - 1440 : time.minutes).description
  }

  private func changedRules() -> [String] {
    let standard = RuleSettings()
    var lines: [String] = []
    func add(_ id: RuleID, _ key: String, _ value: Int, _ usual: Int) {
      if value != usual { lines.append("\(id.rawValue): { \(key): \(value) }") }
    }
    add(.minimumRest, "minutes", rules.minimumRest.minutes.rawValue, standard.minimumRest.minutes.rawValue)
    add(.dailyMaximum, "minutes", rules.dailyMaximum.minutes.rawValue, standard.dailyMaximum.minutes.rawValue)
    add(.weeklyMaximum, "minutes", rules.weeklyMaximum.minutes.rawValue, standard.weeklyMaximum.minutes.rawValue)
    add(.consecutiveDays, "days", rules.consecutiveDays.days, standard.consecutiveDays.days)
    if !rules.rotation.cycle.isEmpty {
      let from = rules.rotation.from.map { ", from: \($0)" } ?? ""
      lines.append("rotation: { cycle: [\(rules.rotation.cycle.joined(separator: ", "))]\(from) }")
    }
    add(.exposureMix, "days", rules.exposureMix.days, standard.exposureMix.days)
    add(.fairHours, "weight", rules.fairHours.weight, standard.fairHours.weight)
    add(.fairNights, "weight", rules.fairNights.weight, standard.fairNights.weight)
    add(.nearHome, "weight", rules.nearHome.weight, standard.nearHome.weight)
    add(.wishes, "weight", rules.wishes.weight, standard.wishes.weight)
    add(.buddies, "weight", rules.buddies.weight, standard.buddies.weight)
    add(.unitTogether, "weight", rules.unitTogether.weight, standard.unitTogether.weight)
    add(.restDay, "weight", rules.restDay.weight, standard.restDay.weight)
    add(.stability, "weight", rules.stability.weight, standard.stability.weight)
    return lines
  }
}
