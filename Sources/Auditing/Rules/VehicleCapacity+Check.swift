import Districts

extension RouteCase {
  /// On board never more than the vehicle's packs and grams; amount in packs, or in grams where packs fit.
  func checkVehicleCapacity() -> [Violation] {
    everyStop.compactMap { r, i, stop in
      guard let vehicle = vehicles[r] else { return nil }
      let packs = stop.onBoard.saturatedSum
      if packs > vehicle.capacityPacks {
        return violation(
          .vehicleCapacity, place(r, i), packs -| vehicle.capacityPacks,
          "\(packs) packs on board, \(vehicle.id) takes \(vehicle.capacityPacks)")
      }
      guard let most = vehicle.capacityGrams else { return nil }
      let grams = zip(stop.onBoard, raw.district.goods).map { $0 *| ($1.grams ?? 0) }.saturatedSum
      guard grams > most else { return nil }
      return violation(
        .vehicleCapacity, place(r, i), grams -| most, "\(grams) g on board, \(vehicle.id) takes \(most) g")
    }
  }
}
