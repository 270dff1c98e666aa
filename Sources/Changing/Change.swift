import Units

/// One difference between a district and another: what a single word such as `absent=C017` asks for.
///
/// A change names things by their ids, as text: whether they are there is found out when it is applied, since an
/// earlier change may have added them.
public enum Change: Hashable, Sendable {
  /// Nobody of these serves, in the whole horizon or on one service day.
  case absent([People], on: CalendarDate?)
  /// None of these serves before that time.
  case release([People], at: ReleaseTime)
  case add(Newcomer, count: Int)
  case close([ObjectName])
  case seal([ObjectName])
  case unseal([ObjectName])
  case scale(Quantity, by: Factor, within: ObjectName?)
  /// A setting of district.yaml.
  case setting([String], value: SettingText)
  /// A cell of a table.
  case cell(table: String, row: String, column: String, value: String)
  case shift(String, ShiftHours)
  /// How long planning may take; no file says so.
  case timeLimit(milliseconds: Int)
}

/// Some people: one, those of a sending unit or kind, everybody; and of these all, or a share that is drawn.
public struct People: Hashable, Sendable {
  public enum Group: Hashable, Sendable {
    case person(String)
    case unit(String)
    case kind(String)
    case everybody
  }
  public var group: Group
  public var share: Factor?
  public init(_ group: Group, share: Factor? = nil) {
    self.group = group
    self.share = share
  }
}

/// From when on somebody is available: a time of the first service day, or a moment as ledger.csv writes it.
public enum ReleaseTime: Hashable, Sendable {
  case time(ClockTime)
  case moment(CalendarDate, ClockTime)
}

/// What is added.
public enum Newcomer: Hashable, Sendable {
  /// A person of a kind, with what everyone of the kind can do, and these skills.
  case person(kind: String, skills: [String])
  /// Another one like a person, vehicle, point, depot or site.
  case like(ObjectName)
}

/// An id, with the kind of thing it is where it was said: `V1`, `vehicle:V1`.
public struct ObjectName: Hashable, Sendable, CustomStringConvertible {
  public var kind: ObjectKind?
  public var id: String
  public init(_ id: String, kind: ObjectKind? = nil) {
    self.id = id
    self.kind = kind
  }
  public var description: String { kind.map { $0.rawValue + ":" + id } ?? id }
}

/// What an id may stand for.
public enum ObjectKind: String, Hashable, Sendable, CaseIterable {
  case person, point, site, depot, vehicle, compound, building, good
}

/// What can be scaled: households of buildings, packs of orders, packs in stock, minutes a household takes.
public enum Quantity: String, Hashable, Sendable, CaseIterable { case households, orders, stock, minutes }

public enum SettingText: Hashable, Sendable {
  case word(String)
  case list([String])
}

/// What becomes of a shift: other times, or an end that many minutes later (earlier where negative).
public enum ShiftHours: Hashable, Sendable {
  case times(from: ClockTime, to: ClockTime)
  case longer(minutes: Int)
}
