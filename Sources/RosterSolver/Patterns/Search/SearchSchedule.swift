/// Which temperature holds when: cycles of stages, each cycle twice as long as the one before, from hot to cold.
///
/// Counted in moves alone, so that a longer run begins like a shorter one.
struct SearchSchedule {
  /// Stages of one temperature in a cycle.
  static let stages = 200

  /// The typical change of the objective by one move: the unit of temperature.
  let scale: Double
  /// People times days.
  let cells: Int
  /// Moves of a cell in the first cycle.
  var movesOfCell = 500
  /// Temperatures, in `scale`: where the first cycle begins, where later ones do, and where all end.
  var hottest = 0.5
  var hot = 0.2
  var cold = 0.003
  /// Of a sixteenth of a unit of breach, in `scale`: its limits, and the factors after a stage with a breach, and without.
  var breachRange = 0.1...0.5
  var tighten = 1.05
  var relax = 0.97

  /// Moves of a stage of the second cycle where somebody said how many fit; else `movesOfCell` decides.
  private var movesOfStage = 0

  /// The cycle under way, −1 before the first.
  private(set) var cycle = -1
  private var stage = SearchSchedule.stages
  private var left = 0
  private(set) var temperature = 0.0
  private var breachFactor = 0.3

  init(people: Int, days: Int, scale: Double) {
    self.scale = scale
    cells = people * days
  }

  /// Of a sixteenth of a unit of breach.
  var breachWeight: Int { max(1, Int(scale * breachFactor)) }

  var isStageOver: Bool { left == 0 }

  /// All stages of a cycle are done; the next stage is another cycle's first.
  var isCycleOver: Bool { left == 0 && cycle >= 0 && stage == SearchSchedule.stages - 1 }

  mutating func advance() { left &-= 1 }

  /// The stages that the second cycle still has become longer where so many moves leave room for that; it is then as hot
  /// as the first.
  mutating func spread(_ moves: Int) {
    guard cycle == 1 else { return }
    movesOfStage = max(1, (moves - left) / max(1, SearchSchedule.stages - 1 - stage % SearchSchedule.stages))
  }

  /// The next stage begins; true where it is the first of a cycle after the first cycle.
  mutating func startStage(isFeasible: Bool, isBestFeasible: Bool) -> Bool {
    stage += 1
    if stage >= SearchSchedule.stages {
      stage = 0
      cycle += 1
      if cycle > 0, !isBestFeasible { breachRange = breachRange.lowerBound...min(1e5, breachRange.upperBound * 3) }
    }
    let factor = breachFactor * (isFeasible ? relax : tighten)
    breachFactor = min(breachRange.upperBound, max(breachRange.lowerBound, factor))
    let usual = max(10, cells * movesOfCell / SearchSchedule.stages) << min(cycle, 20)
    left = cycle == 1 ? max(usual, movesOfStage) : usual
    let share = 1 - Double(stage) / Double(SearchSchedule.stages)
    temperature = scale * ((cycle == 0 || cycle == 1 && movesOfStage > 0 ? hottest : hot) * share * share + cold)
    return stage == 0 && cycle > 0
  }
}
