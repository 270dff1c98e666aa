import Units

/// The plan beside one made by hand, both by the same yardstick (docs/format.md §14).
public struct PlanComparison: Codable, Sendable, Hashable {
  /// Where distribution was planned and some building collects at a point.
  public var distribution: DistributionComparison?
  public init(distribution: DistributionComparison? = nil) { self.distribution = distribution }
}

public struct DistributionComparison: Codable, Sendable, Hashable {
  public var plan: HandOutFigures
  /// Every building at its nearest point, the same number of buildings in every slot.
  public var byHand: HandOutFigures
  enum CodingKeys: String, CodingKey {
    case plan
    case byHand = "by_hand"
  }
  public init(plan: HandOutFigures, byHand: HandOutFigures) {
    self.plan = plan
    self.byHand = byHand
  }
}

/// What a hand-out at points asks of residents and of those who staff it; whole numbers, rounded up.
public struct HandOutFigures: Codable, Sendable, Hashable {
  /// Points that open, and the seats of their staff.
  public var points = 0
  public var staff = 0
  /// From set-up to clean-up, the seats added up.
  public var staffSeconds = 0
  /// Households that collect at a point.
  public var households = 0
  /// Buildings that should and cannot, in the order of buildings.csv.
  public var notServed: [BuildingID] = []
  /// When the last household is served; nil where none is.
  public var lastServed: LocalMoment?
  /// There and back, each household once.
  public var walkingMetres = 0
  /// Of these, by households with old people.
  public var elderlyMetres = 0
  /// Between being called and being served: of all households, of the average and of the worst off.
  public var waitingSeconds = 0
  public var meanWaitingSeconds = 0
  public var worstWaitingSeconds = 0
  /// The most households at one point at one moment, and by how many a point's crowd limit is exceeded at the most.
  public var crowd = 0
  public var crowdOver = 0
  enum CodingKeys: String, CodingKey {
    case points, staff
    case staffSeconds = "staff_seconds"
    case households
    case notServed = "not_served"
    case lastServed = "last_served"
    case walkingMetres = "walking_metres"
    case elderlyMetres = "elderly_metres"
    case waitingSeconds = "waiting_seconds"
    case meanWaitingSeconds = "mean_waiting_seconds"
    case worstWaitingSeconds = "worst_waiting_seconds"
    case crowd
    case crowdOver = "crowd_over"
  }
  public init() {}
}
