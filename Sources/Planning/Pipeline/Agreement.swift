import Distribution
import Districts
import Units

/// What a later stage sends back to earlier ones: how many slots later than in points.csv a point should open, or the
/// teams of a compound begin to carry, because the packs cannot be there before.
///
/// Only whole slots, so that every plan of the delayed district is a plan of the district itself.
struct Agreement: Hashable {
  /// How often distribution is asked again at the most.
  static let mostRounds = 3
  /// Of the time left, what a round may take.
  static let mostOfTheRest = 0.1

  private(set) var delays: [PointID: Int] = [:]
  private(set) var carryDelays: [CompoundID: Int] = [:]

  /// One more slot for every point, and for the teams of every compound, whose packs the routes did not bring in time;
  /// nil where none is short, or none could begin later.
  func after(_ routes: RoutePlan, in district: District) -> Agreement? {
    let goods = Set(district.goods.map(\.id.text))
    let short = Set(
      routes.unassigned.filter { $0.what.kind == .packs }.compactMap { gap -> String? in
        guard let colon = gap.what.id.lastIndex(of: ":"), goods.contains(String(gap.what.id[colon...].dropFirst()))
        else { return nil }
        return String(gap.what.id[..<colon])
      })
    var next = self
    for point in district.points where short.contains(point.id.text) {
      let later = delays[point.id, default: 0] + 1
      guard point.openFrom.minutes + (later + 1) * district.distribution.slot.rawValue <= point.openTo.minutes else {
        continue
      }
      next.delays[point.id] = later
    }
    next.delayTeams(short, in: district)
    return next == self ? nil : next
  }

  private mutating func delayTeams(_ short: Set<String>, in district: District) {
    let waiting = Set(district.buildings.filter { short.contains($0.id.text) }.map(\.compound))
    let settings = district.carrying
    for compound in district.compounds where short.contains(compound.id.text) || waiting.contains(compound.id) {
      let later = carryDelays[compound.id, default: 0] + 1
      let left = settings.to.minutes - settings.from.minutes - later * district.distribution.slot.rawValue
      guard 2 * left > settings.to.minutes - settings.from.minutes else { continue }
      carryDelays[compound.id] = later
    }
  }

  /// The district with its points opening, and its teams beginning, as agreed.
  func applied(to district: District) -> District {
    var delayed = district
    for index in delayed.points.indices {
      let slots = delays[delayed.points[index].id, default: 0]
      delayed.points[index].openFrom.minutes += slots * district.distribution.slot.rawValue
    }
    for (compound, slots) in carryDelays {
      delayed.carryingDelay[compound] = Minutes(slots * district.distribution.slot.rawValue)
    }
    return delayed
  }
}

extension DistributionOutcome {
  /// A plan of the delayed district with what was proved of the district itself: a bound of the delayed one would claim
  /// too much.
  func certified(by original: DistributionOutcome?) -> DistributionOutcome {
    let known = original?.certificate.levels ?? []
    var levels: [CertifiedLevel] = []
    var comparable = true
    for (index, level) in certificate.levels.enumerated() {
      let proof = index < known.count && comparable ? known[index] : nil
      levels.append(
        CertifiedLevel(
          name: level.name, objective: level.objective, bound: proof?.bound, floor: level.floor,
          boundEvidence: proof.map { $0.bound == level.objective ? $0.boundEvidence : .openTree } ?? .none))
      // A bound of the next level is conditional on the levels before being as good as they were there.
      if let proof, level.objective > proof.objective { comparable = false }
    }
    var result = self
    result.certificate.levels = levels
    let proved = levels.allSatisfy { $0.optimalityGap == 0 }
    result.certificate.solutionStatus = proved ? .optimal : .feasible
    if !proved, certificate.stopReason == .proved { result.certificate.stopReason = .iterationLimit }
    if !proved, certificate.method == .exact { result.certificate.method = .exactAndHeuristic }
    return result
  }
}
