import Changing
import Comparing
import Districts
import Foundation
import Formats
import Planning
import Reports
import Units

/// Plans a district and scenarios of it on the same footing: each from the same plan, with the same seed and the same
/// time, so that a difference means something.
struct ScenarioPlanning {
  let planning: DistrictPlanning

  struct Planned {
    var baseline: PlanOutcome
    /// One a scenario; nil where there is no plan, or somebody asked to stop before.
    var outcomes: [PlanOutcome?]
    var failure: (any Error)?
  }

  /// - Parameter known: a plan of the baseline to begin with; nil: one is made.
  func plan(_ baseline: District, _ scenarios: [Scenario], known: Plan?) throws -> Planned {
    var begin = known
    if begin == nil { begin = try planned(baseline, from: nil, phrase("whatif.planning.first")).plan }
    // The baseline has the same second turn as every scenario.
    let again = try planned(baseline, from: begin, phrase("whatif.planning.baseline"))
    var result = Planned(baseline: again, outcomes: [])
    for scenario in scenarios {
      guard !planning.cancellation.isCancelled else {
        result.outcomes.append(nil)
        continue
      }
      do {
        let title = phrase("whatif.planning.scenario", ["name": scenario.name])
        result.outcomes.append(
          try planned(scenario.read.district, from: begin, title, limit: scenario.timeLimitMilliseconds))
      } catch {
        result.failure = error
        result.outcomes.append(nil)
      }
    }
    return result
  }

  private func planned(
    _ district: District, from start: Plan?, _ title: String, limit: Int? = nil
  ) throws -> PlanOutcome {
    printError(title)
    do {
      return try planning.plan(district, start: start, from: planning.clock.seconds, limitMilliseconds: limit)
    } catch {
      throw reported(error)
    }
  }
}
