import Districts

/// One case in which a rule adds to an objective: whom it is about, how much, and what that follows from.
public struct RuleMatch: Codable, Sendable, Hashable {
  public var stage: String
  public var rule: String
  /// Ids by what they are ids of.
  public var about: [Subject: String]
  public var amount: Int
  public var figures: [Figure: Int]

  public enum Subject: String, Codable, CodingKeyRepresentable, Sendable, CaseIterable {
    case cadre, other, duty, seat, unit, date, span, building, point, need, team, demand, vehicle, pin, line
  }

  /// Minutes, seconds, metres and counts, as the rule counts them.
  public enum Figure: String, Codable, CodingKeyRepresentable, Sendable, CaseIterable {
    case missing, wanted, weight, planned, past, share, metres, seconds, places, allowed, days, people, given, asked
    case households
  }

  init(
    _ stage: String, _ rule: RuleID, _ about: [Subject: String], _ amount: Int, _ figures: [Figure: Int] = [:]
  ) {
    self.stage = stage
    self.rule = rule.rawValue
    self.about = about
    self.amount = amount
    self.figures = figures
  }
}

extension Audit {
  /// Every case in which a rule adds to the plan's objectives, stage by stage; their amounts add up to the breakdown of
  /// the certificates.
  ///
  /// O(people × duties) for rules of people, else linear in the plan.
  public func matches(of plan: Plan) -> [RuleMatch] {
    let supply = supply(of: plan)?.matches ?? []
    let distribution = distribution(of: plan)?.matches ?? []
    let carrying = carrying(of: plan)?.matches ?? []
    let roster = plan.roster == nil ? [] : roster(of: plan).matches
    let routes = routes(of: plan)?.matches ?? []
    return (supply + distribution + carrying + roster + routes).filter { $0.amount != 0 }
  }
}
