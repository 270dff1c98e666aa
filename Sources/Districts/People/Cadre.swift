import Units

/// Anyone who can be rostered.
public struct Cadre: Sendable, Hashable {
  public var id: CadreID
  public var name: String
  public var kind: CadreKind
  public var sendingUnit: String?
  public var phone: String?
  public var skills: [String] = []
  /// Of the home; nil where only the compound, or nothing, is known.
  public var coordinate: Coordinate?
  public var homeCompound: CompoundID?
  public var mayLead = false
  public var health = Health.fit
  public var group: String?
  public var buddy: CadreID?
  public var noNight = false
  public var maximumDay: Minutes?
  public var maximumWeek: Minutes?
  public var note: String?
  public init(id: CadreID, name: String, kind: CadreKind) {
    self.id = id
    self.name = name
    self.kind = kind
  }
}

public enum CadreKind: String, Sendable, CaseIterable {
  case cadre, volunteer, medic, driver, property, community, police
}

/// `watch` serves only duties of exposure 0, `unfit` none.
public enum Health: String, Sendable, CaseIterable { case fit, watch, unfit }

/// A row of availability.csv: what a person says of one span, or of the same clock span on matching days.
public struct AvailabilityRow: Sendable, Hashable {
  public var cadre: CadreID
  public var time: RowTime
  public var level: AvailabilityLevel
  public init(cadre: CadreID, time: RowTime, level: AvailabilityLevel) {
    self.cadre = cadre
    self.time = time
    self.level = level
  }
}

/// Either two moments, or two clock times on every calendar date that matches.
public enum RowTime: Sendable, Hashable {
  case span(Span)
  /// `to` is after `from`.
  case daily(from: ClockTime, to: ClockTime, days: DayPattern)
}

public enum AvailabilityLevel: String, Sendable, CaseIterable { case available, desired, undesired, unavailable }

/// Which calendar dates a row means. A holiday is a date of `holidays`, a Saturday or a Sunday; a workday is not.
public enum DayPattern: Sendable, Hashable {
  case every
  /// ISO: 1 is Monday, 7 is Sunday.
  case weekdays([Int])
  case workday
  case holiday
  case dates([CalendarDate])
}

/// A row of ledger.csv.
public struct LedgerRow: Sendable, Hashable {
  public var cadre: CadreID
  public var span: Span
  public var kind: LedgerKind
  public var site: PlaceID?
  public var post: String?
  public var exposure = 0
  public init(cadre: CadreID, span: Span, kind: LedgerKind) {
    self.cadre = cadre
    self.span = span
    self.kind = kind
  }
}

public enum LedgerKind: String, Sendable, CaseIterable { case worked, planned }
