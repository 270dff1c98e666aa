import Routing
import Units

/// What is tried with other vehicles before the slow cooling.
extension AnnealingRun {
  /// Where clients come in parts: tries other fleets, each for a quick cooling of its own, before the slow one. Which
  /// vehicles are used decides more there than how, and steps hardly ever change it.
  mutating func tryFleets(_ progress: Double) {
    guard fleetsUntil > 0, progress >= Tuning.quickShare, annealer.bestWeight == 0 else { return }
    if progress >= fleetsUntil {
      fleetsUntil = 0
      annealer.relax()
    } else if progress >= tryUntil {
      annealer.tryFleet()
      tryUntil = progress + Tuning.fleetTry
    }
  }

  /// Vehicles cost more than all that the plan costs else: their number comes first.
  var countsVehicles: Bool {
    guard let least = facts.kinds.map(\.fixedCost).min(), !facts.hasPrizes, !facts.sharesDepots else { return false }
    return annealer.absentRequired == 0 && least > annealer.cost - annealer.store.activeCount * least
  }

  /// Where vehicles are dear: tries to do with one less, a few times.
  mutating func squeeze(_ progress: Double) {
    guard squeezesUntil > 0, progress >= Tuning.quickShare else { return }
    if progress >= squeezesUntil {
      squeezesUntil = 0
      annealer.relax()
    } else if progress >= tryUntil || annealer.absentRequired == 0 {
      annealer.squeeze()
      tryUntil = progress + Tuning.squeezeTry
    }
  }
}
