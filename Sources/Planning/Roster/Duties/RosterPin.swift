import Districts

/// A pin on a duty of the horizon.
struct RosterPin: Sendable, Hashable {
  /// The row of pins.csv, from 0.
  var row: Int
  var person: Int
  var duty: Int
  var level: PinLevel
  var must: Bool

  /// In the order of pins.csv; pins on duties that the horizon does not have say nothing.
  static func read(from district: District, duties: [DutyID: Int]) -> [RosterPin] {
    let numbers = Dictionary(
      district.cadres.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return district.pins.enumerated().compactMap { row, pin in
      guard case .roster(let cadre, let id) = pin.target, let person = numbers[cadre], let duty = duties[id] else {
        return nil
      }
      return RosterPin(row: row, person: person, duty: duty, level: pin.level, must: pin.must)
    }
  }
}
