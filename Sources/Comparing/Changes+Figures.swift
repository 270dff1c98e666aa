import Districts
import Units

extension FigureChange {
  static func all(_ before: Plan, _ after: Plan) -> [FigureChange] {
    let (old, new) = (figures(before), figures(after))
    return Name.allCases.compactMap { name in
      guard old[name] != nil || new[name] != nil else { return nil }
      return FigureChange(name: name, before: old[name], after: new[name])
    }
  }

  private static func figures(_ plan: Plan) -> [Name: Int] {
    let summary = plan.summary
    var figures: [Name: Int] = [.people: summary.people, .gaps: summary.gaps]
    if let roster = plan.roster {
      figures[.onDuty] = summary.onDuty
      figures[.seats] = summary.seats
      figures[.seatsFilled] = summary.seatsFilled
      figures[.missingMinimum] = summary.missingMinimum
      figures[.missingTarget] = summary.missingTarget
      let minutes = PersonChange.works(roster).values.map(PersonChange.minutes)
      if let most = minutes.max(), let least = minutes.min() {
        figures[.meanMinutes] = minutes.reduce(0, +) / minutes.count
        figures[.mostMinutes] = most
        figures[.spreadMinutes] = most - least
      }
    }
    if plan.distribution != nil {
      figures[.households] = summary.households
      figures[.householdsServed] = summary.householdsServed
      figures[.lastServed] = summary.lastServed.map { minutesOfDay($0, plan.district.date) }
      figures[.points] = summary.points
      figures[.batches] = summary.batches
    }
    if plan.routes != nil {
      figures[.routes] = summary.routes
      figures[.trips] = summary.trips
      figures[.metres] = summary.metres
      figures[.packs] = summary.packs
    }
    return figures
  }

  /// After midnight of `date`, as the moment's own clock shows it.
  static func minutesOfDay(_ moment: LocalMoment, _ date: CalendarDate) -> Int {
    let text = Array(moment.text.utf8)
    guard text.count >= 16, let day = CalendarDate(String(decoding: text[0..<10], as: UTF8.self)),
      let hour = Int(String(decoding: text[11..<13], as: UTF8.self)),
      let minute = Int(String(decoding: text[14..<16], as: UTF8.self))
    else { return 0 }
    return (day.dayNumber - date.dayNumber) * 1440 + hour * 60 + minute
  }
}

extension LevelChange {
  static func all(_ before: Certificates, _ after: Certificates, areOfOneDistrict: Bool) -> [LevelChange] {
    let old = Dictionary(uniqueKeysWithValues: before.staged.map { ($0.stage, $0.certificate) })
    let new = Dictionary(uniqueKeysWithValues: after.staged.map { ($0.stage, $0.certificate) })
    return ["supply", "distribution", "carrying", "roster", "routes", "purchases"].flatMap { stage in
      changes(stage, old[stage]?.levels ?? [], new[stage]?.levels ?? []).map { change in
        var change = change
        if areOfOneDistrict { change.verdict = change.verdict.certain }
        return change
      }
    }
  }

  private static func changes(_ stage: String, _ old: [CertifiedLevel], _ new: [CertifiedLevel]) -> [LevelChange] {
    var isComparable = true
    return (0..<max(old.count, new.count)).map { index in
      let had = index < old.count ? old[index] : nil
      let has = index < new.count ? new[index] : nil
      var verdict = Verdict.incomparable
      if isComparable, let had, let has { verdict = self.verdict(had, has) }
      if had?.objective != has?.objective { isComparable = false }
      return LevelChange(
        stage: stage, level: (has ?? had)?.name ?? .minimum, before: had.map(Worth.init), after: has.map(Worth.init),
        verdict: verdict)
    }
  }

  private static func verdict(_ had: CertifiedLevel, _ has: CertifiedLevel) -> Verdict {
    if had.objective == has.objective { return .same }
    // The best possible lies between bound and objective; unknown bounds bound nothing.
    if has.objective < had.objective {
      return had.bound.map { has.objective < $0 } ?? false ? .better : .betterPerhaps
    }
    return has.bound.map { had.objective < $0 } ?? false ? .worse : .worsePerhaps
  }
}

extension LevelChange.Worth {
  init(_ level: CertifiedLevel) { self.init(objective: level.objective, bound: level.bound) }
}

extension RuleChange {
  static func all(_ before: Certificates, _ after: Certificates) -> [RuleChange] {
    let old = Dictionary(uniqueKeysWithValues: before.staged.map { ($0.stage, $0.certificate.breakdown) })
    let new = Dictionary(uniqueKeysWithValues: after.staged.map { ($0.stage, $0.certificate.breakdown) })
    return Set(old.keys).union(new.keys).sorted().flatMap { stage -> [RuleChange] in
      let (had, has) = (old[stage] ?? [:], new[stage] ?? [:])
      return Set(had.keys).union(has.keys).sorted().compactMap { rule in
        let (a, b) = (had[rule] ?? 0, has[rule] ?? 0)
        return a == b ? nil : RuleChange(stage: stage, rule: rule, before: a, after: b)
      }
    }
  }
}

extension LevelChange.Verdict {
  /// Of two plans of one district: what counts are the plans themselves.
  fileprivate var certain: Self {
    switch self {
    case .betterPerhaps: .better
    case .worsePerhaps: .worse
    case .same, .better, .worse, .incomparable: self
    }
  }
}
