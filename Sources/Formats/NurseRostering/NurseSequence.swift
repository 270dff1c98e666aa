import Rostering

/// Words without forbidden successions, with the costs of runs of work, of one shift and of days off that are too
/// short or too long, and of broken weekends on Sundays.
///
/// A missing day is paid on the day the run ends, a surplus one on the day itself; so what was surplus before the
/// horizon is not paid again, and what is open at its end is not charged.
/// - Complexity: O(shifts² × longest run of a shift × longest run of work) for the automaton.
struct NurseSequence {
  let shifts: [NurseScenario.Shift]
  let contract: NurseScenario.Contract
  let dayCount: Int
  /// No run gets longer than this: the longest one before the horizon and all its days.
  let longest: Int

  /// Where a nurse stands after a day; counts go as far as they can still matter.
  enum Standing: Hashable {
    case off(days: Int)
    case on(shift: Int, same: Int, days: Int)
    var isWorking: Bool { if case .on = self { true } else { false } }
  }

  init(_ nurseCase: NurseCase, contract: Int) {
    shifts = nurseCase.scenario.shifts
    self.contract = nurseCase.scenario.contracts[contract]
    dayCount = nurseCase.dayCount
    longest = dayCount + (nurseCase.history.nurses.map { max($0.daysOff, $0.workingDays) }.max() ?? 0)
  }

  /// - Returns: the automaton, and for each history the number of the state it leaves.
  func automaton(after histories: [NurseHistory.Nurse]) -> (RosterProblem.Automaton, starts: [Int]) {
    var space = StateSpace<Standing>()
    let starts = histories.map { space.number(of: standing(after: $0)) }
    let automaton = space.automaton(
      letterCount: shifts.count + 1, phases: (0..<dayCount).map { $0 % 7 == 6 ? 1 : 0 }
    ) { standing, letter, phase in
      guard var step = step(standing, letter) else { return nil }
      // What stands before a Sunday says whether the Saturday was worked.
      if phase == 1, contract.wantsWholeWeekends, standing.isWorking != (letter > 0) {
        step.cost += NurseWeight.wholeWeekend
      }
      return step
    }
    return (automaton, starts)
  }

  /// More states than this there cannot be.
  var mostStates: Int {
    cap(contract.daysOff) + cap(contract.workingDays) * shifts.reduce(0) { $0 + cap($1.consecutive) }
  }

  private func standing(after nurse: NurseHistory.Nurse) -> Standing {
    guard let shift = nurse.lastShift else { return .off(days: min(nurse.daysOff, cap(contract.daysOff))) }
    return .on(
      shift: shift, same: min(nurse.sameShift, cap(shifts[shift].consecutive)),
      days: min(nurse.workingDays, cap(contract.workingDays)))
  }

  private func step(_ standing: Standing, _ letter: Int) -> (to: Standing, cost: Int)? {
    let shift = letter - 1
    switch standing {
    case .off(let days):
      if letter == 0 {
        let off = longer(days, contract.daysOff, NurseWeight.daysOff)
        return (.off(days: off.length), off.cost)
      }
      let same = longer(0, shifts[shift].consecutive, NurseWeight.sameShift)
      let work = longer(0, contract.workingDays, NurseWeight.workingDays)
      return (
        .on(shift: shift, same: same.length, days: work.length),
        same.cost + work.cost + missing(days, contract.daysOff, NurseWeight.daysOff)
      )
    case .on(let last, let same, let days):
      let missingSame = missing(same, shifts[last].consecutive, NurseWeight.sameShift)
      if letter == 0 {
        let off = longer(0, contract.daysOff, NurseWeight.daysOff)
        return (
          .off(days: off.length),
          missingSame + missing(days, contract.workingDays, NurseWeight.workingDays) + off.cost
        )
      }
      guard !shifts[last].mayNotPrecede.contains(shift) else { return nil }
      let work = longer(days, contract.workingDays, NurseWeight.workingDays)
      let now = longer(shift == last ? same : 0, shifts[shift].consecutive, NurseWeight.sameShift)
      return (
        .on(shift: shift, same: now.length, days: work.length),
        work.cost + now.cost + (shift == last ? 0 : missingSame)
      )
    }
  }

  /// Beyond this length all runs are alike: the longest allowed, or the shortest where none can be too long.
  private func cap(_ range: ClosedRange<Int>) -> Int {
    max(1, min(longest, range.upperBound >= longest ? range.lowerBound : range.upperBound))
  }

  /// One day more: the length as far as it matters, and the cost of the day where it is one too many.
  private func longer(_ length: Int, _ range: ClosedRange<Int>, _ weight: Int) -> (length: Int, cost: Int) {
    let isSurplus = range.upperBound < longest && length >= range.upperBound
    return (min(length + 1, cap(range)), isSurplus ? weight : 0)
  }

  /// The cost of a run that ends at this length.
  private func missing(_ length: Int, _ range: ClosedRange<Int>, _ weight: Int) -> Int {
    weight * max(0, range.lowerBound - length)
  }
}
