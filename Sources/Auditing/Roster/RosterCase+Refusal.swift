import Districts

/// What a gap asks a person for.
enum Vacancy: Hashable {
  case seat(Int)
  case lead
  case anySeat
}

extension RosterCase {
  /// The first rule of docs/format.md §4 that refuses the duty as the person's only one of the horizon, ledger included.
  func refusal(_ p: Int, _ d: Int, for vacancy: Vacancy) -> RuleID? {
    if !raw.people[p].isPresent(throughout: duties[d].span) { return .availability }
    if healthRefuses(p, d) > 0 { return .health }
    switch vacancy {
    case .seat(let s): if !takes(duties[d].seats[s], p) { return .qualification }
    case .lead:
      if !raw.district.cadres[p].mayLead { return .oneLead }
      if !someSeatTakes(p, d) { return .qualification }
    case .anySeat: if !someSeatTakes(p, d) { return .qualification }
    }
    return refusalAlone(p, d)
  }

  /// The first rule from noOverlap on that refuses the duty as the only one; asked millions of times, so without lists.
  func refusalAlone(_ p: Int, _ d: Int) -> RuleID? {
    let (minutes, day) = (duties[d].minutes, duties[d].day)
    if restMissingAfterLedger(p, d) > 0 { return .minimumRest }
    if minutes > dailyLimit(p) { return .dailyMaximum }
    // Of the windows that hold the day, the earliest reaches furthest into the ledger.
    var week = minutes
    for back in stride(from: 1, through: 6 - day, by: 1) { week += raw.people[p].recentMinutes[back - 1] }
    if week > weeklyLimit(p) { return .weeklyMaximum }
    if 1 + (day == 0 ? raw.people[p].runBefore : 0) > raw.district.rules.consecutiveDays.days {
      return .consecutiveDays
    }
    if nightRefuses(p, d) > 0 { return .noNight }
    if rotationRefuses(p, d) > 0 { return .rotation }
    return exposureDropAfterLedger(p, d) > 0 ? .exposureMix : nil
  }

  func someSeatTakes(_ p: Int, _ d: Int) -> Bool { duties[d].seats.contains { takes($0, p) } }

  func couldServe(_ p: Int, _ d: Int) -> Bool { refusal(p, d, for: .anySeat) == nil }

  /// The first rule from noOverlap on that refuses these duties together.
  func refusalOfRun(_ p: Int, _ duties: [Int]) -> RuleID? {
    func pairs(_ amount: (Int, Int) -> Int) -> Bool {
      duties.indices.contains { i in duties[(i + 1)...].contains { amount(duties[i], $0) > 0 } }
    }
    if pairs(secondsShort) { return .noOverlap }
    if pairs(restMissing) || duties.contains(where: { restMissingAfterLedger(p, $0) > 0 }) { return .minimumRest }
    if minutesBeyondDay(p, duties) > 0 { return .dailyMaximum }
    if minutesBeyondWeek(p, duties) > 0 { return .weeklyMaximum }
    if daysBeyondRun(p, duties) > 0 { return .consecutiveDays }
    if duties.contains(where: { nightRefuses(p, $0) > 0 }) { return .noNight }
    if duties.contains(where: { rotationRefuses(p, $0) > 0 }) { return .rotation }
    if pairs(exposureDrop) || duties.contains(where: { exposureDropAfterLedger(p, $0) > 0 }) { return .exposureMix }
    return nil
  }

  /// The first rule that refuses these duties together, whatever the seats.
  func refusal(_ p: Int, together duties: [Int]) -> RuleID? {
    if duties.contains(where: { !raw.people[p].isPresent(throughout: self.duties[$0].span) }) { return .availability }
    if duties.contains(where: { healthRefuses(p, $0) > 0 }) { return .health }
    if duties.contains(where: { !someSeatTakes(p, $0) }) { return .qualification }
    return refusalOfRun(p, duties)
  }

  /// Every cadre who is not on the duty, counted under the first rule that refuses, else `busy`; rules in order.
  func reasons(_ d: Int, for vacancy: Vacancy) -> [Gap.Reason] {
    var counts: [RuleID: Int] = [:]
    var busy = 0
    let on = Set(seated[d].map(\.person))
    for p in raw.people.indices where !on.contains(p) {
      if let rule = refusal(p, d, for: vacancy) { counts[rule, default: 0] += 1 } else { busy += 1 }
    }
    let proven = RuleID.allCases.compactMap { rule in
      counts[rule].map { Gap.Reason(rule: rule.rawValue, count: $0, standing: .proven) }
    }
    return proven + (busy > 0 ? [Gap.Reason(rule: "busy", count: busy, standing: .observed)] : [])
  }
}
