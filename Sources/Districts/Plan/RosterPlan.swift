import Units

public struct RosterPlan: Codable, Sendable, Hashable {
  /// Every duty of the horizon, by start, then id; those nobody serves too.
  public var duties: [PlannedDuty]
  public var gaps: [Gap]
  public init(duties: [PlannedDuty] = [], gaps: [Gap] = []) {
    self.duties = duties
    self.gaps = gaps
  }
}

public struct PlannedDuty: Codable, Sendable, Hashable {
  public var id: DutyID
  /// A site, a point or a depot.
  public var site: PlaceID
  public var post: String
  /// With set-up, clean-up and hand-over.
  public var from: LocalMoment
  public var to: LocalMoment
  public var exposure: Int
  public var seats: [PlannedSeat]
  /// By seat in the order of `seats`, then by cadre id.
  public var people: [PlannedPerson]
  public init(
    id: DutyID, site: PlaceID, post: String, from: LocalMoment, to: LocalMoment, exposure: Int, seats: [PlannedSeat],
    people: [PlannedPerson] = []
  ) {
    self.id = id
    self.site = site
    self.post = post
    self.from = from
    self.to = to
    self.exposure = exposure
    self.seats = seats
    self.people = people
  }
}

public struct PlannedSeat: Codable, Sendable, Hashable {
  public var seat: String
  public var minimum: Int
  public var target: Int
  public var maximum: Int
  public init(seat: String, minimum: Int, target: Int, maximum: Int) {
    self.seat = seat
    self.minimum = minimum
    self.target = target
    self.maximum = maximum
  }
}

public struct PlannedPerson: Codable, Sendable, Hashable {
  public var cadre: CadreID
  public var seat: String
  public var lead: Bool
  public init(cadre: CadreID, seat: String, lead: Bool) {
    self.cadre = cadre
    self.seat = seat
    self.lead = lead
  }
}
