import Districts
import Units

/// The batch pins that hold, those that do not and why, and the preferences.
struct BatchPins: Sendable {
  struct Claim: Sendable {
    /// The row of pins.csv.
    var pin: Int
    var building: Int
    var point: Int
    /// Nil: any slot.
    var slot: Int?
    var must: Bool
  }
  struct Refusal: Sendable {
    var pin: Int
    var rule: RuleID
  }
  var held: [Claim] = []
  var refused: [Refusal] = []
  var preferred: [Claim] = []
  /// Preferences that no plan can meet, and those that every plan meets, need no search; these are the former.
  var lostPreferences = 0
  var hasPreferences = false

  /// Takes frozen pins first, then the others in their order; each holds unless what holds already refuses it.
  init(_ choices: PointChoices) throws(FrozenConflict) {
    let district = choices.district
    var buildings: [BuildingID: Int] = [:]
    var points: [PointID: Int] = [:]
    for (index, building) in district.buildings.enumerated() { buildings[building.id] = index }
    for (index, point) in district.points.enumerated() { points[point.id] = index }
    let order =
      district.pins.indices.filter { district.pins[$0].level == .frozen }
      + district.pins.indices.filter { district.pins[$0].level != .frozen }
    for index in order {
      let pin = district.pins[index]
      guard case .batch(let buildingID, let pointID, let time) = pin.target, let building = buildings[buildingID],
        let point = points[pointID]
      else { continue }
      let slot = choices.hours[point].index(of: time, zone: choices.zone)
      let anySlot = pin.level == .who
      let claim = Claim(pin: index, building: building, point: point, slot: anySlot ? nil : slot, must: pin.must)
      // A slot that does not exist is never the first: `must` is out of reach, `must_not` is given.
      let impossible = !anySlot && slot == nil
      if pin.level == .prefer {
        hasPreferences = true
        if let _ = staticRefusal(of: claim, impossible: impossible, choices) {
          lostPreferences += 1
        } else if !impossible, choices.usable[building].contains(point) {
          preferred.append(claim)
        }
        continue
      }
      if !pin.must, impossible || !choices.usable[building].contains(point) { continue }
      if let refusal = refusal(of: claim, impossible: impossible, choices) {
        guard pin.level == .frozen else {
          refused.append(.init(pin: index, rule: refusal.rule))
          continue
        }
        throw FrozenConflict(
          pins: (refusal.with + [index]).sorted(), rules: [refusal.rule], irreducible: refusal.with.count <= 1)
      }
      held.append(claim)
    }
    refused.sort { $0.pin < $1.pin }
  }

  private struct Ground {
    var rule: RuleID
    /// Pins that hold and stand in the way.
    var with: [Int] = []
  }

  /// What refuses a claim whatever else is pinned.
  private func staticRefusal(of claim: Claim, impossible: Bool, _ choices: PointChoices) -> Ground? {
    guard claim.must else { return nil }
    if choices.modes[claim.building] != .point || !choices.usable[claim.building].contains(claim.point) {
      return Ground(rule: .handoverMode)
    }
    if choices.district.buildings[claim.building].households == 0 { return Ground(rule: .servedOnce) }
    if impossible || choices.hours[claim.point].count == 0 { return Ground(rule: .openingHours) }
    if !choices.takes(claim.building, at: claim.point) { return Ground(rule: .slotCapacity) }
    return nil
  }

  private func refusal(of claim: Claim, impossible: Bool, _ choices: PointChoices) -> Ground? {
    if let ground = staticRefusal(of: claim, impossible: impossible, choices) { return ground }
    let mine = held.filter { $0.building == claim.building }
    if claim.must {
      for other in mine {
        let clash =
          other.must
          ? other.point != claim.point || (other.slot != nil && claim.slot != nil && other.slot != claim.slot)
          : other.point == claim.point && (other.slot == nil || other.slot == claim.slot)
        if clash { return Ground(rule: .pins, with: [other.pin]) }
      }
    } else {
      for other in mine where other.must && other.point == claim.point {
        if claim.slot == nil || claim.slot == other.slot { return Ground(rule: .pins, with: [other.pin]) }
      }
    }
    let together = held + [claim]
    let members = together.filter { $0.must && $0.point == claim.point }
    guard !members.isEmpty else { return nil }
    if BatchPins.fit(together, at: claim.point, choices) { return nil }
    let involved = held.filter { other in
      other.point == claim.point && members.contains { $0.building == other.building }
    }
    return Ground(rule: .slotCapacity, with: involved.map(\.pin))
  }

  /// Whether what is claimed of one point can hold together, with some number of desks.
  private static func fit(_ claims: [Claim], at point: Int, _ choices: PointChoices) -> Bool {
    let area = Area(choices, pinned: claims.filter { $0.point == point })
    let members = Array(area.houses.indices)
    let packer = SlotPacker(area)
    var packing: SlotPacking?
    return area.setups.indices.contains { setup in
      packer.pack(
        members, setup: setup, slots: area.setups[setup].slots, nodeLimit: 20_000, into: &packing) == .fits
    }
  }
}
