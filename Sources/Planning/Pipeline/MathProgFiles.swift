import Distribution
import Districts
import RosterSolver

/// The data of a district for the models in Models/, one file a model: the same names, `.dat` instead of `.mod`.
///
/// - Parameters:
///   - distribution: which points open, and so which duties they need; nil: none.
///   - carrying: whose teams are duties; nil: there are none.
///   - level: the level to minimise; `firstBest` and `secondBest` are the optima of the levels before, held.
public func mathProgFiles(
  of district: District, distribution: DistributionPlan?, carrying: CarryPlan? = nil, level: Int, firstBest: Int,
  secondBest: Int
) throws(FrozenConflict) -> [(name: String, text: String)] {
  var files: [(name: String, text: String)] = []
  let supply = SupplyPlanner(district: district)
  if supply.isNeeded, level < 3 { files.append(("supply.dat", supply.mathProgData(level: level, short: firstBest))) }
  if supply.hasKit, level < 3 { files.append(("kit.dat", supply.kitData(level: level, short: firstBest))) }
  let stage = try RosterStage(district: district, distribution: distribution, carrying: carrying)
  if !stage.isEmpty {
    files.append(
      ("roster.dat", stage.problem.mathProgData(level: level, minimum: firstBest, target: secondBest)))
  }
  if !district.points.isEmpty {
    let data = MathProgData(try DistributionPlanner(district: district))
    files.append(("points.dat", data.distribution(level: level, unserved: firstBest, effort: secondBest)))
    if !district.needs.isEmpty { files.append(("key-households.dat", data.helpers(level: level, unserved: firstBest))) }
  }
  return files
}
