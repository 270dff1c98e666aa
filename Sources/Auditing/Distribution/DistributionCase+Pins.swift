import Districts
import Units

extension DistributionCase {
  struct BatchPin {
    var building: Int
    var point: PointID
    var clock: ClockTime
    var level: PinLevel
    var must: Bool
    var id: String
  }

  var batchPins: [BatchPin] {
    raw.district.pins.compactMap { pin in
      guard case .batch(let building, let point, let clock) = pin.target, let b = raw.buildingIndex[building] else {
        return nil
      }
      return BatchPin(
        building: b, point: point, clock: clock, level: pin.level, must: pin.must, id: "\(building)@\(point)@\(clock)")
    }
  }

  /// All batches at the point, the first at the time unless the level is `who`; or none.
  func holds(_ pin: BatchPin) -> Bool {
    let own = batches[pin.building]
    let hours = raw.pointIndex[pin.point].map { i in
      raw.span(raw.district.points[i].openFrom, raw.district.points[i].openTo)
    }
    // At a point that opens later than that on the first date, the time is the next date's.
    var moment = raw.time.moment(raw.time.first, pin.clock)
    if let hours, moment < hours.start { moment = raw.time.moment(raw.time.first.advanced(by: 1), pin.clock) }
    if pin.must {
      guard !own.isEmpty, own.allSatisfy({ $0.point == pin.point }) else { return false }
      return pin.level == .who || own.compactMap { $0.from?.moment }.min() == moment
    }
    return !own.contains { $0.point == pin.point && (pin.level == .who || $0.from?.moment == moment) }
  }

  var batchPinsAmount: Int { batchPins.count { $0.level == .prefer && !holds($0) } * 8 }
  var hasPreferences: Bool { batchPins.contains { $0.level == .prefer } }

  /// Frozen pins hold.
  func checkBatchPins() -> [Violation] {
    batchPins.filter { $0.level == .frozen && !holds($0) }.map { pin in
      violation(.pins, pin.id, "the frozen pin wants \(pin.must ? "" : "no ")batches of the building there and then")
    }
  }
}
