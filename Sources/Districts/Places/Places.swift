import Units

public struct Compound: Sendable, Hashable {
  public var id: CompoundID
  public var name: String
  public var community: String?
  public var coordinate: Coordinate?
  public var propertyManagement = false
  public var status = AccessStatus.open
  public var weak = false
  public init(id: CompoundID, name: String) {
    self.id = id
    self.name = name
  }
}

public enum AccessStatus: String, Sendable, CaseIterable { case open, controlled, sealed }

public struct Building: Sendable, Hashable {
  public var id: BuildingID
  public var compound: CompoundID
  public var name: String?
  /// Of the building, else of its compound.
  public var coordinate: Coordinate?
  public var staircases = 1
  public var floors: Int?
  public var lift = true
  public var households: Households
  public var residents: Int?
  public var elderly: Households = 0
  /// Of the building, else of its compound.
  public var status = AccessStatus.open
  public var handover = Handover.auto
  public init(id: BuildingID, compound: CompoundID, households: Households) {
    self.id = id
    self.compound = compound
    self.households = households
  }
}

public enum Handover: String, Sendable, CaseIterable { case auto, property, point, door }

/// One household with needs.
public struct Need: Sendable, Hashable {
  public var id: NeedID
  public var building: BuildingID
  public var door: String?
  public var kinds: [NeedKind] = []
  public var what: NeedService
  public var good: GoodID?
  public var pharmacy: DepotID?
  public var earliest: Moment?
  public var latest: Moment?
  public var priority = 3
  public var helper: CadreID?
  public init(id: NeedID, building: BuildingID, what: NeedService) {
    self.id = id
    self.building = building
    self.what = what
  }
}

public enum NeedKind: String, Sendable, CaseIterable { case alone, isolated, infant, ill, pregnant, disabled }
public enum NeedService: String, Sendable, CaseIterable { case visit, delivery, medicine, meal }

public struct Site: Sendable, Hashable {
  public var id: SiteID
  public var name: String
  public var compound: CompoundID?
  public var community: String?
  /// Of the site, else of its compound; nil where neither is known: then travel to it takes no time.
  public var coordinate: Coordinate?
  public init(id: SiteID, name: String) {
    self.id = id
    self.name = name
  }
}

/// A row of posts.csv: one class of seats of one post in one shift.
public struct PostRow: Sendable, Hashable {
  public var site: SiteID
  public var post: String
  public var name: String?
  public var kind: PostKind
  public var shift: ShiftID
  public var days = DayPattern.every
  public var seat = "any"
  public var skills: [String] = []
  /// Empty: all kinds.
  public var kinds: [CadreKind] = []
  public var minimum: Int
  public var target: Int
  public var maximum: Int
  public var lead = false
  public var priority = 3
  public var setup: Minutes = 0
  public var cleanup: Minutes = 0
  public var handover: Minutes = 0
  public var exposure = 0
  public init(site: SiteID, post: String, kind: PostKind, shift: ShiftID, target: Int) {
    self.site = site
    self.post = post
    self.kind = kind
    self.shift = shift
    self.target = target
    minimum = target
    maximum = target
  }
}

public enum PostKind: String, Sendable, CaseIterable {
  case checkpoint, order, entry, testing, triage, delivery, distribution, survey, patrol, disinfection, hotline
  case standby
  case dutyRoom = "duty_room"
}

public struct DistributionPoint: Sendable, Hashable {
  public var id: PointID
  public var compound: CompoundID
  public var name: String?
  public var coordinate: Coordinate
  public var desks = 1
  public var householdsPerDeskHour: Households
  public var openFrom: ClockTime
  /// After `openFrom`.
  public var openTo: ClockTime
  public var crowdLimit: Int?
  public var staff: [StaffNeed] = []
  public var staffPer = StaffPer.point
  public var setup: Minutes = 30
  public var cleanup: Minutes = 15
  /// Packs that one person sorts in an hour; nil: nobody has to.
  public var sortPerHour: Int?
  public init(
    id: PointID, compound: CompoundID, coordinate: Coordinate, householdsPerDeskHour: Households, openFrom: ClockTime,
    openTo: ClockTime
  ) {
    self.id = id
    self.compound = compound
    self.coordinate = coordinate
    self.householdsPerDeskHour = householdsPerDeskHour
    self.openFrom = openFrom
    self.openTo = openTo
  }
}

public struct StaffNeed: Sendable, Hashable {
  public var kind: CadreKind
  public var count: Int
  public init(kind: CadreKind, count: Int) {
    self.kind = kind
    self.count = count
  }
}

public enum StaffPer: String, Sendable, CaseIterable { case point, desk }
