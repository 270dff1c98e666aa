import Units

/// How goods are carried inside a compound, by teams with a cart (docs/format.md §16).
public struct CarryingSettings: Sendable, Hashable {
  /// The seats of one team.
  public var team = [StaffNeed(kind: .volunteer, count: 2)]
  /// Of all goods.
  public var cartPacks = 40
  public var from = ClockTime(minutes: 16 * 60)
  /// After `from`.
  public var to = ClockTime(minutes: 22 * 60)
  /// From leaving the gate to being back there.
  public var longest: Minutes = 240
  /// Before it leaves.
  public var setup: Minutes = 10
  /// At each place that the team comes to.
  public var perStop: Seconds = 60
  public var perPack: Seconds = 3
  public var perDoor: Seconds = 60
  /// At each door for each floor up to the middle one, where there is no lift.
  public var perFloor: Seconds = 15
  /// At each door, with a lift.
  public var lift: Seconds = 20
  public init() {}

  public var teamSize: Int { team.reduce(0) { $0 + $1.count } }
}
