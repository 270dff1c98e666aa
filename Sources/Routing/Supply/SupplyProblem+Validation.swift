import Units

/// What is wrong with a routing problem; an engine is never given such a one.
public enum SupplyDefect: Error, Sendable, Hashable {
  case matrixSize
  /// The index of a location, good, vehicle or demand that does not exist.
  case unknownIndex(String)
  case negative(String)
  /// A need curve that does not rise, or is not in the order of time.
  case curve(demand: Int)
  /// Totals could leave 64 bits.
  case overflow
}

extension SupplyProblem {
  /// Deliveries and loads of a plan together; engines never make more.
  public static let stepLimit = 1_000_000
  /// Moments lie within ± this many seconds of the origin (34 years), so that sums of a plan's times stay exact.
  public static let horizon = 1 << 30

  /// Throws the first defect. O(locations² + everything else).
  public func validate() throws(SupplyDefect) {
    let cells = locationCount.multipliedReportingOverflow(by: locationCount)
    guard locationCount >= 0, !cells.overflow, metres.count == cells.partialValue, seconds.count == metres.count else {
      throw .matrixSize
    }
    guard metres.allSatisfy({ $0 >= 0 }), seconds.allSatisfy({ $0 >= 0 }) else { throw .negative("matrix") }
    try validateSupply()
    try validateDemands()
    try validateVehicles()
  }

  private func isMoment(_ value: Int) -> Bool { abs(value) <= Self.horizon }
  private func isSize(_ value: Int) -> Bool { (0...Self.horizon).contains(value) }

  private func validateSupply() throws(SupplyDefect) {
    guard goods.allSatisfy({ isSize($0.grams) }) else { throw .negative("good") }
    for depot in depots {
      guard (0..<locationCount).contains(depot.location), depot.stock.allSatisfy({ goods.indices.contains($0.good) })
      else { throw .unknownIndex("depot") }
      guard depot.docks >= 1, isSize(depot.loadFixed), isSize(depot.loadPerPack), isMoment(depot.open),
        isMoment(depot.close), depot.stock.allSatisfy({ isSize($0.packs) && isMoment($0.ready) })
      else { throw .negative("depot") }
      guard sum(depot.stock.map(\.packs)) <= Self.horizon else { throw .overflow }
    }
  }

  private func validateDemands() throws(SupplyDefect) {
    for (index, demand) in demands.enumerated() {
      guard (0..<locationCount).contains(demand.location), goods.indices.contains(demand.good) else {
        throw .unknownIndex("demand")
      }
      guard demand.weight >= 0, demand.weight <= 1_000_000 else { throw .negative("weight") }
      var last = Need(by: -Self.horizon - 1, packs: 0)
      for need in demand.curve {
        guard need.by > last.by, need.packs > last.packs, isMoment(need.by), isSize(need.packs) else {
          throw .curve(demand: index)
        }
        last = need
      }
    }
    for pin in pins where !vehicles.indices.contains(pin.vehicle) || !demands.indices.contains(pin.demand) {
      throw .unknownIndex("pin")
    }
    guard sum(demands.map(\.packs)) <= Self.horizon else { throw .overflow }
  }

  private func validateVehicles() throws(SupplyDefect) {
    let longest = metres.lazy.filter { $0 < Self.unreachable }.max().map(Int.init) ?? 0
    let farthest = longest.multipliedReportingOverflow(by: 2 * Self.stepLimit)
    guard !farthest.overflow else { throw .overflow }
    var total = 0
    for vehicle in vehicles {
      guard (0..<locationCount).contains(vehicle.start), (0..<locationCount).contains(vehicle.end) else {
        throw .unknownIndex("vehicle")
      }
      guard isSize(vehicle.capacityPacks), isMoment(vehicle.from), isMoment(vehicle.to), vehicle.fixedCost >= 0,
        vehicle.costPerKilometre >= 0, vehicle.costPerHour >= 0, isSize(vehicle.unloadFixed),
        isSize(vehicle.unloadPerPack), (vehicle.capacityGrams ?? 0) >= 0, (vehicle.maximumTrips ?? 0) >= 0
      else { throw .negative("vehicle") }
      let way = farthest.partialValue.multipliedReportingOverflow(by: vehicle.costPerKilometre)
      let time = (2 * Self.horizon).multipliedReportingOverflow(by: vehicle.costPerHour)
      guard !way.overflow, !time.overflow else { throw .overflow }
      for part in [vehicle.fixedCost, way.partialValue / 1000 + 1, time.partialValue / 3600 + 1] {
        let next = total.addingReportingOverflow(part)
        guard !next.overflow, next.partialValue <= 1 << 60 else { throw .overflow }
        total = next.partialValue
      }
    }
  }

  /// Saturates instead of overflowing; the parts are sizes.
  private func sum(_ values: [Int]) -> Int { values.reduce(0) { min($0 + $1, 1 << 40) } }
}
